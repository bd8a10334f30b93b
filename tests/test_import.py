"""`import`: goals, or counts for goals, from a file."""

import json
from datetime import date
from io import StringIO
from pathlib import Path

import pytest
from sample_goals import HOSTILE_TITLES
from shell import Said, Shell, goal
from test_cli_hostile import obeyed

from smart_tui.coach.lexicon import column_names, folded
from smart_tui.goals.draft import NEVER_STORED
from smart_tui.store.store import Store
from smart_tui.words.asking import FIELD_TEXTS
from smart_tui.words.language import language

CONTRACTS = goal("deal-1", "40 new contracts", measure='metric = "contracts"\ntarget = 40')
SALES = goal(
    "money-1", "Sales", measure='metric = "sales"\nunit = "USD"\ntarget = 10000', time="deadline = 2026-12-31"
)
RATING = goal("rating-1", "Rating", measure='kind = "level"\nbaseline = 3.5\ntarget = 4.5')
HIRED = goal("hire-1", "Hire a designer", measure='kind = "yes-no"')

GOALS = """\
Title,Target,What is counted,Start,Deadline,Supports
40 contracts a month,40,contracts,2026-11-01,2026-11-30,1000 contracts
1000 contracts,"1,000",contracts,2026-11-01,2028-10-31,
"""


def given(shell: Shell, text: str | bytes, name: str = "table.csv") -> str:
    """Put a file beside the goal file."""
    path = shell.home / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return str(path)


def imported(shell: Shell, text: str | bytes, *options: str) -> Said:
    """Import a file without being asked."""
    return shell("import", given(shell, text), "--yes", *options)


def counted(shell: Shell, goal_id: str = "deal-1") -> dict[str, int | float]:
    """Give what a goal's check-ins say, by day."""
    file = Store(shell.file).read().file
    (found,) = (each for each in file.goals if each.id == goal_id)
    assert len({c.date for c in found.history.checkins}) == len(found.history.checkins)
    return {str(c.date): float(c.value) for c in found.history.checkins}


def titles(shell: Shell) -> list[str]:
    return [each["title"] for each in shell("list", "--json").json["goals"]]


def test_row_26(shell: Shell) -> None:
    """A31: track sales through buyers: a CSV with one row for each sale becomes a count for each day."""
    shell.write(CONTRACTS)
    rows = "Order;Created at;Buyer\r\n1;2026-11-18 09:12:44;Lan\r\n2;2026-11-18 17:02:01;An\r\n3;2026-11-20 08:00:00;Lan\r\n"
    said = imported(shell, rows, "--goal", "contracts")
    assert said.lines == [
        "40 new contracts: 3 rows on 2 days",
        "  2 new check-ins, 18 Nov 2026 – 20 Nov 2026: +3, then 3 of 40",
        "Columns that are not read: “Order”, “Buyer”",
        "2 check-ins saved.",
    ]
    assert counted(shell) == {"2026-11-18": 2, "2026-11-20": 1}


def test_a_row_for_each_goal_in_any_order(shell: Shell) -> None:
    said = imported(shell, GOALS)
    assert said.lines[-1] == "2 goals added."
    month, years = shell("list", "--json").json["goals"][::-1]
    assert (years["title"], years["target"], years["horizon"]) == ("1000 contracts", 1000, "long")
    assert (month["title"], month["supports"], month["horizon"]) == (
        "40 contracts a month",
        years["id"],
        "short",
    )


def test_vietnamese_headings_numbers_and_dates(shell: Shell) -> None:
    rows = (
        "Mục tiêu;Cần đạt;Đếm cái gì;Bắt đầu;Thời hạn;Cần đạt con số đó;Hằng\n"
        "Doanh thu;1,5 tỷ;doanh thu;1/11/2026;31/12/2026;;\n"
        "Sản phẩm;1.000;sản phẩm;5/11/2026;31/12/2026;tháng;\n"
    )
    said = shell("--lang", "vi", "import", given(shell, rows), "--yes")
    assert said.code == 0, said.err
    first, second = sorted(shell("list", "--json").json["goals"], key=lambda it: str(it["title"]))
    assert (first["title"], first["target"], first["start"]) == ("Doanh thu", 1_500_000_000, "2026-11-01")
    assert (second["target"], second["per"], second["kind"]) == (1000, "month", "rate")
    assert second["start"] == "2026-11-05"


