"""`log`: a check-in from the shell."""

from datetime import date

import pytest
from shell import Said, Shell, goal

TOTAL = goal("leads-1", "Win leads", ("2026-11-06", 100), measure='metric = "leads"\ntarget = 140')
LEVEL = goal("rate-1", "Conversion rate", measure='kind = "level"\nunit = "%"\nbaseline = 2.8\ntarget = 3.5')
RATE = goal(
    "posts-1", "Products a day", ("2026-11-21", 50), measure='kind = "rate"\nper = "day"\ntarget = 100'
)
LIMIT = goal("churn-1", "Churn", measure='kind = "limit"\nunit = "%"\ntarget = 40')
YES_NO = goal("hire-1", "Hire a designer", measure='kind = "yes-no"')
CONTRACT = goal("deal-1", "40 hợp đồng mới", more='alias = "deal"')
LONG_CONTRACT = goal("deal-2", "Hợp đồng dài hạn", measure="target = 1000")


@pytest.fixture
def log(shell: Shell) -> Shell:
    """Give a file with a goal of every kind."""
    shell.write(TOTAL, LEVEL, RATE, LIMIT, YES_NO, CONTRACT, LONG_CONTRACT)
    return shell


def stored(shell: Shell, goal_id: str) -> list[str]:
    """Give the check-ins of a goal as they are written, without their braces."""
    block = shell.file.read_text("utf-8").partition(f'id = "{goal_id}"')[2].partition("[[goal]]")[0]
    return [line.strip(" {},") for line in block.splitlines() if line.startswith("  {")]


@pytest.mark.parametrize(
    ("typed", "answer", "added"),
    [
        ("+25", "Win leads: +25, now 125", "25"),
        ("-5", "Win leads: -5, now 95", "-5"),
        ("=120", "Win leads: +20, now 120", "20"),
        ("120", "Win leads: +20, now 120", "20"),
        ("=90", "Win leads: -10, now 90", "-10"),
        ("100", "Win leads: +0, now 100", "0"),
        ("+1k", "Win leads: +1,000, now 1,100 · achieved", "1000"),
    ],
)
def test_a_total_stores_the_difference_and_says_so(log: Shell, typed: str, answer: str, added: str) -> None:
    assert log("log", "leads-1", typed) == Said(0, answer + "\n", "")
    assert stored(log, "leads-1")[-1] == f"date = 2026-11-21, value = {added}"


@pytest.mark.parametrize(("goal_id", "now"), [("leads-1", "100"), ("posts-1", "50")])
def test_a_bare_number_below_the_present_one_is_asked(log: Shell, goal_id: str, now: str) -> None:
    before = stored(log, goal_id)
    said = log("log", goal_id, "25")
    assert (said.code, said.out) == (2, "")
    assert said.complaint == [
        f"25 is less than the {now} there are already.",
        "Write +25 to add it, or =25 if that is the number now.",
    ]
    assert stored(log, goal_id) == before


@pytest.mark.parametrize(
    ("goal_id", "typed", "answer"),
    [
        ("rate-1", "3.1", "Conversion rate: now 3.1%"),
        ("rate-1", "2", "Conversion rate: now 2%"),
        ("rate-1", "+0.2", "Conversion rate: now 3%"),
        ("rate-1", "-0.2", "Conversion rate: now 2.6%"),
        ("churn-1", "31%", "Churn: now 31%"),
        ("posts-1", "85", "Products a day: +35, now 85"),
        ("posts-1", "+50", "Products a day: +50, now 100"),
        ("hire-1", "yes", "Hire a designer: done · achieved"),
        ("hire-1", "no", "Hire a designer: not yet"),
    ],
)
def test_each_kind_takes_what_it_counts(log: Shell, goal_id: str, typed: str, answer: str) -> None:
    assert log("log", goal_id, typed) == Said(0, answer + "\n", "")


def test_vietnamese_numbers_and_answers_are_read(log: Shell) -> None:
    assert log("--lang", "vi", "log", "rate-1", "3,1").lines == ["Conversion rate: hiện có 3,1%"]
    assert log("--lang", "vi", "log", "deal-2", "+1.000").lines == [
        "Hợp đồng dài hạn: +1.000, hiện có 1.000 · đã đạt"
    ]
    assert log("--lang", "vi", "log", "hire-1", "chưa").lines == ["Hire a designer: chưa xong"]
    assert stored(log, "rate-1") == ["date = 2026-11-21, value = 3.1"]


@pytest.mark.parametrize("value", ["-5", "-20 nghìn", "-0,5", "-1.5"])
def test_a_negative_number_needs_no_separator(log: Shell, value: str) -> None:
    for arguments in (
        ("log", "deal-2", value),
        ("log", "--json", "deal-2", value),
        ("log", "deal-2", "--", value),
    ):
        assert log("--lang", "vi", *arguments).code == 0, arguments
    assert log("log", "deal-2", value, "--note", "-5 leads").code == 0
    assert stored(log, "deal-2")[-1].endswith('note = "-5 leads"')


def test_an_unknown_option_is_one_and_not_a_value(log: Shell) -> None:
    said = log("log", "deal-2", "--jsno", "5")
    assert said.code == 2
    assert "--jsno" in said.complaint[0]
    assert stored(log, "deal-2") == []


