"""What the two source documents ask of the program as a whole, shown on the command line."""

from shell import Shell, goal

MILLION = goal(
    "million-1",
    "1 triệu đô/năm",
    measure='metric = "revenue"\nunit = "USD"\ntarget = 5000000',
    time="start = 2026-01-01\ndeadline = 2030-12-31",
    more="main = true",
)
CONTRACTS = goal(
    "contracts-1",
    "1000 hợp đồng",
    measure='metric = "contracts"\ntarget = 1000',
    time="start = 2026-08-01\ndeadline = 2028-07-31",
    more='[goal.relevant]\nsupports = "million-1"',
)
LEADS = goal(
    "leads-1",
    "40 leads",
    ("2026-11-20", 12),
    time="start = 2026-11-01\ndeadline = 2026-11-30",
    more='[goal.relevant]\nsupports = "contracts-1"',
)
PRODUCTS = goal("products-1", "100 products a day", measure='kind = "rate"\nper = "day"\ntarget = 100')


def test_row_06_the_readback_has_number_metric_channel_and_date(shell: Shell) -> None:
    [goal_id] = shell(
        *("add", "Win new leads", "--metric", "new leads", "--target", "40"),
        *("--channel", "online", "--deadline", "2026-12-31", "--owner", "Lan", "--details", "at the fair"),
    ).lines
    said = shell("show", goal_id).out
    for part in ("40 new leads", "online", "31 Dec 2026", "Lan"):
        assert part in said


def test_row_08_reaching_the_number_is_said_once_with_its_date(shell: Shell) -> None:
    shell.write(goal("leads-1", "1000 leads", measure="target = 1000"))
    assert [shell("log", "leads-1", n).lines[0].endswith("achieved") for n in ("=400", "=800", "=1000")] == [
        False,
        False,
        True,
    ]
    assert not shell("log", "leads-1", "+200").lines[0].endswith("achieved")
    shown = shell("show", "leads-1", "--json").json
    assert (shown["status"], shown["reached_on"], shown["progress"]) == ("achieved", "2026-11-21", 1.2)


def test_row_16_days_left_and_the_responsible_one_are_named_the_most_urgent_first(shell: Shell) -> None:
    shell.write(
        goal("later-1", "Later", time="start = 2026-11-01\ndeadline = 2026-12-31", more='owner = "Lan"'),
        goal("soon-1", "Soon", time="start = 2026-11-01\ndeadline = 2026-11-22"),
        goal("late-1", "Late", time="start = 2026-11-01\ndeadline = 2026-11-20"),
    )
    listed = shell("list", "--json").json["goals"]
    assert [g["title"] for g in listed] == ["Late", "Soon", "Later"]
    assert [g["days_left"] for g in listed] == [-1, 1, 40]
    assert listed[2]["owner"] == "Lan"
    assert "Lan" in shell("show", "later").out


def test_row_18_the_chain_from_large_to_small_is_seen(shell: Shell) -> None:
    shell.write(LEADS, CONTRACTS, MILLION)
    million, contracts, leads = (line[line.index("  ") :] for line in shell("list").lines)
    assert million.lstrip().startswith("1 triệu đô/năm")
    assert contracts.lstrip().startswith("└ 1000 hợp đồng")
    assert leads.lstrip().startswith("└ 40 leads")
    assert leads.index("└") > contracts.index("└")
    assert [g["supports"] for g in shell("list", "--json").json["goals"]] == [
        None,
        "million-1",
        "contracts-1",
    ]


def test_row_28_short_and_long_follow_from_the_length_and_can_be_chosen(shell: Shell) -> None:
    def horizon(deadline: str, *options: str) -> str:
        said = shell("add", "X", "--target", "1", "--deadline", deadline, "--json", *options)
        return str(said.json["horizon"])

    assert horizon("next month") == "short"
    assert horizon("2028-11-21") == "long"
    assert horizon("2031-11-21") == "long"
    assert horizon("2028-11-21", "--horizon", "short") == "short"


def test_row_30_a_long_goal_has_its_short_ones_under_it(shell: Shell) -> None:
    shell.write(LEADS, goal("alone-1", "Alone"), CONTRACTS)
    assert [g["id"] for g in shell("list", "--json").json["goals"]] == ["contracts-1", "leads-1", "alone-1"]


def test_row_33_no_check_in_for_14_days_is_stale(shell: Shell) -> None:
    shell.write(goal("a-1", "A", ("2026-11-07", 1)), goal("b-1", "B", ("2026-11-08", 1)))
    assert [g["flags"] for g in shell("list", "--json").json["goals"]] == [["stale", "due"], ["due"]]
    stale, fresh = shell("list").lines
    assert stale.startswith("?")
    assert stale.endswith("not updated for a while")
    assert not fresh.startswith("?")


def test_row_39_audience_and_product_line_are_kept_and_shown(shell: Shell) -> None:
    [goal_id] = shell(
        *("--lang", "vi", "add", "Bán sữa", "--target", "100", "--deadline", "31/12"),
        *("--audience", "cha mẹ có bé 3 tuổi", "--product-line", "sữa cho bé 3 tuổi"),
    ).lines
    shown = shell("show", goal_id, "--json").json
    assert (shown["audience"], shown["product_line"]) == ("cha mẹ có bé 3 tuổi", "sữa cho bé 3 tuổi")
    said = shell("--lang", "vi", "show", goal_id).out
    assert "cha mẹ có bé 3 tuổi" in said
    assert "sữa cho bé 3 tuổi" in said


def test_row_41_100_on_the_day_is_100_percent_and_85_is_85(shell: Shell) -> None:
    shell.write(PRODUCTS)
    assert shell("log", "products", "=85").code == 0
    assert shell("show", "products", "--json").json["period"]["progress"] == 0.85
    assert "85 of 100 today (85%)" in shell("show", "products").out
    assert shell("log", "products", "=100").code == 0
    assert "100 of 100 today (100%)" in shell("show", "products").out
