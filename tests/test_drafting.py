"""From a draft to a goal and back: what a person did not change stays as it was."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from types import MappingProxyType

import pytest
from goal_builders import goal
from goal_strategies import GOALS, NUMBERS
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from smart_tui.coach.amount import Amount
from smart_tui.coach.answers import Answers, Setting, read_answers
from smart_tui.coach.drafting import draft_of, goal_of, rebased, third
from smart_tui.coach.numbers import read_number
from smart_tui.coach.writing import short_title, write_field, write_number
from smart_tui.goals.draft import Draft, Field
from smart_tui.goals.model import Action, Goal, GoalFile, Milestone, Past
from smart_tui.goals.terms import Cadence, Direction, Horizon, Kind, Period

TODAY = date(2026, 11, 22)


def edited(before: Goal, changes: Mapping[Field, str] | None = None, lang: str = "en") -> Goal:
    """Open a goal, change some fields, save it."""
    draft = draft_of(before, "key", lang)
    for asked, text in (changes or {}).items():
        draft = draft.answered(asked, text)
    return goal_of(read_answers(draft, Setting(GoalFile(goals=(before,)), TODAY)), before.id, before)


def new(texts: Mapping[Field, str], lang: str = "en") -> Goal:
    """Write a new goal."""
    return goal_of(answers(texts, lang), "new")


def answers(texts: Mapping[Field, str], lang: str = "en") -> Answers:
    draft = Draft(key="key", lang=lang, texts=MappingProxyType(dict(texts)))
    return read_answers(draft, Setting(GoalFile(), TODAY))


@given(GOALS, st.sampled_from(["en", "vi"]))
def test_opening_a_goal_and_saving_it_changes_nothing(before: Goal, lang: str) -> None:
    assert edited(before, lang=lang) == before


@given(GOALS)
def test_what_stands_in_a_goal_is_never_doubted(before: Goal) -> None:
    read = read_answers(draft_of(before, "key", "en"), Setting(GoalFile(goals=(before,)), TODAY))
    assert dict(read.doubts) == {}


@given(GOALS)
def test_a_draft_comes_back_from_disk_as_it_was(before: Goal) -> None:
    draft = draft_of(before, "key", "vi")
    assert Draft.from_payload("key", draft.as_payload(), draft.base) == draft


@given(GOALS, GOALS, st.sampled_from(Field))
def test_of_a_goal_that_others_changed_meanwhile_only_what_was_touched_is_asked_for(
    before: Goal, now: Goal, asked: Field
) -> None:
    begun = draft_of(before, "key", "en")
    draft = rebased(begun.answered(asked, "x" + begun.text(asked)), now)
    assert draft.base is not None
    if asked is Field.DIRECTION:  # written only where the numbers, which are others now, do not imply it
        assert draft.base.measurable.direction in {now.measurable.direction, before.measurable.direction}
    elif (
        asked is Field.START
    ):  # where none is written, that of the first check-in, which only one of them may have
        assert draft.base.timebound.start in {now.timebound.start, before.timebound.start}
    else:
        expected = write_field(now, asked, begun.lang), write_field(before, asked, begun.lang)
        assert write_field(draft.base, asked, begun.lang) in expected
    assert draft.text(asked) == "x" + begun.text(asked)
    for other in set(Field) - {asked, Field.TITLE, Field.DIRECTION, Field.START}:
        assert draft.text(other) == write_field(now, other, begun.lang)
        assert write_field(draft.base, other, begun.lang) == write_field(now, other, begun.lang)


@given(GOALS, GOALS)
def test_a_goal_that_was_only_looked_at_is_as_others_have_left_it(before: Goal, now: Goal) -> None:
    draft = rebased(replace(draft_of(before, "key", "en"), lang=now.lang or "en"), now)
    if before.lang == now.lang:
        assert goal_of(read_answers(draft, Setting(GoalFile(goals=(now,)), TODAY)), now.id, draft.base) == now


def test_a_change_of_a_goal_that_is_gone_becomes_a_new_goal() -> None:
    draft = rebased(draft_of(goal("Leads"), "key", "en"), None)
    assert (draft.editing, draft.base, draft.text(Field.METRIC)) == (None, None, "contracts")


@given(GOALS)
def test_changing_the_owner_changes_the_owner_only(before: Goal) -> None:
    assert edited(before, {Field.OWNER: "Minh"}) == replace(before, owner="Minh")


@given(NUMBERS, st.sampled_from(["en", "vi"]))
def test_a_written_number_is_read_in_one_way(number: Decimal, lang: str) -> None:
    reading = read_number(write_number(number, lang), lang)
    assert isinstance(reading, Amount)
    assert reading.value == number


@pytest.mark.parametrize(
    ("lang", "text", "past"),
    [
        ("en", "310", [("", "310")]),
        ("en", "250; 280; 310", [("", "250"), ("", "280"), ("", "310")]),
        ("en", "1,250, 1,280", [("", "1250"), ("", "1280")]),
        ("vi", "1.250; 1,5", [("", "1250"), ("", "1.5")]),
        ("vi", "12,5, 13", [("", "12.5"), ("", "13")]),
        ("en", "2026-09: 280; 2026-10: 310", [("2026-09", "280"), ("2026-10", "310")]),
        ("en", "Q1: north: 5", [("Q1: north", "5")]),
        ("en", "Jan: 5\nFeb: 6", [("Jan", "5"), ("Feb", "6")]),
    ],
)
def test_past_results_are_read_with_and_without_periods(
    lang: str, text: str, past: list[tuple[str, str]]
) -> None:
    expected = tuple(Past(Decimal(value), period) for period, value in past)
    assert new({Field.PAST: text}, lang).achievable.past == expected


def test_another_past_result_can_be_added_to_those_that_there_are() -> None:
    before = replace(
        goal(), achievable=replace(goal().achievable, past=(Past(Decimal("1.234"), "May; fair: a"),))
    )
    text = draft_of(before, "key", "en").text(Field.PAST)
    after = edited(before, {Field.PAST: f"{text}; June: 2"})
    assert after.achievable.past == (Past(Decimal("1.234"), "May, fair: a"), Past(Decimal(2), "June"))


def test_milestones_are_read_in_the_order_of_their_dates() -> None:
    steps = new({Field.MILESTONES: "31/12: 500; 15/12: 1.250,5"}, "vi").timebound.milestones
    assert steps == (
        Milestone(date(2026, 12, 15), Decimal("1250.5")),
        Milestone(date(2026, 12, 31), Decimal(500)),
    )


def test_a_start_that_only_the_day_of_writing_implies_is_not_written() -> None:
    before = goal(created="2026-11-01", deadline="2026-12-31", target=40)
    assert edited(before, {Field.TARGET: "50"}).timebound.start is None
    assert edited(before, {Field.START: "2026-11-05"}).timebound.start == date(2026, 11, 5)


def test_a_start_that_is_deleted_follows_from_the_day_of_writing_again() -> None:
    before = goal(created="2026-11-01", start="2026-11-10", deadline="2026-12-31", target=40)
    after = edited(before, {Field.START: ""})
    assert after.start == date(2026, 11, 1)


def test_a_new_goal_starts_today_and_is_updated_every_week() -> None:
    made = new({Field.SENTENCE: "Win 40 leads", Field.TARGET: "40", Field.DEADLINE: "31 Dec"})
    assert (made.timebound.start, made.timebound.cadence) == (TODAY, Cadence.WEEKLY)
    assert (made.created, made.horizon, made.lang) == (TODAY, Horizon.SHORT, "en")


def test_a_goal_follows_its_numbers_when_they_turn_round() -> None:
    before = goal(kind="level", direction="decrease", baseline=42, target=30)
    assert edited(before, {Field.TARGET: "50"}).measurable.direction is Direction.INCREASE


def test_the_period_of_a_rate_goes_when_it_becomes_a_total() -> None:
    before = goal(kind="rate", per="day", target=100)
    assert edited(before, {Field.KIND: "total"}).measurable.per is None


def test_the_first_action_keeps_its_day_when_its_words_change() -> None:
    steps = (Action("call", date(2026, 12, 1), done=True), Action("write"))
    before = replace(goal(), relevant=replace(goal().relevant, actions=steps))
    after = edited(before, {Field.ACTION: "call twice"}).relevant.actions
    assert after == (replace(steps[0], what="call twice"), steps[1])
    assert edited(before, {Field.ACTION: ""}).relevant.actions == steps[1:]


def test_a_title_that_came_from_the_sentence_follows_it() -> None:
    sentence = "Win 40 new leads for the nursery through our online channels by the end of December"
    before = replace(new({Field.SENTENCE: sentence}), id="a")
    assert before.title == "Win 40 new leads for the nursery through our online…"
    after = edited(before, {Field.SENTENCE: sentence.replace("40", "50")})
    assert after.title == "Win 50 new leads for the nursery through our online…"


def test_a_title_of_its_own_stays_when_the_sentence_changes() -> None:
    before = new({Field.SENTENCE: "Win 40 leads", Field.TITLE: "Leads"})
    assert edited(before, {Field.SENTENCE: "Win 50 leads"}).title == "Leads"
    assert edited(before, {Field.TITLE: ""}).title == "Win 40 leads"


@given(st.text(st.sampled_from("ab ,;ệ"), min_size=1, max_size=200).filter(str.strip))
def test_a_title_is_short_and_says_something(sentence: str) -> None:
    title = short_title(sentence)
    assert 0 < len(title) <= 60
    assert title.strip("…") or not sentence.strip(" ,;")


@pytest.mark.parametrize(
    ("texts", "gives"),
    [
        ({"TARGET": "100", "WEEKLY": "10"}, ("DEADLINE", date(2027, 1, 31))),
        ({"TARGET": "100", "DEADLINE": "2027-01-31"}, ("WEEKLY", Decimal(10))),
        ({"WEEKLY": "10", "DEADLINE": "2027-01-31"}, ("TARGET", Decimal(100))),
        (
            {"WEEKLY": "0.5%", "DEADLINE": "2026-12-13", "BASELINE": "2.8%", "UNIT": "%"},
            ("TARGET", Decimal("4.3")),
        ),
        ({"TARGET": "$30", "BASELINE": "$42", "WEEKLY": "1"}, ("DEADLINE", date(2027, 2, 14))),
        ({"TARGET": "$30", "BASELINE": "$42", "WEEKLY": "-1"}, ("DEADLINE", date(2027, 2, 14))),
        ({"TARGET": "20%", "WEEKLY": "1"}, None),  # from where?
        ({"TARGET": "0", "WEEKLY": "1"}, None),
        ({"TARGET": "40", "DEADLINE": "today"}, None),
        ({"TARGET": "1", "WEEKLY": "0.0000001"}, None),
    ],
)
def test_two_of_date_amount_and_weekly_rate_give_the_third(
    texts: dict[str, str], gives: tuple[str, object] | None
) -> None:
    found = third(answers({Field[name]: text for name, text in texts.items()}))
    assert found == (None if gives is None else (Field[gives[0]], gives[1]))


def test_neither_a_rate_nor_a_limit_has_a_weekly_amount() -> None:
    for kind in (Kind.RATE, Kind.LIMIT, Kind.YES_NO):
        texts = {Field.KIND: kind.value, Field.TARGET: "5", Field.WEEKLY: "1", Field.PER: Period.DAY.value}
        assert third(answers(texts)) is None