@pytest.mark.parametrize("goal_id", ["rate-1", "leads-1"])
@pytest.mark.parametrize(
    ("typed", "wrong"),
    [
        ("abc", "no number to be read in “abc”"),
        ("", "nothing was typed"),
        ("9e99999", "only the number here, without “e99999”"),
        ("$5", "this goal is not counted in USD"),
    ],
)
def test_what_cannot_be_read_is_said_and_nothing_is_stored(
    log: Shell, goal_id: str, typed: str, wrong: str
) -> None:
    before = stored(log, goal_id)
    said = log("log", goal_id, typed)
    assert (said.code, said.complaint[0], len(said.complaint)) == (2, wrong, 2)
    assert stored(log, goal_id) == before


def test_a_yes_no_goal_says_that_it_takes_yes_or_no(log: Shell) -> None:
    said = log("log", "hire-1", "5")
    assert (said.code, said.complaint) == (2, ["yes or no?", "It takes: yes or no"])


@pytest.mark.parametrize(
    ("typed", "ways"),
    [("1.234", ("1.2340", "1,234")), ("=1.234", ("=1.2340", "=1,234")), ("2,9", ("2.9", "29"))],
)
def test_a_number_with_two_readings_is_asked_and_the_answers_can_be_typed(
    log: Shell, typed: str, ways: tuple[str, ...]
) -> None:
    said = log("log", "rate-1", typed)
    assert said.code == 2
    assert "can be read two ways" in said.complaint[0]
    assert said.complaint[1] == "Write one of these: " + " · ".join(ways)
    assert [log("log", "rate-1", way).code for way in ways] == [0, 0]


def test_note_and_confidence_are_kept(log: Shell) -> None:
    assert log("log", "leads-1", "+3", "--note", "fair [/]", "--confidence", "7").code == 0
    assert stored(log, "leads-1")[-1] == 'date = 2026-11-21, value = 3, note = "fair [/]", confidence = 7'
    assert log("log", "leads-1", "+3", "--confidence", "11").code == 2


@pytest.mark.parametrize("day", ["2026-11-10", "10 Nov", "11 days ago"])
def test_a_check_in_of_an_earlier_day_counts_on_that_day(log: Shell, day: str) -> None:
    assert log("log", "leads-1", "+5").code == 0
    said = log("log", "leads-1", "=110", "--on", day)
    assert said.lines == ["Win leads (10 Nov 2026): +10, now 115"]
    assert stored(log, "leads-1")[-1] == "date = 2026-11-10, value = 10"


def test_of_an_earlier_day_a_level_says_what_it_was_and_a_rate_what_its_period_came_to(log: Shell) -> None:
    assert log("log", "rate-1", "3.2").code == 0
    assert log("log", "rate-1", "3", "--on", "yesterday").lines == ["Conversion rate (20 Nov 2026): 3%"]
    assert log("show", "rate-1", "--json").json["value"] == 3.2
    assert log("log", "posts-1", "+90", "--on", "yesterday").lines == [
        "Products a day (20 Nov 2026): +90, now 90"
    ]


@pytest.mark.parametrize("day", ["2026-11-22", "tomorrow", "2027-01-01"])
def test_a_day_that_is_still_to_come_is_refused(log: Shell, day: str) -> None:
    said = log("log", "leads-1", "+1", "--on", day)
    assert (said.code, len(said.complaint)) == (2, 2)
    assert "still to come" in said.complaint[0]
    assert said.complaint[1] == "A day is written like 2026-11-21."


def test_a_day_with_two_readings_is_asked_in_english_and_plain_in_vietnamese(log: Shell) -> None:
    said = log("log", "leads-1", "+1", "--on", "10/11")
    assert (said.code, said.complaint[1]) == (2, "Write one of these: 2026-10-11 · 2026-11-10")
    assert log("--lang", "vi", "log", "leads-1", "+1", "--on", "10/11").code == 0
    assert stored(log, "leads-1")[-1].startswith("date = 2026-11-10")


def test_a_name_is_found_without_its_accents_by_part_alias_or_id(log: Shell) -> None:
    for name in ("40 hop dong", "HỢP ĐỒNG MỚI", "deal", "deal-1"):
        assert log("log", name, "+1").lines[0].startswith("40 hợp đồng mới: +1"), name


def test_a_name_of_two_goals_is_asked_back_with_their_ids(log: Shell) -> None:
    said = log("log", "hop dong", "+1")
    assert (said.code, said.out) == (3, "")
    assert said.complaint == [
        "“hop dong” can mean more than one goal: 40 hợp đồng mới (deal-1), Hợp đồng dài hạn (deal-2)",
        "Use the id in brackets.",
    ]


def test_an_open_goal_wins_over_a_closed_one_of_the_same_name(log: Shell) -> None:
    assert log("log", "deal-1", "+40").code == 0
    assert log("log", "hop dong", "+1").lines == ["Hợp đồng dài hạn: +1, now 1"]


def test_a_name_of_no_goal_says_where_to_look(log: Shell) -> None:
    said = log("log", "nothing", "+1")
    assert said.code == 3
    assert said.complaint == [
        "No goal is called “nothing”.",
        "smart-tui list shows the goals that there are.",
    ]


def test_two_goals_with_one_id_are_not_changed(shell: Shell) -> None:
    shell.write(TOTAL, TOTAL)
    said = shell("log", "leads-1", "+1")
    assert said.code == 3
    assert said.complaint[-1] == "Rename one in the file; smart-tui validate says where."


def test_json_gives_the_goal_as_it_is_now(log: Shell) -> None:
    said = log("log", "leads-1", "+5", "--json").json
    assert (said["id"], said["value"], said["last_checkin"]) == (
        "leads-1",
        105,
        date(2026, 11, 21).isoformat(),
    )
