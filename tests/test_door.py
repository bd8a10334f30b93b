"""The door of a workshop, the form that comes through it, and the code that a camera reads."""

from urllib.parse import urlencode

import pytest
import segno
from sample_goals import TODAY

from smart_tui.coach.answers import Setting
from smart_tui.goals.draft import Draft, Field
from smart_tui.goals.model import GoalFile
from smart_tui.goals.terms import Letter
from smart_tui.web.door import ALPHABET, TRIES, Door, Site, Tried, as_code, key_of, new_cookie
from smart_tui.web.extra import install_text, missing_packages
from smart_tui.web.qr import QUIET, qr_lines
from smart_tui.web.sent import as_typed, most, pairs_of, read_sent, take_value
from smart_tui.words.language import language, languages

ELSEWHERE = "192.168.1.9"


def door() -> Door:
    return Door("a-link", "4KFKH7")


def test_each_door_has_a_link_nobody_guesses_and_a_code_to_type() -> None:
    doors = [Door() for _ in range(50)]
    assert len({it.link for it in doors}) == len({it.code for it in doors}) == 50
    assert all(len(it.link) >= 22 and len(it.code) == 6 and set(it.code) <= set(ALPHABET) for it in doors)


def test_no_input_method_changes_a_code() -> None:
    assert not set("AEIOUYWD") & set(ALPHABET)  # vowels take tones; w is ư, dd is đ in Telex
    assert not set("01ILOSBZ") & set(ALPHABET)  # what is read wrong off a wall


def test_the_link_opens_and_no_other() -> None:
    assert door().opens("a-link")
    assert not any(door().opens(it) for it in ("", "a-lin", "a-link ", "A-LINK", "đường", "\ud800"))


@pytest.mark.parametrize("typed", ["4KFKH7", "4kfkh7", " 4kf-kh7 ", "4KF KH7", "４ＫＦＫＨ７"])
def test_a_code_is_taken_as_it_is_meant(typed: str) -> None:
    assert door().try_code(typed, ELSEWHERE, 0) is Tried.RIGHT


def test_what_looks_alike_is_taken_as_meant() -> None:
    assert as_code("sbz 347") == "582347"


def test_the_sixth_try_of_a_minute_is_not_heard_even_with_the_right_code() -> None:
    one = door()
    assert [one.try_code("CCCCCC", ELSEWHERE, second) for second in range(TRIES)] == [Tried.WRONG] * TRIES
    assert one.try_code(one.code, ELSEWHERE, 59) is Tried.TOO_OFTEN
    assert one.try_code(one.code, "192.168.1.10", 59) is Tried.RIGHT
    assert one.try_code(one.code, ELSEWHERE, 60) is Tried.RIGHT


def test_who_was_wrong_too_often_is_heard_again_try_by_try() -> None:
    one = door()
    for second in range(TRIES):
        one.try_code("CCCCCC", ELSEWHERE, second)
    assert one.try_code("CCCCCC", ELSEWHERE, 60) is Tried.WRONG
    assert one.try_code("CCCCCC", ELSEWHERE, 60) is Tried.TOO_OFTEN


def test_a_machine_does_not_get_around_it_by_its_many_addresses() -> None:
    one = door()
    for number in range(TRIES):
        one.try_code("CCCCCC", f"2001:db8::{number}", 0)
    assert one.try_code(one.code, "2001:db8::ffff", 0) is Tried.TOO_OFTEN
    assert one.try_code(one.code, "2001:db8:1::1", 0) is Tried.RIGHT


def test_a_key_tells_nothing_of_the_cookie() -> None:
    cookie = new_cookie()
    assert len(cookie) == 32
    assert key_of(cookie) == key_of(cookie) != key_of(new_cookie())
    assert cookie not in key_of(cookie)


SITE = Site(frozenset({"192.168.1.2:8000", "localhost:8000"}))


@pytest.mark.parametrize(
    "host", ["", "192.168.1.2", "192.168.1.2:80", "evil.example:8000", "localhost:8000.evil"]
)
def test_another_host_is_not_ours(host: str) -> None:
    assert SITE.is_ours("192.168.1.2:8000")
    assert SITE.is_ours("LocalHost:8000")
    assert not SITE.is_ours(host)


@pytest.mark.parametrize(
    ("origin", "referer", "ours"),
    [
        ("http://localhost:8000", None, True),
        (None, "http://localhost:8000/S", True),
        ("http://evil.example", "http://localhost:8000/S", False),
        ("null", "http://localhost:8000/S", False),
        ("https://localhost:8000", None, False),
        ("http://localhost:8001", None, False),
        (None, "http://localhost:8000.evil.example/", False),
        (None, "http://[", False),
        (None, None, False),
    ],
)
def test_a_form_comes_from_our_own_page(origin: str | None, referer: str | None, *, ours: bool) -> None:
    assert SITE.comes_from("localhost:8000", origin, referer) is ours


