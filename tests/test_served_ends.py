"""Stories of the program in a browser: a goal, a window that is closed, a server that goes."""

import asyncio
import json
import re
import signal
import socket
import sys
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from reliability.signals import OWNING
from served import Served, Window, lives, wait_until
from shell import Shell, goal
from terminal import PROGRAM, Terminal

from smart_tui.web.served.child import Child, Program

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="processes are looked at in /proc")

QUESTION = "Exactly what do you want to achieve?"
KEPT = "An unfinished goal was kept"


def drafts(home: Path) -> str:
    return "".join(file.read_text("utf-8") for file in home.rglob("drafts/**/*") if file.is_file())


@contextmanager
def deaf_window(served: Served) -> Iterator[None]:
    """Open a window that is drawn in again and again, and never reads a byte of it."""
    host, port = served.host.split(":")
    with socket.create_connection((host, int(port))) as connection:
        ((name, value),) = served.cookies.items()
        lines = (
            "GET /ws HTTP/1.1",
            f"Host: {served.host}",
            f"Origin: {served.origin}",
            f"Cookie: {name}={value}",
            "Upgrade: websocket",
            "Connection: Upgrade",
            "Sec-WebSocket-Version: 13",
            "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==",
            "",
            "",
        )
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        connection.sendall("\r\n".join(lines).encode())
        for width in (400, 500) * 40:
            message = json.dumps(["resize", {"width": width, "height": 200}]).encode()
            # Masked with nothing, as RFC 6455 wants of a browser.
            connection.sendall(bytes([0x81, 0x80 | len(message), 0, 0, 0, 0]) + message)
        yield


async def test_a_goal_is_written_in_the_language_file_and_day_of_the_server(tmp_path: Path) -> None:
    file = tmp_path / "elsewhere ; $HOME" / "-goals.toml"
    options = ("--lang", "vi", f"--file={file}", "--today", "2026-11-23")
    with Served(tmp_path, *options) as served:
        for nonsense in (b"\x16\x03\x01\x00\r\n\r\n", b"GET / HTTP/1.1\r\nContent-Length: x\r\n\r\n"):
            send(served, nonsense)
        async with served.enter().window(120, 40) as window:
            await window.wait_for("Chưa có mục tiêu nào", "23/11/2026")
            await window.press("n")
            await window.wait_for("Cụ thể, bạn muốn đạt được điều gì?")
            await window.type("\x1b[200~Có được 1.000 khách hàng tiềm năng mới trong tháng tới\x1b[201~")
            await window.wait_for("tháng tới")
            await window.press("enter")
            await window.wait_for("đã giữ bản nháp")
            await window.type("\x13")
            await window.wait_for("Lưu luôn")
            await window.press("enter")
            await window.wait_for("đã lưu")
            await window.press("q")
            assert await window.wait_for_end() == 1000
        wait_until(lambda: not served.programs)
    (saved,) = tomllib.loads(file.read_text("utf-8"))["goal"]
    assert saved["measurable"]["target"] == 1000
    assert saved["lang"] == "vi"
    assert str(saved["created"]) == "2026-11-23"
    assert "Traceback" not in served.said


async def test_a_window_that_is_closed_keeps_the_draft_and_a_browser_that_does_not_read_holds_nothing(
    tmp_path: Path,
) -> None:
    with Served(tmp_path) as served:
        async with served.enter().window() as window:
            await start_writing(window)
        wait_until(lambda: not served.programs)
        assert "Win 40 new leads" in drafts(tmp_path)
        async with served.window() as window:
            await window.wait_for(KEPT)
            await window.press("v")
            await window.wait_for(QUESTION, "Win 40 new leads")
            with deaf_window(served):
                assert await ended(served, window, signal.SIGTERM) == (143, 1001)


@pytest.mark.parametrize("how", [(signal.SIGINT, 0, 1001), (signal.SIGKILL, -9, 1006)], ids=str)
async def test_no_program_outlives_its_server_and_the_draft_is_kept(
    tmp_path: Path, how: tuple[signal.Signals, int, int]
) -> None:
    number, *codes = how
    with Served(tmp_path) as served:
        async with served.enter().window() as window:
            await start_writing(window)
            with deaf_window(served):
                assert await ended(served, window, number) == tuple(codes)
    assert "Win 40 new leads" in drafts(tmp_path)
    assert "Traceback" not in served.said


