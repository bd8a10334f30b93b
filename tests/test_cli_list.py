"""`list` and the bare command: goals as lines and as JSON."""

import pytest
from shell import Shell, goal

LEADS = goal(
    "leads-7f3a",
    "1,000 new leads",
    ("2026-10-09", 60),
    ("2026-10-16", 55),
    ("2026-10-23", 62),
    ("2026-10-30", 70),
    ("2026-11-06", 58),
    ("2026-11-13", 71),
    ("2026-11-20", 74),
    measure='metric = "new leads"\nkind = "total"\nbaseline = 0\ntarget = 1000',
    time="start = 2026-09-30\ndeadline = 2026-12-31",
    more='horizon = "short"',
)
DOCUMENTED: dict[str, object] = {
    "id": "leads-7f3a",
    "title": "1,000 new leads",
    "status": "behind",
    "flags": [],
    "horizon": "short",
    "supports": None,
    "owner": None,
    "metric": "new leads",
    "unit": None,
    "kind": "total",
    "direction": "increase",
    "per": None,
    "baseline": 0,
    "target": 1000,
    "value": 450,
    "progress": 0.45,
    "expected": 0.5652173913,
    "pace": 0.8117647059,
    "start": "2026-09-30",
    "deadline": "2026-12-31",
    "days_left": 40,
    "late_by": None,
    "last_checkin": "2026-11-20",
    "needed_per_week": 96.25,
    "measured_per_week": 60.6,
    "period": None,
}
"""The example of the documentation, its forecast aside."""
ADDED_SINCE = {"forecast", "next", "reached_on", "audience", "channel", "product_line"}
LONG = goal(
    "big", "1,000 contracts", measure="target = 1000", time="start = 2026-08-01\ndeadline = 2028-07-31"
)
UNDER = '[goal.relevant]\nsupports = "big"'
LATE = goal(
    "october", "October", ("2026-10-30", 31), time="start = 2026-10-01\ndeadline = 2026-10-31\n" + UNDER
)
NOVEMBER = goal(
    "november", "November", ("2026-11-20", 30), time="start = 2026-11-01\ndeadline = 2026-11-30\n" + UNDER
)


def test_json_has_every_documented_field_with_the_documented_value(shell: Shell) -> None:
    shell.write(LEADS)
    document = shell("list", "--json").json
    assert (document["schema"], document["today"]) == (1, "2026-11-21")
    [listed] = document["goals"]
    assert set(listed) == set(DOCUMENTED) | ADDED_SINCE
    for name, value in DOCUMENTED.items():
        wanted = pytest.approx(value, abs=0.05 if name == "measured_per_week" else 1e-9)
        assert listed[name] == (wanted if isinstance(value, float) else value), name


@pytest.mark.parametrize("kind", ["total", "level", "rate", "limit", "yes-no"])
def test_json_has_the_same_fields_for_every_goal_null_when_unknown(shell: Shell, kind: str) -> None:
    shell.write(goal("a", "Almost nothing is known", measure=f'kind = "{kind}"\nper = "week"', time=""))
    [listed] = shell("list", "--json").json["goals"]
    assert set(listed) == set(DOCUMENTED) | ADDED_SINCE
    assert listed["target"] is None
    assert listed["deadline"] is None
    assert listed["last_checkin"] is None


def test_numbers_stay_numbers_as_they_were_typed(shell: Shell) -> None:
    shell.write(
        goal("a", "Rate", ("2026-11-20", "3.10"), measure='kind = "level"\nbaseline = 2.8\ntarget = 1e3')
    )
    out = shell("list", "--json").out
    assert '"baseline": 2.8' in out
    assert '"target": 1000,' in out
    assert '"value": 3.1' in out


def test_a_rate_says_how_its_period_stands(shell: Shell) -> None:
    measure = 'kind = "rate"\nper = "week"\ntarget = 10'
    shell.write(goal("a", "Posts", ("2026-11-13", 10), ("2026-11-20", 7), measure=measure))
    assert shell("list", "--json").json["goals"][0]["period"] == {
        "start": "2026-11-16",
        "end": "2026-11-22",
        "value": 7,
        "target": 10,
        "progress": 0.7,
    }


