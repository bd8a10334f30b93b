"""`show`: one goal, whole."""

from shell import Shell, goal

LARGE = goal(
    "large-1", "1,000 contracts", measure="target = 1000", time="start = 2026-08-01\ndeadline = 2028-07-31"
)
LEADS = goal(
    "leads-1",
    "Win 40 leads",
    ("2026-11-06", 10),
    ("2026-11-20", 12),
    measure='metric = "leads"\ntarget = 40\nsource = "CRM"',
    more="""owner = "Lan"
[goal.specific]
sentence = "Win 40 new leads online"
audience = "parents"
channel = "online"
[goal.achievable]
obstacle = "the fair is cancelled"
[goal.relevant]
supports = "large-1"
actions = [{ what = "call the fair", by = 2026-11-30 }, { what = "book a room", done = true }]""",
).replace("value = 12 }", 'value = 12, note = "webinar" }')
RATE = goal(
    "rate-1",
    "100 products a day",
    ("2026-11-20", 100),
    ("2026-11-21", 85),
    measure='metric = "products"\nkind = "rate"\nper = "day"\ntarget = 100',
)


def test_a_goal_is_shown_whole(shell: Shell) -> None:
    shell.write(LARGE, LEADS)
    said = shell("show", "win 40")
    assert (said.code, said.err) == (0, "")
    assert said.lines == [
        "Win 40 leads  (leads-1)",
        "supports 1,000 contracts",
        "",
        "● on track  22; even pace wants 13.3",
        "its larger goal is at risk",
        "━━━━━━━━━━━━━┃━━━━━━━━──────────────────  55%",
        "",
        "You do       7.7 a week",
        "You need     3.2 a week",
        "Safe         13 days ahead of the plan",
        "Last update  Fri 20 Nov  yesterday",
        "",
        "S  Win 40 new leads online · parents · online · Lan",
        "M  0 → 40 leads, from CRM",
        "A  the fair is cancelled",
        "R  supports 1,000 contracts",
        "T  1 Nov 2026 – 31 Dec 2026  40 days left",
        "",
        "Plan",
        "□  call the fair  30 Nov 2026",
        "☑  book a room",
        "",
        "Updates",
        "Fri 20 Nov  +12  webinar",
        "Fri 6 Nov   +10",
    ]


def test_plain_says_the_status_first_and_everything_without_glyphs(shell: Shell) -> None:
    shell.write(LARGE, LEADS)
    said = shell("--plain", "show", "leads-1")
    assert said.lines == [
        "on track: Win 40 leads, 22 of 40, 40 days left, supports 1,000 contracts",
        "22; even pace wants 13.3",
        "You do: 7.7 a week",
        "You need: 3.2 a week",
        "Safe: 13 days ahead of the plan",
        "Last update: Fri 20 Nov, yesterday",
        "S: Win 40 new leads online, parents, online, Lan",
        "M: 0 to 40 leads, from CRM",
        "A: the fair is cancelled",
        "R: supports 1,000 contracts",
        "T: 1 Nov 2026 to 31 Dec 2026, 40 days left",
        "not yet: call the fair, 30 Nov 2026",
        "done: book a room",
        "Fri 20 Nov: +12, webinar",
        "Fri 6 Nov: +10",
    ]


def test_vietnamese_shows_the_same_goal_in_vietnamese(shell: Shell) -> None:
    shell.write(LARGE, LEADS)
    lines = shell("--lang", "vi", "show", "leads-1").lines
    assert lines[3] == "● đúng tiến độ  22; chia đều thì cần có 13,3"
    assert "T  1/11/2026 – 31/12/2026  còn 40 ngày" in lines


def test_the_bar_of_a_rate_is_its_periods_and_so_is_its_percent(shell: Shell) -> None:
    shell.write(RATE)
    assert "━" * 34 + "─" * 6 + "  85%" in shell("show", "rate-1").lines


def test_a_goal_of_which_little_is_known_is_shown_all_the_same(shell: Shell) -> None:
    shell.write(goal("a-1", "A wish", measure="", time=""))
    assert "· unfinished  no target yet · no deadline yet" in shell("show", "a-1").lines
    assert shell("--plain", "show", "a-1").lines[0].startswith("unfinished: A wish")


def test_json_is_one_element_of_the_list(shell: Shell) -> None:
    shell.write(LARGE, LEADS)
    shown = shell("show", "leads-1", "--json").json
    assert shown in shell("list", "--json").json["goals"]
    assert shown["forecast"] is None


def test_no_such_goal_is_said(shell: Shell) -> None:
    shell.write(LARGE)
    said = shell("show", "nothing")
    assert (said.code, said.out, said.complaint[0]) == (3, "", "No goal is called “nothing”.")
    assert shell("--lang", "vi", "show", "nothing").complaint[0] == "Không có mục tiêu nào tên “nothing”."


def test_a_best_without_a_period_stands_alone(shell: Shell) -> None:
    shell.write(goal("a-1", "Win leads", more="[goal.achievable]\npast = [{ value = 310 }]\n"))
    assert "A: best so far 310" in shell("--plain", "show", "a-1").lines
