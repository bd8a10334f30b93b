"""G9: two people change one file; what the merge makes of it is held against an oracle that knows only plain data.

Each scenario is a random file, what either side does to it, and what must come out of it: that is written down with the
scenario, and never asks the program. The comments of both sides must be there, and nothing else may be.
"""

import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections import Counter
from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

from smart_tui.store.merge import merge

ROOT = Path(__file__).resolve().parents[2]
SEEDS, GIT_SEEDS = 100, 5
SIGN = "# MERGE other:"
KINDS = ("total", "level", "rate", "limit")
WORDS = ("leads", "hợp đồng", "kWh", "posts", "cuộc gọi", "followers", "“quoted”", "100 %")

Clash = tuple[str, str]
"""A goal's id and the dotted field; no field where it is the goal itself."""


class BrokenError(AssertionError):
    """A merge that says something else than it must; `invalid` where it says nothing at all."""

    def __init__(self, verdict: str, why: str) -> None:
        super().__init__(f"{verdict}: {why}")
        self.verdict = verdict


@dataclass
class Written:
    """A goal as somebody wrote it: its fields, its check-ins, its comments."""

    known_as: str
    title: str
    kind: str
    target: int
    owner: str
    checkins: list[tuple[str, int]]
    comments: dict[str, str] = field(default_factory=dict)

    def text(self) -> str:
        """Write it down."""
        said = self.comments
        lines = [said["above"]] if "above" in said else []
        lines += ["[[goal]]", f'id = "{self.known_as}"', f'title = "{self.title}"']
        lines += [f'owner = "{self.owner}"'] * bool(self.owner)
        lines += ["", "[goal.measurable]", f'kind = "{self.kind}"', *['per = "week"'] * (self.kind == "rate")]
        lines += [f"target = {self.target}" + (f"  {said['target']}" if "target" in said else ""), ""]
        lines += ["[goal.history]", "checkins = ["]
        lines += [f"  {{ date = {day}, value = {value} }}," for day, value in self.checkins]
        lines += [f"  {said['inside']}"] if "inside" in said else []
        return "\n".join([*lines, "]"]) + "\n"

    def data(self) -> dict[str, Any]:
        """Say what it means; the order of numbers is nobody's promise."""
        measurable: dict[str, Any] = {"kind": self.kind, "target": self.target}
        measurable |= {"per": "week"} if self.kind == "rate" else {}
        plain = {"id": self.known_as, "title": self.title, "measurable": measurable}
        return plain | ({"owner": self.owner} if self.owner else {}) | {"checkins": Counter(self.checkins)}


@dataclass
class Case:
    """One file in three states, and what must come of it."""

    base: list[Written]
    ours: list[Written]
    theirs: list[Written]
    result: list[Written]
    clashes: frozenset[Clash] = frozenset()
    newline: str = "\n"
    top: str = ""

    def texts(self) -> tuple[bytes, bytes, bytes]:
        """Give base, ours, theirs as files."""
        base, ours, theirs = (self._written(goals) for goals in (self.base, self.ours, self.theirs))
        return base, ours, theirs

    def _written(self, goals: list[Written]) -> bytes:
        text = f"{self.top}version = 1\n\n" + "\n".join(goal.text() for goal in goals)
        return text.replace("\n", self.newline).encode()


