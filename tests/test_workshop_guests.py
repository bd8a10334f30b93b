"""Guests in their browsers while the facilitator leads: their goals land in the file, the counter moves."""

import socket
import tomllib
from contextlib import AsyncExitStack
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from guest_browser import browser
from user import Hours, User, at_the_workshop

from smart_tui.app.workshop_app import WorkshopApp
from smart_tui.web.guest_server import GuestServer

SENTENCE = "Call 50 customers a week until the end of the year"


def server_of(user: User) -> GuestServer:
    assert isinstance(user.app, WorkshopApp)
    assert user.app._invitation is not None
    return user.app._invitation._server


async def invites(user: User) -> GuestServer:
    await user.presses("i")
    await user.waits_for("Guests type")
    return server_of(user)


async def test_guests_come_in_by_link_or_code_and_are_counted(tmp_path: Path) -> None:
    async with at_the_workshop(tmp_path) as (user, _):
        server = await invites(user)
        user.sees("0 of 20 are in", " ".join(server.door.code), "Only this machine reaches it")
        assert "▀" in user.screen
        async with browser(server) as guest:
            assert await guest.join(server.links[0], "Hà") == 200
            await user.waits_for("1 of 20 are in")
        await user.presses("escape")
        user.sees("○ Hà in the browser")


async def test_a_guests_goal_lands_in_the_file_and_the_room_counts_it(tmp_path: Path) -> None:
    async with at_the_workshop(tmp_path) as (user, _):
        server = await invites(user)
        await user.presses("escape", "enter", "enter", "enter", "v")
        async with browser(server) as guest:
            await guest.join(server.links[0], "Hà")
            await user.waits_for("ready 0 of 1")
            await guest.send("next", sentence=SENTENCE)
            await user.waits_for("ready 1 of 1")
            await guest.send("next", source="CRM")
        user.does_not_see("Hà")
        await user.presses("v")
        user.sees("● Hà goal written")
    (goal,) = tomllib.loads((tmp_path / "goals.toml").read_text("utf-8"))["goal"]
    assert (goal["owner"], goal["measurable"]["target"], goal["measurable"]["source"]) == ("Hà", 50, "CRM")


async def test_after_a_restart_the_same_door_opens_and_everybody_is_still_in(tmp_path: Path) -> None:
    hours = Hours()
    async with AsyncExitStack() as browsers:
        async with at_the_workshop(tmp_path, hours=hours) as (user, _):
            server = await invites(user)
            code, link = server.door.code, server.links[0]
            await user.presses("escape", "enter")
            guest = await browsers.enter_async_context(browser(server))
            await guest.join(link, "Hà")
            await guest.send("next", sentence=SENTENCE)
        async with at_the_workshop(tmp_path, hours=hours) as (user, _):
            await user.waits_for(code)
            assert server_of(user).links[0] == link
            assert await guest.open("/S") == 200
            assert SENTENCE in guest.text


async def test_a_goal_that_cannot_be_saved_is_said_to_the_guest_and_kept(tmp_path: Path) -> None:
    async with at_the_workshop(tmp_path) as (user, _):
        server = await invites(user)
        (tmp_path / "goals.toml").write_text("[[goal]\n", "utf-8")
        async with browser(server) as guest:
            await guest.join(server.links[0], "Hà")
            assert await guest.send("coach", sentence=SENTENCE) in {200, None}
            assert SENTENCE in guest.text
            assert "Saved." not in guest.text


async def test_without_the_extra_it_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("smart_tui.web.extra.find_spec", lambda name: None)
    async with at_the_workshop(tmp_path, size=(120, 30)) as (user, _):
        await user.presses("i")
        await user.waits_for("What the browser needs is not installed. This installs it:")


async def test_a_port_that_is_taken_by_now_is_another_one(tmp_path: Path) -> None:
    hours = Hours()
    async with at_the_workshop(tmp_path, hours=hours) as (user, _):
        server = await invites(user)
        port, code = urlsplit(server.address).port, server.door.code
        await user.presses("escape", "enter")
    with socket.create_server(("127.0.0.1", port or 0)):
        async with at_the_workshop(tmp_path, hours=hours) as (user, _):
            await user.waits_for(code)
            assert urlsplit(server_of(user).address).port != port
