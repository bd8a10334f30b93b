"""The file on the disk: whole or not at all, one writer at a time, mode and link kept, failures that lose nothing."""

import errno
import os
import stat
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from smart_tui.goals.model import CheckIn, Goal
from smart_tui.store import disk
from smart_tui.store.errors import CannotRead, CannotSave, NoSuchGoal
from smart_tui.store.lock import locked
from smart_tui.store.operation import Operation
from smart_tui.store.operations import AddCheckIn, AddGoal
from smart_tui.store.reader import Reading
from smart_tui.store.store import Store
from smart_tui.store.told import Deed, Told

OLD = b'# mine\n[[goal]]\nid = "leads" # keep\n'
ADD = AddCheckIn("leads", CheckIn(date=date(2026, 11, 2), value=Decimal(7)))

unix = pytest.mark.skipif(sys.platform == "win32", reason="modes and links of Unix")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "goals.toml"
    file.write_bytes(OLD)
    return file


def refusal(path: Path, operation: Operation = ADD) -> CannotSave:
    with pytest.raises(CannotSave) as caught:
        Store(path, patience=0.05).apply(operation)
    return caught.value


def left_over(path: Path) -> list[str]:
    return [file.name for file in path.parent.iterdir() if file.name.endswith(".tmp")]


def test_no_file_is_a_file_without_goals(tmp_path: Path) -> None:
    store = Store(tmp_path / "deep" / "goals.toml")
    assert store.read().file.goals == ()
    assert not store.path.parent.exists()


@unix
def test_the_first_goal_makes_a_private_file_in_a_private_folder(tmp_path: Path) -> None:
    store = Store(tmp_path / "very" / "deep" / "goals.toml")
    snapshot = store.apply(AddGoal(Goal(id="a", title="A")))
    assert [goal.id for goal in snapshot.file.goals] == ["a"]
    assert store.read() == snapshot
    assert stat.S_IMODE(store.path.stat().st_mode) == 0o600
    assert stat.S_IMODE(store.path.parent.parent.stat().st_mode) == 0o700


def test_what_is_answered_is_what_the_file_says(path: Path) -> None:
    store = Store(path)
    snapshot = store.apply(ADD)
    assert snapshot.file.goals[0].history.checkins == (ADD.checkin,)
    assert store.read() == snapshot
    assert left_over(path) == []


def test_an_operation_that_changes_nothing_leaves_the_file_alone(path: Path) -> None:
    class Nothing(Operation):
        @property
        def told(self) -> Told:
            return Told(Deed.SEVERAL)

        def _done(self, reading: Reading) -> Reading:
            return reading

    before = path.stat()
    Store(path).apply(Nothing())
    assert path.stat().st_ino == before.st_ino


@unix
def test_mode_and_link_stay(path: Path, tmp_path: Path) -> None:
    path.chmod(0o640)
    link = tmp_path / "elsewhere" / "link.toml"
    link.parent.mkdir()
    link.symlink_to(path)
    Store(link).apply(ADD)
    assert link.is_symlink()
    assert b"value = 7" in path.read_bytes()
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def failing(call: Callable[..., object], error: int, after: int = 0) -> Callable[..., object]:
    """Give a function that works `after` times, then fails."""
    left = [after]

    def fail(*args: object, **options: object) -> object:
        left[0] -= 1
        if left[0] < 0:
            raise OSError(error, os.strerror(error))
        return call(*args, **options)

    return fail


@pytest.mark.parametrize("call", ["fsync", "replace", "write", "fstat"])
@pytest.mark.parametrize(
    ("error", "code"),
    [
        (errno.EIO, "disk"),
        (errno.ENOSPC, "disk-full"),
        (errno.EROFS, "read-only"),
        (errno.EPERM, "no-permission"),
    ],
)
def test_a_failed_save_leaves_the_old_file_and_nothing_else(
    path: Path, monkeypatch: pytest.MonkeyPatch, call: str, error: int, code: str
) -> None:
    # The lock's own number is written first, and the file is looked at.
    with monkeypatch.context() as broken:
        broken.setattr(os, call, failing(getattr(os, call), error, after=int(call in {"write", "fstat"})))
        assert refusal(path).code == code
    assert path.read_bytes() == OLD
    assert left_over(path) == []
    assert Store(path).apply(ADD).file.goals[0].history.checkins


@unix
def test_a_folder_that_cannot_be_made_durable_is_told(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "fsync", failing(os.fsync, errno.EIO, after=1))
    assert refusal(path).code == "may-not-survive"
    assert b"value = 7" in path.read_bytes()


@unix
def test_a_folder_that_knows_no_syncing_is_no_failure(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "fsync", failing(os.fsync, errno.EINVAL, after=1))
    assert Store(path).apply(ADD).file.goals[0].history.checkins


