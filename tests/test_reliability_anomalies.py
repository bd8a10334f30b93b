"""Every call to the system fails once: no traceback, the old bytes or the new ones, nothing left behind."""

import errno
import os
import shutil
import sys
from pathlib import Path

import pytest
from reliability.anomalies import QUICK, run, run_reading, traced_once
from reliability.ground import IMPOSSIBLE
from reliability.operations import Deed, deeds

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="other calls there")


@pytest.mark.parametrize("name", QUICK)
def test_whatever_fails_while_writing_is_told_and_loses_nothing(name: str) -> None:
    (deed,) = (deed for deed in deeds() if deed.name == name)
    said = run(deed, (errno.EIO,))
    assert said["saved"]
    assert said["disk"]


def test_whatever_fails_while_reading_is_told() -> None:
    assert run_reading()


def test_the_loop_sees_a_writer_that_leaves_its_new_file_behind() -> None:
    def careless(home: Path) -> None:
        temp = home / "new.tmp"
        descriptor = os.open(temp, os.O_WRONLY | os.O_CREAT)
        try:
            os.write(descriptor, b"new")
        finally:
            os.close(descriptor)
        temp.replace(home / "goals.toml")

    deed = Deed("careless", lambda _: None, careless, answers=(OSError,))
    with pytest.raises(AssertionError, match="left"):
        run(deed, (errno.EIO,))


@pytest.mark.skipif(not shutil.which("strace"), reason="no strace")
def test_a_program_that_is_not_there_passes_nothing(tmp_path: Path) -> None:
    if traced_once("fsync:error=EIO:when=1")[0] == IMPOSSIBLE:
        pytest.skip("strace may not trace")
    vanished = tmp_path / "python"
    with pytest.raises(AssertionError, match="undisturbed"):
        traced_once("fsync:error=EIO:when=1", str(vanished))
    vanished.write_text("#!/bin/sh\nexit 0\n", "utf-8")
    vanished.chmod(0o700)
    with pytest.raises(AssertionError, match="written: False"):
        traced_once("fsync:error=EIO:when=1", str(vanished))
