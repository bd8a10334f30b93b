"""`report`: to standard output or into a file, never over one that is there."""

import json
import os
from pathlib import Path

import pytest
from shell import Shell, goal, process
from test_cli_process import HEAVY, loaded

LEADS = goal(
    "leads-1",
    "40 leads",
    ("2026-11-20", 12),
    measure='metric = "leads"\ntarget = 40\nbudget = 600',
    more='owner = "Hà"',
)
POSTS = goal("posts-2", "Posts", measure="target = 9")
BEGINNINGS = {
    "md": "# Goals\n",
    "html": "<!doctype html>\n",
    "csv": '"',
    "json": "{\n",
    "ics": "BEGIN:VCALENDAR",
}


@pytest.mark.parametrize("form", BEGINNINGS)
def test_every_format_goes_to_standard_output(shell: Shell, form: str) -> None:
    shell.write(LEADS)
    said = shell("report", "--format", form)
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith(BEGINNINGS[form])
    assert "40 leads" in said.out
    assert said.out == shell("report", "--format", form, "-o", "-").out


def test_without_a_format_it_is_markdown_or_what_the_files_name_says(shell: Shell) -> None:
    shell.write(LEADS)
    assert shell("report").out.startswith("# ")
    for name, beginning in (("a.HTML", "<!doctype"), ("a.ics", "BEGIN:"), ("a.txt", "# "), ("a", "# ")):
        assert shell("report", "-o", str(shell.home / name)).code == 0
        assert (shell.home / name).read_text("utf-8").startswith(beginning)
    assert shell("report", "--format", "csv", "-o", str(shell.home / "b.html")).code == 0
    assert (shell.home / "b.html").read_text("utf-8").startswith('"')


def test_a_file_that_is_there_is_written_over_only_when_asked(shell: Shell) -> None:
    shell.write(LEADS)
    path = shell.home / "report.md"
    path.write_text("mine", "utf-8")
    said = shell("report", "-o", str(path))
    assert said.code == 2
    assert said.complaint == [f"{path} is there already; nothing was written.", "--force writes over it."]
    assert path.read_text("utf-8") == "mine"
    assert shell("report", "-o", str(path), "--force").code == 0
    assert path.read_text("utf-8").startswith("# Goals")
    assert sorted(each.name for each in shell.home.iterdir()) == ["goals.toml", "report.md"]


def test_a_link_is_followed_when_it_is_written_over_and_stays_a_link(shell: Shell) -> None:
    shell.write(LEADS)
    (shell.home / "link.md").symlink_to(shell.home / "there.md")
    assert shell("report", "-o", str(shell.home / "link.md")).code == 2
    assert not (shell.home / "there.md").exists()
    assert shell("report", "-o", str(shell.home / "link.md"), "--force").code == 0
    assert (shell.home / "link.md").is_symlink()
    assert (shell.home / "there.md").is_file()


def test_the_goals_are_never_written_over(shell: Shell) -> None:
    shell.write(LEADS)
    before = shell.file.read_bytes()
    (shell.home / "link.md").symlink_to(shell.file)
    for name in ("goals.toml", "link.md"):
        said = shell("report", "--force", "-o", str(shell.home / name))
        assert (said.code, len(said.complaint)) == (2, 2)
    assert shell.file.read_bytes() == before


def test_where_nothing_can_be_written_it_says_so(shell: Shell) -> None:
    shell.write(LEADS)
    (shell.home / "folder").mkdir()
    for name, options in (
        ("no/such/folder/a.md", []),
        ("folder", ["--force"]),
        ("x" * 300, []),
        ("a\x00b", []),
    ):
        said = shell("report", *options, "-o", str(shell.home / name))
        assert (said.code, len(said.complaint)) == (5, 2), name
        assert said.complaint[1] == "Choose another place with -o."
    assert sorted(each.name for each in shell.home.iterdir()) == ["folder", "goals.toml"]


