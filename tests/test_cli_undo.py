"""`undo`, `backups`, `restore`: what was done is taken back, and older states of the file come back."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from sample_goals import HOSTILE_TITLES
from shell import Shell, goal
from test_cli_hostile import obeyed

from smart_tui.store import operation, reader, upgrade
from smart_tui.store.memory import Memory

LEADS = goal("leads-1", "Leads", ("2026-11-02", 3))
TALKS = goal("talks-2", "Talks")


@pytest.fixture(autouse=True)
def london(monkeypatch: pytest.MonkeyPatch) -> None:
    """Be somewhere."""
    monkeypatch.setenv("TZ", "Europe/London")
    time.tzset()


def lies(shell: Shell) -> list[str]:
    return sorted(path.name.rpartition("-")[2] for path in shell.home.glob("state/files/*/backups/*.toml"))


def test_nothing_was_done_so_nothing_is_taken_back(shell: Shell) -> None:
    said = shell("undo")
    assert (said.code, said.out, said.complaint[0]) == (2, "", "There is nothing to take back.")
    assert shell("undo", "--redo").code == 2
    assert shell("undo", "--list").lines == ["There is nothing to take back."]
    assert shell("--lang", "vi", "undo").complaint[0] == "Không có gì để hoàn tác."


@pytest.mark.parametrize(
    ("commands", "said"),
    [
        ([("log", "leads", "+25", "--on", "2026-11-20")], "+25 on 20 Nov 2026 for “Leads”"),
        ([("log", "leads", "=4")], "+1 on 21 Nov 2026 for “Leads”"),
        ([("log", "leads", "5", "--lead", "calls")], "5 calls for “Leads”"),
        ([("close", "leads")], "closing of “Leads”"),
        ([("extend", "leads", "--to", "2027-02-01")], "extension of “Leads”"),
        ([("change", "leads", "--target", "50")], "change of “Leads”"),
        ([("drop", "leads")], "dropping of “Leads”"),
        ([("drop", "leads"), ("reopen", "leads")], "reopening of “Leads”"),
        (
            [("add", "Win 9", "--target", "9", "--deadline", "2026-12-31", "--metric", "x")],
            "new goal “Win 9”",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_every_deed_is_named_and_taken_back(shell: Shell, commands: list[tuple[str, ...]], said: str) -> None:
    shell.write(LEADS)
    for command in commands[:-1]:
        assert shell(*command).code == 0
    before = shell.file.read_bytes()
    assert shell(*commands[-1]).code == 0
    after = shell.file.read_bytes()
    assert shell("undo", "--list").lines[0].endswith(f"  {said}")
    assert shell("undo").lines == [f"Undone: {said}"]
    assert shell.file.read_bytes() == before
    assert shell("undo", "--redo").lines == [f"Done again: {said}"]
    assert shell.file.read_bytes() == after


def test_an_import_is_taken_back_as_one(shell: Shell, tmp_path: Path) -> None:
    shell.write(LEADS)
    before = shell.file.read_bytes()
    table = tmp_path / "new.csv"
    table.write_text("title,target,metric,deadline\nA,5,a,2026-12-31\nB,6,b,2026-12-31\n", "utf-8")
    assert shell("import", str(table), "--yes").code == 0
    assert shell("undo").lines == ["Undone: 2 new goals"]
    assert shell.file.read_bytes() == before


@pytest.mark.parametrize(
    ("measure", "typed", "said"),
    [
        ('kind = "level"\nunit = "%"\ntarget = 5', "2.8", "2.8% on 21 Nov 2026"),
        ('kind = "total"\nunit = "USD"\ntarget = 900', "+35", "+$35 on 21 Nov 2026"),
        ('kind = "total"\ntarget = 9', "-2", "-2 on 21 Nov 2026"),
        ('kind = "yes-no"', "yes", "answer of 21 Nov 2026"),
    ],
)
def test_a_number_is_written_as_its_goal_writes_it(shell: Shell, measure: str, typed: str, said: str) -> None:
    shell.write(goal("leads-1", "Leads", measure=measure))
    assert shell("log", "leads", typed).code == 0
    assert shell("undo").lines == [f"Undone: {said} for “Leads”"]


def test_the_list_names_date_and_time_newest_first(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    shell.write(LEADS)
    for seconds, value in ((1_795_000_000, "+1"), (1_795_090_000, "+2")):
        monkeypatch.setattr(time, "time", lambda now=seconds: float(now))
        shell("log", "leads", value)
    assert shell("undo", "--list").lines == [
        "19 Nov 2026, 12:06  +2 on 21 Nov 2026 for “Leads”",
        "18 Nov 2026, 11:06  +1 on 21 Nov 2026 for “Leads”",
    ]
    assert shell("--lang", "vi", "undo", "--list").lines[0] == (
        "19/11/2026 12:06  +2 ngày 21/11/2026 cho “Leads”"
    )


def test_what_was_changed_since_is_not_taken_back(shell: Shell) -> None:
    shell.write(LEADS)
    shell("change", "leads", "--target", "50")
    shell.file.write_text(shell.file.read_text("utf-8").replace("target = 50", "target = 60"), "utf-8")
    before = shell.file.read_bytes()
    said = shell("undo")
    assert (said.code, said.out) == (5, "")
    assert said.complaint[0] == "Nothing was taken back: this was changed since: change of “Leads”"
    assert shell.file.read_bytes() == before


def test_what_an_editor_wrote_elsewhere_stays(shell: Shell) -> None:
    shell.write(LEADS, TALKS)
    shell("log", "leads", "+25")
    shell.file.write_text(shell.file.read_text("utf-8").replace('"Talks"', '"Ten talks" # more'), "utf-8")
    assert shell("undo").lines == ["Undone: +25 on 21 Nov 2026 for “Leads”"]
    assert '"Ten talks" # more' in shell.file.read_text("utf-8")
    assert "value = 25" not in shell.file.read_text("utf-8")


def test_a_backup_is_made_once_a_day_and_before_what_is_large(shell: Shell, tmp_path: Path) -> None:
    assert shell("backups").lines == [
        "There is no backup yet: the first is made before the first change of a day."
    ]
    shell.write(LEADS)
    shell("log", "leads", "+1")
    shell("log", "leads", "+1")
    assert lies(shell) == ["day.toml"]
    table = tmp_path / "new.csv"
    table.write_text("title,target,metric,deadline\nA,5,a,2026-12-31\n", "utf-8")
    shell("import", str(table), "--yes")
    assert lies(shell) == ["day.toml", "import.toml"]
    newest, oldest, where = shell("backups").lines
    assert newest.startswith("1  ")
    assert " · before an import · 1 goal · " in newest
    assert " · first change of the day · 1 goal · " in oldest
    assert where.startswith(f"They lie in {shell.home}/state/files/")


def test_backups_are_data_too(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(time, "time", lambda: 1_795_000_000.0)
    shell.write(LEADS)
    size = len(shell.file.read_bytes())
    shell("log", "leads", "+1")
    [only] = shell("backups", "--json").json["backups"]
    assert Path(only.pop("path")).is_file()
    assert only == {
        "number": 1,
        "at": "2026-11-18T11:06:40+00:00",
        "why": "day",
        "goals": 1,
        "bytes": size,
    }


def test_a_backup_that_cannot_be_read_is_called_so_and_not_put_back(shell: Shell) -> None:
    shell.write(LEADS)
    shell("log", "leads", "+1")
    [path] = shell.home.glob("state/files/*/backups/*.toml")
    path.write_bytes(b"[[[")
    assert " · cannot be read · 3 B" in shell("backups").lines[0]
    before = shell.file.read_bytes()
    said = shell("restore", "1", "--yes")
    assert said.code == 4
    assert said.complaint[0].startswith("This backup cannot be read: line 1")
    assert shell.file.read_bytes() == before


def test_restore_shows_what_changes_asks_and_copies_the_present_file(shell: Shell) -> None:
    shell.write(LEADS, TALKS)
    old = shell.file.read_bytes()
    shell("log", "leads", "+25")
    shell.write(goal("leads-1", "More leads", ("2026-11-02", 3), ("2026-11-03", 4)), goal("new-3", "New"))
    new = shell.file.read_bytes()
    shell.answers("no")
    said = shell("restore", "1")
    assert said.lines[1:4] == [
        "  comes back: “Talks”",
        "  goes: “New”",
        "  “Leads”: 1 number less, changed: Short title",
    ]
    assert said.lines[-1] == "Nothing was changed."
    assert shell.file.read_bytes() == new
    shell.answers("yes")
    said = shell("restore", "1")
    assert (said.code, said.lines[-2]) == (0, "Restored: 2 goals.")
    assert shell.file.read_bytes() == old
    assert lies(shell) == ["day.toml", "restore.toml"]
    assert shell("restore", "1", "--yes").code == 0
    assert shell.file.read_bytes() == new


def test_restore_without_anybody_to_ask_does_nothing(shell: Shell) -> None:
    shell.write(LEADS)
    shell("log", "leads", "+1")
    before = shell.file.read_bytes()
    said = shell("restore", "1")
    assert (said.code, said.complaint[-1]) == (2, "Add --yes to agree beforehand.")
    assert shell.file.read_bytes() == before
    assert (shell("restore", "2").code, shell("restore", "0").code) == (2, 2)
    assert shell("restore", "2").complaint[0] == "There is no backup 2."


@pytest.mark.parametrize("now", [b"", b"  \n", b"version = = 1", b"\xff\xfe\x00"])
def test_a_file_that_was_emptied_or_broken_comes_back(shell: Shell, now: bytes) -> None:
    shell.write(LEADS)
    old = shell.file.read_bytes()
    shell("log", "leads", "+1")
    shell.file.write_bytes(now)
    said = shell("list")
    assert (said.code, said.out) == (4, "")
    if not now.strip():
        assert said.complaint[-1].startswith("smart-tui restore 1 brings the goals back.")
        assert shell("log", "leads", "+1").code == 4
        assert shell.file.read_bytes() == now
    assert shell("restore", "1", "--yes").code == 0
    assert shell.file.read_bytes() == old
    assert (lies(shell) == ["day.toml", "restore.toml"]) is bool(now.strip())


def test_the_same_file_is_not_restored(shell: Shell) -> None:
    shell.write(LEADS)
    shell("log", "leads", "+1")
    shell("undo")
    assert shell("restore", "1", "--yes").lines == ["The file is the same as this backup."]


def test_a_disk_that_takes_no_backup_lets_a_number_through_and_stops_a_restore(shell: Shell) -> None:
    shell.write(LEADS)
    shell("log", "leads", "+1")
    [folder] = shell.home.glob("state/files/*/backups")
    [backup] = folder.iterdir()
    kept = backup.read_bytes()

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("smart_tui.store.backups.Backups.keep", full)
        assert shell("log", "leads", "+1").code == 0
        before = shell.file.read_bytes()
        said = shell("restore", "1", "--yes")
        assert (said.code, shell.file.read_bytes()) == (5, before)
        assert said.complaint[0].startswith("Not saved: the backup that is made before this")
    assert backup.read_bytes() == kept


def test_the_demo_keeps_its_past_beside_its_own_file(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    folders: list[Path] = []
    made = Memory.__init__

    def make(memory: Memory, folder: Path, clock: Callable[[], float]) -> None:
        folders.append(folder)
        made(memory, folder, clock)

    monkeypatch.setattr(Memory, "__init__", make)
    path = Path(shell("demo").complaint[-1].removeprefix("The example is in "))
    assert folders == [path.with_name("past")]
    assert not (shell.home / "state").exists()


def older(monkeypatch: pytest.MonkeyPatch) -> None:
    """Be a program of the next version, to which files of version 1 are older."""
    for module in (operation, reader, upgrade):
        monkeypatch.setattr(module, "VERSION_WE_WRITE", 2)
    monkeypatch.setattr(upgrade, "STEPS", {1: lambda text: text.replace("version = 1", "version = 2")})


def test_an_older_file_is_read_and_not_changed_where_nobody_can_be_asked(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    older(monkeypatch)
    shell.write(LEADS)
    before = shell.file.read_bytes()
    assert shell("list").code == 0
    said = shell("log", "leads", "+1")
    assert (said.code, said.complaint[0]) == (
        5,
        "Not saved: the file is of an older version of this program.",
    )
    assert shell.file.read_bytes() == before


def test_somebody_who_is_asked_can_upgrade_an_older_file(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    older(monkeypatch)
    shell.write(LEADS)
    before = shell.file.read_bytes()
    shell.answers("no")
    assert shell("log", "leads", "+1").code == 5
    assert shell.file.read_bytes() == before
    shell.answers("yes")
    assert shell("log", "leads", "+1").code == 0
    assert shell.file.read_text("utf-8").startswith("version = 2\n")
    assert "value = 1 }" in shell.file.read_text("utf-8")
    assert lies(shell) == ["upgrade.toml"]
    shell("undo")
    assert shell("undo").lines == ["Undone: upgrade of the file"]


@pytest.mark.parametrize("title", HOSTILE_TITLES, ids=range(len(HOSTILE_TITLES)))
@pytest.mark.parametrize("lang", ["en", "vi"])
def test_no_title_moves_the_cursor(shell: Shell, title: str, lang: str) -> None:
    shell.write(goal("leads-1", title), TALKS)
    shell("log", "leads-1", "+1")
    shell("log", "leads-1", "5", "--lead", title)
    for command in (
        ("undo", "--list"),
        ("undo",),
        ("undo", "--redo"),
        ("backups",),
        ("backups", "--json"),
        ("restore", "1"),
        ("restore", "1", "--yes"),
    ):
        assert obeyed(shell("--lang", lang, *command)) == set(), command
