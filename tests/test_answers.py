"""What a draft's answers come to: units, kinds, what is missing, what contradicts."""

from datetime import date
from decimal import Decimal
from types import MappingProxyType

import pytest
from goal_builders import goal
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from smart_tui.coach.answers import Answers, Setting, candidates, read_answers
from smart_tui.coach.drafting import draft_of
from smart_tui.coach.reading import Ambiguous, Unreadable
from smart_tui.goals.draft import Draft, Field, asked_on, letter_of
from smart_tui.goals.model import Goal, GoalFile
from smart_tui.goals.terms import Dialect, Direction, Horizon, Kind, Letter

TODAY = date(2026, 11, 22)


def answers(*goals: Goal, lang: str = "en", editing: str | None = None, **texts: str) -> Answers:
    """Read answers given by the fields' names, beside the goals of a file."""
    typed = MappingProxyType({Field[name.upper()]: text for name, text in texts.items()})
    draft = Draft(key="key", lang=lang, texts=typed, editing=editing)
    return read_answers(draft, Setting(GoalFile(goals=goals), TODAY))


def changing(before: Goal, **texts: str) -> Answers:
    """Read the answers of a goal that is edited."""
    draft = draft_of(before, "key", "en")
    for name, text in texts.items():
        draft = draft.answered(Field[name.upper()], text)
    return read_answers(draft, Setting(GoalFile(goals=(before,)), TODAY))


@pytest.mark.parametrize("dialect", Dialect)
def test_every_field_is_asked_on_one_screen(dialect: Dialect) -> None:
    asked = [field for letter in Letter for field in asked_on(letter, dialect)]
    assert sorted(asked) == sorted(Field)
    assert all(field in asked_on(letter_of(field, dialect), dialect) for field in Field)


@pytest.mark.parametrize(
    ("lang", "target", "unit", "value", "read_unit"),
    [
        ("en", "$1M", "", "1000000", "USD"),
        ("en", "20%", "", "20", "%"),
        ("vi", "1,5 tỷ đồng", "", "1500000000", "VND"),
        ("en", "40", "", "40", None),
        ("en", "40", "kg", "40", "kg"),
        ("en", "40", "$", "40", "USD"),
        ("en", "40", "usd", "40", "USD"),
        ("en", "20%", "percent", "20", "%"),
        ("vi", "20%", "phần trăm", "20", "%"),
        ("vi", "1,5 tỷ", "đồng", "1500000000", "VND"),
        ("vi", "1,5", "tỷ đồng", "1.5", "tỷ đồng"),
        ("en", "5", "k", "5", "k"),
    ],
)
def test_a_unit_is_read_beside_the_number_or_in_its_own_field(
    lang: str, target: str, unit: str, value: str, read_unit: str | None
) -> None:
    read = answers(lang=lang, target=target, unit=unit)
    assert (read.number(Field.TARGET), read.unit, dict(read.doubts)) == (Decimal(value), read_unit, {})


@pytest.mark.parametrize(
    ("texts", "doubted", "unit"),
    [
        ({"target": "$1M", "unit": "VND"}, Field.TARGET, "USD"),
        ({"target": "20%", "unit": "leads"}, Field.TARGET, "%"),
        ({"target": "$30", "baseline": "42%"}, Field.BASELINE, "%"),
        ({"target": "$30", "weekly": "1%"}, Field.WEEKLY, "%"),
        ({"target": "40", "weekly": "1%"}, Field.WEEKLY, "%"),
    ],
)
def test_two_units_that_contradict_each_other_are_named(
    texts: dict[str, str], doubted: Field, unit: str
) -> None:
    read = answers(**texts)
    assert dict(read.doubts) == {doubted: Unreadable("other-unit", unit)}
    assert read.number(doubted) is None
    assert doubted in read.blocking


def test_one_unit_is_worth_a_number_of_the_larger_goal_whatever_this_one_counts() -> None:
    assert dict(answers(target="40", worth="$5,000").doubts) == {}


def test_a_unit_that_was_written_by_hand_stays_as_it_was_written() -> None:
    before = goal(unit="$", target=40)
    assert changing(before, target="$50").unit == "$"
    assert dict(changing(before, target="$50").doubts) == {}
    assert set(changing(before, target="50%").doubts) == {Field.TARGET}


@pytest.mark.parametrize(
    ("texts", "kind", "direction"),
    [
        ({"target": "40"}, Kind.TOTAL, Direction.INCREASE),
        ({"target": "40", "baseline": "12"}, Kind.TOTAL, Direction.INCREASE),
        ({"target": "30", "baseline": "42"}, Kind.LEVEL, Direction.DECREASE),
        ({"target": "20%"}, Kind.LEVEL, Direction.INCREASE),
        ({"target": "20", "unit": "percent"}, Kind.LEVEL, Direction.INCREASE),
        ({"target": "100", "per": "day"}, Kind.RATE, Direction.INCREASE),
        ({"target": "40%", "kind": "limit"}, Kind.LIMIT, Direction.MAINTAIN),
        ({"target": "30", "baseline": "42", "direction": "maintain"}, Kind.LEVEL, Direction.MAINTAIN),
        ({"target": "30", "baseline": "42", "kind": "total"}, Kind.TOTAL, Direction.DECREASE),
    ],
)
def test_kind_and_direction_follow_from_the_numbers_until_they_are_chosen(
    texts: dict[str, str], kind: Kind, direction: Direction
) -> None:
    read = answers(**texts)
    assert (read.kind, read.direction) == (kind, direction)


ENOUGH = {"sentence": "Win 40 leads", "target": "40", "deadline": "31 Dec"}


