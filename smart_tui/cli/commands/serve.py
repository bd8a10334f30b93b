"""`serve`: the whole program in the person's own browser."""

import errno
import gc
import os
import signal
import socket
import sys
from gettext import gettext as _
from typing import TYPE_CHECKING

import click

from smart_tui.cli.session import FOR_A_BROWSER, Session
from smart_tui.cli.trouble import Exit, Trouble
from smart_tui.words.clean import clean
from smart_tui.words.system import system_reason

if TYPE_CHECKING:
    from smart_tui.web.served.child import Program

LOOPBACK = "127.0.0.1"
PORTS = 65535


@click.command(
    help=_("Open the program in your own browser, through a link that works once; Ctrl+C ends it."),
    epilog=_("Example: smart-tui serve --port 0 --open"),
)
@click.option(
    "--host",
    metavar="ADDRESS",
    default=LOOPBACK,
    show_default=True,
    help=_("Which address of this machine is asked; anybody in its network who has the link gets in."),
)
@click.option(
    "--port",
    type=click.IntRange(0, PORTS),
    default=8000,
    show_default=True,
    help=_("On which port; 0 takes any that is free."),
)
@click.option("--open", "opens", is_flag=True, help=_("Open the browser, too."))
@click.pass_obj
def command(session: Session, host: str, port: int, opens: bool) -> None:
    """Take the address, tell the link, serve until a signal comes."""
    from smart_tui.web.extra import install_text, missing_packages

    if missing := missing_packages(("aiohttp", "textual_serve")):
        raise Trouble(Exit.WRONG_USAGE, *install_text(session.language, missing))
    with _listening(session, host, port) as listener:
        number = _serve(session, host, listener, opens=opens)
    if number != signal.SIGINT:
        raise click.exceptions.Exit(128 + number)


def _listening(session: Session, host: str, port: int) -> socket.socket:
    from smart_tui.web.served.running import EveryAddressError, listening

    say = session.language.say
    try:
        return listening(host, port)
    except EveryAddressError as error:
        wrong = say("{host} means every address of this machine.", host=host)
        raise Trouble(Exit.WRONG_USAGE, wrong, say("Name the one that your browser will ask.")) from error
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            wrong = say("Port {port} is taken by another program.", port=port)
            raise Trouble(Exit.WRONG_USAGE, wrong, say("--port 0 takes one that is free.")) from error
        reason = system_reason(session.language, error.strerror)
        wrong = say("{host}:{port} cannot be used: {reason}", host=clean(host), port=port, reason=reason)
        remedy = say("--host wants an address of this machine; without it, only this machine is served.")
        raise Trouble(Exit.WRONG_USAGE, wrong, remedy) from error


def _serve(session: Session, host: str, listener: socket.socket, *, opens: bool) -> int:
    import asyncio

    from smart_tui.web.served.door import Door
    from smart_tui.web.served.running import is_private, run

    say = session.language.say
    asks = session.in_terminal
    if not is_private(listener):
        warning = say(
            "Warning: others in the network can read along, as nothing is encrypted; use one that you trust."
        )
        click.echo(warning, err=True)
    click.echo(say("smart-tui is served until Ctrl+C. This link opens it, once:"))

    def tell_link(link: str) -> None:
        click.echo(link)
        if opens:
            _open(link)
        if asks:
            click.echo(say("Enter prints another link."))

    gc.freeze()
    gc.enable()
    door = Door(host, listener.getsockname()[1])
    return asyncio.run(run(_program(session), door, listener, session.language, tell_link, asks=asks))


def _program(session: Session) -> "Program":
    """Give the program as it was started here, for a browser to draw on."""
    from smart_tui.web.served.child import Program

    options = [f"--lang={session.language.code}"]
    if session.file is not None:
        options.append(f"--file={session.file}")
    if session.day is not None:
        options.append(f"--today={session.day.isoformat()}")
    browser = dict([FOR_A_BROWSER])
    terminal = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "PYTHONIOENCODING": "utf-8"}
    # Who asks for the browser wants the screens, also where other programs shall be plain.
    env = {name: value for name, value in os.environ.items() if name != "ACCESSIBLE"}
    return Program((sys.executable, "-m", "smart_tui", *options), {**env, **terminal, **browser})


def _open(link: str) -> None:
    import threading
    import webbrowser

    # Some browsers run as long as they are open.
    threading.Thread(target=webbrowser.open, args=(link,), daemon=True).start()
