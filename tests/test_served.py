"""The program in one's own browser: who gets in, what it costs, and that it ends when it should."""

import json
import re
import sys
from collections.abc import Iterator
from typing import Any

import pytest
from aiohttp import WSServerHandshakeError
from served import Served, memory, wait_until
from shell import goal

from smart_tui.web.served.door import Door
from smart_tui.web.served.pages import FILES
from smart_tui.web.served.serve import WINDOWS
from smart_tui.web.served.typed import MalformedError, packet
from smart_tui.widgets.theme import DARK

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="processes are looked at in /proc")

PATHS = ("/", "/ws", "/nothing", "/open/wrong", *(f"/static/{name}" for name in FILES))
KEPT = "An unfinished goal was kept"
MEGABYTE = 1 << 20
OUTSIDE = re.compile(r"(?:https?:)?//[\w.-]+\.\w+")
"""An address of another machine."""


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Give one server that several stories use, its link used already."""
    home = tmp_path_factory.mktemp("served")
    (home / "goals.toml").write_text("version = 1\n" + goal("leads-1", "Win leads"), "utf-8")
    with Served(home) as server:
        yield server.enter()


@pytest.mark.parametrize("path", PATHS)
async def test_nobody_without_the_cookie_sees_anything(served: Served, path: str) -> None:
    async with served.browser(known=False) as browser:
        for cookie in ("", "guessed"):
            async with browser.get(path, cookies=dict.fromkeys(served.cookies, cookie)) as answer:
                assert answer.status == 403
                assert "smart-tui serve prints" in await answer.text()


@pytest.mark.parametrize("path", PATHS)
async def test_another_name_or_another_page_is_turned_away_even_with_the_cookie(
    served: Served, path: str
) -> None:
    port = served.host.split(":")[1]
    foreign = (
        {"Host": "evil.example"},
        {"Host": f"localhost:{port}"},
        {"Host": "127.0.0.1"},
        {"Origin": "https://evil.example"},
        {"Origin": "http://127.0.0.1:1"},
        {"Origin": "null"},
    )
    async with served.browser() as browser:
        for headers in foreign:
            async with browser.get(path, headers=headers) as answer:
                assert answer.status == 403, headers


@pytest.mark.parametrize("origin", [None, "https://evil.example", "http://127.0.0.1"])
async def test_no_other_page_opens_a_window(served: Served, origin: str | None) -> None:
    async with served.browser() as browser:
        with pytest.raises(WSServerHandshakeError) as refused:
            await browser.ws_connect("/ws", origin=origin)
    assert refused.value.status == 403
    assert not served.programs


async def test_the_link_works_once_and_says_so(served: Served) -> None:
    assert "HttpOnly" in served.cookie
    assert "SameSite=Strict" in served.cookie
    async with served.browser(known=False) as browser, browser.get(served.link) as answer:
        assert answer.status == 403
        assert "This link has been used: it works once." in await answer.text()
        assert "Set-Cookie" not in answer.headers
    async with served.browser() as browser, browser.get(served.link) as answer:
        assert answer.status == 200


def test_another_link_makes_the_unused_one_worthless_and_no_cookie() -> None:
    door = Door("127.0.0.1", 8000)
    first, second = (door.new_link().rpartition("/")[2] for _ in range(2))
    assert door.enter(first) is None
    key = door.enter(second)
    assert door.knows(key)
    assert door.enter(second) is None
    door.new_link()
    assert door.knows(key)
    assert not door.knows("")


async def test_the_page_asks_nobody_else_for_anything(served: Served) -> None:
    async with served.browser() as browser:
        async with browser.get("/") as answer:
            page, policy = await answer.text(), answer.headers["Content-Security-Policy"]
        assert page.count(served.host) == 1
        assert not OUTSIDE.search(page.replace(f"ws://{served.host}", ""))
        assert set(re.findall(r'(?:src|href)="(.*?)"', page)) < {f"/static/{name}" for name in FILES}
        assert not OUTSIDE.search(policy.replace(f"ws://{served.host}", ""))
        for name in FILES:
            async with browser.get(f"/static/{name}") as answer:
                assert answer.status == 200
                text = (await answer.read()).decode("utf-8", "replace")
            if not name.endswith(".ttf"):
                said = re.sub(r"/\*.*?\*/|http://www.w3.org/2000/svg", "", text, flags=re.DOTALL)
                assert not OUTSIDE.search(said), name
    assert DARK.background is not None
    assert DARK.background in FILES["served.css"][0].read_text("utf-8")


async def test_so_many_windows_are_open_and_no_more(served: Served) -> None:
    async with served.browser() as browser:
        sockets = [await browser.ws_connect("/ws", origin=served.origin) for _ in range(WINDOWS)]
        with pytest.raises(WSServerHandshakeError) as refused:
            await browser.ws_connect("/ws", origin=served.origin)
        assert refused.value.status == 503
        async with browser.get("/") as answer:
            assert answer.status == 503
            assert "open in 4 windows already" in await answer.text()
        # What no page of ours sends ends the window, and is no fault of the server's.
        for sent, opened in zip(('["resize"]', "[" * 50_000, b"\x00", None), sockets, strict=True):
            if isinstance(sent, str):
                await opened.send_str(sent)
            elif sent is not None:
                await opened.send_bytes(sent)
            else:
                await opened.close()
        for opened in sockets:
            while not opened.closed:
                await opened.receive()
        assert [opened.close_code for opened in sockets[:3]] == [1008] * 3
    wait_until(lambda: not served.programs)
    async with served.browser() as browser, browser.get("/") as answer:
        assert answer.status == 200


@pytest.mark.parametrize(
    "message",
    [
        "",
        "null",
        "[]",
        '"stdin"',
        '{"stdin": "x"}',
        '["stdin"]',
        '["stdin", 1]',
        '["resize", {"width": "80", "height": 24}]',
        '["resize", {"width": 80}]',
        '["resize", {"width": 1e999, "height": 24}]',
        '["quit"]',
        f'["resize", {{"width": {"9" * 5000}, "height": 1}}]',
        "[" * 100_000,
    ],
)
def test_a_message_that_our_page_does_not_send_is_refused(message: str) -> None:
    with pytest.raises(MalformedError):
        packet(message)


@pytest.mark.parametrize(
    ("asked", "given"), [((20000, 5000), (500, 200)), ((-1, 0), (10, 4)), ((120, 40), (120, 40))]
)
def test_a_size_is_brought_within_bounds(asked: tuple[int, int], given: tuple[int, int]) -> None:
    sent = packet(json.dumps(["resize", {"width": asked[0], "height": asked[1]}]))
    size: dict[str, Any] = json.loads(sent[5:])
    assert (size["width"], size["height"]) == given
    assert int.from_bytes(sent[1:5], "big") == len(sent) - 5


def test_half_a_letter_is_typed_as_a_stand_in() -> None:
    assert packet('["stdin", "\\ud800"]') == b"D\x00\x00\x00\x01?"


async def test_a_window_as_large_as_a_house_costs_little(served: Served) -> None:
    async with served.window() as window:
        await window.wait_for("Win leads")
        (program,) = served.programs
        before = memory(program)
        drawn = window.drawn
        await window.resize(20000, 5000)
        while window.drawn < drawn + 50_000:
            assert await window.look(60)
        await window.resize(80, 24)
        await window.press("n")
        await window.wait_for("Exactly what do you want to achieve?")
        assert memory(program) - before <= 20 * MEGABYTE
