"""How often a goal that is said to be 70-80 % likely is reached.

Run it: python tests/bench/calibration.py [HISTORIES]. Histories of five sources (tests/histories.py), so many of
each in every cell; half a minute for a hundred.
"""

import sys
from pathlib import Path

TESTS = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(TESTS))

from histories import Share, shares  # noqa: E402  # they lie one folder up

HISTORIES = 600


def main(each: int) -> None:
    """Print the table, cell by cell."""
    sys.stdout.write("weeks known  weeks left  said 70-80 %  reached\n")
    pooled = Share()
    for (known, left), share in shares(each):
        pooled.said += share.said
        pooled.reached += share.reached
        sys.stdout.write(f"{known:11}  {left:10}  {share.said:12}  {share.ratio:7.1%}\n")
        sys.stdout.flush()
    sys.stdout.write(f"{'all':>11}  {'all':>10}  {pooled.said:12}  {pooled.ratio:7.1%}\n")


main(int(sys.argv[1]) if len(sys.argv) > 1 else HISTORIES)
