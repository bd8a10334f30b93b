"""Numbers and decisions that could not be saved, in words: that they are kept, are in now, or wait."""

from collections.abc import Iterable
from datetime import date

from smart_tui.store.pending import Entry
from smart_tui.words.clean import clean_title
from smart_tui.words.dates import day_and_month
from smart_tui.words.decisions import DONE
from smart_tui.words.language import Language


def entry_words(lang: Language, entry: Entry) -> str:
    """Say what an entry is: "+7", "7 → +8", "extended"."""
    return entry.words if entry.decision is None else lang.say(DONE[entry.decision.did])


def kept_text(lang: Language, *, decision: bool = False) -> str:
    """Say that a number, or a decision, is not lost."""
    if decision:
        return lang.say("The decision is kept and goes in as soon as the file can be written again.")
    return lang.say("The number is kept and goes in as soon as the file can be written again.")


def not_kept_text(lang: Language, *, decision: bool = False) -> str:
    """Say that it is."""
    if decision:
        return lang.say("The decision could not be kept elsewhere either: make it again later.")
    return lang.say("The number could not be kept elsewhere either: note it down, and enter it again later.")


def in_now_text(
    lang: Language, numbers: Iterable[tuple[str, str, date]], *, only_numbers: bool = True
) -> str:
    """Say what is in the file now: goal, number as typed or decision, day."""
    named = _named(lang, numbers)
    if not only_numbers:
        return lang.say("Saved only now: {entries}", entries=", ".join(named))
    return lang.count(
        "A number that could not be saved earlier is in now: {numbers}",
        "{n} numbers that could not be saved earlier are in now: {numbers}",
        len(named),
        numbers=", ".join(named),
    )


def waiting_text(
    lang: Language, numbers: Iterable[tuple[str, str, date]], *, only_numbers: bool = True
) -> str:
    """Say what waits for a goal that fits, and how to get rid of it."""
    named = _named(lang, numbers)
    if not only_numbers:
        return lang.say(
            "From earlier, this fits no goal and waits: {entries}. smart-tui log --forget drops it.",
            entries=", ".join(named),
        )
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
