"""Every text can be said in every language, with the same values in it."""

import unicodedata
from datetime import date
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.catalog import Catalog
from catalogue import catalogues, collected, forms, load, texts, told

from smart_tui.coach.answers import Answers, Setting, read_answers
from smart_tui.goals.draft import Draft, Field
from smart_tui.goals.model import GoalFile
from smart_tui.words.asking import FIELD_TEXTS
from smart_tui.words.dates import day_and_month, heading_date, long_date, month_and_year, short_date
from smart_tui.words.language import language, languages

DATE_PARTS = frozenset(
    {"day", "month", "month_short", "month_number", "year", "weekday", "weekday_short", "week"}
)
"""A pattern made of these alone may take others of them: "31 Dec 2026" is "31/12/2026" elsewhere."""
SAME_IN_EVERY_LANGUAGE = frozenset(
    {
        # only values, and the marks between them
        "{amount} {metric}",
        "{counted} {per}",
        "{date} · {distance}",
        "{label}: {value}",
        "{label}?",
        "{letter}  {label}",
        "{letter}, {word}. {question}",
        "{letter}. {text}",
        "{part}: {goals}.",
        "{place}: {title}: {text}",
        "{title}: {text}",
        "{value} {period} ({percent})",
        "15/12: 250; 31/12: 500",
        # a name that is used everywhere
        "Black Friday",
        # names, and words that a Vietnamese marketer uses as they are
        "CRM",
        "webinar",
        "Enter",
    }
)
CATALOGUES = pytest.mark.parametrize("path", catalogues(), ids=lambda path: path.parts[-3])


def values(text: str) -> set[str]:
    """Give the {names} of a text, with the way in which they are written (!r)."""
    return {
        f"{name}!{way}" if way else name for _, name, _, way in Formatter().parse(text) if name is not None
    }


@CATALOGUES
def test_every_text_of_the_program_is_in_the_catalogue_and_no_other(path: Path) -> None:
    def own(catalogue: Catalog) -> set[tuple[str, ...]]:
        return {texts(m) for m in told(catalogue) if {name for name, _ in m.locations} != {"click"}}

    assert own(load(path)) == own(collected()), "python tests/catalogue.py brings it up to date"


@CATALOGUES
def test_every_text_is_translated(path: Path) -> None:
    catalogue = load(path)
    assert [m.id for m in told(catalogue) if not all(forms(m))] == []
    assert [m.id for m in told(catalogue) if m.fuzzy] == []
    assert list(catalogue.obsolete) == []


@CATALOGUES
def test_a_translation_fills_in_the_same_values(path: Path) -> None:
    for message in told(load(path)):
        wanted = values(texts(message)[-1])
        for form in forms(message):
            if wanted and wanted <= DATE_PARTS:
                assert values(form) <= DATE_PARTS, message.id
            else:
                assert values(form) == wanted, message.id


@CATALOGUES
def test_a_translation_is_one_and_not_the_english_again(path: Path) -> None:
    same = {m.id for m in told(load(path)) if forms(m) == texts(m)[:1]}
    assert same <= SAME_IN_EVERY_LANGUAGE


@CATALOGUES
def test_a_translation_begins_and_ends_as_the_english_does(path: Path) -> None:
    ends = ".?:…↓ \n"
    for message in told(load(path)):
        english = texts(message)[-1]
        for form in forms(message):
            assert form == unicodedata.normalize("NFC", form), message.id
            assert form[:1].isspace() == english[:1].isspace(), message.id
            for end in ends:
                assert form.endswith(end) == english.endswith(end), (message.id, form)


@pytest.mark.parametrize("code", languages())
def test_the_examples_in_a_field_can_be_typed_into_it(code: str) -> None:
    lang = language(code)
    for field in (Field.TARGET, Field.DEADLINE, Field.PAST, Field.MILESTONES, Field.START):
        hint = lang.say(FIELD_TEXTS[field].hint)
        for typed in hint.split("   "):
            if typed not in {"or", "hoặc"}:
                answers = read(code, field, typed)
                assert field in answers.values, typed
                assert not answers.doubts, typed


def read(code: str, field: Field, typed: str) -> Answers:
    """Type one answer into an empty draft."""
    draft = Draft(key="", lang=code, texts={field: typed})
    return read_answers(draft, Setting(GoalFile(), date(2026, 11, 21)))


def test_a_date_is_written_as_each_language_writes_it() -> None:
    day, writers = date(2026, 12, 31), (short_date, long_date, day_and_month, month_and_year, heading_date)
    assert [write(language("en"), day) for write in writers] == [
        "31 Dec 2026",
        "Thursday 31 December 2026",
        "Thu 31 Dec",
        "Dec 2026",
        "Thu 31 Dec 2026 · week 53",
    ]
    assert [write(language("vi"), day) for write in writers] == [
        "31/12/2026",
        "thứ Năm 31/12/2026",
        "T5 31/12",
        "12/2026",
        "T5 31/12/2026 · tuần 53",
    ]
