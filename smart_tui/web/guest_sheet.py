"""A guest's whole sheet: what was answered letter by letter, and what is still open."""

from collections.abc import Iterator

from msgspec import Struct

from smart_tui.coach.answers import CHOICES
from smart_tui.coach.findings import Level
from smart_tui.goals.draft import Field, asked_on, letter_of
from smart_tui.goals.terms import Letter
from smart_tui.goals.workshop import Workshop
from smart_tui.screens.wizard.view import View
from smart_tui.web.guest_page import LETTERS, News, Words, words
from smart_tui.web.guest_parts import Point, id_of, points_of
from smart_tui.words.asking import FIELD_TEXTS
from smart_tui.words.clean import clean_lines
from smart_tui.words.coaching import score_text
from smart_tui.words.readings import choice_text, echo
from smart_tui.words.standing import letter_word


class Fact(Struct, frozen=True):
    """One answer."""

    label: str
    text: str
    reading: str
    doubted: bool


class Open(Struct, frozen=True):
    """Something that is still to be said, and where."""

    point: Point
    href: str


class Part(Struct, frozen=True):
    """A letter of the sheet."""

    letter: str
    word: str
    score: str
    facts: tuple[Fact, ...]
    open: tuple[Open, ...]
    nothing: str
    change: str


class SheetPage(Struct, frozen=True):
    """Everything on the sheet."""

    words: Words
    title: str
    heading: str
    lead: str
    needed: str
    parts: tuple[Part, ...]


def sheet_page(view: View, workshop: Workshop, *, news: News | None = None) -> SheetPage:
    """Make the sheet."""
    lang = view.lang
    said = words(view, workshop, None, news)
    parts = tuple(_part(view, letter) for letter in LETTERS)
    count = sum(len(part.open) for part in parts)
    needed = ", ".join(lang.say(FIELD_TEXTS[asked].label) for asked in view.answers.blocking)
    heading = lang.say("Your sheet")
    return SheetPage(
        words=said,
        title=" · ".join(part for part in (said.news, heading) if part),
        heading=heading,
        lead=lang.count("Still open: one thing", "Still open: {n} things", count)
        if count
        else lang.say("Nothing is open. Say it to your neighbour: is it clear?"),
        needed=lang.say("Without these it is no goal yet: {names}", names=needed) if needed else "",
        parts=parts,
    )


def _part(view: View, letter: Letter) -> Part:
    lang = view.lang
    word = lang.say(letter_word(letter, view.dialect))
    return Part(
        letter=letter.value,
        word=word,
        score=score_text(lang, view.review.verdicts[letter]),
        facts=tuple(_facts(view, letter)),
        open=tuple(_open(view, letter)),
        nothing=lang.say("Nothing answered yet."),
        change=lang.say("Change {letter}: {word}", letter=letter.value, word=word),
    )


def _facts(view: View, letter: Letter) -> Iterator[Fact]:
    for asked in asked_on(letter, view.dialect):
        text = view.draft.text(asked).strip()
        if not text:
            continue
        reading = echo(view.lang, asked, view.answers)
        choice = next((it for it in CHOICES.get(asked, ()) if it.value == text), None)
        said = clean_lines(text) if choice is None else choice_text(view.lang, choice)
        if _bare(reading) == _bare(text):
            said, reading = reading, ""
        yield Fact(
            view.lang.say(FIELD_TEXTS[asked].label),
            said,
            reading,
            asked in view.answers.doubts,
        )


def _open(view: View, letter: Letter) -> Iterator[Open]:
    """Name what the coach asks, then answers that he says nothing about: not there, or not to be read."""
    told = set()
    for point in points_of(view, letter):
        if point.level in {Level.ASK, Level.MISSING}:
            told.add(point.asked)
            yield Open(point, href_of(letter, point.asked))
    for asked in view.answers.missing(letter):
        if asked not in told and view.asks(asked):
            label, lang = view.lang.say(FIELD_TEXTS[asked].label), view.lang
            why = echo(lang, asked, view.answers) or lang.say("still to be answered")
            text = lang.say("{label}: {value}", label=label, value=why)
            yield Open(Point(Level.ASK.value, "▲", "", text, asked), href_of(letter, asked))


def href_of(letter: Letter, asked: Field | None) -> str:
    """Give the address of a field: a fold that would hide it is open there."""
    if asked is None:
        return f"/{letter.value}"
    return f"/{letter_of(asked).value}?at={asked.value}#{id_of(asked.value)}"


def _bare(text: str) -> str:
    """Give what a text says without its marks: "1000" and "1,000" are one."""
    return "".join(char for char in text if char.isalnum())
