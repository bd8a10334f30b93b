"""Tries to lose something, for long: python tests/reliability [--quick] [--scale N] [--only NAME …]."""

import argparse
import sys
import time
from importlib import import_module
from pathlib import Path

NAMES = (
    "kills",
    "powerloss",
    "ext4",
    "anomalies",
    "random_edits",
    "editor",
    "faults",
    "signals",
    "fields",
    "merges",
    "hostile",
)


def main() -> int:
    """Run what was asked for, print one table; gives 1 when a promise was broken."""
    parser = argparse.ArgumentParser(prog="python tests/reliability", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="a hundredth of everything")
    parser.add_argument("--scale", type=int, default=100, metavar="N", help="percent of the full numbers")
    parser.add_argument("--only", nargs="+", choices=NAMES, default=NAMES, metavar="NAME")
    asked = parser.parse_args()
    sys.stdout.write("| gate | done | outcome | seconds |\n|---|---|---|---|\n")
    return max([_run(name, 1 if asked.quick else asked.scale) for name in asked.only], default=0)


def _run(name: str, scale: int) -> int:
    if not Path(__file__).with_name(f"{name}.py").exists():
        _print(("-", name, "not there"), "")
        return 0
    begun = time.monotonic()
    try:
        rows = import_module(f"reliability.{name}").rows(scale)
    except Exception as error:  # noqa: BLE001 - the other modules still have something to say
        rows, broken = [("-", name, f"BROKEN: {type(error).__name__}: {error}")], 1
        import traceback

        traceback.print_exc()
    else:
        broken = 0
    for row in rows:
        _print(row, f"{time.monotonic() - begun:.0f}")
    return broken


def _print(row: tuple[str, str, str], seconds: str) -> None:
    cells = (*row, seconds)
    sys.stdout.write("| " + " | ".join(cell.replace("\n", " ") for cell in cells) + " |\n")
    sys.stdout.flush()
