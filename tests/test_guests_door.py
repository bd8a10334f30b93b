"""Nobody reaches a goal but through the door, and nothing a guest sends hurts anybody (RELIABILITY, G10)."""

import asyncio
import re
import socket
from base64 import b64encode
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pytest
from guest_browser import Browser, Ticking, browser, served
from guest_host import StoreHost

from smart_tui.store.reader import read
from smart_tui.web.answering import GUEST
from smart_tui.web.door import key_of
from smart_tui.web.guest_server import CannotServe, GuestServer, why_not
from smart_tui.words.language import language

PAGES = ("/S", "/M", "/A", "/R", "/T", "/sheet")
SENTENCE = "Get 1,000 new leads by 31 December"


async def test_without_cookie_there_is_only_the_code(tmp_path: Path) -> None:
    async with served(StoreHost(tmp_path)) as server, browser(server) as stranger:
        for path in (*PAGES, "/j/not-the-link", "/static/x", "/goals.toml", "/../goals.toml"):
            assert await stranger.open(path) == 403, path
            assert set(stranger.page.fields) == {"code"}
        for path in PAGES[:5]:
            assert await stranger.post(path, {"do": "next"}) == 403
        assert await stranger.post("/join", {"link": "x", "name": "Lan"}) == 403
        assert await stranger.open("/") == 200
        assert set(stranger.page.fields) == {"code"}


@pytest.mark.parametrize("cookie", ["x", "", "0" * 32, "guest-" + "0" * 32, "ữ" * 3000])
async def test_a_made_up_cookie_opens_nothing(tmp_path: Path, cookie: str) -> None:
    async with served(StoreHost(tmp_path)) as server, browser(server) as stranger:
        await stranger.join(server.links[0], "Lan")
        stranger.session.cookie_jar.clear()
        sent = cookie.encode("ascii", "ignore").decode()
        assert await stranger.open("/S", Cookie=f"{GUEST}={sent}") == 403


async def test_a_person_of_the_room_who_is_no_guest_has_no_page(tmp_path: Path) -> None:
    host = StoreHost(tmp_path)
    async with served(host) as server, browser(server) as guest:
        await guest.join(server.links[0], "Lan")
        host.workshop = host.workshop.parts_with(host.workshop.people[0].key)
        assert await guest.open("/S") == 403


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Referer": "https://evil.example/S"},
        {},
    ],
)
async def test_a_form_of_another_site_is_refused(tmp_path: Path, headers: dict[str, str]) -> None:
    host = StoreHost(tmp_path)
    async with served(host) as server, browser(server) as guest:
        await guest.join(server.links[0], "Lan")
        form = {"specific.sentence": SENTENCE, "do": "coach"}
        assert await guest.post("/S", form, headers) == 403
        assert await guest.post("/code", {"code": server.door.code}, headers) == 403
        assert await guest.post("/S", form, {"Referer": f"{guest.base}/S"}) == 200
    assert len(host.store.read().file.goals) == 1


async def test_another_host_name_is_refused(tmp_path: Path) -> None:
    async with served(StoreHost(tmp_path)) as server, browser(server) as guest:
        await guest.join(server.links[0], "Lan")
        for host in ("evil.example", "127.0.0.1", "127.0.0.1:1", "evil.example:80"):
            for path in (*PAGES, "/", server.links[0].removeprefix(guest.base)):
                assert await guest.open(path, Host=host) == 403
                assert "form" not in {it.tag for it in guest.page.elements}


async def test_six_wrong_codes_are_too_many_for_a_minute(tmp_path: Path) -> None:
    clock = Ticking()
    async with served(StoreHost(tmp_path), clock=clock) as server, browser(server) as stranger:
        for _ in range(5):
            assert await stranger.post("/code", {"code": "CCCCCC"}) == 403
            assert "not the code" in stranger.text
            assert stranger.page.by_id("answer").attrs["aria-invalid"] == "true"
        assert await stranger.post("/code", {"code": server.door.code}) == 429
        assert "Wait a minute" in stranger.text
        clock.now += 60
        assert await stranger.post("/code", {"code": server.door.code}) == 200
        assert stranger.url == server.links[0].removeprefix(stranger.base)


