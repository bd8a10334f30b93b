"""Operations, edits by hand and failures of the machine in any order: the promises hold after each."""

import errno
import re
import shutil
import tempfile
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from random import Random

from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from reliability.ground import parsed
from reliability.random_documents import Written, document
from reliability.random_edits import check_data
from reliability.random_plans import Plan, Planner, comments_of
from reliability.syscalls import Failing, around

from smart_tui.store.codes import Refusal
from smart_tui.store.errors import StoreError
from smart_tui.store.operation import Operation
from smart_tui.store.reader import Reading
from smart_tui.store.store import Store
from smart_tui.store.told import Told

SEEDS = st.integers(0, 2**32)
ERRORS = st.sampled_from([errno.EIO, errno.ENOSPC, errno.EACCES, errno.EINTR])


class Meanwhile(Operation, frozen=True):
    """An operation while which somebody edits the file."""

    inner: Operation
    edits: list[Callable[[], object]]

    @property
    def told(self) -> Told:
        return self.inner.told

    def _done(self, reading: Reading) -> Reading:
        if self.edits:
            self.edits.pop()()
        return self.inner.run(reading)


class GoalFileMachine(RuleBasedStateMachine):
    """A goal file, those who write it, and what must stand there."""

    def __init__(self) -> None:
        super().__init__()
        self.home = Path(tempfile.mkdtemp(prefix="machine-"))
        self.path = self.home / "goals.toml"
        self.store = Store(self.path, patience=0.2)
        self.bytes = b""
        self.by_hand: list[str] = []

    def teardown(self) -> None:
        shutil.rmtree(self.home)

    @initialize(seed=SEEDS)
    def begin(self, seed: int) -> None:
        self.bytes = document(Random(seed)).data
        self.path.write_bytes(self.bytes)

    @rule(seed=SEEDS)
    def operate(self, seed: int) -> None:
        """P1, P3, P5, P6: what is acknowledged is there, and nothing else changed."""
        plan = self._plan(seed)
        if plan is not None:
            self._judge(plan, self._apply(plan.operation))

    @rule(seed=SEEDS, place=st.integers(1, 60), error=ERRORS)
    def fail(self, seed: int, place: int, error: int) -> None:
        """P2: when the machine fails there are the old bytes or the new ones, and what is told is true."""
        plan = self._plan(seed)
        if plan is not None:
            with around(Failing(place, error)):
                told = self._apply(plan.operation)
            self._judge(plan, told)

    @rule(number=st.integers(0, 999), renamed=st.booleans())
    def edit_by_hand(self, number: int, renamed: bool) -> None:
        self._edit(number, renamed=renamed)
        self.bytes = self.path.read_bytes()

    @rule(seed=SEEDS, number=st.integers(0, 999), renamed=st.booleans())
    def operate_while_somebody_edits(self, seed: int, number: int, renamed: bool) -> None:
        """P4: both stand there."""
        plan = self._plan(seed)
        if plan is not None:
            told = self._apply(Meanwhile(plan.operation, [lambda: self._edit(number, renamed=renamed)]))
            self.bytes = self._with_line(number, self.bytes)
            self._judge(plan, told)

    @invariant()
    def what_stands_there_is_what_must(self) -> None:
        if self.path.exists():
            assert self.path.read_bytes() == self.bytes
            assert not list(self.home.glob("*.tmp")) + list(self.home.glob(".*.tmp"))
            text = self.bytes.decode()
            assert all(line in text for line in self.by_hand)

    def _plan(self, seed: int) -> Plan | None:
        text = self.bytes.decode()
        goals = len(parsed(self.bytes).get("goal", []))
        if not goals:
            return None
        inline = "goal = [" in text
        planner = Planner(Written((text,), (0,) * goals, inline=inline))
        return self._anyhow(planner.plan(Random(seed)))

    @staticmethod
    def _anyhow(plan: Plan) -> Plan:
        # After a deletion the rows bear other numbers than their comments.
        return replace(plan, vanishing=re.sub(r"row\d+", r"row\\d+", plan.vanishing))

    def _apply(self, operation: Operation) -> str:
        try:
            self.store.apply(operation)
        except StoreError as error:
            return str(error.code)
        return "saved"

    def _judge(self, plan: Plan, told: str) -> None:
        before, after = self.bytes, self.path.read_bytes()
        if told not in {"saved", Refusal.MAY_NOT_SURVIVE}:
            assert after == before, told
            return
        check_data(plan, parsed(before), after)
        gone = Counter(comments_of(before.decode())) - Counter(comments_of(after.decode()))
        plan.look_for(gone)
        self.bytes = after

    def _edit(self, number: int, *, renamed: bool) -> None:
        """Add a line at the top, as an editor does: in place, or by a new file."""
        data = self._with_line(number, self.path.read_bytes())
        if renamed:
            temp = self.path.with_name("goals.toml~")
            temp.write_bytes(data)
            temp.replace(self.path)
        else:
            self.path.write_bytes(data)

    def _with_line(self, number: int, data: bytes) -> bytes:
        line = f"#: by hand {number} "
        if line not in self.by_hand:
            self.by_hand.append(line)
        text = data.decode()
        bom = "\ufeff" * text.startswith("\ufeff")
        newline = "\r\n" if "\r\n" in text else "\n"
        # The blank line keeps it apart: a comment directly above a goal is that goal's.
        return (bom + line + newline * 2 + text.removeprefix(bom)).encode()


GoalFileMachine.TestCase.settings = settings(
    max_examples=12, stateful_step_count=15, phases=(Phase.explicit, Phase.reuse, Phase.generate)
)
TestGoalFile = GoalFileMachine.TestCase
