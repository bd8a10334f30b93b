"""What a guest's form said: answers, and the button that was pressed. What a browser sends may be anything."""

from collections.abc import Mapping
from types import MappingProxyType
from urllib.parse import parse_qsl, urlencode

from msgspec import Struct, field
from msgspec.structs import replace

from smart_tui.coach.answers import CHOICES, Setting
from smart_tui.coach.filling import filled
from smart_tui.goals.draft import Draft, Field, asked_on
from smart_tui.goals.terms import Letter
from smart_tui.store.values import clean
from smart_tui.words.asking import LONG_TEXTS

LONGEST, LONGEST_OF_LINES = 800, 2000
"""Characters of an answer; every page full to the brim still fits into the largest body, nine bytes a letter."""
MOST_PAIRS = 64
PRESSED = "do"
"""The name of all buttons."""
COACH, NEXT = "coach", "next"
_GO, _LANG, _TAKE = "go:", "lang:", "take:"
_TO, _THEN = "to", "then"
SHEET = "sheet"
_FIELDS: Mapping[str, Field] = MappingProxyType({asked.value: asked for asked in Field})


class Sent(Struct, frozen=True):
    """A form, read."""

    letter: Letter
    texts: Mapping[Field, str] = field(default_factory=lambda: MappingProxyType({}))
    """The answers of the letter's page, those not on it left out."""
    on: bool = False
    """Whether the guest wants to go on to what follows."""
    to: Letter | None = None
    """The letter that the guest wants to see."""
    sheet: bool = False
    lang: str | None = None
    fills: tuple[tuple[Field, str], ...] = ()
    """Answers that the guest takes over."""
    then: str = ""
    """A second goal that the old sentence held."""
    goes_to: Field | None = None

    @property
    def leaves(self) -> bool:
        """Whether the guest only wants to see something else, and did not say to be done."""
        return self.to is not None or self.sheet or self.lang is not None

    @property
    def too_long(self) -> tuple[Field, ...]:
        """Name the answers that are longer than is kept."""
        return tuple(asked for asked, text in self.texts.items() if len(text) > most(asked))

    def typed_into(self, draft: Draft) -> Draft:
        """Give the draft with the answers as they were typed."""
        for asked, text in self.texts.items():
            draft = draft.answered(asked, text)
        return draft

    def put_into(self, draft: Draft, setting: Setting) -> Draft:
        """Give the draft with the answers, and what was taken over; of two goals, the second is written down."""
        draft = self.typed_into(draft)
        for asked, text in self.fills:
            draft = draft.answered(asked, text)
        if self.then:
            details = draft.text(Field.DETAILS)
            if self.then not in details:
                draft = draft.answered(Field.DETAILS, f"{details}\n{self.then}".strip())
        return replace(filled(draft, setting), letter=self.letter)


def most(asked: Field) -> int:
    """Give how many characters an answer may have."""
    return LONGEST_OF_LINES if asked in LONG_TEXTS else LONGEST


def take_value(fills: tuple[tuple[Field, str], ...], then: str = "", goes_to: Field | None = None) -> str:
    """Write what a button takes over: just what stands on it, whatever the coach would offer by then."""
    pairs = [(asked.value, text) for asked, text in fills]
    pairs += [(_THEN, then)] if then else []
    pairs += [(_TO, goes_to.value)] if goes_to is not None else []
    return _TAKE + urlencode(pairs)


def go_value(to: Letter | None) -> str:
    """Write a button that leads to a letter, or to the sheet."""
    return _GO + (SHEET if to is None else to.value)


def lang_value(code: str) -> str:
    """Write a button that changes the language."""
    return _LANG + code


def pairs_of(body: str) -> Mapping[str, str]:
    """Read a form's body; what is not a form is an empty one."""
    try:
        pairs = parse_qsl(body, keep_blank_values=True, max_num_fields=MOST_PAIRS)
    except ValueError:
        return MappingProxyType({})
    return MappingProxyType(dict(pairs))


def read_sent(letter: Letter, pairs: Mapping[str, str]) -> Sent:
    """Read the form of a letter's page."""
    texts = {asked: as_typed(asked, pairs[asked.value]) for asked in asked_on(letter) if asked.value in pairs}
    sent = Sent(letter, MappingProxyType(texts))
    pressed = pairs.get(PRESSED, COACH)
    if pressed.startswith(_GO):
        return _gone(sent, pressed.removeprefix(_GO))
    if pressed.startswith(_LANG):
        return replace(sent, lang=pressed.removeprefix(_LANG))
    if pressed.startswith(_TAKE):
        return _taken(sent, pressed.removeprefix(_TAKE))
    return replace(sent, on=pressed == NEXT)


def as_typed(asked: Field, text: str) -> str:
    """Give an answer as it is kept: composed letters, no controls, and line ends only where lines are asked for."""
    text = clean(text.replace("\r\n", "\n").replace("\r", "\n"))
    if asked in CHOICES:
        return text if text in set(CHOICES[asked]) else ""
    return text if asked in LONG_TEXTS else " ".join(text.split("\n")).strip()


def _gone(sent: Sent, where: str) -> Sent:
    if where in set(Letter):
        return replace(sent, to=Letter(where))
    return replace(sent, sheet=where == SHEET)


def _taken(sent: Sent, said: str) -> Sent:
    pairs = pairs_of(said)
    fills = tuple(
        (_FIELDS[name], as_typed(_FIELDS[name], text)[: most(_FIELDS[name])])
        for name, text in pairs.items()
        if name in _FIELDS
    )
    then = as_typed(Field.SENTENCE, pairs.get(_THEN, ""))[:LONGEST]
    return replace(sent, fills=fills, then=then, goes_to=_FIELDS.get(pairs.get(_TO, "")))
