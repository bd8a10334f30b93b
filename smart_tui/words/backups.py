"""Backups in words: when, why, how much."""

from collections.abc import Mapping
from datetime import datetime

from smart_tui.words.dates import date_and_time
from smart_tui.words.language import Language, msgid
from smart_tui.words.numbers import number

WHY: Mapping[str, str] = {
    "day": msgid("first change of the day"),
    "delete": msgid("before a deletion"),
    "import": msgid("before an import"),
    "merge": msgid("before a merge"),
    "restore": msgid("before a restore"),
    "upgrade": msgid("before an upgrade"),
}
KILO = 1024


def backup_text(lang: Language, at: datetime, why: str, goals: int | None, size: int) -> str:
    """Say "21 Nov 2026, 10:05 · before a merge · 6 goals · 4.1 KB"."""
    held = lang.say("cannot be read") if goals is None else lang.count("{n} goal", "{n} goals", goals)
    parts = date_and_time(lang, at), lang.say(WHY.get(why, why)), held, size_text(lang, size)
    return " · ".join(parts)


def size_text(lang: Language, size: int) -> str:
    """Write a number of bytes: "812 B", "4.1 KB", "2 MB"."""
    if size < KILO:
        return f"{size} B"
    kilo = size / KILO
    if kilo < KILO:
        return f"{number(lang, kilo, digits=1)} KB"
    return f"{number(lang, kilo / KILO, digits=1)} MB"
