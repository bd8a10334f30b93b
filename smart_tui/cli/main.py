"""The command line: options before the command; commands are loaded one at a time."""

import gettext
import os
import sys
from collections.abc import Sequence
from datetime import date
from importlib import import_module
from typing import Any, NoReturn

import click

from smart_tui import __version__
from smart_tui.cli.metavars import say_stand_ins
from smart_tui.cli.own_settings import own_settings, wished_language
from smart_tui.cli.plain_output import print_plainly
from smart_tui.cli.session import Session
from smart_tui.cli.trouble import Exit, Trouble, complain
from smart_tui.words.language import DOMAIN, SOURCE, catalogues, language, languages
from smart_tui.words.system import system_reason

PROGRAM = "smart-tui"
COMPLETE = "_SMART_TUI_COMPLETE"
"""Set by a shell that wants Tab to know our words: click's own way."""
COMMANDS = {
    "new": "new",
    "coach": "coach",
    "list": "list_goals",
    "show": "show",
    "log": "log",
    "add": "add",
    "checkin": "checkin",
    "status": "status",
    "close": "close",
    "extend": "extend",
    "change": "change",
    "drop": "drop",
    "reopen": "reopen",
    "report": "report",
    "import": "import_file",
    "validate": "validate",
    "path": "path",
    "open-file": "open_file",
    "undo": "undo",
    "backups": "backups",
    "restore": "restore",
    "merge": "merge",
    "workshop": "workshop",
    "serve": "serve",
    "demo": "demo",
}
"""Each command, and the module that holds it."""


class LazyCommands(click.Group):
    """Loads a command only when it is run or described."""

    def list_commands(self, _ctx: click.Context) -> list[str]:
        """Name the commands in the order in which people need them."""
        return list(COMMANDS)

    def get_command(self, _ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load one."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"smart_tui.cli.commands.{COMMANDS[cmd_name]}").command
        return say_stand_ins(command)


class Day(click.ParamType[date]):
    """A date: 2026-12-31."""

    name = "YYYY-MM-DD"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Read it, or say how a date is written."""
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(str(value))
        except ValueError:
            self.fail(gettext.gettext("a date is written like 2026-12-31"), param, ctx)


def run(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run one command and leave with its exit code: the only place that exits."""
    arguments = list(sys.argv[1:] if arguments is None else arguments)
    _speak(arguments)
    _tolerate_narrow_encodings()
    print_plainly()
    sys.exit(_exit_code(arguments))


def _exit_code(arguments: Sequence[str]) -> int:
    """Run one command; each way in which it can end has a code."""
    try:
        code = _run(arguments)
        if sys.stdout is not None:
            sys.stdout.flush()
    except click.ClickException as error:
        complain(error)
        return error.code if isinstance(error, Trouble) else error.exit_code
    except (click.Abort, KeyboardInterrupt):
        return Exit.INTERRUPTED
    except BrokenPipeError:
        # Whoever read our output has gone (`smart-tui list | head`); the rest has no reader.
        _print_nowhere()
        return Exit.DONE
    except OSError as error:
        _print_nowhere()
        lang = language(os.environ["LANGUAGE"])
        wrong = lang.say("The system refused: {reason}", reason=system_reason(lang, error.strerror))
        complain(Trouble(Exit.CANNOT_SAVE, wrong))
        return Exit.CANNOT_SAVE
    return code


def _run(arguments: Sequence[str]) -> int:
    """Run one command. Click's own `main` would leave with 1, "something is overdue", where a reader has gone."""
    group = _group()
    if COMPLETE in os.environ:
        from smart_tui.cli.completion import answer_shell

        return answer_shell(group, PROGRAM, COMPLETE)
    try:
        with group.make_context(PROGRAM, list(arguments)) as context:
            group.invoke(context)
    except click.exceptions.Exit as left:
        return left.exit_code
    return Exit.DONE


def _print_nowhere() -> None:
    """Let what is still to be printed go, so that leaving does not fail over it again."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _speak(arguments: Sequence[str]) -> None:
    """Choose the language before any help text is made: click's own words come from our catalogue too."""
    asked = next((a.partition("=")[2] for a in arguments if a.startswith("--lang=")), None)
    if asked is None and "--lang" in arguments[:-1]:
        asked = arguments[arguments.index("--lang") + 1]
    code = wished_language(asked, own_settings())
    os.environ["LANGUAGE"] = code
    if code != SOURCE:
        gettext.bindtextdomain(DOMAIN, catalogues())
        gettext.textdomain(DOMAIN)


def _tolerate_narrow_encodings() -> None:
    """Print a stand-in rather than fail where the terminal cannot print a letter (LANG=C)."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace" if stream.encoding.lower() == "utf-8" else "backslashreplace")


def _wants_plain() -> bool:
    """Whether a person said so once for all programs, or no bar could be printed."""
    try:
        "━┃●".encode(sys.stdout.encoding if sys.stdout else "utf-8")
    except UnicodeEncodeError:
        return True
    return os.environ.get("ACCESSIBLE", "0") not in {"", "0"}


def _group() -> click.Group:
    _ = gettext.gettext

    @click.group(
        cls=LazyCommands,
        invoke_without_command=True,
        context_settings={"help_option_names": ["-h", "--help"]},
        help=_(
            "Turn a wish into a SMART goal, and see whether you will make it. Without a command: the dashboard."
        ),
    )
    @click.option("--file", metavar="PATH", envvar="SMART_TUI_FILE", help=_("The goal file."))
    @click.option(
        "--lang",
        type=click.Choice(languages()),
        help=_("The language; else SMART_TUI_LANG, else the locale."),
    )
    @click.option(
        "--today",
        type=Day(),
        envvar="SMART_TUI_TODAY",
        help=_("Pretend that this is the day, to try things out."),
    )
    @click.option(
        "--plain",
        is_flag=True,
        help=_("No bars, glyphs or columns: for screen readers and pipes."),
    )
    @click.version_option(
        __version__, "--version", message="smart-tui %(version)s", help=_("Show the version and leave.")
    )
    @click.pass_context
    def group(
        ctx: click.Context, file: str | None, lang: str | None, today: date | None, plain: bool
    ) -> None:
        ctx.obj = Session(file, lang, today, plain or _wants_plain())
        if ctx.invoked_subcommand is None:
            from smart_tui.cli.commands.dashboard import open_dashboard

            open_dashboard(ctx.obj)

    say_stand_ins(group)
    return group
