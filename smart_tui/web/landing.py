"""Where a guest finds themselves after a submit."""

from urllib.parse import urlencode

from smart_tui.goals.draft import Draft, Field, asked_on, letter_of
from smart_tui.goals.terms import Letter
from smart_tui.screens.wizard.view import View
from smart_tui.web.guest_page import LETTERS, News
from smart_tui.web.guest_parts import id_of
from smart_tui.web.sent import Sent

COACH = "coach"
SHEET = "sheet"


def landing(sent: Sent, view: View, before: Draft, news: News | None) -> str:
    """Give the address: where the guest wanted to go, unless something new cannot be read, which comes first."""
    if sent.sheet:
        return _address(SHEET, news)
    if sent.to is not None:
        return _address(sent.to, news)
    if sent.lang is not None:
        return _address(sent.letter, news)
    if sent.goes_to is not None:
        return _at(sent.goes_to, news)
    if sent.fills:
        return _at(sent.fills[0][0], news)
    doubts = [asked for asked in asked_on(sent.letter, view.dialect) if asked in view.answers.doubts]
    if doubts and (not sent.on or any(view.draft.text(it) != before.text(it) for it in doubts)):
        return _at(doubts[0], news)
    if not sent.on:
        return _address(sent.letter, news, COACH)
    place = LETTERS.index(sent.letter) + 1
    return _address(LETTERS[place] if place < len(LETTERS) else SHEET, news)


def _at(asked: Field, news: News | None) -> str:
    return _address(letter_of(asked), news, id_of(asked.value), at=asked)


def _address(page: Letter | str, news: News | None, place: str = "", at: Field | None = None) -> str:
    query = {"sent": news.value} if news else {}
    query |= {"at": at.value} if at else {}
    asked = f"?{urlencode(query)}" if query else ""
    return f"/{page}{asked}{f'#{place}' if place else ''}"
