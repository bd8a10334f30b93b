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
from types import SimpleNamespace

import pytest

from smart_tui.goals.model import CheckIn, Goal
from smart_tui.store import disk, exchange, new_file
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
    class Nothing(Operation, frozen=True):
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
        broken.setattr(exchange, "renameat2", lambda *_: False)
        broken.setattr(os, call, failing(getattr(os, call), error, after=int(call in {"write", "fstat"})))
        assert refusal(path).code == code
    assert path.read_bytes() == OLD
    assert left_over(path) == []
    assert Store(path).apply(ADD).file.goals[0].history.checkins


@unix
def test_a_folder_that_cannot_be_made_durable_is_told(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "fsync", failing(os.fsync, errno.EIO, after=1))
    error = refusal(path)
    assert (error.code, error.values) == ("may-not-survive", {"detail": os.strerror(errno.EIO)})
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
    class Interrupted(AddCheckIn, frozen=True):
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
    class Chased(AddCheckIn, frozen=True):
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


def test_a_file_that_may_only_be_read_is_not_replaced(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # Asked of the system, because an administrator may write anything.
    monkeypatch.setattr(os, "access", lambda _path, mode: mode != os.W_OK)
    assert refusal(path).code == "no-permission"
    assert path.read_bytes() == OLD


@unix
def test_a_file_with_two_names_is_split_and_that_is_told(path: Path, tmp_path: Path) -> None:
    (tmp_path / "other.toml").hardlink_to(path)
    assert Store(path).apply(ADD).notices == ("link-split",)
    assert (tmp_path / "other.toml").read_bytes() == OLD
    assert Store(path).apply(ADD).notices == ()


@unix
def test_a_file_of_somebody_else_whose_owner_cannot_be_kept_is_told(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path.chmod(0o664)
    look = os.fstat

    def as_of_another(descriptor: int) -> os.stat_result:
        status = look(descriptor)
        return os.stat_result((*status[:4], status.st_uid + 1, status.st_gid + 1, *status[6:]))

    monkeypatch.setattr(os, "fchown", failing(os.fchown, errno.EPERM))
    descriptor = os.open(path.with_name("new"), os.O_WRONLY | os.O_CREAT, 0o600)
    with monkeypatch.context() as other:
        other.setattr(os, "fstat", as_of_another)
        assert new_file._resemble(descriptor, path.stat()) == ("owner-changed",)
    os.close(descriptor)
    # Another group may not do what the old one might.
    assert stat.S_IMODE(path.with_name("new").stat().st_mode) == 0o644


@unix
def test_a_mode_that_cannot_be_kept_is_told(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path.chmod(0o640)
    monkeypatch.setattr(os, "fchmod", failing(os.fchmod, errno.EPERM))
    assert Store(path).apply(ADD).notices == ("mode-changed",)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@unix
def test_a_disk_without_locks_is_told_once(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import fcntl

    monkeypatch.setattr(fcntl, "flock", failing(fcntl.flock, errno.ENOLCK))
    assert Store(path).apply(ADD).notices == ("no-locks",)
    assert Store(path).apply(ADD).notices == ()


@unix
@pytest.mark.parametrize("make", ["link", "folder", "pipe"])
def test_what_stands_in_the_place_of_the_lock_is_named(path: Path, make: str) -> None:
    lock = path.with_name(".goals.toml.lock")
    match make:
        case "link":
            lock.symlink_to(path)
        case "folder":
            lock.mkdir()
        case _:
            os.mkfifo(lock)
    error = refusal(path)
    assert (error.code, error.values) == ("lock-in-the-way", {"lock": str(lock)})
    assert path.read_bytes() == OLD


@unix
def test_a_lock_that_is_removed_while_it_is_held_locks_nobody_out_and_nobody_in(path: Path) -> None:
    with locked(path, 1):
        path.with_name(".goals.toml.lock").unlink()
        with locked(path, 1):
            assert refusal(path).code == "locked"
    assert Store(path).apply(ADD).notices == ()


@unix
def test_who_may_write_the_file_may_lock_it(path: Path) -> None:
    path.chmod(0o664)
    Store(path).apply(ADD)
    assert stat.S_IMODE(path.with_name(".goals.toml.lock").stat().st_mode) == 0o664


@unix
def test_a_device_is_refused_before_anything_is_made_beside_it(tmp_path: Path) -> None:
    # A pipe stands for all devices: nothing of the machine's own is touched should this ever fail.
    os.mkfifo(pipe := tmp_path / "goals.toml")
    with pytest.raises(CannotRead) as caught:
        Store(pipe).apply(ADD)
    assert caught.value.code == "not-a-file"
    assert list(tmp_path.iterdir()) == [pipe]
    assert pipe.is_fifo()


@unix
def test_a_link_that_cannot_be_followed_just_now_is_not_replaced_by_a_file(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    link = tmp_path / "link.toml"
    link.symlink_to(path)
    with monkeypatch.context() as broken:
        broken.setattr(os, "readlink", failing(os.readlink, errno.EIO))
        with pytest.raises(CannotSave):
            Store(link).apply(ADD)
    assert link.is_symlink()


@unix
def test_bytes_that_changed_within_a_tick_of_the_clock_are_seen(path: Path) -> None:
    class Edited(AddCheckIn, frozen=True):
        done = False

        def run(self, reading: Reading) -> Reading:
            if not Edited.done:
                Edited.done = True
                moment = path.stat().st_mtime_ns
                with path.open("r+b") as file:
                    file.write(b"# Mine")
                os.utime(path, ns=(moment, moment))
            return super().run(reading)

    Store(path).apply(Edited("leads", ADD.checkin))
    assert path.read_bytes().startswith(b"# Mine")


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a moment remains in which nobody may rename")
def test_what_another_program_renames_in_the_very_last_moment_is_kept(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rename, theirs = exchange.renameat2, path.with_name("theirs")
    theirs.write_bytes(b"# theirs\n" + OLD)

    def late(old: Path, new: Path, how: int) -> bool:
        if theirs.exists():
            theirs.replace(path)
        return rename(old, new, how)

    monkeypatch.setattr(exchange, "renameat2", late)
    assert Store(path).apply(ADD) == Store(path).read()
    assert path.read_bytes().startswith(b"# theirs\n" + OLD)
    assert b"value = 7" in path.read_bytes()
    assert left_over(path) == []


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a moment remains in which nobody may rename")
def test_of_two_that_others_rename_meanwhile_the_newest_stays(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rename, theirs = exchange.renameat2, [path.with_name("second"), path.with_name("third")]
    for file in theirs:
        file.write_bytes(file.name.encode())
    coming = iter(theirs)

    def late(old: Path, new: Path, how: int) -> bool:
        if file := next(coming, None):
            file.replace(path)
        return rename(old, new, how)

    seen = disk.look(path)
    monkeypatch.setattr(exchange, "renameat2", late)
    with pytest.raises(disk.MovedError):
        disk.replace(path, b"ours", seen)
    assert path.read_bytes() == b"third"
    assert left_over(path) == []


def test_where_the_system_cannot_let_names_change_places_it_is_renamed(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exchange, "renameat2", lambda *_: False)
    Store(path).apply(ADD)
    assert b"value = 7" in path.read_bytes()
    path.unlink()
    assert Store(path).apply(AddGoal(Goal(id="a", title="A"))).file.goals
    assert path.exists()
    assert left_over(path) == []
    with pytest.raises(disk.MovedError):
        disk.replace(path, b"ours", disk.Seen(b"other", disk.identity_of(path)))
    assert b"ours" not in path.read_bytes()


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a moment remains in which nobody may rename")
def test_a_file_that_another_program_makes_in_the_very_last_moment_is_kept(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path.unlink()
    rename = exchange.renameat2

    def late(old: Path, new: Path, how: int) -> bool:
        if not path.exists():
            path.write_bytes(OLD)
        return rename(old, new, how)

    monkeypatch.setattr(exchange, "renameat2", late)
    Store(path).apply(AddGoal(Goal(id="a", title="A")))
    assert path.read_bytes().startswith(OLD)
    assert left_over(path) == []


@unix
def test_folders_that_are_made_are_made_durable_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fsync, synced = os.fsync, []

    def watched(descriptor: int) -> None:
        synced.append(os.fstat(descriptor).st_ino)
        fsync(descriptor)

    monkeypatch.setattr(os, "fsync", watched)
    Store(tmp_path / "a" / "b" / "goals.toml").apply(AddGoal(Goal(id="a", title="A")))
    first = [path.stat().st_ino for path in (tmp_path / "a", tmp_path)]
    assert synced[:2] == first
    assert synced[-1] == (tmp_path / "a" / "b").stat().st_ino


def test_what_goes_wrong_while_cleaning_up_does_not_hide_what_went_wrong_first(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "fsync", failing(os.fsync, errno.ENOSPC))
    monkeypatch.setattr(os, "unlink", failing(os.unlink, errno.EIO))
    assert refusal(path).code == "disk-full"


def test_a_file_that_would_be_too_large_is_told_so_and_a_text_that_is_too_long(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("smart_tui.store.limits.LARGEST_FILE", len(OLD) + 10)
    assert refusal(path).code == "too-large"
    monkeypatch.undo()
    long = CheckIn(date=ADD.checkin.date, value=Decimal(7), note="x" * 2**20)
    assert refusal(path, AddCheckIn("leads", long)).code == "long-text"
    assert path.read_bytes() == OLD


def test_a_name_with_all_sorts_of_characters_is_a_name(tmp_path: Path) -> None:
    for name in ("**.toml", "[a-z]?.toml", "ệ" * 60 + ".toml"):
        assert Store(tmp_path / name).apply(AddGoal(Goal(id="a", title="A"))).file.goals


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


@unix
def test_what_another_s_program_writes_just_now_is_left_to_it(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def kill(pid: int, signal: int) -> None:
        assert signal == 0, "asked only whether it is there"
        raise PermissionError(pid)

    monkeypatch.setattr(os, "kill", kill)
    theirs, impossible = (path.with_name(f".goals.toml.{pid}.00ff.tmp") for pid in (os.getpid(), 10**30))
    strangers = [
        path.with_name(name) for name in (".goals.toml.1.tmp", ".goals.toml.x.0.tmp", ".other.1.0.tmp")
    ]
    for file in (theirs, impossible, *strangers):
        file.touch()
        os.utime(file, ns=(1, 1))
    disk.clear_temps(path)
    assert theirs.exists()
    theirs.unlink()
    monkeypatch.undo()
    disk.clear_temps(path)
    assert not impossible.exists()
    disk.clear_temps(path.parent / "nowhere" / "goals.toml")
    assert all(file.exists() for file in strangers)


@unix
def test_a_file_that_may_not_be_written_is_told_apart_from_a_disk(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)
    for flag, code in ((os.ST_RDONLY, "read-only"), (0, "no-permission")):
        monkeypatch.setattr(os, "statvfs", lambda _, flag=flag: SimpleNamespace(f_flag=flag))
        with pytest.raises(CannotSave) as caught:
            disk.check_writable(path)
        assert caught.value.code == code
    disk.check_writable(path.with_name("none.toml"))
