"""What a person wrote where another program had written meanwhile: theirs stays, ours is put beside the file."""

import time
from itertools import count
from pathlib import Path

from smart_tui.goals.model import Goal
from smart_tui.store import disk
from smart_tui.store.block import text_of
from smart_tui.store.operation import Operation
from smart_tui.store.operations import ChangeGoal
from smart_tui.store.reader import VERSION_WE_WRITE, Reading


def parted(operation: Operation, reading: Reading) -> tuple[Operation, Goal | None]:
    """Part a change of fields into what can be done, and the goal as it would have made it where others were there.

    Every other operation stays whole.
    """
    if not isinstance(operation, ChangeGoal):
        return operation, None
    return operation.parted(reading.file.goals[reading.find(operation.goal_id)])


def put_beside(target: Path, goal: Goal, now: float) -> Path:
    """Write a goal to a file of its own beside the goal file, durably; `smart-tui merge` finds it there."""
    text = text_of(goal, "\n")
    stamp = time.strftime("%Y%m%dT%H%M%SZ", time.gmtime(now))
    for number in count(1):
        more = f"-{number}" if number > 1 else ""
        path = target.with_name(f"{target.stem}.conflict-{stamp}{more}{target.suffix}")
        if not path.exists():
            disk.replace(path, f"version = {VERSION_WE_WRITE}\n\n{text}".encode())
            return path
    raise AssertionError
