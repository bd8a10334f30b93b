"""What a decision asks for: a date or a number, a reason, what was learned. Only what belongs to it is shown."""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from msgspec import Struct
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from smart_tui.goals.calendar import Calendar
from smart_tui.goals.model import Result
from smart_tui.goals.standing import Standing
from smart_tui.goals.terms import Did
from smart_tui.screens.read_field import ReadField
from smart_tui.screens.readings import any_text, deadline_reader, target_reader
from smart_tui.widgets.plain_text import content
from smart_tui.words.language import Language, msgid

ENDS = {Did.CLOSE, Did.DROP}
"""After these a goal is over."""
LOOKING_BACK = {
    "kept": msgid("What went well and stays (may stay empty)"),
    "missed": msgid("What did not work (may stay empty)"),
    "learned": msgid("What you will do differently (may stay empty)"),
}
"""What a goal that is over leaves behind, each of it as the person likes."""
DETAIL = {Did.EXTEND: "to", Did.CHANGE: "target"}
"""What a choice asks for, besides a reason."""


class Asked(Struct, frozen=True):
    """What the form has for a decision."""

    to: date | None
    target: Decimal | None
    why: str | None
    result: Result | None


class DecisionForm(Vertical):
    """The fields of all decisions; `done` is called when the person goes on from one of them."""

    DEFAULT_CSS = """
    DecisionForm { height: auto; }
    """

    def __init__(
        self,
        lang: Language,
        standing: Standing,
        today: date,
        calendar: Calendar,
        *,
        done: Callable[[], None],
    ) -> None:
        super().__init__()
        self._lang, self._standing, self._today, self._calendar = lang, standing, today, calendar
        self._done = done

    def compose(self) -> ComposeResult:
        """Lay out all of them."""
        say = self._lang.say
        deadline = deadline_reader(self._lang, self._standing, self._today, self._calendar)
        example = say("31/12   +14d   end of next month")
        yield part(say("New deadline"), ReadField(deadline, self._done, hint=example, id="to"))
        target = target_reader(self._lang, self._standing)
        yield part(say("New number"), ReadField(target, self._done, id="target"))
        yield part(say("Why (may stay empty)"), ReadField(any_text, self._done, id="why"))
        for name, label in LOOKING_BACK.items():
            yield part(say(label), ReadField(any_text, self._done, id=name))

    def show(self, did: Did | None) -> None:
        """Show what a decision asks for, nothing while there is none."""
        shown = (
            set() if did is None else {"why", DETAIL.get(did, "why"), *(LOOKING_BACK if did in ENDS else ())}
        )
        for each in self.query(".part"):
            each.display = each.id in {f"part-{name}" for name in shown}

    def enter(self, did: Did) -> None:
        """Put the cursor where a decision begins."""
        self._field(DETAIL.get(did, "why")).enter()

    def is_complete(self, did: Did) -> bool:
        """Whether a decision has what it needs; a reason is never required, a date or a number is: it is asked for."""
        detail = DETAIL.get(did)
        if detail is None or self._field(detail).value is not None:
            return True
        asked = msgid("a date first") if detail == "to" else msgid("a number first")
        self._field(detail).refuse(self._lang.say(asked))
        return False

    def given(self, did: Did | None) -> Asked:
        """Give what is typed for a decision."""
        to, target = (
            self._field(name).value if did and DETAIL.get(did) == name else None for name in ("to", "target")
        )
        result = self._result if did in ENDS else None
        return Asked(to, target, self._field("why").value, result)

    @property
    def texts(self) -> dict[str, str]:
        """What is typed, by field."""
        return {str(field.id): field.text for field in self.query(ReadField) if field.text.strip()}

    def fill(self, texts: Mapping[str, str]) -> None:
        """Put in what was typed before."""
        for field in self.query(ReadField):
            field.fill(texts.get(str(field.id), ""))

    @property
    def _result(self) -> Result | None:
        said = {name: self._field(name).value for name in LOOKING_BACK}
        return Result(date=self._today, **said) if any(said.values()) else None

    def _field(self, name: str) -> ReadField[Any]:
        return self.query_one(f"#{name}", ReadField)


def part(label: str, field: ReadField[Any] | None = None, *, id: str | None = None) -> Vertical:
    """Put a label above a field; both are shown or hidden together."""
    known_as = field.id if field is not None else id
    return Vertical(
        Static(content(label), classes="label"),
        *((field,) if field is not None else ()),
        id=f"part-{known_as}",
        classes="part",
    )
