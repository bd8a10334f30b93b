"""The worksheet: the five questions on one page, with lines for a pen."""

from collections.abc import Iterator

from smart_tui.goals.draft import Field, main_fields
from smart_tui.goals.terms import Dialect, Letter
from smart_tui.goals.workshop import Part
from smart_tui.reports.papers.paper import Blank, Blanks, Form, LetterPart, Page, Paper, Round
from smart_tui.reports.told import Fact
from smart_tui.words.asking import FIELD_TEXTS, letter_texts
from smart_tui.words.language import Language
from smart_tui.words.workshop import part_name, part_question

BOXES = 6
"""As many neighbours as answer in a round."""
SHORT = frozenset(
    {Field.AUDIENCE, Field.CHANNEL, Field.METRIC, Field.SOURCE, Field.BASELINE, Field.TARGET}
    | {Field.OBSTACLE, Field.IF_THEN, Field.STRENGTHS, Field.WEAKNESSES, Field.PLAN, Field.ACTION}
    | {Field.START, Field.DEADLINE, Field.WEEKLY, Field.TIMING}
)
"""Answers that share a line with another one."""


def worksheet(lang: Language, dialect: Dialect = Dialect.RELEVANT) -> Paper:
    """Give the blank worksheet."""
    say = lang.say
    title = say("Worksheet: my SMART goal")
    head = Blanks(
        (Blank(say("My name"), short=True), Blank(say("Who is responsible"), short=True)),
    )
    page = Page(
        form=Form.WORKSHEET,
        heading=title,
        blocks=(
            head,
            *(letter_part(lang, letter, dialect) for letter in Letter),
            clarity_round(lang),
            Blanks((Blank(say("My goal in one sentence")), Blank("")), foot=True),
        ),
    )
    return Paper(title, (page,))


def letter_part(lang: Language, letter: Letter, dialect: Dialect) -> LetterPart:
    """Give a letter with its question, its examples and its lines."""
    say, texts = lang.say, letter_texts(letter, dialect)
    return LetterPart(
        letter=letter.value,
        heading=say(texts.question),
        meaning=say(texts.meaning),
        good=Fact(say("Good"), say(texts.good)),
        bad=Fact(say("Weak"), say(texts.bad), say(texts.why_bad)),
        blanks=tuple(Blank(_label(lang, asked), short=asked in SHORT) for asked in _fields(letter, dialect)),
    )


def clarity_round(lang: Language) -> Round:
    """Give the foot of the page, for the neighbours."""
    say = lang.say
    return Round(
        heading=part_name(lang, Part.CLARITY),
        question=part_question(lang, Part.CLARITY),
        clear=say("clear"),
        unclear=say("not clear"),
        boxes=BOXES,
        open=Blank(say("Open questions")),
    )


def _label(lang: Language, asked: Field) -> str:
    """Label a line; the sentence is tried first, and written at the foot when the letters have done their work."""
    return lang.say("First try") if asked is Field.SENTENCE else lang.say(FIELD_TEXTS[asked].label)


def _fields(letter: Letter, dialect: Dialect) -> Iterator[Field]:
    """Name the fields that get a line: the main ones, and what these ask for on paper."""
    main = main_fields(letter, dialect)
    match letter:
        case Letter.SPECIFIC:
            yield from (Field.SENTENCE, Field.AUDIENCE, Field.CHANNEL)
        case Letter.MEASURABLE:
            yield from (Field.METRIC, Field.SOURCE, Field.BASELINE, Field.TARGET)
        case Letter.ACHIEVABLE:
            yield from main
            if Field.OBSTACLE in main:
                yield Field.IF_THEN
        case Letter.TIMEBOUND:
            yield from (Field.START, Field.DEADLINE, Field.WEEKLY, Field.TIMING)
        case _:
            yield from main
