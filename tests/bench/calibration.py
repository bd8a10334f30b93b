"""How often what is said to be so likely comes true.

Run it: python tests/bench/calibration.py [HISTORIES]. Sums of five sources (tests/histories.py), then readings of
limits and of levels (tests/limit_histories.py), so many of each in every cell; half a minute for a hundred.
"""

import sys
from collections.abc import Callable
from pathlib import Path

TESTS = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(TESTS))

from histories import Share, shares  # noqa: E402  # they lie one folder up
from limit_histories import BANDS, LEVELS, LIMITS, Outcome, Sources, limit_shares, pooled  # noqa: E402

HISTORIES = 600
ROWS: tuple[Callable[[Outcome], str], ...] = (
    lambda outcome: f"{outcome.cell[0]} known, {outcome.cell[1]} left",
    lambda outcome: outcome.source,
    lambda _: "all",
)


def main(each: int) -> None:
    """Print the tables, cell by cell."""
    sys.stdout.write("weeks known  weeks left  said 70-80 %  reached\n")
    together = Share()
    for (known, left), share in shares(each):
        together.said += share.said
        together.reached += share.reached
        sys.stdout.write(f"{known:11}  {left:10}  {share.said:12}  {share.ratio:7.1%}\n")
        sys.stdout.flush()
    sys.stdout.write(f"{'all':>11}  {'all':>10}  {together.said:12}  {together.ratio:7.1%}\n")
    readings("limits", LIMITS, each)
    readings("levels", LEVELS, each)


def readings(title: str, sources: Sources, each: int) -> None:
    """Print how many were said to be as likely as each band, and reached: by cell, by source, in all."""
    outcomes = list(limit_shares(each, sources))
    bands = "".join(f"{f'said {least:.0%}-{most:.0%}':>16}  reached" for least, most in BANDS)
    sys.stdout.write(f"\n{title:20}{bands}\n")
    for row_of in ROWS:
        for row in dict.fromkeys(map(row_of, outcomes)):
            of_bands = pooled(outcome for outcome in outcomes if row_of(outcome) == row)
            cells = "".join(f"{share.said:16}  {share.ratio:7.1%}" for share in of_bands)
            sys.stdout.write(f"{row:20}{cells}\n")
    sys.stdout.flush()


main(int(sys.argv[1]) if len(sys.argv) > 1 else HISTORIES)
