"""The options before the command, the language, and what wrong usage answers."""

import pytest
from shell import Shell, goal, process

FINE = goal("fine-1", "Fine", time="start = 2026-11-01\ndeadline = 2026-12-31")


@pytest.mark.parametrize(
    ("env", "lang"),
    [
        ({}, "en"),
        ({"LC_ALL": "vi_VN.UTF-8"}, "vi"),
        ({"LC_MESSAGES": "vi_VN"}, "vi"),
        ({"LANG": "vi"}, "vi"),
        ({"LANG": "C"}, "en"),
        ({"LC_ALL": "C", "LANG": "vi_VN.UTF-8"}, "en"),
        ({"LC_ALL": "fr_FR.UTF-8"}, "en"),
        ({"SMART_TUI_LANG": "vi", "LC_ALL": "C"}, "vi"),
        ({"SMART_TUI_LANG": "en", "LC_ALL": "vi_VN"}, "en"),
        ({"SMART_TUI_LANG": "nonsense", "LC_ALL": "vi_VN"}, "vi"),
    ],
)
def test_the_language_is_the_one_asked_for_else_the_locales(
    shell: Shell, env: dict[str, str], lang: str
) -> None:
    shell.unset("LC_ALL", "LC_MESSAGES", "LANG")
    shell.set(**env)
    said = shell("list").out
    assert said.startswith({"en": "No goals yet.", "vi": "Chưa có mục tiêu nào."}[lang])
    assert shell("--lang", "en", "list").out.startswith("No goals yet.")
    assert shell("--lang=vi", "list").out.startswith("Chưa có mục tiêu nào.")


def test_the_language_that_was_set_is_that_of_every_command(shell: Shell) -> None:
    shell.set(LC_ALL="C")
    (shell.home / "config").mkdir()
    (shell.home / "config" / "settings.toml").write_text('language = "vi"\n', "utf-8")
    assert shell("list").out.startswith("Chưa có mục tiêu nào.")
    assert "Cách dùng" in shell("list", "--help").out
    shell.set(SMART_TUI_LANG="en")
    assert shell("list").out.startswith("No goals yet.")


@pytest.mark.parametrize(("style", "written"), [("day-first", "31/12/2026"), ("iso", "2026-12-31")])
def test_dates_are_written_as_they_were_set(shell: Shell, style: str, written: str) -> None:
    (shell.home / "config").mkdir()
    (shell.home / "config" / "settings.toml").write_text(f'dates = "{style}"\n', "utf-8")
    shell.write(FINE)
    assert written in shell("show", "fine").out


def test_a_day_is_read_as_it_is_written(shell: Shell) -> None:
    (shell.home / "config").mkdir()
    (shell.home / "config" / "settings.toml").write_text('dates = "day-first"\n', "utf-8")
    shell.write(FINE)
    assert shell("log", "fine", "5", "--on", "2/11").code == 0
    assert "2026-11-02" in shell.file.read_text("utf-8")
    assert shell("extend", "fine", "--to", "5/2/2027").code == 0
    assert "deadline = 2027-02-05" in shell.file.read_text("utf-8")
    assert shell("coach", "--json", "Win 40 leads by 5/6").json["deadline"] == "2027-06-05"


@pytest.mark.parametrize(("said", "all_signs"), [("", False), ('glyphs = "full"\n', True)])
def test_the_signs_that_were_set_win_over_a_locale_that_knows_few(
    shell: Shell, said: str, all_signs: bool
) -> None:
    (shell.home / "config").mkdir()
    (shell.home / "config" / "settings.toml").write_text(said, "utf-8")
    shell.write(FINE)
    shell.set(LC_ALL="en_US.ISO-8859-1")
    assert ("┃" in shell("list").out) is all_signs


@pytest.mark.parametrize(
    ("said", "named"),
    [
        ('dates = "sideways"', "settings.toml: dates cannot be “sideways”"),
        ('language = "xx"', "settings.toml: language: there is no “xx”."),
        ('language = "vi', "settings.toml: line 1, column 12"),
    ],
)
def test_what_is_wrong_with_the_settings_is_said_once_beside_the_goals(
    shell: Shell, said: str, named: str
) -> None:
    (shell.home / "config").mkdir()
    (shell.home / "config" / "settings.toml").write_text(said + "\n", "utf-8")
    shell.write(FINE)
    result = shell("list", "--json")
    assert result.code == 0
    assert result.json["goals"]
    assert result.err.count(named) == 1, result.err


