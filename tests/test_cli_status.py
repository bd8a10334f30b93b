"""`status`: counts, what needs attention, one line for a prompt, an exit code for cron."""

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from shell import TODAY, Shell, goal

from smart_tui.goals.terms import Status

LATE = goal(
    "october-1",
    "40 contracts in October",
    ("2026-10-30", 31),
    measure='metric = "contracts"\ntarget = 40',
    time="start = 2026-10-01\ndeadline = 2026-10-31",
    more='[goal.relevant]\nsupports = "contracts-1"',
)
LARGER = goal(
    "contracts-1",
    "1,000 contracts",
    ("2026-11-20", 0),
    measure='metric = "contracts"\ntarget = 1000',
    time="start = 2026-10-01\ndeadline = 2028-09-30",
)
BEHIND = goal("posts-1", "Write 1,000 posts", ("2026-11-20", 270), measure="target = 1000")
FINE = goal("fine-1", "Win leads", ("2026-11-20", 20))
REACHED = goal("done-1", "Hire a designer", ("2026-11-20", "true"), measure='kind = "yes-no"')
LATE_LONG = goal("long-1", "A long one", time="start = 2025-01-01\ndeadline = 2026-10-31")
SHORT_WEEK = goal(
    "sales-1",
    "Sales a week",
    ("2026-11-03", 10),
    ("2026-11-13", 5),
    ("2026-11-20", 10),
    measure='kind = "rate"\nper = "week"\ntarget = 10',
)
STALE = goal("stale-1", "A quiet one", ("2026-11-02", 40), measure="target = 41")


@pytest.fixture
def desk(shell: Shell) -> Shell:
    """Give a file with an overdue goal, one behind, one fine, one reached."""
    shell.write(LARGER, LATE, BEHIND, FINE, REACHED)
    return shell


def test_status_counts_and_names_what_needs_attention(desk: Shell) -> None:
    counts, late, risky, *rest = desk("status").lines
    assert counts == "5 goals: 1 overdue, 1 at risk, 1 behind, 1 on track, 1 achieved"
    assert late.startswith("! overdue  40 contracts in October")
    assert "1,000 contracts" in risky
    assert "Write 1,000 posts" in rest[0]
    assert rest[1:] == [
        "“1,000 contracts” now needs 43.4 a month; its plan was 41.7.",
        "To decide: smart-tui close, extend, change or drop, and the goal",
    ]
    assert "Win leads" not in "".join(rest)


def test_status_without_signs_for_those_who_want_none(desk: Shell) -> None:
    said = desk("--plain", "status")
    assert said.lines[1].startswith("overdue: 40 contracts in October, 31 of 40, 21 days late")
    assert not set(said.out + desk("--plain", "status", "--short").out) & set("━╸─┃●▲◆!✓×○·?")


def test_what_is_due_names_the_way_to_update_it(shell: Shell) -> None:
    shell.write(goal("a-1", "A", ("2026-11-13", 19)), goal("b-1", "B", ("2026-11-13", 19)))
    assert shell("status").lines == [
        "2 goals: 2 on track",
        "2 goals are due for an update: smart-tui checkin",
    ]


@pytest.mark.parametrize(
    ("goals", "line"),
    [
        ((LARGER, LATE, BEHIND, FINE, REACHED), "!1 ◆1 ▲1 ●1 · 40 contracts in October 21 days late"),
        ((BEHIND, FINE), "▲1 ●1 · Write 1,000 posts: behind"),
        ((FINE, REACHED), "●1 · all well"),
        ((SHORT_WEEK, FINE), "!1 ●1 · Sales a week: the last period ended short"),
        ((STALE, FINE), "?1 ●1 · A quiet one: not updated for a while"),
        ((REACHED,), "no open goals"),
        ((), "no open goals"),
    ],
)
def test_a_prompt_gets_one_line(shell: Shell, goals: tuple[str, ...], line: str) -> None:
    shell.write(*goals)
    assert shell("status", "--short").lines == [line]


def test_a_prompt_gets_words_where_signs_are_not_wanted(desk: Shell) -> None:
    assert desk("--plain", "status", "--short").lines == [
        "1 overdue, 1 at risk, 1 behind, 1 on track; 40 contracts in October 21 days late"
    ]


def test_a_prompt_is_not_flooded_by_a_title(shell: Shell) -> None:
    shell.write(goal("a-1", "x\x1b[31m" * 60, time="start = 2026-10-01\ndeadline = 2026-10-31"))
    said = shell("status", "--short").out
    assert len(said) < 80
    assert "\x1b" not in said


def test_no_goals_yet_is_said(shell: Shell) -> None:
    assert shell("status").out.startswith("No goals yet.")
    assert shell("status", "--exit-code").code == 0


@pytest.mark.parametrize(
    ("goals", "code"),
    [
        ((LARGER, LATE), 1),
        ((SHORT_WEEK,), 1),
        ((LATE_LONG, BEHIND), 0),
        ((FINE, REACHED), 0),
    ],
)
def test_the_exit_code_tells_of_an_overdue_short_term_goal(
    shell: Shell, goals: tuple[str, ...], code: int
) -> None:
    shell.write(*goals)
    for options in ([], ["--short"], ["--json"]):
        assert shell("status", "--exit-code", *options).code == code
        assert shell("status", *options).code == 0


def test_a_file_that_cannot_be_read_is_not_overdue(shell: Shell) -> None:
    shell.file.write_text("[[goal", "utf-8")
    said = shell("status", "--short", "--exit-code")
    assert (said.code, said.out, len(said.complaint)) == (4, "", 2)


def test_json_has_every_status_and_the_goals_that_need_attention(desk: Shell) -> None:
    said = desk("status", "--json").json
    assert (said["schema"], said["today"]) == (1, date(2026, 11, 21).isoformat())
    assert list(said["counts"]) == [status.value for status in Status]
    assert said["counts"]["achieved"] == 1
    assert (said["overdue_short_term"], said["due"]) == (1, 0)
    assert [g["id"] for g in said["attention"]] == ["october-1", "contracts-1", "posts-1"]
    assert said["attention"][0] == desk("show", "october-1", "--json").json


def test_status_works_where_cron_runs_it(desk: Shell) -> None:
    """Cron gives a shell with next to nothing set."""
    done = subprocess.run(
        [
            *("env", "-i", f"SMART_TUI_FILE={desk.file}", f"SMART_TUI_TODAY={TODAY}"),
            *("sh", "-c", f'"{sys.executable}" -m smart_tui status --short --exit-code || echo "code $?"'),
        ],
        cwd=Path(__file__).parent.parent,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=True,
        timeout=60,
        env={"PATH": os.environ["PATH"]},
    )
    line, code = done.stdout.decode("utf-8").splitlines()
    assert line.endswith("40 contracts in October 21 days late")
    assert (code, done.stderr) == ("code 1", b"")