@pytest.mark.parametrize("code", ["en", "vi"])
def test_every_label_of_the_wizard_is_a_heading(code: str) -> None:
    for field, texts in FIELD_TEXTS.items():
        if field not in NEVER_STORED:
            label = language(code).say(texts.label)
            assert column_names()[folded(label)] == field.name.lower(), label


@pytest.mark.parametrize(
    "rows",
    [
        "date,goal,value\n2026-11-20,contracts,5\n",
        "date;goal;value\n2026-11-20;contracts;5\n",
        "date\tgoal\tvalue\n2026-11-20\tcontracts\t5\n",
        "\ufeffdate,goal,value\r\n2026-11-20,contracts,5\r\n",
        "\n\nDATE , Goal,VALUE\n\n20 Nov 2026,40 new contracts,5\n\n",
        '"date","goal","value","note"\n"2026-11-20","deal-1","5","two\nlines"\n',
        "value,date,goal\r5,2026-11-20,contracts",
    ],
)
def test_separators_marks_and_line_ends_are_found_out(shell: Shell, rows: str) -> None:
    shell.write(CONTRACTS)
    said = imported(shell, rows)
    assert said.code == 0, said.err
    assert counted(shell) == {"2026-11-20": 5}


def test_the_same_file_twice_counts_once(shell: Shell) -> None:
    shell.write(CONTRACTS)
    rows = "date,value\n2026-11-18,2\n2026-11-20,5\n"
    imported(shell, rows, "--goal", "contracts")
    before = shell.file.read_bytes()
    said = imported(shell, rows, "--goal", "contracts")
    assert said.lines == [
        "40 new contracts: 2 rows on 2 days",
        "  2 days are there already with the same number: left out",
        "There is nothing new in this file.",
    ]
    assert shell.file.read_bytes() == before


def test_a_longer_export_adds_what_is_missing_and_never_takes_away(shell: Shell) -> None:
    shell.write(goal("deal-1", "40 new contracts", ("2026-11-18", 9), ("2026-11-20", 5)))
    said = imported(shell, "date,value\n2026-11-18,2\n2026-11-20,7\n2026-11-21,1\n", "--goal", "contracts")
    assert said.lines[1:-1] == [
        "  2 new check-ins, 20 Nov 2026 – 21 Nov 2026: +3, then 17 of 40",
        "  18 Nov 2026: 9 there already, 2 in the file: left out",
        "  20 Nov 2026: 5 there already, 7 in the file: 2 more",
    ]
    values = [c.value for c in Store(shell.file).read().file.goals[0].history.checkins]
    assert values == [9, 5, 2, 1]


def test_readings_are_taken_as_they_are_the_last_of_a_day_and_none_twice(shell: Shell) -> None:
    shell.write(goal("rating-1", "Rating", ("2026-11-18", 4), measure='kind = "level"\ntarget = 4.5'))
    rows = "date,value\n2026-11-18,4.1\n2026-11-19,4.2\n2026-11-20,4.2\n2026-11-20,4.3\n"
    said = imported(shell, rows, "--goal", "rating")
    assert "  18 Nov 2026: 4 there already, 4.1 in the file: left out" in said.lines
    assert counted(shell, "rating-1") == {"2026-11-18": 4, "2026-11-19": 4.2, "2026-11-20": 4.3}


def test_one_file_for_several_goals(shell: Shell) -> None:
    shell.write(CONTRACTS, SALES, HIRED)
    rows = "date,goal,value\n2026-11-20,contracts,2\n2026-11-20,Sales,$99.5\n2026-11-20,hire,yes\n2026-11-20,contracts,1\n"
    said = imported(shell, rows)
    assert said.lines[-1] == "3 check-ins saved."
    assert counted(shell) == {"2026-11-20": 3}
    assert counted(shell, "money-1") == {"2026-11-20": 99.5}
    assert shell("show", "hire", "--json").json["status"] == "achieved"


def test_columns_can_be_named(shell: Shell) -> None:
    shell.write(SALES)
    rows = "Paid on,Amount,Date\n2026-11-20,12.50,2026-11-01\n2026-11-20,7.50,2026-11-02\n"
    assert imported(shell, rows, "--goal", "Sales", "--date", "paid on", "--value", "AMOUNT").code == 0
    assert counted(shell, "money-1") == {"2026-11-20": 20}
    said = imported(shell, rows, "--goal", "Sales", "--value", "price")
    assert (said.code, said.complaint[0]) == (2, "No column is called “price”.")


