"""Numbers, dates and texts as they are shown: nothing looks reached that is not, nothing hidden stays hidden."""

import json
import unicodedata
from datetime import date, timedelta
from decimal import Decimal

import pytest
from goal_builders import goal, standing
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from smart_tui.coach.amount import Amount
from smart_tui.coach.answers import Setting, read_answers
from smart_tui.coach.drafting import draft_of
from smart_tui.goals.draft import Draft, Field
from smart_tui.goals.model import Goal, GoalFile
from smart_tui.words.clauses import clauses
from smart_tui.words.clean import LONGEST, clean, clean_json, clean_lines, clean_title
from smart_tui.words.dates import from_today, stretch
from smart_tui.words.language import language
from smart_tui.words.numbers import amount, number, pair, percent
from smart_tui.words.readings import echo, option_text
from smart_tui.words.standing import time_text, value_of_target

EN, VI = language("en"), language("vi")
TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("ratio", "said"),
    [
        (0.0, "0%"),
        (-0.0, "0%"),
        (0.31, "31%"),
        (0.57, "57%"),
        (0.996, "99%"),
        (0.999999999999, "99%"),
        (1.0, "100%"),
        (1.004, "100%"),
        (1.5, "150%"),
        (-0.004, "-1%"),
        (-1.5, "-150%"),
        (0.15 / 0.2, "75%"),
        (12.34, "1,234%"),
    ],
)
def test_a_percent_is_never_rounded_up_to_reached(ratio: float, said: str) -> None:
    assert percent(EN, ratio) == said


@given(st.integers(-1000, 10**6), st.integers(1, 10**6))
def test_a_hundred_percent_is_said_only_when_it_is_reached(part: int, whole: int) -> None:
    said = int(percent(EN, part / whole).rstrip("%").replace(",", ""))
    assert (said >= 100) == (part >= whole)
    assert abs(said - 100 * part / whole) <= 1


@pytest.mark.parametrize(
    ("value", "target", "english", "vietnamese"),
    [
        ("31", "40", "31 of 40", "31 / 40"),
        ("2.8", "3.5", "2.8 of 3.5", "2,8 / 3,5"),
        ("99999", "99999", "99,999 of 99,999", "99.999 / 99.999"),
        ("99999", "100000", "99K of 100K", "99 / 100 nghìn"),
        ("3200000000", "12000000000", "3.2B of 12B", "3,2 / 12 tỷ"),
        ("950000", "5000000", "0.95M of 5M", "0,95 / 5 tr"),
        ("999999", "1000000", "0.99M of 1M", "0,99 / 1 tr"),
        ("12345677", "12345678", "12.34M of 12.35M", "12,34 / 12,35 tr"),
        ("1000400", "1000000", "1M of 1M", "1 / 1 tr"),
        ("500", "1000000", "0.0005M of 1M", "0,0005 / 1 tr"),
        ("0", "1000000", "0M of 1M", "0 / 1 tr"),
        ("-1260000", "5000000", "-1.26M of 5M", "-1,26 / 5 tr"),
        ("99.99996", "100", "99.9999 of 100", "99,9999 / 100"),
    ],
)
def test_two_numbers_share_a_scale(value: str, target: str, english: str, vietnamese: str) -> None:
    for lang, said in ((EN, english), (VI, vietnamese)):
        both = pair(lang, Decimal(value), Decimal(target))
        assert lang.say(both.of, value=both.value, target=both.target) == said


numbers = st.decimals(-(10**12), 10**12, places=3) | st.integers(-(10**14), 10**14).map(Decimal)


@given(numbers, numbers, st.booleans())
def test_a_value_looks_like_its_target_only_when_it_is_reached(
    value: Decimal, target: Decimal, falling: bool
) -> None:
    both = pair(EN, value, target, falling=falling)
    shown, line = (Decimal(text.replace(",", "")) for text in (both.value, both.target))
    reached = value <= target if falling else value >= target
    assert reached == (shown <= line if falling else shown >= line)


@given(numbers)
def test_a_number_is_written_out_whole(value: Decimal) -> None:
    assert Decimal(number(EN, value).replace(",", "")) == value
    assert number(VI, value) == number(EN, value).translate(str.maketrans(",.", ".,"))


def test_a_unit_of_three_capitals_that_is_no_currency_stands_behind_the_number() -> None:
    assert amount(EN, Decimal(40), "KOL") == "40 KOL"
    assert amount(EN, Decimal(-40), "USD") == "-$40"


