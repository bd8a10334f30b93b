"""Numbers that could not be saved, in words: that they are kept, that they are in now, that they wait."""

from collections.abc import Iterable
from datetime import date

from smart_tui.words.clean import clean_title
from smart_tui.words.dates import day_and_month
from smart_tui.words.language import Language


def kept_text(lang: Language) -> str:
    """Say that a number is not lost."""
    return lang.say("The number is kept and goes in as soon as the file can be written again.")


def not_kept_text(lang: Language) -> str:
    """Say that it is."""
    return lang.say("The number could not be kept elsewhere either: note it down, and enter it again later.")


def in_now_text(lang: Language, numbers: Iterable[tuple[str, str, date]]) -> str:
    """Say which numbers are in the file now: goal, number as typed, day."""
    named = _named(lang, numbers)
    return lang.count(
        "A number that could not be saved earlier is in now: {numbers}",
        "{n} numbers that could not be saved earlier are in now: {numbers}",
        len(named),
        numbers=", ".join(named),
    )


def waiting_text(lang: Language, numbers: Iterable[tuple[str, str, date]]) -> str:
    """Say which numbers wait for a goal that fits, and how to get rid of them."""
    named = _named(lang, numbers)
    return lang.count(
        "A number from earlier fits no goal and waits: {numbers}. smart-tui log --forget drops it.",
        "{n} numbers from earlier fit no goal and wait: {numbers}. smart-tui log --forget drops them.",
        len(named),
        numbers=", ".join(named),
    )


def unfinished_text(lang: Language, title: str, texts: Iterable[str], key: str) -> str:
    """Offer what was being typed for a goal when the program ended; `key` opens its fields again."""
    return lang.say(
        "Not entered yet for {title}: {typed} · {key} goes on",
        title=clean_title(title),
        typed=", ".join(map(clean_title, texts)),
        key=key,
    )


def forgotten_text(lang: Language, numbers: Iterable[tuple[str, str, date]]) -> str:
    """Say what was thrown away."""
    named = _named(lang, numbers)
    if not named:
        return lang.say("No number waits.")
    return lang.say("Dropped: {numbers}", numbers=", ".join(named))


def _named(lang: Language, numbers: Iterable[tuple[str, str, date]]) -> list[str]:
    return [
        f"{clean_title(goal)} {clean_title(typed)} ({day_and_month(lang, day)})"
        for goal, typed, day in numbers
    ]
