"""`close`, `extend`, `change`, `drop`, `reopen`: a decision from the shell, and what the larger goal needs then."""

import pytest
from shell import Said, Shell, goal

TWO_YEARS = goal(
    "contracts-1",
    "1,000 contracts in two years",
    measure='metric = "contracts"\ntarget = 1000',
    time="start = 2026-10-01\ndeadline = 2028-09-30",
)
OCTOBER = goal(
    "october-1",
    "40 hợp đồng tháng Mười",
    ("2026-10-16", 15),
    ("2026-10-30", 16),
    measure='metric = "contracts"\ntarget = 40',
    time="start = 2026-10-01\ndeadline = 2026-10-31",
    more='[goal.relevant]\nsupports = "contracts-1"',
)
MONEY = goal("money-1", "Spend less", measure='kind = "level"\nunit = "USD"\nbaseline = 35\ntarget = 30')
HIRE = goal("hire-1", "Hire a designer", measure='kind = "yes-no"')
LARGER = "“1,000 contracts in two years” now needs 43.4 a month; its plan was 41.7."
"""969 in 679 days; 1,000 in 730 days."""


@pytest.fixture
def desk(shell: Shell) -> Shell:
    """Give a file with an overdue goal under a larger one that sums it."""
    shell.write(TWO_YEARS, OCTOBER, MONEY, HIRE)
    return shell


def records(shell: Shell) -> list[str]:
    """Give the decisions of the file."""
    lines = (line.strip(" ,") for line in shell.file.read_text("utf-8").splitlines())
    return [line for line in lines if "did = " in line]


def test_an_extension_is_said_and_kept_with_its_reason(desk: Shell) -> None:
    said = desk("extend", "hop dong", "--to", "+14d", "--why", "the fair moved")
    assert said == Said(
        0, f"40 hợp đồng tháng Mười: the deadline is now 5 Dec 2026 (was 31 Oct 2026)\n{LARGER}\n", ""
    )
    assert records(desk) == [
        '{ date = 2026-11-21, did = "extend", from = 2026-10-31, to = 2026-12-05, why = "the fair moved" }'
    ]
    assert desk("show", "october-1", "--json").json["deadline"] == "2026-12-05"


def test_row_29_one_missed_month_is_seen_in_what_the_larger_goal_needs(desk: Shell) -> None:
    assert desk("close", "october").lines == ["40 hợp đồng tháng Mười: missed, 31 of 40", LARGER]
    assert desk("list", "--status", "missed", "--json").json["goals"][0]["id"] == "october-1"


def test_closing_a_goal_that_reached_its_number_is_achieved(desk: Shell) -> None:
    assert desk("log", "october", "=40").code == 0
    assert desk("close", "october").lines[0] == "40 hợp đồng tháng Mười: achieved, 40 of 40"


def test_number_and_deadline_change_together(desk: Shell) -> None:
    said = desk("change", "october", "--target", "35", "--deadline", "2026-12-12")
    assert said.lines[0] == (
        "40 hợp đồng tháng Mười: the target is now 35 (was 40), the deadline is now 12 Dec 2026 (was 31 Oct 2026)"
    )
    assert [record.partition("field = ")[2] for record in records(desk)] == [
        '"measurable.target", from = 40, to = 35 }',
        '"timebound.deadline", from = 2026-10-31, to = 2026-12-12 }',
    ]


def test_numbers_and_dates_are_read_as_people_type_them(desk: Shell) -> None:
    said = desk("--lang", "vi", "change", "october", "--target", "1,5 tỷ", "--deadline", "cuối năm")
    assert said.code == 0
    changed = desk("show", "october-1", "--json").json
    assert (changed["target"], changed["deadline"]) == (1500000000, "2026-12-31")
    assert desk("change", "spend", "--target", "$28.50").lines == [
        "Spend less: the target is now $28.5 (was $30)"
    ]


def test_a_dropped_goal_can_go_on(desk: Shell) -> None:
    assert desk("drop", "spend", "--why", "").lines == ["Spend less: dropped, $35 → $30"]
    assert desk("show", "spend", "--json").json["status"] == "dropped"
    assert desk("reopen", "spend").lines == ["Spend less: open again, at risk"]
    assert records(desk) == [
        '{ date = 2026-11-21, did = "drop" }',
        '{ date = 2026-11-21, did = "reopen" }',
    ]


def test_a_goal_that_is_not_summed_says_nothing_of_a_larger_one(desk: Shell) -> None:
    desk.write(TWO_YEARS, OCTOBER.replace("contracts", "talks", 1))
    assert len(desk("close", "october").lines) == 1