async def test_the_guest_after_the_last_is_told_that_the_room_is_full(tmp_path: Path) -> None:
    host = StoreHost(tmp_path)
    async with served(host, capacity=3) as server, AsyncExitStack() as room:
        guests = [await room.enter_async_context(browser(server)) for _ in range(8)]
        said = await asyncio.gather(*(guest.join(server.links[0], "Lan") for guest in guests))
        assert sorted(said) == [200, 200, 200, *[503] * 5]
        full = guests[said.index(503)]
        assert "3 guests write already" in full.text
        inside = guests[said.index(200)]
        assert await inside.post("/join", {"name": "Lan Anh"}) == 200  # another name, not another guest
    assert len(host.workshop.people) == 3


async def test_the_cookie_is_the_guests_own_and_nobody_elses(tmp_path: Path) -> None:
    host = StoreHost(tmp_path)
    async with served(host) as server, browser(server) as guest:
        link = server.links[0].removeprefix(guest.base)
        await guest.open(link)
        assert "Set-Cookie" not in guest.headers  # one that was given before is not lost to a link in a chat
        form = {**guest.page.fields, "name": "Lan"}
        async with guest.session.post(
            f"{guest.base}/join", data=form, headers={"Origin": guest.base}, allow_redirects=False
        ) as answer:
            cookie = answer.cookies[GUEST]
        assert cookie["httponly"]
        assert (cookie["samesite"], cookie["path"], cookie["domain"]) == ("Strict", "/", "")
        assert len(cookie.value) == 32
        assert [person.key for person in host.workshop.people] == [key_of(cookie.value)]


async def test_who_follows_the_link_again_is_still_who_they_were(tmp_path: Path) -> None:
    host = StoreHost(tmp_path)
    async with served(host) as server, browser(server) as guest, browser(server) as from_a_chat:
        await guest.join(server.links[0], "Lan")
        await guest.send(sentence=SENTENCE)
        # A link from elsewhere comes without the cookie and is answered all the same;
        await from_a_chat.open(server.links[0].removeprefix(guest.base))
        assert from_a_chat.page.fields["link"] == server.door.link
        # what is pressed on that page comes with it.
        assert await guest.post("/join", {**from_a_chat.page.fields, "name": "Lan"}) == 200
        assert guest.page.fields["specific.sentence"] == SENTENCE
        await guest.open("/")
        assert guest.url == "/S"
    assert len(host.workshop.people) == 1


@pytest.mark.parametrize("name", ["", "   ", "x" * 61])
async def test_a_name_is_needed(tmp_path: Path, name: str) -> None:
    host = StoreHost(tmp_path)
    async with served(host) as server, browser(server) as guest:
        assert await guest.join(server.links[0], name) == 422
        assert guest.page.by_id("answer").attrs["aria-invalid"] == "true"
        assert guest.page.fields["link"] == server.door.link
    assert host.workshop.people == ()


async def test_every_answer_allows_nothing_but_its_own_style(tmp_path: Path) -> None:
    async with served(StoreHost(tmp_path)) as server, browser(server) as guest:
        seen = [(await guest.open(path), guest.html, guest.headers) for path in ("/", "/S", "/nowhere")]
        await guest.join(server.links[0], "Lan")
        await guest.send(sentence="get many new leads")
        seen += [(await guest.open(path), guest.html, guest.headers) for path in (*PAGES, "/nowhere")]
        assert await guest.open("/S", Host="evil.example") == 403
        seen.append((403, guest.html, guest.headers))
        for status, html, headers in seen:
            style = re.search(r"<style>(.*)</style>", html, re.DOTALL)
            assert style
            digest = b64encode(sha256(style[1].encode()).digest()).decode()
            assert headers["Content-Security-Policy"] == (
                f"default-src 'none'; style-src 'sha256-{digest}'; form-action 'self'; base-uri 'none'; "
                "frame-ancestors 'none'"
            ), status
            assert headers["X-Content-Type-Options"] == "nosniff"
            assert headers["Referrer-Policy"] == "same-origin"
            assert headers["Cache-Control"] == "no-store"
            assert "Server" not in headers