def rows(scale: int) -> list[tuple[str, str, str]]:
    """Run everything; `scale` is percent of the full numbers."""
    seeds = max(1, SEEDS * scale // 100)
    found = [_row(f"{name}: {seeds} seeds", name, seeds, merged) for name in SCENARIOS]
    sample = max(1, GIT_SEEDS * scale // 100)
    if shutil.which("git") is None:
        return [*found, ("G9", "through git merge", "git is not here")]
    with tempfile.TemporaryDirectory() as folder:
        by_git = Git(Path(folder))
        return found + [
            _row(f"{name}: {sample} by git merge", name, sample, by_git.merged) for name in SCENARIOS
        ]


def run(name: str, seed: int, by: "Merging") -> None:
    """Run one case; raises BrokenError."""
    dice = Random(f"{name} {seed}")
    case = case_of(name, dice)
    check(case, *by(*case.texts()))


Merging = Callable[[bytes, bytes, bytes], tuple[bytes, frozenset[Clash] | bool]]
"""From base, ours, theirs to the result and what clashed, or whether anything did."""


def merged(base: bytes, ours: bytes, theirs: bytes) -> tuple[bytes, frozenset[Clash] | bool]:
    """Merge in this process."""
    done = merge(base, ours, theirs)
    return done.data, frozenset((each.goal, ".".join(map(str, each.clash.path))) for each in done.clashes)


class Git:
    """A repository whose merge driver is this program."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._file = folder, folder / "goals.toml"
        who = {f"GIT_{who}_{what}": "x@y" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
        home = {"HOME": str(folder), "GIT_CONFIG_NOSYSTEM": "1", "SMART_TUI_HOME": str(folder / "home")}
        self._env = {"PATH": os.environ["PATH"], "LANG": "C.UTF-8"} | who | home
        driver = f"{shlex.quote(sys.executable)} -m smart_tui merge %O %A %B"
        self._git("init", "-q", "-b", "main", ".")
        self._git("config", "core.autocrlf", "false")
        self._git("config", "merge.smart-tui.driver", f"PYTHONPATH={shlex.quote(str(ROOT))} {driver}")
        (folder / ".gitattributes").write_text("goals.toml merge=smart-tui\n", "utf-8")
        self._round = 0

    def merged(self, base: bytes, ours: bytes, theirs: bytes) -> tuple[bytes, bool]:
        """Commit the three on branches of their own, and merge."""
        self._round += 1
        here, there = f"here-{self._round}", f"there-{self._round}"
        self._git("checkout", "-q", "--orphan", here)
        self._commit(base)
        self._git("branch", there)
        self._commit(ours)
        self._git("checkout", "-q", there)
        self._commit(theirs)
        self._git("checkout", "-q", here)
        code = self._git("merge", "-q", "--no-edit", there, may_fail=True)
        data = self._file.read_bytes()
        if code:
            self._git("reset", "-q", "--hard")
        return data, bool(code)

    def _commit(self, data: bytes) -> None:
        self._file.write_bytes(data)
        self._git("add", "goals.toml", ".gitattributes")
        self._git("commit", "-q", "--allow-empty", "-m", "one state")

    def _git(self, *arguments: str, may_fail: bool = False) -> int:
        done = subprocess.run(
            ["git", *arguments],
            cwd=self._folder,
            env=self._env,
            capture_output=True,
            check=not may_fail,
            timeout=120,
        )
        return done.returncode


def check(case: Case, data: bytes, clashed: frozenset[Clash] | bool) -> None:
    """Hold a result against what must have come out; raises BrokenError."""
    text = data.decode()
    try:
        read = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BrokenError("invalid", str(error)) from error
    if clashed != (case.clashes if isinstance(clashed, frozenset) else bool(case.clashes)):
        raise BrokenError("wrong", f"clashes {clashed}, not {case.clashes}")
    goals = [_data_of(goal) for goal in read["goal"]]
    if (
        read.get("version") != 1
        or set(read) != {"version", "goal"}
        or goals != [g.data() for g in case.result]
    ):
        raise BrokenError("wrong", f"it says {goals}, not {[goal.data() for goal in case.result]}")
    signs = text.count(SIGN)
    if signs != len(case.clashes):
        raise BrokenError("wrong", f"{signs} comments of clashes, not {len(case.clashes)}")
    wanted = _comments(case.top) + Counter(c for goal in case.result for c in goal.comments.values())
    if (there := _comments(text)) != wanted:
        raise BrokenError("wrong", f"comments {there}, not {wanted}")
    if case.newline == "\r\n" and "\n" in text.replace("\r\n", ""):
        raise BrokenError("wrong", "mixed line ends")


def case_of(name: str, dice: Random) -> Case:
    """Make one case of a scenario; each side in turn is ours."""
    base = [_goal(dice, number) for number in range(dice.randint(3, 7))]
    case = SCENARIOS[name](dice, base)
    case.top = dice.choice(("", "# All our goals.\n", "# One.\n\n# Two.\n"))
    case.newline = dice.choice(("\n", "\n", "\r\n"))
    return case


def _row(said: str, name: str, seeds: int, by: Merging) -> tuple[str, str, str]:
    verdicts: Counter[str] = Counter()
    for seed in range(seeds):
        try:
            run(name, seed, by)
        except BrokenError as broken:
            verdicts[broken.verdict] += 1
    clashes = "each a clash that is kept" if case_of(name, Random(0)).clashes else "no clash"
    outcome = f"{verdicts['invalid']} invalid, {verdicts['wrong']} wrong"
    return "G9", said, outcome if verdicts.total() else f"{outcome}; {clashes}"


def _data_of(goal: dict[str, Any]) -> dict[str, Any]:
    checkins = goal.pop("history", {}).get("checkins", [])
    return goal | {"checkins": Counter((str(each["date"]), each["value"]) for each in checkins)}


def _comments(text: str) -> Counter[str]:
    found = (line.strip() for line in re.findall(r"#[^\n]*", text))
    return Counter(line for line in found if not line.startswith(SIGN))


def _goal(dice: Random, number: int) -> Written:
    goal = Written(
        known_as=f"goal-{number}-{dice.randrange(16**4):04x}",
        title=f"{dice.randint(1, 999)} {dice.choice(WORDS)}",
        kind=dice.choice(KINDS),
        target=dice.randint(1, 9999),
        owner=dice.choice(("", "Lan", "Hà")),
        checkins=[(_day(week), dice.randint(1, 50)) for week in range(dice.randint(1, 6))],
    )
    for place in ("above", "target", "inside"):
        if dice.random() < 0.4:
            goal.comments[place] = f"# {place} of {number}: {dice.choice(WORDS)}"
    return goal


def _day(week: int) -> str:
    return f"2026-{1 + week // 4:02}-{1 + 7 * (week % 4):02}"


def _log(dice: Random, goal: Written, week: int) -> None:
    goal.checkins.append((_day(week), dice.randint(51, 99)))


def _sides(dice: Random, base: list[Written], one: list[Written], other: list[Written]) -> dict[str, Any]:
    """Say who does which: chance."""
    ours, theirs = (one, other) if dice.random() < 0.5 else (other, one)
    return {"base": base, "ours": ours, "theirs": theirs}


def _different_goals(dice: Random, base: list[Written]) -> Case:
    place = dice.randrange(len(base) - 1)
    further = place + 1 if dice.random() < 0.5 else dice.randrange(place + 1, len(base))
    one, other, result = (deepcopy(base) for _ in range(3))
    _log(dice, one[place], 10)
    _log(dice, other[further], 10)
    result[place], result[further] = one[place], other[further]
    return Case(**_sides(dice, base, one, other), result=result)


def _other_week(dice: Random, base: list[Written], *, same_week: bool = False) -> Case:
    place = dice.randrange(len(base))
    one, other, result = (deepcopy(base) for _ in range(3))
    _log(dice, one[place], 10)
    _log(dice, other[place], 10 if same_week else 11)
    if same_week and one[place].kind in {"level", "limit"} and one[place].checkins == other[place].checkins:
        other[place].checkins[-1] = _day(10), 200  # one reading, seen twice, is one
    result[place].checkins += [one[place].checkins[-1], other[place].checkins[-1]]
    return Case(**_sides(dice, base, one, other), result=result)


def _same_week(dice: Random, base: list[Written]) -> Case:
    return _other_week(dice, base, same_week=True)


def _title_and_log(dice: Random, base: list[Written]) -> Case:
    place = dice.randrange(len(base))
    one, other, result = (deepcopy(base) for _ in range(3))
    one[place].title = f"renamed: {dice.choice(WORDS)}"
    one[place].comments["above"] = "# renamed today"
    _log(dice, other[place], 10)
    result[place] = deepcopy(one[place])
    result[place].checkins = other[place].checkins
    return Case(**_sides(dice, base, one, other), result=result)


def _both_add(dice: Random, base: list[Written]) -> Case:
    one, other = deepcopy(base), deepcopy(base)
    one.append(_goal(dice, 100))
    other.append(_goal(dice, 200))
    sides = _sides(dice, base, one, other)
    return Case(**sides, result=[*base, sides["ours"][-1], sides["theirs"][-1]])


def _delete_and_log(dice: Random, base: list[Written]) -> Case:
    place = dice.randrange(len(base) - 1)
    one, other = deepcopy(base), deepcopy(base)
    del one[place]
    _log(dice, other[place + 1], 10)
    return Case(**_sides(dice, base, one, other), result=other[:place] + other[place + 1 :])


def _reorder_and_log(dice: Random, base: list[Written]) -> Case:
    one, other = deepcopy(base), deepcopy(base)
    while [goal.known_as for goal in one] == [goal.known_as for goal in base]:
        dice.shuffle(one)
    logged = dice.choice(other)
    _log(dice, logged, 10)
    result = [logged if goal.known_as == logged.known_as else goal for goal in one]
    return Case(**_sides(dice, base, one, other), result=result)


def _same_field(dice: Random, base: list[Written]) -> Case:
    place = dice.randrange(len(base))
    one, other = deepcopy(base), deepcopy(base)
    name, dotted = dice.choice((("title", "title"), ("target", "measurable.target"), ("owner", "owner")))
    values: tuple[Any, Any] = ("first", "second") if name != "target" else (10001, 10002)
    setattr(one[place], name, values[0])
    setattr(other[place], name, values[1])
    _log(dice, other[place], 10)
    sides = _sides(dice, base, one, other)
    result = deepcopy(sides["ours"])
    result[place].checkins = other[place].checkins
    return Case(**sides, result=result, clashes=frozenset({(base[place].known_as, dotted)}))


def _delete_and_edit(dice: Random, base: list[Written]) -> Case:
    place = dice.randrange(len(base))
    one, other = deepcopy(base), deepcopy(base)
    del one[place]
    _log(dice, other[place], 10)
    clashes = frozenset({(base[place].known_as, "")})
    return Case(**_sides(dice, base, one, other), result=other, clashes=clashes)


SCENARIOS: dict[str, Callable[[Random, list[Written]], Case]] = {
    "log to different or adjacent goals": _different_goals,
    "log same goal, other week": _other_week,
    "log same goal, same week": _same_week,
    "edit title / log": _title_and_log,
    "both add a goal": _both_add,
    "delete goal / log to the next": _delete_and_log,
    "reorder goals / log": _reorder_and_log,
    "edit the same field": _same_field,
    "delete a goal / log to it": _delete_and_edit,
}


def broken() -> Iterator[str]:
    """Name every case of the full numbers that is broken, to look at it."""
    for name in SCENARIOS:
        for seed in range(SEEDS):
            try:
                run(name, seed, merged)
            except BrokenError as error:
                yield f"{name} {seed}: {error}"