@pytest.mark.parametrize("command", [("close",), ("drop",), ("extend", "--to", "tomorrow")])
def test_with_json_a_decision_gives_the_goal_as_it_is_now(desk: Shell, command: tuple[str, ...]) -> None:
    name, *options = command
    said = desk(name, "october", *options, "--json").json
    assert said["id"] == "october-1"
    assert said == desk("show", "october-1", "--json").json


def test_json_of_a_reopened_and_a_changed_goal(desk: Shell) -> None:
    assert desk("change", "hire", "--deadline", "2027-01-31", "--json").json["deadline"] == "2027-01-31"
    assert desk("drop", "hire", "--json").json["status"] == "dropped"
    assert desk("reopen", "hire", "--json").json["status"] == "on track"


@pytest.mark.parametrize(
    ("typed", "complaint"),
    [
        (
            ["extend", "october", "--to", "2026-10-31"],
            [
                "The deadline is 31 Oct 2026 already; an extension is later.",
                "An earlier day is a change: smart-tui change october-1 --deadline …",
            ],
        ),
        (
            ["extend", "october", "--to", "yesterday"],
            ["This day is over; the goal would stay overdue.", "Choose a day from today on."],
        ),
        (
            ["extend", "october", "--to", "soon"],
            [
                "--to: no date to be read in “soon”",
                "For example: 31/12 next month end of Q2 +90d",
            ],
        ),
        (
            ["extend", "october", "--to", "5/6"],
            [
                "--to: “5/6” can be read two ways: Thursday 6 May 2027 · in 5 months, Saturday 5 June 2027 · in 6 months.",
                "Write one of these: 2027-05-06 · 2027-06-05",
            ],
        ),
        (
            ["change", "october"],
            ["Nothing would change.", "Say what changes: --target, --deadline or both."],
        ),
        (
            ["change", "october", "--target", "many"],
            ["--target: no number to be read in “many”", "For example: 1,000 1k $1M 20%"],
        ),
        (
            ["change", "october", "--target", "+5"],
            ["--target: only the number here, without “+”", "For example: 1,000 1k $1M 20%"],
        ),
        (
            ["change", "october", "--target", "$5"],
            ["--target: this goal is not counted in USD", "For example: 1,000 1k $1M 20%"],
        ),
        (
            ["change", "spend", "--target", "1.234"],
            [
                "--target: “1.234” can be read two ways: 1.234, if the mark is for decimals, 1,234, if the mark is for thousands.",
                "Write one of these: 1.2340 · 1,234",
            ],
        ),
        (
            ["change", "hire", "--target", "5"],
            [
                "This goal is done or not; it has no number to change.",
                "Its deadline can be changed: smart-tui change hire-1 --deadline …",
            ],
        ),
        (
            ["change", "october", "--deadline", "2026-09-30"],
            ["The deadline lies before the start.", "Choose a day from 1 Oct 2026 on."],
        ),
        (
            ["reopen", "october"],
            [
                "This goal is open.",
                "Only a goal that was closed or dropped can be opened again.",
            ],
        ),
    ],
)
def test_what_makes_no_sense_is_two_lines_and_changes_nothing(
    desk: Shell, typed: list[str], complaint: list[str]
) -> None:
    before = desk.file.read_bytes()
    said = desk(*typed)
    assert (said.code, said.out, said.complaint) == (2, "", complaint)
    assert desk.file.read_bytes() == before


@pytest.mark.parametrize(
    "again", [["close"], ["drop"], ["extend", "--to", "tomorrow"], ["change", "--target", "1"]]
)
def test_what_is_closed_is_reopened_first(desk: Shell, again: list[str]) -> None:
    assert desk("close", "october").code == 0
    said = desk(again[0], "october", *again[1:])
    assert (said.code, said.complaint) == (
        2,
        ["This goal is closed.", "Open it again first: smart-tui reopen october-1"],
    )


@pytest.mark.parametrize("command", ["close", "drop", "reopen", "extend", "change"])
def test_a_goal_that_nobody_knows_is_exit_3(desk: Shell, command: str) -> None:
    options = ["--to", "tomorrow"] if command == "extend" else []
    said = desk(command, "nothing like it", *options)
    assert (said.code, len(said.complaint)) == (3, 2)


def test_a_file_that_cannot_be_read_is_exit_4_and_one_that_cannot_be_written_5(desk: Shell) -> None:
    desk.write(OCTOBER, version=99)
    assert desk("close", "october").code == 5
    desk.file.write_text("[[goal", "utf-8")
    assert desk("close", "october").code == 4


@pytest.mark.parametrize(
    "command", ["close", "drop", "reopen", "extend", "change", "status", "checkin", "open-file"]
)
def test_help_shows_an_example(desk: Shell, command: str) -> None:
    said = desk(command, "--help")
    assert said.code == 0
    assert f"smart-tui {command}" in " ".join(said.out.partition("Example")[2].split())
