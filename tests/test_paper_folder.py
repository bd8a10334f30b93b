"""The folder at the end of a workshop: which files it has, what they are called, and that it is whole or not there."""

import csv
import io
import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from icalendar import Calendar
from msgspec.structs import replace
from paper_builders import LEADS, MAIN, POSTS, ROOM, harvest, person
from read_pages import Page

from smart_tui.reports.papers.folder import folder_files, folder_name
from smart_tui.reports.papers.harvest import Harvest
from smart_tui.store import exchange
from smart_tui.store.exports import write_folder
from smart_tui.words.language import language

EN, VI = language("en"), language("vi")
FORMS = ("html", "md", "txt")


def names(held: Harvest) -> list[str]:
    """Give the names of the files."""
    return [name for name, _ in folder_files(held, EN)]


def sheet_names(held: Harvest) -> list[str]:
    """Give the names of the sheets, without their endings."""
    stems = (name.removeprefix("sheets/").removesuffix(".md") for name in names(held) if "/" in name)
    return [stem for stem in stems if "." not in stem]


def test_row_34_a_blank_worksheet_and_every_sheet_can_be_shared() -> None:
    files = dict(folder_files(harvest(*ROOM), EN))
    assert sorted(files) == sorted(
        [
            *(f"{name}.{form}" for name in ("worksheet", "report") for form in FORMS),
            *(f"sheets/{name}.{form}" for name in ("main-goal", "lan", "minh") for form in FORMS),
            "all-sheets.html",
            "goals.csv",
            "goals.ics",
        ]
    )
    chat, page = files["sheets/lan.txt"].decode(), files["sheets/lan.html"].decode()
    assert "☐ call the schools (until 27 Nov 2026)" in chat
    assert "call the schools" in " ".join(Page(page).said("span"))
    assert "My goal in one sentence" in files["worksheet.html"].decode()
    assert "://" not in b"".join(data for name, data in files.items() if name.endswith("html")).decode()


def test_the_table_and_the_calendar_hold_the_goals_of_the_workshop_alone() -> None:
    other = replace(POSTS, id="old", created=None, title="An older one")
    files = dict(folder_files(harvest(*ROOM, goals=(MAIN, LEADS, POSTS, other)), EN))
    rows = list(csv.reader(io.StringIO(files["goals.csv"].decode(), newline="")))
    assert {row[1] for row in rows[1:]} == {MAIN.title, LEADS.title, POSTS.title}
    events = Calendar.from_ical(files["goals.ics"].decode()).walk("VEVENT")
    assert sum(str(event["summary"]).startswith("Deadline: ") for event in events) == 3


def test_people_of_one_name_have_sheets_of_their_own() -> None:
    goals = tuple(replace(POSTS, id=f"g{n}", owner=None) for n in range(5))
    people = ("Lan", "LÀN", "Lan 2", "李", "")
    held = harvest(
        *(person(name, of.id, key=of.id) for name, of in zip(people, goals, strict=True)), goals=goals
    )
    assert sheet_names(held) == ["lan", "lan-2", "lan-2-2", "person", "person-2"]


@pytest.mark.parametrize(
    ("name", "stem"),
    [
        ("Con", "con-2"),
        ("NUL", "nul-2"),
        ("com1", "com1-2"),
        ("../../etc/passwd", "etc-passwd"),
        ("Nguyễn Thị Phương Thảo", "nguyen-thi-phuong-thao"),
        ("a\x00b\nc", "a-b-c"),
        ("x" * 300, "x" * 24),
        ("Main goal", "main-goal-2"),
    ],
)
def test_a_name_becomes_one_that_every_disk_takes(name: str, stem: str) -> None:
    assert sheet_names(harvest(person(name, POSTS.id)))[1] == stem


def test_a_workshop_without_goals_leaves_worksheet_and_report() -> None:
    bare = names(harvest(goals=()))
    assert bare == [f"{name}.{form}" for name in ("worksheet", "report") for form in ("md", "txt", "html")]
    assert folder_name(harvest(title="Buổi học: Đội 3")) == "buoi-hoc-doi-3-2026-11-21"
    assert folder_name(harvest(title=None)) == "workshop-2026-11-21"