@pytest.mark.parametrize(
    ("days", "english", "vietnamese"),
    [
        (0, "0 days", "0 ngày"),
        (1, "1 day", "1 ngày"),
        (99, "99 days", "99 ngày"),
        (100, "3 months", "3 tháng"),
        (365, "12 months", "12 tháng"),
        (700, "23 months", "23 tháng"),
        (730, "2 years", "2 năm"),
        (761, "2 y 1 mo", "2 năm 1 tháng"),
        (1826, "5 years", "5 năm"),
    ],
)
def test_a_stretch_of_days_is_said_as_people_say_it(days: int, english: str, vietnamese: str) -> None:
    assert (stretch(EN, days), stretch(VI, days)) == (english, vietnamese)


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (0, "today"),
        (1, "tomorrow"),
        (-1, "yesterday"),
        (2, "in 2 days"),
        (-2, "2 days ago"),
        (100, "in 3 months"),
        (-730, "2 years ago"),
    ],
)
def test_a_day_is_said_by_its_distance(days: int, said: str) -> None:
    assert from_today(EN, TODAY + timedelta(days=days), TODAY) == said


HOSTILE = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from("aệ \n\r\t\x1b\x7f\x85\xad\u200b\u200d\u202e\u2066\ufeff\u3164\U000e0041\ud800"),
        st.sampled_from("\u0301\u0323\u0489\u0651\u0e47\u20dd\u05b0\u0f35"),
    ),
    max_size=30,
)


def test_no_character_that_there_is_passes_hidden() -> None:
    everything = "".join(f"a{chr(code)}" for code in range(0x110000))
    for shown in (clean(everything), clean_json(everything)):
        hidden = {char for char in set(shown) if unicodedata.category(char) in {"Cf", "Co", "Cs", "Zl", "Zp"}}
        assert not hidden
    assert not {char for char in set(clean(everything)) if unicodedata.category(char) == "Cc"}


def test_json_says_hidden_characters_as_escapes() -> None:
    text = "\u202e\U000e0041 a\x9b\ufeffb"
    assert json.loads(clean_json(json.dumps(text, ensure_ascii=False))) == text
    assert clean_json(json.dumps(text, ensure_ascii=False)).isascii()


def test_delete_and_what_only_one_font_knows_are_shown() -> None:
    assert clean_json('"a\x7f"') == '"a\\u007f"'
    assert clean_json('"a"') == '"a"'
    assert clean("a\ue000b\x7f") == "a\ufffdb␡"


@given(HOSTILE)
def test_a_cleaned_text_has_nothing_hidden_and_is_as_clean_as_it_gets(text: str) -> None:
    cleaned = clean(text)
    assert clean(cleaned) == cleaned
    assert unicodedata.is_normalized("NFC", cleaned)
    assert not {unicodedata.category(char) for char in cleaned} & {"Cc", "Cf", "Co", "Cs", "Zl", "Zp"}
    assert not {unicodedata.category(char) for char in clean_json(text)} & {"Cf", "Co", "Cs", "Zl", "Zp"}
    assert not set(cleaned) & set("\xad\u061c\u200b\u200e\u202e\u2066\ufeff\u3164\U000e0041")
    assert clean_lines(clean_lines(text)) == clean_lines(text)
    assert len(clean_title(text * 20)) <= LONGEST


@pytest.mark.parametrize("mark", ["\u0301", "\u0489", "\u0651", "\u0e47", "\u20dd", "\ufe0f"])
def test_marks_do_not_pile_up_in_any_script(mark: str) -> None:
    assert len(clean("a" + mark * 5000 + "b")) <= 5


def test_three_marks_stay_on_a_letter_and_no_more() -> None:
    mark = "\u0651"
    assert clean(f"a{mark * 3}b{mark * 4}") == f"a{mark * 3}b{mark * 3}"
    assert clean(f"🎉🎉{mark * 5}🎉{mark * 4}") == f"🎉🎉{mark * 3}🎉{mark * 3}"


def test_a_title_is_cut_only_when_it_is_too_long() -> None:
    assert clean_title("x" * LONGEST) == "x" * LONGEST
    assert clean_title("x" * (LONGEST + 1)) == "x" * (LONGEST - 1) + "…"


@pytest.mark.parametrize(
    "text",
    [
        "Tết: 500 đăng ký",
        "…………",
        "🎉🎉🎉🎉🎉",
        "——————",
        "ภาษาไทย น้ำ",
        "हिन्दी",
        "עִבְרִית",
        "日本語",
        "100 % ≥ €5",
        "❤️ 5",
    ],
)
def test_what_people_write_stays_as_they_wrote_it(text: str) -> None:
    assert clean(text) == unicodedata.normalize("NFC", text)
    assert cell_len(clean(text)) == cell_len(unicodedata.normalize("NFC", text))


