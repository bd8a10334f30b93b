"""The settings file: read where it is, changed without touching anything else in it."""

import os
import sys
from pathlib import Path

import pytest

from smart_tui.goals.terms import Dialect
from smart_tui.store.codes import Misread, Refusal
from smart_tui.store.errors import CannotRead, CannotSave
from smart_tui.store.locations import settings_file
from smart_tui.store.settings import SettingsFile

OTHER = "# mine\n\ntheme = 'dark'  # keep\nfuture = { a = 1.50, b = [1, 2] }\n\n[keys]\nsave = \"ctrl+s\"\n"


@pytest.fixture
def settings(tmp_path: Path) -> SettingsFile:
    return SettingsFile(tmp_path / "config" / "settings.toml")


def written(settings: SettingsFile, data: bytes) -> SettingsFile:
    settings.path.parent.mkdir()
    settings.path.write_bytes(data)
    return settings


def test_no_file_is_the_defaults_and_reading_makes_none(settings: SettingsFile) -> None:
    read = settings.read()
    assert (read.dialect, read.problem) == (Dialect.RELEVANT, None)
    assert not settings.path.parent.exists()


def test_an_empty_file_is_the_defaults(settings: SettingsFile) -> None:
    assert written(settings, b"").read().problem is None


@pytest.mark.parametrize("dialect", Dialect)
def test_what_is_chosen_is_read_again(settings: SettingsFile, dialect: Dialect) -> None:
    settings.choose(dialect)
    assert settings.read().dialect is dialect
    assert settings.path.read_bytes() == f'smart = "{dialect.value}"\n'.encode()


@pytest.mark.parametrize("start", ["", "\ufeff"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_everything_else_in_the_file_stays(settings: SettingsFile, start: str, end: str) -> None:
    before = (start + OTHER.replace("\n", end)).encode()
    written(settings, before).choose(Dialect.REALISTIC)
    after = settings.path.read_bytes()
    assert settings.read().dialect is Dialect.REALISTIC
    assert [line for line in after.splitlines() if b"smart" not in line and line] == [
        line for line in before.splitlines() if line
    ]
    settings.choose(Dialect.RELEVANT)
    assert settings.path.read_bytes() == after.replace(b"realistic", b"relevant")


def test_a_value_is_changed_in_its_place(settings: SettingsFile) -> None:
    written(settings, b'a = 1\nsmart  =  "realistic" # for the workshop\nb = 2\n').choose(Dialect.RELEVANT)
    assert settings.path.read_bytes() == b'a = 1\nsmart  =  "relevant" # for the workshop\nb = 2\n'


def test_choosing_what_is_set_writes_nothing(settings: SettingsFile) -> None:
    settings.choose(Dialect.REALISTIC)
    before = settings.path.stat()
    settings.choose(Dialect.REALISTIC)
    assert settings.path.stat().st_ino == before.st_ino


@pytest.mark.parametrize(
    "data", [b'smart = "realistic', b"\xff\xfe", b"smart = 1\nsmart = 2\n", b"[" * 100_000]
)
def test_a_broken_file_is_named_and_never_written(settings: SettingsFile, data: bytes) -> None:
    read = written(settings, data).read()
    assert read.dialect is Dialect.RELEVANT
    assert read.problem is not None
    with pytest.raises(CannotRead):
        settings.choose(Dialect.REALISTIC)
    assert settings.path.read_bytes() == data


@pytest.mark.parametrize("value", ['"smarter"', "3", "[]", "{ r = 1 }", "nan", "true", "2026-11-21", '""'])
def test_a_wrong_value_is_named_and_can_be_chosen_away(settings: SettingsFile, value: str) -> None:
    read = written(settings, f"smart = {value}\n".encode()).read()
    assert read.problem is not None
    assert (read.dialect, read.problem.code) == (Dialect.RELEVANT, Misread.UNKNOWN_WORD)
    settings.choose(Dialect.REALISTIC)
    assert settings.path.read_bytes() == b'smart = "realistic"\n'


def test_a_folder_in_its_place_is_a_problem_and_no_crash(settings: SettingsFile) -> None:
    settings.path.mkdir(parents=True)
    assert settings.read().problem is not None
    with pytest.raises(CannotRead):
        settings.choose(Dialect.REALISTIC)


def test_a_link_stays_one(settings: SettingsFile, tmp_path: Path) -> None:
    own = tmp_path / "dotfiles.toml"
    own.write_text("a = 1\n", "utf-8")
    settings.path.parent.mkdir()
    settings.path.symlink_to(own)
    settings.choose(Dialect.REALISTIC)
    assert settings.path.is_symlink()
    assert own.read_text("utf-8") == 'a = 1\nsmart = "realistic"\n'


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root may write everything")
def test_a_folder_that_may_not_be_written_is_said(settings: SettingsFile) -> None:
    written(settings, b"").path.parent.chmod(0o500)
    with pytest.raises(CannotSave) as refused:
        settings.choose(Dialect.REALISTIC)
    assert refused.value.code == Refusal.NO_PERMISSION


def test_smart_tui_home_moves_it(tmp_path: Path) -> None:
    assert settings_file({"SMART_TUI_HOME": str(tmp_path)}) == tmp_path / "config" / "settings.toml"
