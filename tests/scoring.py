"""How well goal sentences are read, field by field: `python tests/scoring.py [FILE…]`."""

import json
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from smart_tui.coach.sentence.read import SentenceReading, read

SENTENCES = Path(__file__).parent / "sentences"
AS_OF = date(2026, 11, 21)
"""The day on which the readings of the sentences were made."""
TOGETHER = ("target", "unit", "change", "baseline", "per")
"""Fields of which another fair reading gives all or none."""
ALONE = ("direction", "deadline", "missing")
Row = Mapping[str, Any]


@dataclass(slots=True)
class Score:
    """What was read of one file."""

    exact: Counter[str] = field(default_factory=Counter)
    asked: Counter[str] = field(default_factory=Counter)
    overlaps: list[float] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    """One line for each field that was read as something else."""

    def share(self, name: str) -> float:
        """Give how much of a field was read exactly, from 0 to 1."""
        return self.exact[name] / self.asked[name]

    @property
    def overlap(self) -> float:
        """Give the mean overlap of metrics."""
        return sum(self.overlaps) / len(self.overlaps)

    def add(self, row: Row, name: str, *, right: bool, got: object) -> None:
        """Count one field of one sentence."""
        self.asked[name] += 1
        self.exact[name] += right
        if not right:
            self.wrong.append(f"{row['id']} {name}: {got} for {row.get(name)} in: {row['text']}")


def rows(path: Path) -> Iterator[Row]:
    """Give the sentences of a file with their readings."""
    for line in path.read_text("utf-8").splitlines():
        yield json.loads(line)


def scored(path: Path) -> Score:
    """Read every sentence of a file and compare."""
    score = Score()
    for row in rows(path):
        reading = read(row["text"], AS_OF)
        _compare(score, row, reading)
        fair = [row["metric"], *([row["also_ok"]["metric"]] if "metric" in _other(row) else [])]
        score.overlaps.append(max(overlap(metric, reading.metric) for metric in fair))
    return score


def overlap(wanted: str | None, got: str | None) -> float:
    """Give the F1 of two phrases' words: 1 for the same words in any order, 0 for none in common."""
    one, other = _words(wanted), _words(got)
    if not one and not other:
        return 1.0
    return 2 * len(one & other) / (len(one) + len(other))


def _compare(score: Score, row: Row, reading: SentenceReading) -> None:
    got, other = _as_row(reading), _other(row)
    name = "vague" if row["vague"] else "not vague"
    score.add(row, name, right=reading.vague is row["vague"], got=reading.vague)
    if not row["vague"]:
        as_a_whole = all(got[name] == other.get(name, row[name]) for name in TOGETHER)
        for name in TOGETHER:
            score.add(row, name, right=as_a_whole or got[name] == row[name], got=got[name])
    for name in ALONE:
        score.add(row, name, right=got[name] in (row[name], other.get(name, row[name])), got=got[name])


def _as_row(reading: SentenceReading) -> Row:
    return {
        "target": None if reading.target is None else float(reading.target),
        "baseline": None if reading.baseline is None else float(reading.baseline),
        "unit": reading.unit,
        "change": reading.change,
        "direction": reading.direction.value,
        "per": reading.per.value if reading.per else None,
        "deadline": reading.deadline.isoformat() if reading.deadline else None,
        "missing": list(reading.missing),
    }


def _other(row: Row) -> Row:
    return row.get("also_ok") or {}


def _words(phrase: str | None) -> frozenset[str]:
    return frozenset((phrase or "").lower().replace(",", "").split())


def told(name: str, score: Score) -> Iterator[str]:
    """Say a score, line by line."""
    yield name
    for field_name, asked in score.asked.items():
        yield f"  {field_name:10} {score.exact[field_name]:3} of {asked:3}  {score.share(field_name):.0%}"
    yield f"  metric     {score.overlap:.3f} mean overlap of words"
    yield from (f"    {line}" for line in score.wrong)


if __name__ == "__main__":
    for path in [Path(name) for name in sys.argv[1:]] or sorted(SENTENCES.glob("*.jsonl")):
        sys.stdout.writelines(f"{line}\n" for line in told(path.name, scored(path)))
