"""What a letter's page is made of: fields with what was read in them, the coach's points, buttons."""

from collections.abc import Iterator, Mapping
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from smart_tui.coach.answers import CHOICES
from smart_tui.coach.findings import NOTES, Finding, Level
from smart_tui.coach.rewriting import blanks_of
from smart_tui.goals.draft import Field
from smart_tui.goals.terms import Letter
from smart_tui.screens.wizard.offers import known_offers
from smart_tui.screens.wizard.view import Offer, View
from smart_tui.web.sent import most, take_value
from smart_tui.words.asking import FIELD_TEXTS
from smart_tui.words.clean import clean
from smart_tui.words.coaching import LEVEL_GLYPHS, finding_text, offer_text
from smart_tui.words.language import Language, msgid
from smart_tui.words.readings import choice_text, echo

NOTE = "·"
ROWS = {Field.SENTENCE: 2, Field.DETAILS: 3, Field.PLAN: 4}
"""Lines of a field, where it has more than one."""


class Press(Struct, frozen=True):
    """A button: what it stands for, and what it says."""

    value: str
    text: str
    lang: str = ""
    """Where it is said in another language than the page."""


class Choice(Struct, frozen=True):
    """One of a few."""

    value: str
    text: str
    chosen: bool


class Point(Struct, frozen=True):
    """One thing that the coach says, and what would mend it."""

    level: str
    glyph: str
    says: str
    """The level in a word, for those who see no glyph."""
    text: str
    asked: Field | None = None
    presses: tuple[Press, ...] = ()


class Asked(Struct, frozen=True):
    """A field."""

    name: str
    label: str
    hint: str
    text: str
    rows: int
    """Lines of it, none for a choice."""
    reading: str
    doubt: str
    """Why it cannot be taken as it is."""
    choices: tuple[Choice, ...]
    presses: tuple[Press, ...]

    @property
    def id(self) -> str:
        """Name it in the page."""
        return id_of(self.name)

    @property
    def described(self) -> str:
        """Name what is to be read out with it."""
        said = (
            (self.doubt, "doubt"),
            (self.reading, "reading"),
            (self.hint, "hint"),
        )
        return " ".join(f"{self.id}-{what}" for text, what in said if text)


def id_of(name: str) -> str:
    """Name a field in the page."""
    return "f-" + name.replace(".", "-").replace("_", "-")


def points_of(view: View, letter: Letter) -> Iterator[Point]:
    """Say everything that the coach says of a letter, what is open first: it is what there is to do."""
    order = [Level.MISSING, Level.ASK, Level.STRONG]
    findings = view.review.verdicts[letter].findings
    for finding in sorted(findings, key=lambda it: (it.code in NOTES, order.index(it.level))):
        yield _point(view, finding)


def level_text(lang: Language, level: Level) -> str:
    """Name a level."""
    return lang.say(
        {Level.STRONG: msgid("clear"), Level.ASK: msgid("think about it")}.get(level, msgid("open"))
    )


def _point(view: View, finding: Finding) -> Point:
    note = finding.code in NOTES
    return Point(
        level="note" if note else finding.level.value,
        glyph=NOTE if note else LEVEL_GLYPHS[finding.level],
        says=view.lang.say("worth knowing") if note else level_text(view.lang, finding.level),
        text=finding_text(view.lang, finding),
        asked=finding.field,
        presses=tuple(
            _press(
                view,
                Offer(
                    offer_text(view.lang, way, finding),
                    way.fills or (((Field.SENTENCE, way.sentence),) if way.sentence else ()),
                    way.goes_to,
                    way.then,
                ),
            )
            for way in finding.suggestions
        ),
    )


def _press(view: View, offer: Offer) -> Press:
    rewritten = Field.SENTENCE in dict(offer.fills)
    lang = view.goal_lang.code if rewritten and view.goal_lang.code != view.lang.code else ""
    return Press(take_value(offer.fills, offer.then, offer.goes_to), offer.says, lang)


def asked_of(view: View, asked: Field, too_long: Mapping[Field, str]) -> Asked:
    """Make a field."""
    lang, texts, doubted = view.lang, FIELD_TEXTS[asked], asked in view.answers.doubts
    text = too_long.get(asked, view.draft.text(asked))
    reading = echo(lang, asked, view.answers) or clean(view.read_back(asked))
    if asked in too_long and len(text) > most(asked):
        doubted, reading = (
            True,
            lang.say(
                "{count} characters are too many: {most} are kept. Make it shorter, then press again.",
                count=len(text),
                most=most(asked),
            ),
        )
    elif asked is Field.SENTENCE and blanks_of(text):
        doubted, reading = True, lang.say("Put your own words where the brackets are.")
    offers = (*view.readings(asked), *known_offers(view, asked))
    return Asked(
        name=asked.value,
        label=lang.say(texts.label),
        hint="" if text and not doubted else lang.say(texts.hint),
        text=text,
        rows=0 if asked in CHOICES else ROWS.get(asked, 1),
        reading="" if doubted else reading,
        doubt=reading if doubted else "",
        choices=_choices(view, asked),
        presses=tuple(_press(view, replace(it, worth="")) for it in offers if it.fills or it.goes_to),
    )


def _choices(view: View, asked: Field) -> tuple[Choice, ...]:
    if asked not in CHOICES:
        return ()
    answers, text = view.answers, view.draft.text(asked)
    implied: dict[Field, StrEnum | None] = {
        Field.KIND: answers.kind,
        Field.DIRECTION: answers.direction,
        Field.CADENCE: answers.cadence,
        Field.HORIZON: answers.horizon,
    }
    follows = implied.get(asked)
    unsaid = (
        "–"
        if follows is None
        else view.lang.say("as it is: {choice}", choice=choice_text(view.lang, follows))
    )
    known = [Choice(it.value, choice_text(view.lang, it), it.value == text) for it in CHOICES[asked]]
    return (Choice("", unsaid, not text), *known)
