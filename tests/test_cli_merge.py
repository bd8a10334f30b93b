"""`merge`: as git's driver, for copies that synced folders leave, for what git could not join."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from sample_goals import HOSTILE_TITLES
from shell import Shell, goal, process
from terminal import Terminal
from test_cli_hostile import obeyed

COPY = "goals (Lan's conflicted copy 2026-11-21).toml"
HEAD = "version = 1\n\n"
BASE = HEAD + goal("leads-1", "Leads", ("2026-11-02", 3))
OURS = HEAD + goal("leads-1", "Leads", ("2026-11-02", 3), ("2026-11-09", 4))
THEIRS = HEAD + goal("leads-1", "Leads", ("2026-11-02", 3), ("2026-11-10", 5))
MORE_HERE = HEAD + goal("leads-1", "Leads", measure="target = 50")
MORE_THERE = HEAD + goal("leads-1", "Leads", measure="target = 60")


def three(folder: Path, base: str | None, ours: str, theirs: str) -> tuple[str, str, str]:
    """Write three files as git does."""
    paths = [folder / name for name in (".merge_base", ".merge_ours", ".merge_theirs")]
    for path, text in zip(paths, (base, ours, theirs), strict=True):
        if text is not None:
            path.write_text(text, "utf-8")
    return str(paths[0]), str(paths[1]), str(paths[2])


def test_git_gets_both_sides_where_they_fit(shell: Shell, tmp_path: Path) -> None:
    files = three(tmp_path, BASE, OURS, THEIRS)
    said = shell("merge", *files)
    assert (said.code, said.out, said.err) == (0, "", "")
    merged = Path(files[1]).read_text("utf-8")
    assert [f"value = {n} }}" in merged for n in (3, 4, 5)] == [True] * 3
    assert Path(files[0]).read_text("utf-8") == BASE
    assert not [path for path in tmp_path.iterdir() if path.name.endswith(".tmp")]
    assert not shell.file.exists()


def test_git_is_told_what_clashed_and_ours_stays(shell: Shell, tmp_path: Path) -> None:
    files = three(tmp_path, BASE, MORE_HERE, MORE_THERE)
    said = shell("merge", *files)
    assert (said.code, said.out) == (1, "")
    assert said.complaint[0] == "Both kept: Leads, Target: here 50, there 60"
    assert "# MERGE other: measurable.target = 60\ntarget = 50\n" in Path(files[1]).read_text("utf-8")
    said = shell("--lang", "vi", "merge", *three(tmp_path, BASE, MORE_HERE, MORE_THERE))
    assert said.complaint[0] == "Giữ cả hai: Leads, Cần đạt: ở đây 50, bên kia 60"


@pytest.mark.parametrize("base", [None, "", "\n"])
def test_without_an_ancestor_nothing_is_lost(shell: Shell, tmp_path: Path, base: str | None) -> None:
    files = three(tmp_path, base, OURS, THEIRS)
    assert shell("merge", *files).code == 0
    merged = Path(files[1]).read_text("utf-8")
    assert [merged.count(f"value = {n} }}") for n in (3, 4, 5)] == [1] * 3


def test_a_device_is_no_ancestor(shell: Shell, tmp_path: Path) -> None:
    _, ours, theirs = three(tmp_path, None, OURS, THEIRS)
    assert shell("merge", "/dev/null", ours, theirs).code == 0


@pytest.mark.parametrize("broken", [0, 1, 2])
@pytest.mark.parametrize("text", ["version = = 1\n", "version = 99\n\n" + goal("x-1", "X"), None])
def test_a_merge_that_fails_leaves_ours_alone(
    shell: Shell, tmp_path: Path, broken: int, text: str | None
) -> None:
    files = three(tmp_path, BASE, OURS, THEIRS)
    path = Path(files[broken])
    if text is not None:
        path.write_text(text, "utf-8")
    elif broken:
        path.unlink()
    else:
        path.write_bytes(b"\xff")
    before = Path(files[1]).read_bytes() if Path(files[1]).exists() else None
    said = shell("merge", *files)
    assert (said.code, said.out, len(said.complaint)) == (129, "", 2)
    assert said.complaint[0].startswith("Not merged: ")
    assert (Path(files[1]).read_bytes() if Path(files[1]).exists() else None) == before


def test_a_result_that_cannot_be_written_is_a_failure(
    shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    files = three(tmp_path, BASE, OURS, THEIRS)
    monkeypatch.setattr("os.write", full)
    assert shell("merge", *files).code == 129
    assert Path(files[1]).read_text("utf-8") == OURS


def test_two_files_are_one_too_many(shell: Shell) -> None:
    assert shell("merge", "a", "b").code == 2
    assert shell("merge", "a", "b", "c", "d").code == 2
    assert shell("merge", "nowhere.toml").code == 2


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not here")
def test_the_lines_of_the_readme_teach_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    who = {f"GIT_{who}_{what}": "x@y" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    for name, value in (who | {"HOME": str(tmp_path), "GIT_CONFIG_NOSYSTEM": "1"}).items():
        monkeypatch.setenv(name, value)

    def git(*arguments: str) -> int:
        return subprocess.run(["git", *arguments], cwd=tmp_path, capture_output=True, check=False).returncode

    def commit(text: str) -> None:
        (tmp_path / "goals.toml").write_text(text, "utf-8")
        assert git("add", "-A") == git("commit", "-qm", "x") == 0

    readme = (Path(__file__).parent.parent / "README.md").read_text("utf-8")
    assert 'git config merge.smart-tui.driver "smart-tui merge %O %A %B"' in readme
    assert 'echo "goals.toml merge=smart-tui" >> .gitattributes' in readme
    installed = Path(sys.executable).with_name("smart-tui")
    assert git("init", "-q", "-b", "main") == 0
    git("config", "merge.smart-tui.driver", f"'{installed}' merge %O %A %B")
    (tmp_path / ".gitattributes").write_text("goals.toml merge=smart-tui\n", "utf-8")
    commit(BASE)
    git("checkout", "-qb", "there")
    commit(THEIRS)
    git("checkout", "-q", "main")
    commit(OURS)
    assert git("merge", "-q", "--no-edit", "there") == 0
    merged = (tmp_path / "goals.toml").read_text("utf-8")
    assert [merged.count(f"value = {n} }}") for n in (3, 4, 5)] == [1] * 3


def test_nothing_lies_beside_the_file(shell: Shell) -> None:
    shell.write(goal("leads-1", "Leads"))
    (shell.home / "goals-2027.toml").write_text(BASE, "utf-8")
    said = shell("merge")
    assert (said.code, said.lines) == (0, ["No other version of the file lies beside it."])


def test_a_copy_is_shown_asked_about_merged_and_put_with_the_backups(shell: Shell) -> None:
    shell.write(goal("leads-1", "Leads", ("2026-11-09", 4)))
    there = HEAD + goal("leads-1", "Leads", ("2026-11-09", 4), ("2026-11-10", 5)) + goal("new-2", "New")
    (shell.home / COPY).write_text(there, "utf-8")
    before = shell.file.read_bytes()
    refused = shell("merge")
    assert (refused.code, refused.complaint[-1]) == (2, "Add --yes to agree beforehand.")
    assert (shell.file.read_bytes(), (shell.home / COPY).exists()) == (before, True)
    shell.answers("no")
    assert shell("merge").lines[-1] == "Nothing was changed."
    shell.answers("yes")
    said = shell("merge")
    assert said.code == 0
    assert said.lines[:3] == [
        f"Another version: {shell.home / COPY}",
        "  new: “New”",
        "  “Leads”: 1 more number",
    ]
    assert not (shell.home / COPY).exists()
    [kept] = shell.home.glob("state/files/*/backups/copies/*")
    assert kept.read_text("utf-8") == there
    assert {g["title"]: g["value"] for g in shell("list", "--json").json["goals"]} == {"Leads": 9, "New": 0}
    assert shell("undo").lines == ["Undone: merge with another version of the file"]
    assert shell.file.read_bytes() == before


@pytest.mark.parametrize(
    ("answers", "target", "code"),
    [(("1", "yes"), 50, 0), (("2", "yes"), 60, 0), (("", "yes"), 50, 1), (("7", "<", "2", "yes"), 60, 0)],
)
def test_each_clash_is_asked_about(shell: Shell, answers: tuple[str, ...], target: int, code: int) -> None:
    shell.file.write_text(MORE_HERE, "utf-8")
    (shell.home / COPY).write_text(MORE_THERE, "utf-8")
    shell.answers(*answers)
    said = shell("merge")
    assert said.code == code
    assert "1  here: 50" in said.lines
    assert "2  there: 60" in said.lines
    text = shell.file.read_text("utf-8")
    assert f"\ntarget = {target}\n" in text
    assert ("# MERGE other: measurable.target = 60" in text) is bool(code)
    assert shell("validate").code == (4 if code else 0)


def test_yes_keeps_both_everywhere(shell: Shell) -> None:
    shell.file.write_text(MORE_HERE, "utf-8")
    (shell.home / COPY).write_text(MORE_THERE, "utf-8")
    said = shell("merge", "--yes")
    assert said.code == 1
    assert said.lines[-1].startswith("Both values were kept at 1 place")


def test_a_file_that_is_named_is_merged_and_stays_where_it_is(shell: Shell, tmp_path: Path) -> None:
    shell.file.write_text(OURS, "utf-8")
    there = tmp_path / "from-lan.toml"
    there.write_text(THEIRS, "utf-8")
    assert shell("merge", str(there), "--yes").code == 0
    assert there.read_text("utf-8") == THEIRS
    assert "value = 5 }" in shell.file.read_text("utf-8")
    there.write_text("version = = 1", "utf-8")
    assert shell("merge", str(there), "--yes").code == 4


def test_two_copies_come_in_one_after_the_other(shell: Shell) -> None:
    shell.file.write_text(BASE, "utf-8")
    (shell.home / "goals 2.toml").write_text(OURS, "utf-8")
    (shell.home / "goals 3.toml").write_text(THEIRS, "utf-8")
    assert shell("merge", "--yes").code == 0
    text = shell.file.read_text("utf-8")
    assert [text.count(f"value = {n} }}") for n in (3, 4, 5)] == [1] * 3


@pytest.mark.parametrize("diff3", [False, True])
def test_what_git_could_not_join_is_sorted_out(shell: Shell, diff3: bool) -> None:
    base = "||||||| 1234\n" if diff3 else ""
    marked = (
        f"{BASE[: BASE.rindex(']')]}<<<<<<< HEAD\n  {{ date = 2026-11-09, value = 4 }},\n{base}=======\n"
        "  { date = 2026-11-10, value = 5 },\n>>>>>>> lan\n]\n"
    )
    shell.file.write_text(marked, "utf-8")
    said = shell("list")
    assert (said.code, said.complaint[-1]) == (4, "smart-tui merge sorts them out. Nothing was changed.")
    assert shell("merge").code == 2
    assert shell.file.read_text("utf-8") == marked
    assert shell("merge", "--yes").code == 0
    text = shell.file.read_text("utf-8")
    assert [text.count(f"value = {n} }}") for n in (3, 4, 5)] == [1] * 3
    [copy] = shell.home.glob("state/files/*/backups/*-merge.toml")
    assert copy.read_text("utf-8") == marked


def test_markers_that_do_not_go_together_stay_for_an_editor(shell: Shell) -> None:
    shell.file.write_text(BASE + "<<<<<<< HEAD\n", "utf-8")
    assert shell("merge", "--yes").code == 4
    assert shell.file.read_text("utf-8") == BASE + "<<<<<<< HEAD\n"


@pytest.mark.parametrize("title", HOSTILE_TITLES, ids=range(len(HOSTILE_TITLES)))
@pytest.mark.parametrize("lang", ["en", "vi"])
def test_no_title_moves_the_cursor(shell: Shell, tmp_path: Path, title: str, lang: str) -> None:
    base, ours, theirs = (
        HEAD + goal("leads-1", each, measure=f'target = 5\nsource = """{n}"""') + goal(f"new-{n}", each)
        for n, each in enumerate(("base", title, f"{title}!"))
    )
    assert obeyed(shell("--lang", lang, "merge", *three(tmp_path, base, ours, theirs))) == set()
    shell.file.write_text(ours, "utf-8")
    (shell.home / COPY).write_text(theirs, "utf-8")
    said = shell("--lang", lang, "merge", "--yes")
    assert obeyed(said) == set()
    assert said.code == 1


def test_a_process_that_git_starts_asks_nothing(tmp_path: Path) -> None:
    files = three(tmp_path, BASE, MORE_HERE, MORE_THERE)
    said = process(tmp_path, "merge", *files)
    assert (said.code, said.out) == (1, "")


def test_in_a_terminal_the_questions_are_answered_by_number(tmp_path: Path) -> None:
    (tmp_path / "goals.toml").write_text(MORE_HERE, "utf-8")
    (tmp_path / COPY).write_text(MORE_THERE, "utf-8")
    with Terminal(tmp_path, "merge", columns=120) as terminal:
        terminal.wait_for("Which one counts?")
        terminal.type("2\r")
        terminal.wait_for("Merge it?")
        terminal.type("yes\r")
        assert terminal.wait_for_end() == 0
        assert "Merged." in terminal.text
    assert "\ntarget = 60\n" in (tmp_path / "goals.toml").read_text("utf-8")