def test_a_columns_dates_are_written_in_one_way(shell: Shell) -> None:
    shell.write(CONTRACTS)
    assert imported(shell, "date\n11/10/2026\n11/18/2026\n", "--goal", "deal-1").code == 0
    assert set(counted(shell)) == {"2026-11-10", "2026-11-18"}
    assert imported(shell, "date\n9/10/2026\n18/10/2026\n", "--goal", "deal-1").code == 0
    assert set(counted(shell)) == {"2026-11-10", "2026-11-18", "2026-10-09", "2026-10-18"}


def test_a_date_that_nothing_settles_is_asked_by_line(shell: Shell) -> None:
    shell.write(CONTRACTS)
    said = imported(shell, "date\n2026-11-18\n9/10/2026\n", "--goal", "deal-1")
    assert said.code == 2
    assert said.complaint[0].startswith("line 3, date: “9/10/2026” can be read two ways")
    assert counted(shell) == {}


def test_a_day_that_is_still_to_come_is_not_one_of_two_readings(shell: Shell) -> None:
    shell.write(CONTRACTS)
    assert imported(shell, "date\n11/12/2026\n", "--goal", "deal-1").code == 0
    assert set(counted(shell)) == {"2026-11-12"}


def test_bad_rows_are_named_by_line_and_nothing_is_half_imported(shell: Shell) -> None:
    shell.write(CONTRACTS)
    rows = 'date,value,note\n2026-11-18,2,"two\nlines"\n2026-11-31,1,\n2026-11-20,many,\n,3,\n2026-11-22,1,\n2026-11-19,1,5,6\n'
    before = shell.file.read_bytes()
    said = imported(shell, rows.replace(",5,6", ",5"), "--goal", "deal-1")
    assert said.code == 2
    assert said.complaint == [
        "line 4, date: there is no such day: 2026-11-31",
        "line 5, value: no number to be read in “many”",
        "line 6, date: nothing stands here",
        "line 7, date: this day is still to come: 2026-11-22",
        "Nothing was changed: not every line can be taken.",
        "Correct these lines and import the file again; what was taken before is not taken twice.",
    ]
    said = imported(shell, rows, "--goal", "deal-1")
    assert said.complaint[0] == ("line 8: more cells than columns: “6” (a comma inside a number?)")
    assert shell.file.read_bytes() == before


def test_many_bad_rows_are_not_all_named(shell: Shell) -> None:
    shell.write(CONTRACTS)
    said = imported(shell, "date\n" + "".join(f"x{n}\n" for n in range(500)), "--goal", "deal-1")
    assert (said.code, len(said.complaint)) == (2, 11)


@pytest.mark.parametrize(
    ("row", "wrong"),
    [
        (",40,,,2026-12-31,", "Your goal in one sentence: is missing"),
        ("A,,c,,2026-12-31,", "Target: is missing"),
        ("A,40,c,,,", "Deadline: is missing"),
        ("A,many,c,,2026-12-31,", "Target: no number to be read in “many”"),
        ("A,1.234,c,,2026-12-31,", "Target: “1.234” can be read two ways"),
        ("A,40,c,2026-12-01,2026-11-30,", "Deadline: the deadline lies before the start"),
        ("A,40,c,,2026-12-31,nobody", "Supports: no goal is called “nobody”"),
        ("A,40,c,,2026-12-31,A", "Supports: no goal is called “A”"),
        ("A,40,c,,2026-12-31,,,", None),
        ("A,1,5,c,,2026-12-31,B", "more cells than columns"),
    ],
)
def test_what_is_no_goal_is_named_by_line(shell: Shell, row: str, wrong: str | None) -> None:
    said = imported(shell, f"Title,Target,What is counted,Start,Deadline,Supports\n{row}\n")
    if wrong is None:
        assert said.code == 0
        return
    assert said.code == 2
    assert any(line.startswith(("line 2, ", "line 2: ")) and wrong in line for line in said.complaint)
    assert not shell.file.exists()


def test_goals_that_support_one_another_in_a_circle_are_refused(shell: Shell) -> None:
    said = imported(
        shell, "title,target,deadline,supports\nAa,1,2026-12-31,Bb\nBb,1,2026-12-31,Aa\nCc,1,2026-12-31,Aa\n"
    )
    assert said.complaint[:2] == [
        "line 2, supports: goals support one another in a circle",
        "line 3, supports: goals support one another in a circle",
    ]
    assert not shell.file.exists()


