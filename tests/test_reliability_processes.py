"""What is killed, cut off and edited from outside, in small; `python tests/reliability` does it for long."""

import subprocess
import sys
from pathlib import Path

import pytest

HARNESS = Path(__file__).parent / "reliability"

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the harness forks")


def quick(name: str) -> list[list[str]]:
    """Run a module in a process of its own, which may fork; gives the cells of its rows."""
    command = [sys.executable, str(HARNESS), "--quick", "--only", name]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)
    assert done.returncode == 0, done.stdout + done.stderr
    return [line.strip("| ").split(" | ") for line in done.stdout.splitlines()[2:]]


def test_nothing_is_lost_when_writers_are_killed() -> None:
    rows = quick("kills")
    assert [gate for gate, *_ in rows] == ["G1", "G1"]
    assert all("0 lost, 0 doubled" in outcome for _, _, outcome, _ in rows)


def test_nothing_is_lost_beside_an_editor_that_knows_no_locks() -> None:
    ((gate, done, outcome, _),) = quick("editor")
    assert gate == "G5"
    assert "20 writes acknowledged" in done
    assert outcome.startswith("0 acknowledged writes lost, 0 lines of the editor lost")


def test_a_journal_brings_back_what_was_acknowledged() -> None:
    ((_, _, outcome, _),) = quick("ext4")
    if outcome.startswith("not possible here"):
        pytest.skip(outcome)
    assert "0 lost" in outcome


def test_each_fault_of_the_machine_is_told_and_loses_nothing() -> None:
    rows = quick("faults")
    assert len(rows) == 9
    assert all(outcome and "BROKEN" not in outcome for _, _, outcome, _ in rows)


def test_a_module_that_is_not_there_is_said_to_be_missing_and_a_broken_promise_fails(tmp_path: Path) -> None:
    harness = tmp_path / "tests" / "reliability"
    harness.mkdir(parents=True)
    for file in ("__init__.py", "__main__.py", "table.py"):
        (harness / file).write_bytes((HARNESS / file).read_bytes())
    (harness / "kills.py").write_text("def rows(scale): raise AssertionError('one is lost')\n", "utf-8")
    command = [sys.executable, str(harness), "--only", "kills", "merges"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "BROKEN: AssertionError: one is lost" in done.stdout
    assert "| merges | not there |" in done.stdout