def test_the_same_workshop_gives_the_same_bytes_in_each_language() -> None:
    assert folder_files(harvest(*ROOM), VI) == folder_files(harvest(*ROOM), VI)
    assert "sheets/muc-tieu-chinh.md" in dict(folder_files(harvest(*ROOM), VI))


def tree(folder: Path) -> dict[str, bytes]:
    """Give every file under a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def test_the_folder_is_written_whole_and_numbered_where_its_name_is_taken(tmp_path: Path) -> None:
    files = folder_files(harvest(*ROOM), EN)
    parent = tmp_path / "new" / "reports"
    written = [write_folder(parent, "day", files) for _ in range(3)]
    assert [path.name for path in written] == ["day", "day-2", "day-3"]
    assert sorted(path.name for path in parent.iterdir()) == ["day", "day-2", "day-3"]
    assert all(tree(path) == dict(files) for path in written)


@pytest.mark.parametrize("atomic", [True, False], ids=["only if free", "plain rename"])
@pytest.mark.parametrize("there", ["file", "empty folder", "full folder", "dangling link"])
def test_nothing_that_bears_the_name_is_touched(
    tmp_path: Path, there: str, atomic: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not atomic:
        monkeypatch.setattr(exchange, "place", lambda *_: False)
    taken = tmp_path / "day"
    match there:
        case "file":
            taken.write_text("mine", "utf-8")
        case "dangling link":
            taken.symlink_to(tmp_path / "nowhere")
        case _:
            taken.mkdir()
            if there == "full folder":
                (taken / "a.md").write_text("mine", "utf-8")
    before = taken.lstat()
    assert write_folder(tmp_path, "day", [("a.md", b"new")]) == tmp_path / "day-2"
    assert taken.lstat() == before
    assert tree(tmp_path / "day-2") == {"a.md": b"new"}


def test_a_name_taken_at_the_last_moment_stays_with_the_quicker_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def seen(path: os.PathLike[str]) -> bool:
        """Look, and see nothing; then somebody makes it."""
        if Path(path).name == "day" and not Path(path).is_dir():
            Path(path).mkdir()
            (Path(path) / "theirs.md").write_bytes(b"theirs")
            return False
        return Path(path).exists()

    monkeypatch.setattr("smart_tui.store.exports.os.path.lexists", seen)
    assert write_folder(tmp_path, "day", [("a.md", b"new")]).name == "day-2"
    assert tree(tmp_path) == {"day/theirs.md": b"theirs", "day-2/a.md": b"new"}


def test_half_a_folder_is_never_seen_under_its_name_and_goes_when_something_fails(tmp_path: Path) -> None:
    seen: list[list[str]] = []

    def files() -> Iterator[tuple[str, bytes]]:
        yield "sheets/a.md", b"one"
        seen.append([path.name for path in tmp_path.iterdir()])
        raise OSError(28, "No space left on device")

    with pytest.raises(OSError, match="No space left"):
        write_folder(tmp_path, "day", files())
    [[temp]] = seen
    assert temp.startswith(".day.")
    assert temp.endswith(".tmp")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["../out.md", "/tmp/out.md", "a/../../out.md", "."])
def test_no_file_leaves_its_folder(tmp_path: Path, name: str) -> None:
    with pytest.raises(ValueError, match=re.escape(name)):
        write_folder(tmp_path / "in", "day", [(name, b"")])
    assert list((tmp_path / "in").iterdir()) == []


def test_two_files_of_one_name_are_an_error_and_not_the_last_one(tmp_path: Path) -> None:
    with pytest.raises(FileExistsError):
        write_folder(tmp_path, "day", [("a.md", b"1"), ("a.md", b"2")])
    assert list(tmp_path.iterdir()) == []


def test_where_nothing_can_be_written_it_says_so(tmp_path: Path) -> None:
    (tmp_path / "reports").write_text("a file", "utf-8")
    with pytest.raises(NotADirectoryError):
        write_folder(tmp_path / "reports", "day", [("a.md", b"")])