async def test_no_page_has_a_script_or_asks_for_anything_outside(tmp_path: Path) -> None:
    async with served(StoreHost(tmp_path)) as server, browser(server) as guest:
        await guest.open("/")
        pages = [guest.page]
        await guest.join(server.links[0], "Lan")
        for path in PAGES:
            await guest.open(path)
            pages.append(guest.page)
    for page in pages:
        tags = {it.tag for it in page.elements}
        assert not tags & {"script", "img", "link", "iframe", "object", "embed", "svg", "base", "video"}
        for element in page.elements:
            assert not [name for name in element.attrs if name.startswith("on") or name in {"style", "src"}]
            for name in ("href", "action", "formaction"):
                assert element.attrs.get(name, "/").startswith("/")
                assert not element.attrs.get(name, "/").startswith("//")
        assert "url(" not in page.all("style")[0].text
        assert "@import" not in page.all("style")[0].text


async def test_every_field_has_its_label_and_what_describes_it(tmp_path: Path) -> None:
    async with served(StoreHost(tmp_path)) as server, browser(server) as guest:
        await guest.join(server.links[0], "Lan")
        await guest.send(sentence=SENTENCE)
        for path in PAGES[:5]:
            await guest.open(path)
            ids = [it.attrs["id"] for it in guest.page.elements if "id" in it.attrs]
            assert len(ids) == len(set(ids))
            labels = {it.attrs["for"] for it in guest.page.all("label")}
            fields = [it for it in guest.page.elements if it.tag in {"input", "textarea", "select"}]
            assert {it.attrs["id"] for it in fields} == labels
            assert all(set(it.attrs.get("aria-describedby", "").split()) <= set(ids) for it in fields)
            assert len(guest.page.all("h1")) == len(guest.page.all("main")) == 1
            assert all(
                it.text.strip() or "aria-label" in it.attrs or "aria-hidden" in it.attrs
                for it in guest.page.all("button")
            )


HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</textarea></form><h1>mine</h1>",
    "{{ 7 * 7 }}{% raw %}",
    "[bold]x[/] [/red]",
    "\x1b]0;mine\x07\x1b[2J",
    "\0\0",
    "\u202egnp.exe\u2066",
    "../../../etc/passwd",
    "'''\n[[goal]]\nid = \"x\"",
    "Z" + "\u0301" * 50,
    "%00%0d%0aSet-Cookie: x=y",
)


@pytest.mark.parametrize("text", HOSTILE)
async def test_whatever_is_typed_is_text(tmp_path: Path, text: str) -> None:
    host = StoreHost(tmp_path)
    async with served(host) as server, browser(server) as guest:
        assert await guest.join(server.links[0], text) == 200
        for path in PAGES[:5]:
            await guest.open(path)
            fields = guest.page.fields
            assert await guest.post(path, {**dict.fromkeys(fields, text), "do": "coach"}) == 200
            assert not {"script", "img"} & {it.tag for it in guest.page.elements}
            assert set(guest.page.fields) >= set(fields)  # and the form ends where it should
        assert await guest.open("/sheet") == 200
        assert len(guest.page.all("h1")) == 1
        assert not set(guest.text) & set("\0\x1b\x07\u202e\u2066")
    data = host.store.path.read_bytes()
    assert len(read(data).goals) == 1
    assert not set(data) & {0, 7, 27}


def folders(folder: Path) -> list[str]:
    return [it.name for it in folder.iterdir()]


