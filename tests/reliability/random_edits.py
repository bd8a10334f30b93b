"""G4: random documents, random operations; what comes out is held against an oracle that knows only plain data."""

import os
import time
from collections import Counter
from copy import deepcopy
from functools import lru_cache, partial
from typing import Any

from reliability import random_documents as documents
from reliability.ground import PEEK, Pipe, Row, dice, ended, kill, parsed, spawn
from reliability.random_documents import Written
from reliability.random_plans import Data, Plan, Planner, comments_of
from smart_tui.store import operations as o
from smart_tui.store.errors import StoreError

PAIRS = 200_000
OPERATIONS_A_DOCUMENT = 10
PROCESSES = 2


def check(planner: Planner, plan: Plan) -> bool:
    """Do it; False when it is refused; raises AssertionError when anything else changed than was asked."""
    written = planner.written
    try:
        data = plan.operation.run(planner.reading).data
    except StoreError as error:
        assert written.inline, f"refused as {error.code}"
        assert error.code == "verify-failed", f"refused as {error.code}"
        return False
    check_data(plan, planner.data, data)
    text = data.decode()
    _check_outside(written, plan, text)
    plan.look_for(Counter(comments_of("".join(written.pieces))) - Counter(comments_of(text)))
    assert text.count("\r\n") in {0, text.count("\n")}, "mixed line ends"
    assert text.startswith("\ufeff") == written.pieces[0].startswith("\ufeff"), "the BOM"
    return True


def check_data(plan: Plan, before: Data, data: bytes) -> None:
    """See that the bytes say what was said before, and what was asked."""
    expected = deepcopy(before)
    plan.expect(expected)
    after, wanted = _plain(parsed(data)), _plain(expected)
    assert after == wanted, "other data: " + _first(after, wanted)


def run(first: int, count: int) -> Counter[str]:
    """Try so many pairs, the same for the same numbers; gives how many of each operation, and of those refused."""
    said: Counter[str] = Counter()
    for turn in range(first, first + count):
        planner = _planner(turn // OPERATIONS_A_DOCUMENT)
        plan = planner.plan(dice("operation", turn))
        name = type(plan.operation).__name__
        try:
            done = check(planner, plan)
        except Exception as error:
            text = planner.written.data.decode()
            raise AssertionError(f"pair {turn}: {error}\n{plan.operation}\n{text}") from error
        said[name] += 1
        said[f"{name} refused"] += not done
    return said


@lru_cache(maxsize=1)
def _planner(number: int) -> Planner:
    return Planner(documents.document(dice("document", number)))


def rows(scale: int) -> list[Row]:
    """Give the table's row; 200,000 pairs at scale 100, over two processes."""
    pairs, begun = PAIRS * scale // 100, time.monotonic()
    pipe, said = Pipe(), Counter[str]()
    children = [spawn(partial(_share, n, pairs, pipe)) for n in range(PROCESSES)]
    try:
        while children:
            time.sleep(0.05)
            for count, *words in pipe.lines():
                said[" ".join(words)] += int(count)
            for child in [it for it in children if os.waitid(os.P_PID, it, PEEK)]:
                children.remove(child)
                assert ended(child) == 0, "a pair went wrong, see above"
        for count, *words in pipe.lines():
            said[" ".join(words)] += int(count)
    finally:
        for child in children:
            kill(child)
        pipe.close()
    refused = {name.removesuffix(" refused"): n for name, n in said.items() if name.endswith("refused") and n}
    total = sum(n for name, n in said.items() if not name.endswith("refused"))
    share = 100 * sum(refused.values()) / total
    pace = total / (time.monotonic() - begun)
    named = ", ".join(f"{name} {n}" for name, n in sorted(refused.items())) or "none"
    outcome = (
        f"0 wrong, 0 bytes changed outside, comments kept; refused {share:.2f} %, all where the goals stand "
        f"in one array of inline tables ({named})"
    )
    return [("G4", f"{total} random pairs of document and operation ({pace:.0f} a second)", outcome)]


def _share(process: int, pairs: int, pipe: Pipe) -> None:
    step = 200
    for first in range(process * step, pairs, PROCESSES * step):
        for name, count in run(first, min(step, pairs - first)).items():
            pipe.say(count, name)


def _first(one: Any, other: Any, path: str = "") -> str:
    """Name the first place where two data differ."""
    if isinstance(one, dict) and isinstance(other, dict) and set(one) == set(other):
        key = next(key for key in one if one[key] != other[key])
        return _first(one[key], other[key], f"{path}.{key}")
    if isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
        at = next(at for at, it in enumerate(one) if it != other[at])
        return _first(one[at], other[at], f"{path}[{at}]")
    return f"{path}: {one!r} instead of {other!r}"


def _check_outside(written: Written, plan: Plan, text: str) -> None:
    """See that all pieces that are not to change stand there, whole, in their order, at both ends too."""
    touched = {written.goals[at] for at in plan.touched}
    chunks = [""]
    for place, piece in enumerate(written.pieces):
        if place in touched:
            chunks.append("")
        else:
            chunks[-1] += piece
    deleted = isinstance(plan.operation, o.DeleteGoal)
    if deleted:
        chunks = [chunk.strip("\r\n") for chunk in chunks]
    assert text.startswith(chunks[0]), "bytes changed before the goal"
    assert deleted or plan.appends or text.endswith(chunks[-1]), "bytes changed behind the goal"
    at = 0
    for chunk in chunks:
        at = text.find(chunk, at)
        assert at >= 0, f"bytes changed outside the goal: {chunk!r}"
        at += len(chunk)


def _plain(data: Any) -> Any:
    """Make data comparable: an empty table is as good as none, a step not done as one without a word of it."""
    if isinstance(data, list):
        return [_plain(item) for item in data]
    if isinstance(data, dict):
        cleaned = {key: _plain(item) for key, item in data.items()}
        return {
            key: it for key, it in cleaned.items() if it not in ([], {}) and (key, it) != ("done", "false")
        }
    if isinstance(data, bool):
        return str(data).lower()
    return "nan" if data != data else data  # noqa: PLR0124 - that is what is special about it