def test_goals_that_are_there_already_are_left_out_and_still_supported(shell: Shell) -> None:
    imported(shell, GOALS)
    more = GOALS + "40 more,40,contracts,2026-12-01,2026-12-31,1000 contracts\n"
    said = imported(shell, more + "40 more,41,contracts,2026-12-01,2026-12-31,\n")
    assert "3 goals are there already, left out: line 2, line 3, line 5" in said.lines
    assert titles(shell).count("40 more") == 1
    by_title = {each["title"]: each for each in shell("list", "--json").json["goals"]}
    assert by_title["40 more"]["supports"] == by_title["1000 contracts"]["id"]


def test_our_own_json_comes_back_as_it_was(shell: Shell, tmp_path: Path) -> None:
    shell.write(
        goal("deal-1", "40 contracts", ("2026-11-06", 18), more='owner = "Lan"'),
        RATING,
        goal("posts-1", "Posts", ("2026-11-20", 85), measure='kind = "rate"\nper = "day"\ntarget = 100'),
        goal("hire-1", "Hire", ("2026-11-20", "true"), measure='kind = "yes-no"'),
    )
    before = shell("list", "--json").json["goals"]
    listed = given(shell, shell("list", "--json").out, "list.json")
    report = given(shell, shell("report", "--format", "json").out, "report.json")
    for path, differs in ((listed, {"posts-1"}), (report, set())):
        for lang in ("en", "vi"):
            shell.file.unlink()
            assert shell("--lang", lang, "import", path, "--yes").code == 0
            after = {each["id"]: each for each in shell("list", "--json").json["goals"]}
            assert after.keys() == {each["id"] for each in before}
            assert [each for each in before if after[each["id"]] != each and each["id"] not in differs] == []


def test_a_number_so_far_is_not_taken_of_a_goal_that_sums_up_its_children(shell: Shell) -> None:
    years = goal("deal-2", "1000 contracts", measure='metric = "c"\ntarget = 1000')
    month = goal("deal-1", "40 contracts", ("2026-11-06", 18), measure='metric = "c"\ntarget = 40')
    shell.write(years, month + '[goal.relevant]\nsupports = "deal-2"\n')
    listed = given(shell, shell("list", "--json").out, "list.json")
    shell.file.unlink()
    shell("import", listed, "--yes")
    assert {each["id"]: each["value"] for each in shell("list", "--json").json["goals"]} == {
        "deal-2": 18,
        "deal-1": 18,
    }


def test_the_csv_of_a_report_can_be_imported(shell: Shell) -> None:
    shell.write(goal("deal-1", "=40 contracts", ("2026-11-06", 18)))
    rows = shell("report", "--format", "csv").out
    shell.file.unlink()
    assert imported(shell, rows).code == 0
    (found,) = shell("list", "--json").json["goals"]
    assert (found["title"], found["value"], found["last_checkin"]) == ("=40 contracts", 18, "2026-11-06")


@pytest.mark.parametrize(
    "text",
    [
        "{",
        "[1]",
        "[]",
        '{"goals": 5}',
        '{"schema": 2, "goals": []}',
        "[" * 100_000,
        '[{"title": "A", "target": NaN}]',
    ],
)
def test_json_that_is_not_ours_is_refused(shell: Shell, text: str) -> None:
    said = imported(shell, text)
    assert (said.code, said.out) == (2, "")
    assert not shell.file.exists()


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("", "There is nothing in this file."),
        ("\n\n", "There is nothing in this file."),
        (b"date\n\xff\xfe", "The file is not saved as UTF-8: line 2."),
        ("Tiêu đề\n".encode("utf-16"), "The file is not saved as UTF-8: line 1."),
        ("date\n\0", "This is not a table."),
        ("a,b\n1,2\n", "These columns are not those of goals, and none is a date: “a”, “b”"),
        ('a,b\n1,"2\n', "These columns are not those of goals, and none is a date: “a”, “b”"),
        ('date,goal\n"2026-11-20,x\n', "From line 2 on this is no CSV"),
        ("date\n" + "x" * 200_000, "From line 2 on this is no CSV"),
        ("date\n2026-11-20\n", "The file does not say which goal the rows count for."),
    ],
)
def test_what_is_no_table_is_refused_in_words(shell: Shell, text: str | bytes, wrong: str) -> None:
    shell.write(CONTRACTS)
    said = imported(shell, text)
    assert (said.code, len(said.complaint)) == (2, 2)
    assert said.complaint[0].startswith(wrong)


def test_a_file_that_is_not_there_or_none_is_refused(shell: Shell) -> None:
    for path in (shell.home / "nothing.csv", shell.home):
        said = shell("import", str(path), "--yes")
        assert (said.code, len(said.complaint)) == (2, 2)