def test_a_new_file_may_be_read_as_the_umask_allows(shell: Shell) -> None:
    shell.write(LEADS)
    before = os.umask(0o027)
    try:
        assert shell("report", "-o", str(shell.home / "a.md")).code == 0
    finally:
        os.umask(before)
    assert (shell.home / "a.md").stat().st_mode & 0o777 == 0o640


def test_one_goal_one_owner_or_all(shell: Shell) -> None:
    shell.write(LEADS, POSTS)

    def titles(*options: str) -> list[str]:
        return [each["title"] for each in shell("report", "--format", "json", *options).json["goals"]]

    assert titles() == ["40 leads", "Posts"]
    assert titles("--goal", "post") == ["Posts"]
    assert titles("--owner", "ha") == ["40 leads"]
    assert titles("--owner", "HÀ", "--goal", "posts") == []


def test_a_goal_or_an_owner_that_is_not_there_is_refused(shell: Shell) -> None:
    shell.write(LEADS)
    assert shell("report", "--goal", "nothing").code == 3
    said = shell("report", "--owner", "Bob")
    assert (said.code, said.complaint) == (3, ["Nobody is called “Bob”.", "People responsible: Hà"])
    assert shell("report", "--period", "day").code == 2
    assert shell("report", "--format", "pdf").code == 2


@pytest.mark.parametrize(
    ("period", "first", "before"),
    [
        ("week", "2026-11-16", "2026-11-09"),
        ("month", "2026-11-01", "2026-10-01"),
        ("quarter", "2026-10-01", "2026-07-01"),
        ("year", "2026-01-01", "2025-01-01"),
    ],
)
def test_the_period_is_compared_with_the_one_before(
    shell: Shell, period: str, first: str, before: str
) -> None:
    shell.write(LEADS)
    made = shell("report", "--format", "json", "--period", period).json
    assert (made["window"]["start"], made["before"]["start"]) == (first, before)
    assert made["goals"][0]["now"]["change"] == 12
    assert made["goals"][0]["before"]["change"] is None


def test_json_has_the_elements_of_list_and_more(shell: Shell) -> None:
    shell.write(LEADS)
    listed, made = shell("list", "--json").json, shell("report", "--format", "json").json
    assert made["schema"] == listed["schema"]
    assert made["today"] == listed["today"]
    [element], [reported] = listed["goals"], made["goals"]
    assert element.items() <= reported.items()
    assert reported["money"]["per_result"] == 50
    assert reported["checkins"] == [{"date": "2026-11-20", "value": 12, "note": None, "confidence": None}]


def test_a_formula_is_disarmed_unless_the_raw_text_is_asked_for(shell: Shell) -> None:
    shell.write(goal("a-1", "=1+1"))
    assert '"\'=1+1"' in shell("report", "--format", "csv").out
    assert '"=1+1"' in shell("report", "--format", "csv", "--raw").out


def test_a_narrow_terminal_encoding_changes_no_byte_of_a_report(tmp_path: Path) -> None:
    (tmp_path / "goals.toml").write_text("version = 1\n" + LEADS, "utf-8")
    wide, narrow = (
        process(tmp_path, "report", "--format", "json", env={"LC_ALL": c}) for c in ("C.UTF-8", "POSIX")
    )
    assert json.loads(narrow.out)["goals"][0]["owner"] == "Hà"
    assert narrow.out == wide.out


def test_what_a_format_needs_is_loaded_for_it_alone(tmp_path: Path) -> None:
    (tmp_path / "goals.toml").write_text("version = 1\n" + LEADS, "utf-8")
    heavy = {"jinja2", "icalendar"}
    assert not loaded(tmp_path, "list") & heavy
    for form, needed in (
        ("md", set()),
        ("csv", set()),
        ("json", set()),
        ("html", {"jinja2"}),
        ("ics", {"icalendar"}),
    ):
        modules = loaded(tmp_path, "report", "--format", form)
        assert modules & heavy == needed
        assert not modules & (HEAVY - {"asyncio", "importlib.resources", "secrets"})
    assert "babel" not in loaded(tmp_path, "report", "--format", "json")
