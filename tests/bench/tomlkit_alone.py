"""The same check-in through tomlkit alone, durable: parse the file, append, write, replace. Nothing is checked.

Run by commands.py: python tests/bench/tomlkit_alone.py FILE GOAL VALUE
"""

import os
import sys
from pathlib import Path

import tomlkit
from files import TODAY


def main(name: str, goal_id: str, value: str) -> None:
    """Append one check-in."""
    file = Path(name)
    document = tomlkit.parse(file.read_text(encoding="utf-8"))
    goal = next(goal for goal in document["goal"] if goal["id"] == goal_id)
    checkin = tomlkit.inline_table()
    checkin.update({"date": TODAY, "value": int(value)})
    goal["history"]["checkins"].append(checkin)
    beside = file.with_suffix(".new")
    with beside.open("w", encoding="utf-8") as new:
        new.write(tomlkit.dumps(document))
        new.flush()
        os.fsync(new.fileno())
    beside.replace(file)
    folder = os.open(file.parent, os.O_RDONLY)
    os.fsync(folder)
    os.close(folder)


if __name__ == "__main__":
    main(*sys.argv[1:])
