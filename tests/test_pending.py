"""Stories of numbers that could not be saved when they were typed: they are kept, and go in later, once."""

import errno
import fcntl
import io
import os
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from shell import Shell, goal

from smart_tui.app.late import put_in
from smart_tui.store import disk
from smart_tui.store.codes import Refusal
from smart_tui.store.errors import CannotSave
from smart_tui.store.memory import Memory
from smart_tui.store.operation import Operation
from smart_tui.store.operations import EditCheckIn
from smart_tui.store.pending import Entry, Pending
from smart_tui.store.store import Snapshot, Store

LEADS = goal("leads-1", "Win leads", ("2026-11-13", 5))
RATE = goal("rate-2", "Conversion", measure='kind = "level"\nunit = "%"\ntarget = 3.5\nbaseline = 2.8')
DONE = goal("done-3", "Website online", measure='kind = "yes-no"')
BROKEN = "version = 1\n\nthis is no TOML\n"
WAITING = "nobody +25 (Sat 21 Nov), leads many (Sat 21 Nov)"
DECISION_KEPT = "The decision is kept and goes in as soon as the file can be written again."
KEPT = "The number is kept and goes in as soon as the file can be written again."


@pytest.fixture
def shell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Shell:
    """Give a home with three goals."""
    shell = Shell(tmp_path, monkeypatch, capsys)
    shell.write(LEADS, RATE, DONE)
    return shell


@contextmanager
def broken(shell: Shell) -> Iterator[None]:
    """Have a goal file that cannot be read."""
    whole = shell.file.read_bytes()
    shell.file.write_text(BROKEN, "utf-8")
    yield
    assert shell.file.read_text("utf-8") == BROKEN
    shell.file.write_bytes(whole)


@contextmanager
def refusing(monkeypatch: pytest.MonkeyPatch, number: int, *names: str) -> Iterator[None]:
    """Have a disk on which files of these names cannot be written."""
    sound = disk.replace

    def replace(target: Path, data: bytes, *more: Any) -> disk.Seen:
        if target.name in names:
            raise OSError(number, os.strerror(number))
        return sound(target, data, *more)

    with monkeypatch.context() as patch:
        patch.setattr(disk, "replace", replace)
        yield


def checkins(shell: Shell, place: int = 0) -> list[tuple[str, Any]]:
    history = tomllib.loads(shell.file.read_text("utf-8"))["goal"][place].get("history", {})
    return [(str(c["date"]), c["value"]) for c in history.get("checkins", [])]


def journal(shell: Shell) -> Pending:
    (folder,) = (shell.home / "state" / "files").iterdir()
    return Pending(folder / "pending.jsonl")