def test_lines_stay_lines_whatever_ends_them() -> None:
    assert clean_lines("a\r\nb\nc\rd") == "a\nb\nc␍d"


def so_far(lang: str = "en", **texts: str) -> str:
    draft = Draft(key="key", lang=lang, texts={Field[name.upper()]: text for name, text in texts.items()})
    return " · ".join(clauses(language(lang), read_answers(draft, Setting(GoalFile(), TODAY))))


@pytest.mark.parametrize(
    ("texts", "said"),
    [
        ({"target": "40", "metric": "leads"}, "40 leads"),
        ({"target": "40", "baseline": "12", "metric": "contracts"}, "12 → 40 contracts"),
        ({"target": "3", "baseline": "0", "metric": "of 5 shops", "kind": "level"}, "0 → 3 of 5 shops"),
        ({"target": "100", "metric": "products", "per": "day"}, "100 products a day"),
        ({"target": "40%", "metric": "bounce rate", "kind": "limit"}, "< 40% bounce rate"),
        ({"metric": "site is live", "kind": "yes-no", "target": "1"}, "site is live"),
        ({"metric": "leads"}, "leads"),
        ({"target": "many"}, ""),
        ({"channel": "  online\n channels "}, "channel: online channels"),
    ],
)
def test_the_clauses_say_the_measure_as_its_kind_counts(texts: dict[str, str], said: str) -> None:
    assert so_far(**texts) == said


def test_a_floor_is_said_as_a_floor() -> None:
    floor = goal(kind="limit", bound="min", target=95, unit="%", metric="attendance")
    answers = read_answers(draft_of(floor, "key", "en"), Setting(GoalFile(goals=(floor,)), TODAY))
    assert clauses(EN, answers) == ("> 95% attendance",)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("early March", "which day exactly is “early March”?"),
        ("Monday 31 December 2026", "“Monday 31 December 2026” falls on another weekday"),
        ("some day", "no date to be read in “some day”"),
        ("31/2/2027", "there is no such day: 31/2/2027"),
        ("2026-11-01", "the deadline lies before the start"),
    ],
)
def test_a_date_that_cannot_be_taken_is_told_why(typed: str, said: str) -> None:
    draft = Draft(key="key", lang="en", texts={Field.DEADLINE: typed})
    assert echo(EN, Field.DEADLINE, read_answers(draft, Setting(GoalFile(), TODAY))) == said


def test_readings_of_words_do_not_speak_of_marks() -> None:
    options = [Amount(Decimal(1_200_000), None), Amount(Decimal(1_000_200), None)]
    said = [option_text(VI, option, TODAY, marked=False) for option in options]
    assert said == ["1.200.000", "1.000.200"]


@pytest.mark.parametrize(
    ("of", "said"),
    [
        (goal(target=40, checkins={"2026-11-06": 31}), "31 of 40"),
        (goal(), "0"),
        (goal(checkins={"2026-11-06": 31}), "31"),
        (goal(kind="level"), "–"),
        (goal(kind="limit"), "–"),
        (goal(kind="limit", target=40, unit="%"), "< 40%"),
        (goal(kind="limit", target=95, unit="%", bound="min", checkins={"2026-11-06": 97}), "> 95%: 97%"),
        (goal(kind="yes-no"), "not yet"),
        (goal(kind="yes-no", checkins={"2026-11-06": 1}), "done"),
        (goal(kind="rate", target=100, start="2026-11-01", deadline="2026-12-31"), "0"),
        (
            goal(kind="level", direction="decrease", baseline=42, target=30, unit="USD"),
            "$42 → $30",
        ),
    ],
)
def test_a_list_shows_a_number_for_every_kind_however_little_there_is(of: Goal, said: str) -> None:
    assert value_of_target(EN, standing(of, "2026-11-22")) == said


@pytest.mark.parametrize(
    ("start", "deadline", "said"),
    [
        ("2026-11-01", "2026-11-22", "last day"),
        ("2026-11-01", "2026-11-23", "1 day left"),
        ("2026-11-01", "2026-11-21", "1 day late"),
        ("2026-12-02", "2026-12-31", "in 10 days"),
        ("2026-11-01", None, "no deadline"),
    ],
)
def test_a_list_shows_the_time_that_is_left(start: str, deadline: str | None, said: str) -> None:
    assert time_text(EN, standing(goal(target=40, start=start, deadline=deadline), "2026-11-22")) == said