@pytest.mark.parametrize(
    ("texts", "blocking"),
    [
        (ENOUGH, ()),
        ({}, (Field.SENTENCE, Field.TARGET, Field.DEADLINE)),
        ({**ENOUGH, "sentence": "", "metric": "leads"}, ()),
        ({**ENOUGH, "target": "", "kind": "yes-no"}, ()),
        ({**ENOUGH, "target": "many", "kind": "yes-no"}, (Field.TARGET,)),
        ({**ENOUGH, "kind": "rate"}, (Field.PER,)),
        ({**ENOUGH, "kind": "limit", "target": ""}, (Field.TARGET,)),
        ({**ENOUGH, "baseline": "some"}, (Field.BASELINE,)),
        ({**ENOUGH, "start": "1 January 2027"}, (Field.DEADLINE,)),
    ],
)
def test_what_keeps_a_goal_from_being_saved(texts: dict[str, str], blocking: tuple[Field, ...]) -> None:
    assert answers(**texts).blocking == blocking


def test_what_a_letter_lacks() -> None:
    read = answers(sentence="Win 40 leads", baseline="some", kind="rate")
    assert read.missing(Letter.SPECIFIC) == (Field.AUDIENCE, Field.OWNER)
    assert read.missing(Letter.MEASURABLE) == (
        Field.METRIC,
        Field.TARGET,
        Field.PER,
        Field.SOURCE,
        Field.BASELINE,
    )
    assert read.missing(Letter.TIMEBOUND) == (Field.DEADLINE,)
    assert Field.TARGET not in answers(kind="yes-no").missing(Letter.MEASURABLE)


@given(st.dictionaries(st.sampled_from(Field), st.text(max_size=8)), st.sampled_from(["en", "vi", "fr", ""]))
def test_nonsense_is_doubted_and_never_breaks_anything(texts: dict[Field, str], lang: str) -> None:
    read = read_answers(
        Draft(key="key", lang=lang, texts=MappingProxyType(texts)), Setting(GoalFile(), TODAY)
    )
    typed = {asked for asked, text in texts.items() if text.strip()}
    beside = {Field.UNIT} - typed  # a unit may stand beside a number
    assert (set(read.values) | set(read.doubts)) - beside == typed
    assert not set(read.values) & set(read.doubts)
    assert set(read.doubts) <= set(read.blocking)


def test_a_deadline_before_its_start_is_doubted_only_when_it_is_touched() -> None:
    before = goal(start="2026-12-01", deadline="2026-11-01", target=40)
    assert dict(changing(before, owner="Lan").doubts) == {}
    assert set(changing(before, start="2026-12-02").doubts) == {Field.DEADLINE}
    assert dict(changing(before, deadline="2026-12-31").doubts) == {}


CHECKED_IN = {"checkins": {"2026-11-06": 1}, "target": 40, "deadline": "2026-12-31"}


@pytest.mark.parametrize(
    ("one", "other", "allowed"),
    [
        ("total", "rate", True),
        ("rate", "total", True),
        ("level", "limit", True),
        ("total", "level", False),
        ("level", "total", False),
        ("total", "limit", False),
        ("yes-no", "total", False),
        ("level", "yes-no", False),
    ],
)
def test_a_kind_changes_only_when_the_numbers_so_far_still_mean_the_same(
    one: str, other: str, *, allowed: bool
) -> None:
    before = goal(kind=one, per="day" if "rate" in {one, other} else None, **CHECKED_IN)  # type: ignore[arg-type]  # the example's own words
    doubts = dict(changing(before, kind=other).doubts)
    assert doubts == ({} if allowed else {Field.KIND: Unreadable("other-kind", one)})
    without = replace(before, history=replace(before.history, checkins=()))
    assert dict(changing(without, kind=other).doubts) == {}


def test_a_unit_in_percent_does_not_turn_a_total_into_something_else() -> None:
    assert changing(goal(**CHECKED_IN), unit="%").kind is Kind.TOTAL  # type: ignore[arg-type]  # the example's own words


def test_the_larger_goal_is_found_by_its_name_or_asked() -> None:
    goals = (goal("Hợp đồng"), goal("Hop dong 2027"), goal("More contracts"))
    assert answers(*goals, supports="hợp").larger == goals[0]
    assert answers(*goals, supports="hop dong").larger == goals[0]
    assert answers(*goals, supports="hop").doubts == {Field.SUPPORTS: Ambiguous(goals[:2])}
    assert answers(*goals, supports="revenue").doubts == {
        Field.SUPPORTS: Unreadable("no-such-goal", "revenue")
    }


def test_a_goal_serves_neither_itself_nor_those_that_serve_it() -> None:
    goals = (goal("large"), goal("middle", supports="large"), goal("small", supports="middle"), goal("other"))
    draft = draft_of(goals[1], "key", "en")
    assert candidates(draft, Setting(GoalFile(goals=goals), TODAY)) == (goals[0], goals[3])


def test_the_horizon_follows_from_the_dates_and_the_larger_goal() -> None:
    large = goal("large", start="2026-01-01", deadline="2028-12-31")
    assert answers(deadline="+92d").horizon is Horizon.SHORT
    assert answers(deadline="+93d").horizon is Horizon.LONG
    assert answers(large, deadline="+93d", supports="large").horizon is Horizon.SHORT
    assert answers(deadline="+93d", horizon="short").horizon is Horizon.SHORT


def test_a_deadline_counts_from_the_start() -> None:
    assert answers(deadline="+90d", start="2026-12-01").day(Field.DEADLINE) == date(2027, 3, 1)