def test_a_number_for_a_file_that_cannot_be_read_is_kept_and_goes_in_when_it_can(shell: Shell) -> None:
    with broken(shell):
        said = shell("log", "leads", "+25", "--note", "webinar", "--on", "20/11")
        assert said.code == 4
        assert said.complaint[1] == f"{KEPT} Nothing was changed. smart-tui validate says more."
        assert "line 3" in said.complaint[0]
        assert shell("log", "conversion", "3.1").code == 4
    said = shell("log", "leads", "+1")
    assert said.code == 0
    assert said.complaint == [
        "2 numbers that could not be saved earlier are in now: Win leads +25 (Fri 20 Nov), Conversion 3.1 (Sat 21 Nov)"
    ]
    assert said.lines == ["Win leads: +1, now 31"]
    assert checkins(shell) == [("2026-11-13", 5), ("2026-11-20", 25), ("2026-11-21", 1)]
    assert checkins(shell, 1) == [("2026-11-21", 3.1)]
    assert 'note = "webinar"' in shell.file.read_text("utf-8")
    assert shell("log", "leads", "+2").err == ""


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS, errno.EACCES, errno.EIO])
def test_a_number_that_the_disk_refuses_is_kept(
    shell: Shell, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    with refusing(monkeypatch, number, "goals.toml"):
        said = shell("log", "leads", "30")
        assert (said.code, said.complaint[1][: len(KEPT)]) == (5, KEPT)
        assert shell("log", "website", "yes").complaint[1].startswith(KEPT)
        assert shell("log", "leads", "5", "--lead", "calls").complaint[1].startswith(KEPT)
    assert checkins(shell) == [("2026-11-13", 5)]
    monkeypatch.setattr("sys.stdin", io.StringIO())
    said = shell("checkin")
    (told,) = said.complaint
    assert told.startswith(
        "3 numbers that could not be saved earlier are in now: Win leads =30 (Sat 21 Nov), "
    )
    assert told.endswith("Website online yes (Sat 21 Nov), Win leads 5 calls (Sat 21 Nov)")
    assert checkins(shell) == [("2026-11-13", 5), ("2026-11-21", 25)]
    assert checkins(shell, 2) == [("2026-11-21", 1)]
    assert 'name = "calls"' in shell.file.read_text("utf-8")


def test_plain_questions_keep_the_number_that_could_not_be_saved(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("\n3.1\n"))
    with refusing(monkeypatch, errno.ENOSPC, "goals.toml"):
        said = shell("checkin")
    assert (said.code, said.complaint[-1]) == (5, KEPT)
    shell("log", "leads", "+1")
    assert [checkins(shell, place) for place in range(3)] != [[("2026-11-13", 5), ("2026-11-21", 1)], [], []]


def test_plain_questions_keep_the_correction_that_could_not_be_saved(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A second answer to the same question corrects the first."""
    answers = io.StringIO("\n3.1\n<\n3.2\n")
    monkeypatch.setattr("sys.stdin", answers)
    saved = Store.apply

    def apply(store: Store, operation: Operation, **how: Any) -> Snapshot:
        if isinstance(operation, EditCheckIn):
            raise CannotSave(Refusal.DISK_FULL)
        return saved(store, operation, **how)

    with monkeypatch.context() as patch:
        patch.setattr(Store, "apply", apply)
        said = shell("checkin")
    assert (said.code, said.complaint[-1]) == (5, KEPT)
    before = [checkins(shell, place) for place in range(3)]
    shell("log", "website", "yes")
    after = [checkins(shell, place) for place in range(3)]
    changed = [(old[-1], new[-1]) for old, new in zip(before, after, strict=True) if old and old != new]
    assert changed == [(("2026-11-21", 3.1), ("2026-11-21", 3.2))]


def test_a_decision_that_the_disk_refuses_is_kept_and_goes_in_once(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    with refusing(monkeypatch, errno.ENOSPC, "goals.toml"):
        for why in ("the fair is off", "the fair moved"):
            said = shell("extend", "leads", "--to", "2027-03-01", "--why", why)
            assert (said.code, said.complaint[1]) == (5, DECISION_KEPT)
        assert shell("change", "conversion", "--target", "4").complaint[1] == DECISION_KEPT
    assert "decisions" not in shell.file.read_text("utf-8")
    said = shell("log", "website", "yes")
    assert said.complaint == [
        "Saved only now: Win leads extended (Sat 21 Nov), Conversion changed (Sat 21 Nov)"
    ]
    goals = tomllib.loads(shell.file.read_text("utf-8"))["goal"]
    decisions = [goal.get("history", {}).get("decisions", []) for goal in goals]
    assert [[(it["did"], it.get("why")) for it in each] for each in decisions] == [
        [("extend", "the fair moved")],
        [("change", None)],
        [],
    ]
    assert goals[0]["timebound"]["deadline"] == date(2027, 3, 1)
    assert goals[1]["measurable"]["target"] == 4
    assert shell("log", "website", "yes").err == ""


def test_a_number_for_a_locked_file_is_kept(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    lock = os.open(shell.file.with_name(".goals.toml.lock"), os.O_RDWR | os.O_CREAT)
    fcntl.flock(lock, fcntl.LOCK_EX)
    monkeypatch.setattr(Store.__init__, "__kwdefaults__", {"patience": 0.0, "memory": None})
    assert shell("log", "leads", "+25").complaint[1] == KEPT
    os.close(lock)
    shell("log", "leads", "+1")
    assert [value for _, value in checkins(shell)] == [5, 25, 1]


def test_where_nothing_can_be_kept_that_is_said(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    with refusing(monkeypatch, errno.ENOSPC, "goals.toml", "pending.jsonl"):
        said = shell("log", "leads", "+25")
    assert said.code == 5
    assert said.complaint == [
        "Not saved: the disk is full.",
        "The number could not be kept elsewhere either: note it down, and enter it again later.",
    ]


def test_a_number_that_cannot_be_meant_is_not_kept(shell: Shell) -> None:
    assert shell("log", "nobody", "+25").code == 3
    assert shell("log", "leads", "many").code == 2
    with broken(shell):
        assert shell("log", "leads", "+25", "--on", "tomorrow").code == 2
    assert not list(shell.home.rglob("pending.jsonl"))


def test_numbers_are_read_in_the_order_in_which_they_were_typed(shell: Shell) -> None:
    with broken(shell):
        for value in ("+10", "=40", "+1"):
            shell("log", "leads", value)
    assert shell("log", "leads", "+1").lines == ["Win leads: +1, now 42"]
    assert [value for _, value in checkins(shell)] == [5, 10, 25, 1, 1]


def test_a_number_that_fits_no_goal_waits_and_can_be_dropped(shell: Shell) -> None:
    with broken(shell):
        shell("log", "nobody", "+25")
        shell("log", "leads", "many")
        shell("log", "leads", "+3")
    said = shell("log", "leads", "+1")
    assert said.code == 0
    assert said.complaint == [
        "A number that could not be saved earlier is in now: Win leads +3 (Sat 21 Nov)",
        f"2 numbers from earlier fit no goal and wait: {WAITING}. smart-tui log --forget drops them.",
    ]
    assert shell("log", "--forget").lines == [f"Dropped: {WAITING}"]
    assert shell("log", "leads", "+1").err == ""
    assert shell("log", "--forget").lines == ["No number waits."]


def test_one_number_that_cannot_go_in_does_not_keep_out_the_others(shell: Shell) -> None:
    with broken(shell):
        shell("log", "leads", "+3")
        shell("log", "conversion", "3.1")
    twice = goal("rate-2", "Conversion", measure='kind = "level"\ntarget = 3')
    shell.write(LEADS, RATE, twice.replace("Conversion", "Other"))
    said = shell("log", "leads", "+1")
    assert [line.split(":")[0] for line in said.complaint if "earlier" in line] == [
        "A number that could not be saved earlier is in now",
        "A number from earlier fits no goal and waits",
    ]
    assert [value for _, value in checkins(shell)] == [5, 3, 1]


def test_a_broken_line_of_the_journal_is_passed_over_and_stays(shell: Shell) -> None:
    with broken(shell):
        shell("log", "leads", "+3")
    path = journal(shell).path
    cut = b'{"goal": "leads", "typed": "+9'
    path.write_bytes(path.read_bytes() + b"\xff\xfe\n[1]\n{}\n" + cut)
    with broken(shell):
        shell("log", "leads", "+4")
    shell("log", "leads", "+1")
    assert [value for _, value in checkins(shell)] == [5, 3, 4, 1]
    assert path.read_bytes() == b"\xff\xfe\n[1]\n{}\n" + cut + b"\n"


@pytest.mark.parametrize("after", ["saving", "noting"])
def test_a_power_cut_while_numbers_go_in_doubles_none_and_loses_none(
    shell: Shell, monkeypatch: pytest.MonkeyPatch, after: str
) -> None:
    with broken(shell):
        for value in ("+3", "+3", "+4"):
            shell("log", "leads", value)
    shell("log", "--help")
    store, pending = Store(shell.file), journal(shell)
    sound = Store.apply

    def cut(self: Store, operation: Any, **more: Any) -> Any:
        if after == "saving":
            sound(self, operation, **more)
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(Store, "apply", cut)
        with pytest.raises(KeyboardInterrupt):
            put_in(store, pending)
    assert len(pending.entries()) == 3
    assert [entry.typed for _, entry in put_in(store, pending).put] == ["+3", "+3", "+4"]
    assert [value for _, value in checkins(shell)] == [5, 3, 3, 4]
    assert not pending.path.exists()


def test_one_more_of_the_same_added_by_hand_is_not_taken_for_ours(shell: Shell) -> None:
    with broken(shell):
        shell("log", "leads", "+3")
    by_hand = LEADS.replace("value = 5 }", "value = 5 },\n  { date = 2026-11-21, value = 3 }")
    shell.write(by_hand, RATE, DONE)
    shell("log", "leads", "+1")
    assert [value for _, value in checkins(shell)] == [5, 3, 3, 1]


def test_two_programs_that_put_in_what_waits_do_it_once(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    with broken(shell):
        shell("log", "leads", "+3")
    pending, sound = journal(shell), Store.apply

    def meanwhile(self: Store, operation: Any, **more: Any) -> Any:
        with pytest.raises(CannotSave) as refused:
            put_in(Store(shell.file), Pending(pending.path, patience=0.0))
        assert refused.value.code == "locked"
        return sound(self, operation, **more)

    with monkeypatch.context() as patch:
        patch.setattr(Store, "apply", meanwhile)
        put_in(Store(shell.file), pending)
    assert [value for _, value in checkins(shell)] == [5, 3]


def test_an_entry_comes_back_as_it_was_kept(tmp_path: Path) -> None:
    pending = Memory(tmp_path, lambda: 0.0).pending
    entry = Entry(
        goal="hợp đồng", typed="1.234,5", lang="vi", day=date(2026, 11, 21), note="a\n\ud800", confidence=7
    )
    (key,) = pending.keep(entry)
    (kept,) = pending.entries()
    assert (kept.goal, kept.typed, kept.note, kept.day, kept.key) == (
        entry.goal, entry.typed, entry.note, entry.day, key
    )  # fmt: skip
    assert Decimal(kept.confidence or 0) == 7