def test_today_can_be_another_day(shell: Shell) -> None:
    shell.write(FINE)
    assert shell("list", "--json").json["today"] == "2026-11-21"
    late = shell("--today", "2027-01-05", "list", "--json").json
    assert (late["today"], late["goals"][0]["status"], late["goals"][0]["days_left"]) == (
        "2027-01-05",
        "overdue",
        -5,
    )
    assert late["goals"][0]["flags"] == ["overdue short-term"]


@pytest.mark.parametrize("value", ["", "0"])
def test_accessible_switched_off_is_off(shell: Shell, value: str) -> None:
    shell.write(FINE)
    shell.set(ACCESSIBLE=value)
    assert "─" in shell("list").out


@pytest.mark.parametrize("value", ["1", "true", "yes please"])
def test_accessible_is_plain(shell: Shell, value: str) -> None:
    shell.write(FINE)
    plain = shell("--plain", "list").out
    shell.set(ACCESSIBLE=value)
    assert shell("list").out == plain
    assert shell().out == plain
    assert not set(plain) & set("━╸─┃●▲◆!✓×○·?")


def test_a_terminal_that_cannot_print_bars_gets_plain_lines(shell: Shell) -> None:
    shell.write(FINE)
    said = process(shell.home, "list", env={"PYTHONIOENCODING": "ascii"})
    assert said.lines == shell("--plain", "list").lines
    said = process(shell.home, "--lang", "vi", "list", env={"PYTHONIOENCODING": "ascii"})
    assert (said.code, said.err) == (0, "")
    assert "?" not in said.out


def test_the_version_is_one_line(shell: Shell) -> None:
    said = shell("--version")
    assert (said.code, said.err) == (0, "")
    assert said.lines[0].startswith("smart-tui ")


@pytest.mark.parametrize("option", ["--help", "-h"])
def test_help_names_every_command(shell: Shell, option: str) -> None:
    said = shell(option)
    assert said.code == 0
    for name in ("new", "list", "show", "log", "add", "validate", "path", "demo"):
        assert f"\n  {name} " in said.out


def test_help_is_vietnamese_where_the_person_is(shell: Shell) -> None:
    said = process(shell.home, "--lang", "vi", "log", "--help")
    assert said.lines[0].startswith("Cách dùng: smart-tui log ")
    assert "Options" not in said.out
    assert "Tùy chọn" in said.out


@pytest.mark.parametrize("wrong", [["nosuch"], ["--nope"], ["list", "--nope"], ["show"], ["log", "x"]])
@pytest.mark.parametrize("lang", ["en", "vi"])
def test_wrong_usage_is_two_lines_what_is_wrong_and_what_to_do(
    shell: Shell, lang: str, wrong: list[str]
) -> None:
    said = shell("--lang", lang, *wrong)
    assert (said.code, said.out, len(said.complaint)) == (2, "", 2)
    assert said.complaint[1].startswith({"en": "Try 'smart-tui", "vi": "Gõ 'smart-tui"}[lang])
    assert "--help" in said.complaint[1]


@pytest.mark.parametrize(
    ("wrong", "named"),
    [
        (["--lang", "xx", "list"], "'en', 'vi'"),
        (["--today", "soon", "list"], "2026-12-31"),
        (["--today", "2026-02-30", "list"], "2026-12-31"),
        (["list", "--status", "late"], "'overdue'"),
        (["list", "--horizon", "medium"], "'short'"),
        (["log", "x", "5", "--confidence", "11"], "11"),
        (["add", "x", "--kind", "many"], "'yes-no'"),
    ],
)
def test_a_wrong_value_comes_back_with_the_right_ones(shell: Shell, wrong: list[str], named: str) -> None:
    said = shell(*wrong)
    assert (said.code, len(said.complaint)) == (2, 2)
    assert named in said.complaint[0]


def test_a_wrong_day_in_the_environment_is_named(shell: Shell) -> None:
    shell.set(SMART_TUI_TODAY="soon")
    assert (shell("list").code, len(shell("list").complaint)) == (2, 2)


def test_the_wizard_without_a_terminal_names_the_way_without_one(shell: Shell) -> None:
    said = shell("new", "Win leads")
    assert (said.code, said.out) == (2, "")
    assert said.complaint == [
        "No terminal to draw on.",
        "smart-tui new --plain asks line by line; smart-tui add asks nothing.",
    ]
    assert shell("--lang", "vi", "new").complaint[0] == "Không có màn hình terminal."