def test_a_goal_of_another_kind_says_what_it_needs(shell: Shell) -> None:
    shell.write(RATING, SALES)
    said = imported(shell, "date\n2026-11-20\n", "--goal", "rating")
    assert "--value" in said.complaint[0]
    assert (
        "this goal is not counted in EUR"
        in imported(shell, "date,value\n2026-11-20,€5\n", "--goal", "Sales").err
    )
    assert imported(shell, GOALS, "--goal", "Sales").code == 2
    assert imported(shell, "date,goal\n2026-11-20,nobody\n").complaint[0] == (
        "line 2, goal: no goal is called “nobody”"
    )


def test_without_a_terminal_it_shows_but_does_not_save(shell: Shell) -> None:
    said = shell("import", given(shell, GOALS))
    assert (said.code, len(said.lines)) == (2, 2)
    assert said.complaint == [
        "Nothing was changed: nobody is here to say yes.",
        "Add --yes to agree beforehand.",
    ]
    assert not shell.file.exists()


@pytest.mark.parametrize(
    ("lang", "answer", "saved"),
    [
        ("en", "yes", True),
        ("en", "y", True),
        ("en", "", False),
        ("en", "no", False),
        ("vi", "có", True),
        ("vi", "q", False),
    ],
)
def test_in_a_terminal_it_asks(
    shell: Shell, monkeypatch: pytest.MonkeyPatch, lang: str, answer: str, saved: bool
) -> None:
    monkeypatch.setattr("smart_tui.cli.session.Session.in_terminal", property(lambda _: True))
    monkeypatch.setattr("sys.stdin", StringIO(answer + "\n"))
    said = shell("--lang", lang, "import", given(shell, GOALS))
    assert said.code == 0
    assert shell.file.exists() == saved


def test_check_ins_that_came_meanwhile_stop_it(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    shell.write(CONTRACTS)

    def agreed(*_: object) -> bool:
        Store(shell.file)
        shell.file.write_text(
            shell.file.read_text("utf-8").replace("[\n", "[\n{date=2026-11-20,value=5},"), "utf-8"
        )
        return True

    monkeypatch.setattr("smart_tui.cli.commands.import_file.agreed", agreed)
    said = shell("import", given(shell, "date\n2026-11-20\n"), "--goal", "deal-1")
    assert said.code == 5
    assert counted(shell) == {"2026-11-20": 5}


@pytest.mark.parametrize("text", HOSTILE_TITLES, ids=range(len(HOSTILE_TITLES)))
def test_hostile_text_is_kept_and_shown_harmlessly(shell: Shell, text: str) -> None:
    shell.write(CONTRACTS)
    cell = json.dumps({"title": text, "target": 1, "deadline": "2026-12-31", text: 1})
    for said in (
        imported(shell, cell),
        imported(shell, f"date,goal,{json.dumps(text)}\n2026-11-20,{json.dumps(text)},1\n".replace("\\", "")),
        imported(shell, "date\n2026-11-20\n", "--goal", text.replace("\0", "") or "x"),
        imported(shell, "date\n2026-11-20\n", "--value", text.replace("\0", "") or "x"),
    ):
        assert not obeyed(said)


@pytest.mark.parametrize("number", ["1e999999999", "-1e999999999", "1" * 5000, "1e-999999999"])
def test_numbers_that_would_fill_the_memory_are_refused(shell: Shell, number: str) -> None:
    said = imported(shell, f'[{{"title": "A", "deadline": "2026-12-31", "target": {number}}}]')
    assert said.code == 2
    assert said.complaint[0].startswith("goal 1, target: ")


def test_a_hundred_thousand_rows_are_quick_and_one_write(shell: Shell) -> None:
    shell.write(CONTRACTS)
    days = [date.fromordinal(date(2026, 11, 20).toordinal() - n % 365) for n in range(100_000)]
    rows = "".join(f"{n},{day} 10:{n % 60:02d}:{n % 59:02d},{n / 100:.2f}\n" for n, day in enumerate(days))
    said = imported(shell, "order,date,value\n" + rows, "--goal", "deal-1")
    assert said.code == 0
    assert len(counted(shell)) == 365


def test_more_rows_than_anybody_has_goals_are_refused(shell: Shell) -> None:
    said = imported(shell, "title,target,deadline\n" + "A,1,2026-12-31\n" * 1_001)
    assert said.complaint[0] == "line 1002: more goals than a goal file takes"