def test_a_form_is_read_and_only_the_fields_of_its_letter_are_taken() -> None:
    body = urlencode({"timebound.deadline": "31/12", "goal.id": "x", "specific.sentence": "a", "do": "next"})
    sent = read_sent(Letter.TIMEBOUND, pairs_of(body))
    assert (dict(sent.texts), sent.on) == ({Field.DEADLINE: "31/12"}, True)


def test_what_is_no_form_is_an_empty_one() -> None:
    assert dict(pairs_of("&".join(["a=b"] * 1000))) == {}
    assert read_sent(Letter.SPECIFIC, pairs_of("\0%ff{}")).texts == {}


@pytest.mark.parametrize(
    ("asked", "text", "kept"),
    [
        (Field.OWNER, "Ngo\u0323c", "Ngọc"),
        (Field.OWNER, "a\r\nb", "a b"),
        (Field.PLAN, "a\r\nb", "a\nb"),
        (Field.OWNER, "a\0b\x1b[31m", "a␀b␛[31m"),
        (Field.KIND, "rate", "rate"),
        (Field.KIND, "<b>", ""),
        (Field.OWNER, "👨\u200d👩", "👨\u200d👩"),
    ],
)
def test_an_answer_is_kept_as_it_was_meant(asked: Field, text: str, kept: str) -> None:
    assert as_typed(asked, text) == kept


def test_a_button_takes_just_what_stands_on_it() -> None:
    value = take_value(
        ((Field.TARGET, "1.000 & more"), (Field.SUPPORTS, "a=b")), "the other", Field.RESOURCES
    )
    sent = read_sent(Letter.ACHIEVABLE, {"do": value})
    assert sent.fills == ((Field.TARGET, "1.000 & more"), (Field.SUPPORTS, "a=b"))
    assert (sent.then, sent.goes_to) == ("the other", Field.RESOURCES)


def test_no_button_carries_more_than_is_kept() -> None:
    sent = read_sent(Letter.SPECIFIC, {"do": take_value(((Field.OWNER, "x" * 5000),), "y" * 5000)})
    assert (len(sent.fills[0][1]), len(sent.then)) == (most(Field.OWNER), most(Field.SENTENCE))


@pytest.mark.parametrize(
    "pressed", ["go:X", "take:\0", "take:nothing=1", "lang:", "", "whatever", "take:to=x"]
)
def test_a_button_of_nobodys_does_nothing(pressed: str) -> None:
    sent = read_sent(Letter.SPECIFIC, {"do": pressed})
    assert (sent.fills, sent.to, sent.goes_to, sent.on) == ((), None, None, False)


def test_of_two_goals_the_second_is_written_down() -> None:
    value = take_value(((Field.SENTENCE, "Win 40 leads"),), "raise prices")
    sent = read_sent(Letter.SPECIFIC, {"do": value, "specific.details": "with care"})
    draft = sent.put_into(Draft(key="k", lang="en"), Setting(GoalFile(), TODAY))
    assert draft.text(Field.DETAILS) == "with care\nraise prices"
    assert draft.text(Field.TARGET) == "40"


def test_the_code_for_cameras_is_drawn_with_room_around_it() -> None:
    text = "http://192.168.1.23:8000/j/" + "x" * 22
    lines = qr_lines(text)
    size = segno.make_qr(text, error="l").symbol_size(border=QUIET)[0]
    assert {len(line) for line in lines} == {size}
    assert len(lines) == -(-size // 2)
    quiet = QUIET // 2
    assert all(not line.strip() for line in (*lines[:quiet], *lines[-quiet:]))
    assert all(line.startswith(" " * QUIET) and line.endswith(" " * QUIET) for line in lines)


def test_on_a_dark_ground_the_light_modules_are_drawn() -> None:
    turned = str.maketrans("█▀▄ ", " ▄▀█")
    dark, light = qr_lines("smart"), qr_lines("smart", ink_is_light=True)
    assert light == tuple(line.translate(turned) for line in dark)


def test_without_the_extra_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    needed = ("aiohttp", "textual_serve", "segno")
    assert missing_packages(needed) == ()
    monkeypatch.setattr("smart_tui.web.extra.find_spec", lambda name: None)
    assert missing_packages(needed) == ("textual-serve", "segno")
    for lang in languages():
        assert (
            "-m pip install textual-serve segno" in install_text(language(lang), missing_packages(needed))[1]
        )
