"""What is typed into a field of the weekly update or of a decision, read back in words. Pure."""

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from typing import Generic, TypeVar

from msgspec import Struct
from textual.content import Content

from smart_tui.coach.amount import Amount
from smart_tui.coach.checkin import Entered, has_decimals, read_checkin
from smart_tui.coach.checkin_day import read_checkin_day
from smart_tui.coach.dates import DateReading, Day, read_date
from smart_tui.coach.numbers import read_number
from smart_tui.coach.reading import Ambiguous, Unreadable
from smart_tui.coach.writing import write_number
from smart_tui.goals.calendar import Calendar
from smart_tui.goals.standing import Standing
from smart_tui.goals.terms import Entry
from smart_tui.widgets.plain_text import content
from smart_tui.words.checking_in import added_text, corrected_text, entered_text, refused_text
from smart_tui.words.language import Language
from smart_tui.words.readings import day_text, option_text
from smart_tui.words.standing import measured

T = TypeVar("T")

GOOD, ASK, WRONG = "$good", "$behind", "$overdue"
SUREST = 10
"""Confidence goes from 0 to it."""
DOUBTS = frozenset({"below-present", "looks-like-all"})
"""Codes of a bare number that may be what was added, or the sum in all."""


MARKS = {ASK: "▲ ", WRONG: "! "}
"""What is asked and what is wrong can be told from what is right without its colour."""


class Offer(Struct, frozen=True):
    """One of two readings: what it says, and how it is typed so that it has no other."""

    says: str
    typed: str


class Reading(Struct, Generic[T], frozen=True):
    """What there is to say about a typed text; `value` is None while it is not clear, or nothing is typed."""

    value: T | None = None
    says: str = ""
    style: str = GOOD
    offers: tuple[Offer, ...] = ()


Reader = Callable[[str], Reading[T]]


def checkin_reader(lang: Language, standing: Standing, mode: Entry | None) -> Reader[Entered]:
    """Read a goal's number; `mode` says what a bare one is for a goal that adds up."""

    def read(typed: str) -> Reading[Entered]:
        reading = read_checkin(typed, standing, lang.code, mode)
        match reading:
            case Entered():
                return Reading(reading, entered_text(lang, standing, reading))
            case Ambiguous(options=options):
                return _asked(
                    lang,
                    (
                        Offer(entered_text(lang, standing, o), _unmistakable(lang, standing, o))
                        for o in options
                    ),
                )
            case Unreadable(code=code) if code in DOUBTS:
                offers = tuple(_added_or_all(lang, standing, typed))
                return Reading(None, refused_text(lang, reading), ASK, offers)
            case Unreadable():
                return _refused(lang, reading)

    return read


def checkin_day_reader(lang: Language, today: date, calendar: Calendar) -> Reader[date]:
    """Read the day of a check-in, up to today."""

    def read(typed: str) -> Reading[date]:
        if not typed.strip():
            return Reading()
        return _day(
            lang,
            read_checkin_day(typed, lang.code, today, year_starts=calendar.year_starts, dates=lang.dates),
            today,
        )

    return read


def deadline_reader(lang: Language, standing: Standing, today: date, calendar: Calendar) -> Reader[date]:
    """Read a new deadline: later than the present one, and not over."""
    deadline = standing.goal.deadline

    def read(typed: str) -> Reading[date]:
        found = read_date(typed, lang.code, today, year_starts=calendar.year_starts, dates=lang.dates)
        reading = _day(lang, found, today)
        day = reading.value
        if day is not None and day < today:
            return Reading(None, lang.say("this day is over"), WRONG)
        if day is not None and deadline is not None and day <= deadline:
            return Reading(None, lang.say("the deadline is that late already"), WRONG)
        return reading

    return read


def target_reader(lang: Language, standing: Standing) -> Reader[Decimal]:
    """Read another target."""

    def read(typed: str) -> Reading[Decimal]:
        reading = read_number(typed, lang.code, decimals=has_decimals(standing))
        match reading:
            case Ambiguous(options=options):
                return _asked(
                    lang,
                    (
                        Offer(option_text(lang, o, date.min), write_number(o.value, lang.code))
                        for o in options
                    ),
                )
            case Unreadable():
                return _refused(lang, reading)
            case Amount(sign="+"):
                return _refused(lang, Unreadable("trailing", "+"))
            case Amount(unit=other) if other not in {None, standing.goal.measurable.unit}:
                return _refused(lang, Unreadable("other-unit", str(other)))
            case Amount(value=target) if target == standing.goal.measurable.target:
                return Reading(None, lang.say("this is the target now"), ASK)
            case Amount(value=target):
                return Reading(target, measured(lang, standing, target, digits=4))

    return read


def confidence_reader(lang: Language) -> Reader[int]:
    """Read how sure somebody is, 0-10."""

    def read(typed: str) -> Reading[int]:
        typed = typed.strip()
        if not typed:
            return Reading()
        if typed.isdecimal() and int(typed) <= SUREST:
            return Reading(int(typed))
        return Reading(None, lang.say("a whole number from 0 to 10"), WRONG)

    return read


def any_text(typed: str) -> Reading[str]:
    """Read whatever is typed."""
    return Reading(" ".join(typed.split()) or None)


def _day(lang: Language, reading: DateReading, today: date) -> Reading[date]:
    match reading:
        case Day(date=day):
            return Reading(day, day_text(lang, day, today))
        case Ambiguous(options=options):
            return _asked(lang, (Offer(day_text(lang, o.date, today), o.date.isoformat()) for o in options))
        case Unreadable():
            return _refused(lang, reading)


def _asked(lang: Language, offers: Iterator[Offer]) -> Reading[T]:
    return Reading(None, lang.say("which one? ↓"), ASK, tuple(offers))


def _refused(lang: Language, unreadable: Unreadable) -> Reading[T]:
    return Reading() if unreadable.code == "empty" else Reading(None, refused_text(lang, unreadable), WRONG)


def _added_or_all(lang: Language, standing: Standing, typed: str) -> Iterator[Offer]:
    """Offer a bare number as what was added, and as the sum in all."""
    for sign, says in (("+", added_text), ("=", corrected_text)):
        reading = read_checkin(sign + typed.strip(), standing, lang.code)
        if isinstance(reading, Entered):
            yield Offer(says(lang, standing, reading), sign + typed.strip())


def _unmistakable(lang: Language, standing: Standing, entered: Entered) -> str:
    sign = "=" if standing.goal.measurable.kind.adds_up else ""
    return sign + write_number(entered.becomes, lang.code)


def shown(says: str, style: str) -> Content:
    """Draw what there is to say about a typed text."""
    return content(MARKS.get(style, "") + says if says else "").stylize(style)