def test_goals_stand_in_the_dashboards_order_each_once_in_every_form(shell: Shell) -> None:
    shell.write(NOVEMBER, LONG, LATE)
    order = ["October", "1,000 contracts", "November"]
    assert [g["title"] for g in shell("list", "--json").json["goals"]] == order
    for arguments in (("list",), ("--plain", "list")):
        lines = shell(*arguments).lines
        assert [
            title for line in lines for title in order if f" {title}" in line.partition("supports")[0]
        ] == (order)


def test_a_goal_hangs_under_the_goal_above_it_that_it_serves(shell: Shell) -> None:
    shell.write(NOVEMBER, LONG, LATE)
    late, large, november = shell("list").lines
    assert "└" not in late + large
    assert "└ November" in november
    assert "└" not in shell("list", "--status", "on track").out


def test_only_goals_of_a_status_or_a_horizon(shell: Shell) -> None:
    shell.write(NOVEMBER, LONG, LATE)
    assert [g["id"] for g in shell("list", "--status", "overdue", "--json").json["goals"]] == ["october"]
    assert [g["id"] for g in shell("list", "--horizon", "long", "--json").json["goals"]] == ["big"]
    alone = shell("list", "--horizon", "short").lines
    assert len(alone) == 2
    assert not any("└" in line for line in alone)
    assert shell("list", "--status", "dropped").lines == ["No goal fits."]


def test_the_columns_of_a_list_stand_under_one_another(shell: Shell) -> None:
    shell.write(NOVEMBER, LONG, LATE)
    assert shell("list").lines == [
        "! overdue   October          ━━━━━━━━━━━━───┃    31 of 40    21 days late",
        "? at risk   1,000 contracts  ──┃─────────────  0 of 1,000  20 months left  not updated for a while",
        "● on track  └ November       ━━━━━━━━━━━┃────    30 of 40     9 days left",
    ]


def test_the_bar_of_a_goal_that_is_over_has_no_mark(shell: Shell) -> None:
    shell.write(goal("a", "Done", ("2026-11-20", 40)))
    assert "━" * 16 in shell("list").out


def test_the_bar_of_a_running_rate_is_its_periods(shell: Shell) -> None:
    measure = 'kind = "rate"\nper = "day"\ntarget = 100'
    shell.write(goal("a", "100 products a day", ("2026-11-21", 50), measure=measure))
    assert "━" * 8 + "─" * 8 in shell("list").out


def test_plain_says_a_goal_in_one_sentence_its_status_first(shell: Shell) -> None:
    shell.write(NOVEMBER, LONG, LATE)
    said = shell("--plain", "list").lines
    assert said == [
        "overdue: October, 31 of 40, 21 days late, supports 1,000 contracts",
        "at risk: 1,000 contracts, 0 of 1,000, 20 months left, not updated for a while",
        "on track: November, 30 of 40, 9 days left, supports 1,000 contracts",
    ]
    assert shell("--lang", "vi", "--plain", "list").lines[0] == (
        "quá hạn: October, 31 trên 40, trễ 21 ngày, hỗ trợ “1,000 contracts”"
    )


def test_an_empty_list_says_how_to_begin(shell: Shell) -> None:
    said = shell("list")
    assert (said.code, said.err) == (0, "")
    assert "smart-tui new" in said.out
    assert not shell.file.exists()
    assert shell("list", "--json").json["goals"] == []


def test_without_a_terminal_the_bare_command_prints_the_list_and_says_so(shell: Shell) -> None:
    shell.write(LEADS)
    said = shell()
    assert (said.code, said.lines) == (0, shell("list").lines)
    assert said.complaint == ["No terminal to draw on; this is the list."]
    assert shell("--lang", "vi").complaint == ["Không có màn hình terminal; đây là danh sách."]