def test_short_writes_are_continued(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write = os.write
    monkeypatch.setattr(os, "write", lambda descriptor, data: write(descriptor, bytes(data[:7])))
    assert Store(path).apply(ADD) == Store(path).read()


def test_a_file_that_cannot_be_read_is_never_written(path: Path) -> None:
    path.write_bytes(b"[[goal]\n")
    with pytest.raises(CannotRead):
        Store(path).apply(ADD)
    assert path.read_bytes() == b"[[goal]\n"


def test_a_refused_operation_writes_nothing(path: Path) -> None:
    with pytest.raises(NoSuchGoal):
        Store(path).apply(AddCheckIn("run", ADD.checkin))
    assert path.read_bytes() == OLD


def test_what_an_editor_saved_meanwhile_is_kept(path: Path) -> None:
    class Interrupted(AddCheckIn):
        times = 0

        def run(self, reading: Reading) -> Reading:
            if not Interrupted.times:
                Interrupted.times = 1
                path.write_bytes(b"# theirs\n" + OLD)
            return super().run(reading)

    Store(path).apply(Interrupted("leads", ADD.checkin))
    assert path.read_bytes().startswith(b"# theirs\n" + OLD)
    assert b"value = 7" in path.read_bytes()


def test_a_file_that_never_stands_still_is_left_alone(path: Path) -> None:
    class Chased(AddCheckIn):
        def run(self, reading: Reading) -> Reading:
            path.write_bytes(path.read_bytes() + b"#\n")
            return super().run(reading)

    assert refusal(path, Chased("leads", ADD.checkin)).code == "changed"
    assert path.read_bytes().strip(b"#\n") == OLD.strip(b"#\n")
    assert left_over(path) == []


def test_a_file_that_is_being_written_is_waited_for_and_its_writer_named(path: Path) -> None:
    with locked(path, 1):
        error = refusal(path)
    assert (error.code, error.values) == ("locked", {"holder": os.getpid()})
    assert path.read_bytes() == OLD
    assert Store(path, patience=0).apply(ADD).file.goals[0].history.checkins


WRITER = """
import sys
from datetime import date
from decimal import Decimal
from pathlib import Path
from smart_tui.goals.model import CheckIn
from smart_tui.store.operations import AddCheckIn
from smart_tui.store.store import Store
for number in range(int(sys.argv[2]), int(sys.argv[2]) + 15):
    checkin = CheckIn(date=date(2026, 11, 2), value=Decimal(number))
    Store(Path(sys.argv[1]), patience=60).apply(AddCheckIn("leads", checkin))
"""


def test_two_programs_that_write_at_once_lose_nothing(path: Path) -> None:
    starts = ("0", "100", "200")
    writers = [subprocess.Popen([sys.executable, "-c", WRITER, str(path), start]) for start in starts]
    assert [writer.wait(timeout=120) for writer in writers] == [0, 0, 0]
    (goal,) = Store(path).read().file.goals
    values = sorted(int(checkin.value) for checkin in goal.history.checkins)
    assert values == [int(start) + number for start in starts for number in range(15)]
    assert left_over(path) == []


def test_a_change_by_somebody_else_is_noticed_and_a_touch_is_not(path: Path) -> None:
    store = Store(path)
    stamp = store.read().stamp
    assert not store.changed(stamp)
    os.utime(path, ns=(1, 1))
    assert not store.changed(stamp)
    path.write_bytes(OLD + b"#\n")
    assert store.changed(stamp)
    path.unlink()
    assert store.changed(stamp)
    assert not store.changed(store.read().stamp)


def test_its_own_change_is_not_somebody_elses(path: Path) -> None:
    store = Store(path)
    assert not store.changed(store.apply(ADD).stamp)


@unix
@pytest.mark.parametrize("make", ["folder", "pipe", "dangling", "loop", "under a file", "no name"])
def test_what_is_no_file_is_neither_read_nor_written(tmp_path: Path, make: str) -> None:
    path = tmp_path / "goals.toml"
    match make:
        case "folder":
            path.mkdir()
        case "pipe":
            os.mkfifo(path)
        case "dangling":
            path.symlink_to(tmp_path / "gone.toml")
        case "loop":
            path.symlink_to(path)
        case "no name":
            path = tmp_path / "goals\0.toml"
        case _:
            path.write_bytes(OLD)
            path /= "goals.toml"
    with pytest.raises(CannotRead) as caught:
        Store(path).read()
    assert caught.value.problems[0].code == "not-a-file"
    with pytest.raises((CannotRead, CannotSave)) as refused:
        Store(path).apply(AddGoal(Goal(id="a", title="A")))
    assert refused.value.code == "not-a-file"


def test_a_file_that_is_far_too_large_is_not_read(path: Path) -> None:
    with path.open("r+b") as file:
        file.truncate(2**34)
    with pytest.raises(CannotRead) as caught:
        Store(path).read()
    assert caught.value.problems[0].code == "too-large"


def test_a_read_only_file_is_not_replaced(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # Asked of the system, because an administrator may write anything.
    monkeypatch.setattr(os, "access", lambda _path, mode: mode != os.W_OK)
    assert refusal(path).code == "read-only"
    assert path.read_bytes() == OLD


def test_a_file_that_may_not_be_opened_says_so(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "open", failing(os.open, errno.EACCES))
    with pytest.raises(CannotRead) as caught:
        Store(path).read()
    assert caught.value.problems[0].code == "no-permission"


@unix
def test_what_a_killed_program_left_behind_is_removed_after_an_hour(path: Path) -> None:
    gone = subprocess.run(
        [sys.executable, "-c", "import os; print(os.getpid())"], capture_output=True, check=True
    )
    dead = path.with_name(f".goals.toml.{int(gone.stdout)}.00ff.tmp")
    alive = path.with_name(f".goals.toml.{os.getpid()}.00ff.tmp")
    fresh = path.with_name(f".goals.toml.{int(gone.stdout)}.11ff.tmp")
    for file in (dead, alive, fresh):
        file.touch()
    for file in (dead, alive):
        os.utime(file, ns=(1, 1))
    disk.clear_temps(path)
    assert sorted(left_over(path)) == sorted([alive.name, fresh.name])
