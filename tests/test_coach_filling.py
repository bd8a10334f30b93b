"""What a sentence fills in, and what stays as it was typed."""

from types import MappingProxyType

import pytest
from coach_builders import THOUSAND, TODAY, draft, found, judged

from smart_tui.coach.answers import Setting, read_answers
from smart_tui.coach.filling import filled
from smart_tui.goals.draft import Draft, Field
from smart_tui.goals.model import GoalFile
from smart_tui.goals.terms import Direction


def test_a_sentence_fills_the_fields_that_it_answers() -> None:
    answers = draft("Raise our open rate from 21% to 30% by the end of June")
    wanted = {
        Field.METRIC: "open rate",
        Field.BASELINE: "21%",
        Field.TARGET: "30%",
        Field.KIND: "level",
        Field.DEADLINE: "2027-06-30",
    }
    assert {asked: answers.text(asked) for asked in wanted} == wanted


def test_what_was_typed_stays() -> None:
    answers = draft(THOUSAND, {Field.TARGET: "800", Field.DEADLINE: "next year"})
    assert (answers.text(Field.TARGET), answers.text(Field.DEADLINE)) == ("800", "next year")
    assert answers.text(Field.METRIC) == "new leads"


def test_a_field_follows_the_sentence_until_it_is_typed() -> None:
    setting = Setting(GoalFile(), TODAY)
    first = draft(THOUSAND)
    second = filled(first.answered(Field.SENTENCE, "500 new leads this year"), setting)
    assert (second.text(Field.TARGET), second.text(Field.DEADLINE)) == ("500", "2026-12-31")
    third = filled(second.answered(Field.TARGET, "600"), setting)
    fourth = filled(third.answered(Field.SENTENCE, THOUSAND), setting)
    assert fourth.text(Field.TARGET) == "600"


def test_a_field_that_the_sentence_says_no_more_is_empty_again() -> None:
    emptied = filled(draft(THOUSAND).answered(Field.SENTENCE, "New leads"), Setting(GoalFile(), TODAY))
    assert (emptied.text(Field.TARGET), emptied.text(Field.DEADLINE)) == ("", "")


@pytest.mark.parametrize(
    ("sentence", "target"),
    [
        ("Increase website visits by 20% this year", "1,440"),
        ("Reduce website visits by 20% this year", "960"),
    ],
)
def test_a_change_becomes_a_number_once_the_baseline_is_typed(sentence: str, target: str) -> None:
    asked = judged(sentence)
    assert found(asked, "no-baseline").field is Field.BASELINE
    assert draft(sentence, {Field.BASELINE: "1,200"}).text(Field.TARGET) == target


def test_what_is_to_fall_falls() -> None:
    answers = read_answers(draft("Reduce complaints to 5 a month"), Setting(GoalFile(), TODAY))
    assert answers.direction is Direction.DECREASE


def test_a_goal_that_is_edited_is_left_alone() -> None:
    editing = Draft(key="", lang="en", editing="x", texts=MappingProxyType({Field.SENTENCE: THOUSAND}))
    assert filled(editing, Setting(GoalFile(), TODAY)) == editing


def test_filling_twice_changes_nothing() -> None:
    once = draft(THOUSAND)
    assert filled(once, Setting(GoalFile(), TODAY)) == once