async def test_names_and_paths_of_a_guest_lead_nowhere(tmp_path: Path) -> None:
    async with served(StoreHost(tmp_path / "in")) as server, browser(server) as guest:
        await guest.join(server.links[0], "../../x")
        await guest.send(sentence="../../y", title="../z")
        for path in ("/j/..%2f..%2fetc", "/%2e%2e/goals.toml", "/S/../../goals.toml", "/S%00"):
            assert await guest.open(path) in {200, 404}
            assert "[[goal]]" not in guest.html
    assert folders(tmp_path) == ["in"]


async def test_a_megabyte_is_too_much_and_nothing_breaks(tmp_path: Path) -> None:
    host = StoreHost(tmp_path)
    async with served(host) as server, browser(server) as guest:
        await guest.join(server.links[0], "Lan")
        form = {"Origin": guest.base, "Content-Type": "application/x-www-form-urlencoded"}
        assert await guest.post("/S", BytesIO(b"specific.sentence=" + b"x" * 2**20), form) == 413
        assert "Too much at once" in guest.text
        assert await guest.post("/S", b"&".join([b"a=b"] * 10_000), form) == 200
        for headers in ({"Content-Type": "multipart/form-data; boundary=x"}, {"Content-Type": "text/plain"}):
            assert await guest.post("/S", b"x=y", {"Origin": guest.base, **headers}) == 415
        await guest.open("/S")
        assert await guest.send(sentence=SENTENCE) == 200


async def test_a_body_without_a_length_is_cut_off_too(tmp_path: Path) -> None:
    async def endless() -> AsyncIterator[bytes]:
        for _ in range(100):
            yield b"x" * 4096

    async with served(StoreHost(tmp_path)) as server, browser(server) as guest:
        await guest.join(server.links[0], "Lan")
        headers = {"Origin": guest.base, "Content-Type": "application/x-www-form-urlencoded"}
        async with guest.session.post(f"{guest.base}/S", data=endless(), headers=headers) as answer:
            assert answer.status == 413


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
async def test_other_methods_are_refused_in_words(tmp_path: Path, method: str) -> None:
    async with served(StoreHost(tmp_path)) as server, browser(server) as guest:
        await guest.join(server.links[0], "Lan")
        async with guest.session.request(method, f"{guest.base}/S", headers={"Origin": guest.base}) as answer:
            assert answer.status == 405
            assert "That does not work here" in await answer.text()


