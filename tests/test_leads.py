"""Lead measures: what one does weekly, counted beside the outcome."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from shell import Shell, goal

from smart_tui.goals.leads import LeadMeasure, lead_measure, lead_measures
from smart_tui.goals.model import Lead

TODAY = date(2026, 11, 21)
"""A Saturday, in week 47."""
CONTRACTS = goal("deal-1", "40 contracts", ("2026-11-06", 18), measure='metric = "contracts"\ntarget = 40')


def lead(day: str, value: int | str, name: str = "calls") -> Lead:
    return Lead(date.fromisoformat(day), name, Decimal(value))


def stored(shell: Shell) -> list[str]:
    """Give the leads as they are written, without their braces."""
    written = shell.file.read_text("utf-8").partition("leads = [")[2].partition("]")[0]
    return [line.strip(" {},") for line in written.splitlines() if line.strip()]


def test_a_week_runs_from_monday_to_sunday() -> None:
    leads = [lead("2026-11-15", 9), lead("2026-11-16", 5), lead("2026-11-21", 7)]
    assert lead_measures(leads, TODAY) == (LeadMeasure("calls", Decimal(12), (Decimal(9),)),)


def test_what_is_dated_after_today_does_not_exist_yet() -> None:
    assert lead_measures([lead("2026-11-22", 5)], TODAY) == ()


def test_usual_is_the_median_of_the_last_eight_whole_weeks() -> None:
    first = date(2026, 9, 7)
    leads = [Lead(first + timedelta(weeks=i), "calls", Decimal(i)) for i in range(11)]
    (measure,) = lead_measures(leads, TODAY)
    assert measure.this_week == 10
    assert measure.weeks == tuple(map(Decimal, range(2, 10)))
    assert measure.usual == Decimal("5.5")


def test_a_week_in_which_nothing_was_done_counts_one_before_the_first_does_not() -> None:
    (measure,) = lead_measures([lead("2026-10-26", 8), lead("2026-11-09", 6)], TODAY)
    assert measure.weeks == tuple(map(Decimal, (8, 0, 6)))
    assert measure.usual == 6
    assert measure.this_week == 0


def test_in_the_first_week_nothing_is_usual_yet() -> None:
    (measure,) = lead_measures([lead("2026-11-20", 5)], TODAY)
    assert measure.usual is None


def test_names_are_one_when_only_accents_or_case_differ() -> None:
    leads = [
        lead("2026-11-16", 2, "Cuộc gọi"),
        lead("2026-11-17", 1, "emails"),
        lead("2026-11-18", 3, "cuoc goi"),
    ]
    assert [(m.name, int(m.this_week)) for m in lead_measures(leads, TODAY)] == [
        ("cuoc goi", 5),
        ("emails", 1),
    ]
    assert lead_measure(leads, "CUỘC GỌI", TODAY).this_week == 5


@settings(max_examples=100)
@given(st.lists(st.tuples(st.integers(-100, 20), st.integers(-50, 50)), max_size=30))
def test_no_entry_is_lost_or_counted_twice(entries: list[tuple[int, int]]) -> None:
    leads = [Lead(TODAY + timedelta(days=days), "calls", Decimal(value)) for days, value in entries]
    monday = date(2026, 11, 16)
    since = monday - timedelta(weeks=8)
    measures = lead_measures(leads, TODAY)
    counted = sum((sum(m.weeks, m.this_week) for m in measures), Decimal(0))
    assert counted == sum(each.value for each in leads if since <= each.date <= TODAY)


def test_a_lead_is_logged_beside_the_number(shell: Shell) -> None:
    shell.write(CONTRACTS)
    assert shell("log", "contracts", "+7", "--lead", "calls").lines == ["calls: +7, 7 this week"]
    assert shell("log", "contracts", "5", "--lead", "Calls").lines == ["calls: +5, 12 this week"]
    assert shell("log", "contracts", "-2", "--lead", "calls").lines == ["calls: −2, 10 this week"]
    assert shell("log", "contracts", "=12", "--lead", "calls").lines == ["calls: +2, 12 this week"]
    assert stored(shell)[:2] == [
        'date = 2026-11-21, name = "calls", value = 7',
        'date = 2026-11-21, name = "calls", value = 5',
    ]
    assert shell("show", "contracts", "--json").json["value"] == 18


def test_a_lead_of_an_earlier_week_says_which(shell: Shell) -> None:
    shell.write(CONTRACTS)
    assert shell("log", "contracts", "8", "--lead", "calls", "--on", "2026-11-12").lines == [
        "calls: +8, 8 in the week of 9 Nov 2026"
    ]
    assert shell("log", "contracts", "4", "--lead", "calls", "--on", "2026-11-17").lines == [
        "calls: +4, 4 this week"
    ]


def test_the_story_says_what_was_done_this_week_and_what_is_usual(shell: Shell) -> None:
    shell.write(CONTRACTS)
    for day, value in (("2026-11-03", "8"), ("2026-11-12", "10"), ("2026-11-20", "12")):
        shell("log", "contracts", value, "--lead", "calls", "--on", day)
    shell("log", "contracts", "1", "--lead", "fairs")
    lines = shell("show", "contracts").lines
    place = lines.index("What you do")
    assert [line.split() for line in lines[place + 1 : place + 3]] == [
        ["calls", "12", "this", "week", "usually", "9"],
        ["fairs", "1", "this", "week"],
    ]
    plain = shell("--plain", "show", "contracts").lines
    assert "calls: 12 this week, usually 9" in plain


def test_without_leads_the_story_is_silent_about_them(shell: Shell) -> None:
    shell.write(CONTRACTS)
    assert "What you do" not in shell("show", "contracts").out


@pytest.mark.parametrize(
    ("arguments", "wrong"),
    [
        (("x", "--lead", "calls"), "no number to be read in “x”"),
        (("5%", "--lead", "calls"), "this goal is not counted in %"),
        (("5", "--lead", " "), "--lead: nothing was typed"),
        (("1.234", "--lead", "calls"), "VALUE: “1.234” can be read two ways"),
        (("5", "--lead", "calls", "--note", "x"), "--lead takes neither a note nor a confidence."),
        (("5", "--lead", "calls", "--confidence", "0"), "--lead takes neither a note nor a confidence."),
    ],
)
def test_what_cannot_be_a_lead_is_refused(shell: Shell, arguments: tuple[str, ...], wrong: str) -> None:
    shell.write(CONTRACTS)
    said = shell("log", "contracts", *arguments)
    assert (said.code, said.out, len(said.complaint)) == (2, "", 2)
    assert said.complaint[0].startswith(wrong)
    assert stored(shell) == []


def test_json_gives_the_goal(shell: Shell) -> None:
    shell.write(CONTRACTS)
    assert shell("log", "contracts", "5", "--lead", "calls", "--json").json["id"] == "deal-1"


def test_a_hostile_name_is_kept_and_shown_harmlessly(shell: Shell) -> None:
    shell.write(CONTRACTS)
    said = shell("log", "contracts", "5", "--lead", "[/] \x1b[31m" + "x" * 500)
    assert (said.code, "\x1b" in said.out, len(said.out) < 300) == (0, False, True)
    assert "\x1b" not in shell("show", "contracts").out