async def test_a_broken_file_is_named_where_no_editor_can_be_opened(tmp_path: Path) -> None:
    (tmp_path / "goals.toml").write_text(
        "version = 1\n" + goal("leads-1", "Win leads") + "x = = 1\n", "utf-8"
    )
    with Served(tmp_path) as served:
        async with served.enter().window(200, 40) as window:
            await window.wait_for("cannot be read")
            await window.press("e")
            await window.wait_for("from here; the mistake is on line")


async def test_what_the_program_says_at_its_end_is_the_window_s() -> None:
    ends = json.dumps({"type": "exit"}).encode()
    wrote = b"loading\n__GANGLION__\n" + b"D\x00\x00\x00\x02hi" + b"M" + len(ends).to_bytes(4, "big") + ends
    script = f"import sys; sys.stdout.buffer.write({wrote!r} + 'Tuần này: +5\\n'.encode()); sys.exit(3)"
    child = await Child.start(Program((sys.executable, "-c", script), {}), 80, 24)
    assert [picture async for picture in child.pictures()] == [b"hi"]
    assert await child.end() == 3
    assert child.farewell == "Tuần này: +5"


def test_enter_prints_another_link_and_control_c_ends_it(tmp_path: Path) -> None:
    program = (sys.executable, "-c", OWNING, *PROGRAM)
    with Terminal(tmp_path, "serve", "--port", "0", columns=120, program=program) as terminal:
        terminal.wait_for("This link opens it, once:", "Enter prints another link.")
        terminal.press("enter")
        terminal.wait_until(lambda: terminal.text.count("Enter prints another link.") == 2)
        first, second = re.findall(r"http://\S+", terminal.text)
        with urlopen(second) as answer:
            assert "smart-tui opens." in answer.read().decode()
        for link, said in ((first, "Enter, in the terminal"), (second, "This link has been used")):
            with pytest.raises(HTTPError) as refused:
                urlopen(link)
            assert refused.value.code == 403
            assert said in refused.value.read().decode()
            refused.value.close()
        terminal.press("\x03")
        assert terminal.wait_for_end() == 0


def test_an_address_that_is_every_address_is_refused(shell: Shell) -> None:
    said = shell("serve", "--host", "0.0.0.0", "--port", "0")
    assert said.code == 2
    assert said.complaint == [
        "0.0.0.0 means every address of this machine.",
        "Name the one that your browser will ask.",
    ]


def test_a_port_that_is_taken_is_named(shell: Shell) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = str(other.getsockname()[1])
        said = shell("serve", "--port", port)
    assert said.code == 2
    assert said.complaint == [
        f"Port {port} is taken by another program.",
        "--port 0 takes one that is free.",
    ]


def test_without_the_extra_it_is_said_how_to_install_it(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("smart_tui.web.extra.find_spec", lambda _: None)
    said = shell("serve")
    assert said.code == 2
    assert said.complaint == [
        "What the browser needs is not installed.",
        f"This installs it: {sys.executable} -m pip install textual-serve",
    ]


def send(served: Served, data: bytes) -> None:
    """Send what no browser does, and wait until the server has had enough of it."""
    host, port = served.host.split(":")
    with socket.create_connection((host, int(port))) as connection:
        connection.sendall(data)
        while connection.recv(4096):
            pass


async def ended(served: Served, window: Window, how: signal.Signals) -> tuple[int, int | None]:
    """End the server; gives its exit code, and how its window is closed, when all its programs have gone."""
    await asyncio.to_thread(wait_until, lambda: len(served.programs) == 2)
    programs = served.programs
    ending = asyncio.ensure_future(asyncio.to_thread(served.end, how))
    closed = await window.wait_for_end()
    code = await ending
    await asyncio.to_thread(wait_until, lambda: not any(lives(program) for program in programs))
    return code, closed


async def start_writing(window: Window) -> None:
    await window.wait_for("No goals yet")
    await window.press("n")
    await window.wait_for(QUESTION)
    await window.type("Win 40 new leads")
    await window.wait_for("Win 40 new leads")