async def test_nonsense_on_the_wire_prints_nothing(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    async with served(StoreHost(tmp_path)) as server, browser(server) as guest:
        host, _, port = server.address.removeprefix("http://").rstrip("/").partition(":")
        for nonsense in (
            b"\x16\x03\x01\x02\0",
            b"GET / HTTP/9.9\r\n\r\n",
            b"GET /\x00 HTTP/1.1\r\n\r\n",
            b"A" * 20_000,
        ):
            reader, writer = await asyncio.open_connection(host, int(port))
            writer.write(nonsense)
            writer.write_eof()
            answer = await reader.read()
            writer.close()
            assert b"Traceback" not in answer
            assert b"aiohttp" not in answer
        assert await guest.open("/") == 200
    assert capfd.readouterr() == ("", "")


async def test_twenty_guests_at_once_are_all_kept_and_none_twice(tmp_path: Path) -> None:
    host = StoreHost(tmp_path)
    async with served(host) as server, AsyncExitStack() as room:
        guests = [await room.enter_async_context(browser(server)) for _ in range(20)]

        async def writes(number: int, guest: Browser) -> None:
            assert await guest.join(server.links[0], f"Guest {number}") == 200
            fields = {**guest.page.fields, "specific.sentence": f"Win {number + 10} new leads by 31 December"}
            form = {**fields, "do": "next"}
            assert await asyncio.gather(*(guest.post("/S", form) for _ in range(2))) == [
                200,
                200,
            ]  # tapped twice
            await guest.send("next", source=f"report {number}")

        await asyncio.gather(*(writes(number, guest) for number, guest in enumerate(guests)))
    goals = host.store.read().file.goals
    assert sorted(goal.measurable.target or 0 for goal in goals) == [number + 10 for number in range(20)]
    assert len({goal.id for goal in goals}) == len({goal.owner for goal in goals}) == 20
    assert {goal.measurable.source for goal in goals} == {f"report {number}" for number in range(20)}
    assert {person.goal for person in host.workshop.people} == {goal.id for goal in goals}


async def test_after_a_restart_everybody_is_where_they_were(tmp_path: Path) -> None:
    before = GuestServer(StoreHost(tmp_path), lang="en")
    await before.start()
    async with browser(before) as guest:
        await guest.join(before.links[0], "Lan")
        await guest.send("go:M", sentence=SENTENCE)
        await before.stop()
        after = GuestServer(StoreHost(tmp_path), lang="en", door=before.door)
        await after.start(port=int(guest.base.rpartition(":")[2]))
        try:
            await guest.open("/")
            assert guest.url == "/S"
            assert guest.page.fields["specific.sentence"] == SENTENCE
            assert await guest.send("next", sentence="Get 900 new leads by 31 December") == 200
            assert after.links == (f"{guest.base}/j/{before.door.link}",)
        finally:
            await after.stop()
    assert [goal.measurable.target for goal in StoreHost(tmp_path).file.goals] == [900]


async def test_it_ends_though_somebody_is_still_connected(tmp_path: Path) -> None:
    server = GuestServer(StoreHost(tmp_path), lang="en")
    await server.start()
    host, _, port = server.address.removeprefix("http://").rstrip("/").partition(":")
    idle_reader, idle = await asyncio.open_connection(host, int(port))
    head = f"POST /code HTTP/1.1\r\nHost: {host}:{port}\r\nOrigin: http://{host}:{port}\r\n"
    busy_reader, busy = await asyncio.open_connection(host, int(port))
    busy.write(
        f"{head}Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 99\r\n\r\ncode".encode()
    )
    await busy.drain()
    async with asyncio.timeout(10):
        await server.stop()
        await idle_reader.read()
        await busy_reader.read()
    idle.close()
    busy.close()
    with pytest.raises(OSError, match="Connect call failed"):
        await asyncio.open_connection(host, int(port))
    await server.stop()  # once more does no harm


async def test_a_port_that_is_taken_is_told_in_words(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        server = GuestServer(StoreHost(tmp_path), lang="en")
        with pytest.raises(CannotServe) as refused:
            await server.start(port=port)
    assert why_not(language("en"), refused.value) == f"Port {port} is taken: choose another one."
    assert server.links == ()


async def test_an_address_of_another_machine_is_told_in_words(tmp_path: Path) -> None:
    with pytest.raises(CannotServe) as refused:
        await GuestServer(StoreHost(tmp_path), lang="en").start("192.0.2.77")
    assert why_not(language("en"), refused.value) == "This machine has no address 192.0.2.77."


async def test_it_is_for_this_machine_alone_unless_an_address_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with served(StoreHost(tmp_path)) as server:
        assert server.address.startswith("http://127.0.0.1:")
    monkeypatch.setattr("smart_tui.web.guest_server._own_addresses", lambda: iter(("192.0.2.5", "192.0.2.5")))
    open_to_all = GuestServer(StoreHost(tmp_path), lang="en", names=("laptop.local",))
    await open_to_all.start("0.0.0.0")
    try:
        port = open_to_all.address.rstrip("/").rpartition(":")[2]
        link = f"/j/{open_to_all.door.link}"
        assert open_to_all.links == (
            f"http://laptop.local:{port}{link}",
            f"http://192.0.2.5:{port}{link}",
        )
        async with Browser(f"http://127.0.0.1:{port}") as guest:
            assert await guest.open("/", Host=f"192.0.2.5:{port}") == 200
            assert await guest.open("/", Host=f"192.0.2.6:{port}") == 403
    finally:
        await open_to_all.stop()
