"""A letter's page as a guest sees it: everything that it says, made from the view that the wizard has too."""

from collections.abc import Mapping
from enum import StrEnum

from msgspec import Struct

from smart_tui.goals.draft import Field, asked_on, main_fields, more_fields
from smart_tui.goals.terms import Letter
from smart_tui.goals.workshop import Workshop
from smart_tui.screens.wizard.view import View
from smart_tui.web.guest_parts import Asked, Point, Press, asked_of, points_of
from smart_tui.web.sent import COACH, NEXT, go_value, lang_value
from smart_tui.widgets.step_bar import Mark
from smart_tui.words.asking import FIELD_TEXTS, letter_texts
from smart_tui.words.clauses import clauses
from smart_tui.words.clean import clean
from smart_tui.words.coaching import score_text
from smart_tui.words.language import Language, languages
from smart_tui.words.settings import language_name
from smart_tui.words.standing import letter_word
from smart_tui.words.workshop import part_name

LETTERS = tuple(Letter)


class News(StrEnum):
    """What became of what was sent just now."""

    SAVED = "saved"
    KEPT = "kept"
    """Kept, but not in the goal file."""
    TOO_LONG = "too-long"
    """Not kept: something is too long."""
    FAILED = "failed"
    """Not kept, and nobody knows why."""


class Step(Struct, frozen=True):
    """A letter in the row of all five."""

    letter: str
    word: str
    value: str
    mark: str
    glyph: str
    says: str
    here: bool


class Words(Struct, frozen=True):
    """What a page of a guest says beside its own matter."""

    lang: str
    news: str
    warns: bool
    refused: bool
    """Whether it was not even kept: then it is said before anything else."""
    steps: tuple[Step, ...]
    steps_label: str
    sheet: Press
    room: str
    """Which part the room is at."""
    languages: tuple[Press, ...]
    so_far: str
    sentence: str
    clauses: tuple[str, ...]
    goal_lang: str


class LetterPage(Struct, frozen=True):
    """Everything on a letter's page."""

    words: Words
    title: str
    letter: str
    word: str
    question: str
    meaning: str
    good: tuple[str, str]
    bad: tuple[str, str, str]
    coach: str
    score: str
    points: tuple[Point, ...]
    """What the coach says, what is open first; nothing before anything was answered."""
    fields: tuple[Asked, ...]
    more: str
    rest: tuple[Asked, ...]
    unfolded: bool
    presses: tuple[Press, ...]
    """What ends the page, the likeliest first."""
    back: Press | None
    action: str


def letter_page(
    view: View,
    letter: Letter,
    workshop: Workshop,
    *,
    news: News | None = None,
    at: Field | None = None,
    too_long: Mapping[Field, str] | None = None,
) -> LetterPage:
    """Make a letter's page; `at` is the field that the guest goes to, `too_long` what could not be kept."""
    lang, dialect = view.lang, view.dialect
    texts, word = letter_texts(letter, dialect), lang.say(letter_word(letter, dialect))
    begun = news is not None or any(
        view.draft.text(asked)
        for asked in asked_on(letter)
        if asked is not Field.OWNER  # who is known to begin with
    )
    doubts = too_long or {}
    rest = tuple(asked for asked in more_fields(letter, dialect) if view.asks(asked))
    score = score_text(lang, view.review.verdicts[letter])
    said = words(view, workshop, letter, news)
    names = ", ".join(lang.say(FIELD_TEXTS[asked].label).lower().rstrip("?") for asked in rest)
    titled = (said.news, f"{letter.value} {word}", score if begun else "")
    return LetterPage(
        words=said,
        title=" · ".join(part for part in titled if part),
        letter=letter.value,
        word=word,
        question=lang.say(texts.question),
        meaning=lang.say(texts.meaning),
        good=(lang.say("Good"), lang.say(texts.good)),
        bad=(lang.say("Weak"), lang.say(texts.bad), lang.say(texts.why_bad)),
        coach=lang.say("Coach"),
        score=score,
        points=tuple(points_of(view, letter)) if begun else (),
        fields=tuple(asked_of(view, it, doubts) for it in main_fields(letter, dialect) if view.asks(it)),
        more=lang.say("more: {names}", names=names),
        rest=tuple(asked_of(view, it, doubts) for it in rest),
        unfolded=any(it == at or it in doubts or it in view.answers.doubts or view.is_own(it) for it in rest),
        presses=_presses(view, letter),
        back=_back(view, letter),
        action=letter.value,
    )


def words(view: View, workshop: Workshop, here: Letter | None, news: News | None) -> Words:
    """Say what stands on every page of a guest; `here` is the letter, none on the sheet."""
    lang = view.lang
    sentence = view.draft.text(Field.SENTENCE).strip() or view.draft.text(Field.TITLE)
    return Words(
        lang=lang.code,
        news=news_text(lang, news),
        warns=news is not None and news is not News.SAVED,
        refused=news in {News.TOO_LONG, News.FAILED},
        steps=tuple(_step(view, letter, here) for letter in LETTERS),
        steps_label=lang.say("The five letters"),
        sheet=Press(go_value(None), lang.say("Sheet")),
        room=_room(lang, workshop, view),
        languages=tuple(
            Press(lang_value(code), language_name(code), code) for code in languages() if code != lang.code
        ),
        so_far=lang.say("Your goal so far"),
        sentence=clean(" ".join(sentence.split())),
        clauses=clauses(view.goal_lang, view.answers),
        goal_lang=view.goal_lang.code,
    )


def news_text(lang: Language, news: News | None) -> str:
    """Say what became of what was sent."""
    match news:
        case News.SAVED:
            return lang.say("Saved.")
        case News.KEPT:
            return lang.say(
                "Your answers are kept, but they are not in the goal file yet. Tell whoever leads the workshop."
            )
        case News.TOO_LONG:
            return lang.say("Not saved yet: something is too long. Everything you typed still stands here.")
        case News.FAILED:
            return lang.say("Not saved: something went wrong. What you typed still stands here; press again.")
    return ""


def _step(view: View, letter: Letter, here: Letter | None) -> Step:
    mark = view.mark(letter)
    return Step(
        letter=letter.value,
        word=view.lang.say(letter_word(letter, view.dialect)),
        value=go_value(letter),
        mark=mark.name.lower(),
        glyph=mark.value,
        says=score_text(view.lang, view.review.verdicts[letter]),
        here=letter is here,
    )


def _presses(view: View, letter: Letter) -> tuple[Press, ...]:
    """Offer to hear the coach, and to go on; where nothing is left to be said, to go on first."""
    lang = view.lang
    coach = Press(COACH, lang.say("Ask the coach"))
    place = LETTERS.index(letter) + 1
    if place == len(LETTERS):
        on = Press(NEXT, lang.say("On to the whole sheet"))
    else:
        following = LETTERS[place]
        word = lang.say(letter_word(following, view.dialect))
        on = Press(NEXT, lang.say("On to {letter}: {word}", letter=following.value, word=word))
    return (on, coach) if view.mark(letter) is Mark.STRONG else (coach, on)


def _back(view: View, letter: Letter) -> Press | None:
    place = LETTERS.index(letter)
    if not place:
        return None
    before = LETTERS[place - 1]
    return Press(go_value(before), view.lang.say("Back to {letter}", letter=before.value))


def _room(lang: Language, workshop: Workshop, view: View) -> str:
    if workshop.at is None or workshop.over:
        return ""
    name = part_name(lang, workshop.at, view.dialect)
    letter = workshop.at.letter
    return lang.say("The room is at: {part}", part=f"{letter.value} {name}" if letter else name)
