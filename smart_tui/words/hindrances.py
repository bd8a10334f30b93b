"""Why the file can only be looked at, and what to do about it, in words."""

from collections.abc import Mapping

from msgspec import Struct

from smart_tui.goals.hindrance import Hinders, Hindrance
from smart_tui.words.clean import clean_title
from smart_tui.words.language import Language, msgid
from smart_tui.words.problems import position, what_is_wrong

_TITLES: Mapping[Hinders, str] = {
    Hinders.UNREADABLE: msgid("The file cannot be read"),
    Hinders.NEWER: msgid("A newer smart-tui wrote this file (version {version})"),
    Hinders.READ_ONLY: msgid("The file lies on a disk that can only be read"),
    Hinders.NO_PERMISSION: msgid("You may not change this file"),
    Hinders.EMPTY: msgid("The file is empty"),
}
_SAFE: Mapping[Hinders, str] = {
    Hinders.UNREADABLE: msgid("Nothing is written until it is mended; your numbers stay safe."),
    Hinders.NEWER: msgid(
        "Update smart-tui to change it. Until then it can be looked at; nothing is written."
    ),
    Hinders.READ_ONLY: msgid("Choose another place with --file to change it. Nothing is written."),
    Hinders.NO_PERMISSION: msgid(
        "Change the permissions of the file or its folder, or choose another place with --file. Nothing is written."
    ),
    Hinders.EMPTY: msgid("smart-tui restore brings them back. Nothing is written until then."),
}
_WHY_NOT: Mapping[Hinders, str] = {
    Hinders.UNREADABLE: msgid("Nothing can be changed before the file is mended: e opens it."),
    Hinders.NEWER: msgid("Nothing can be changed here: a newer smart-tui wrote the file."),
    Hinders.READ_ONLY: msgid("Nothing can be changed here: the disk can only be read."),
    Hinders.NO_PERMISSION: msgid("Nothing can be changed here: you may not write the file."),
    Hinders.EMPTY: msgid("Nothing is written while the file is empty and a backup has goals."),
}


class Told(Struct, frozen=True):
    """A hindrance in words; `where` and `key` may be empty."""

    title: str
    where: tuple[str, ...]
    """In full, then shorter: as much is said as fits."""
    wrong: str
    safe: str
    key: str


def told(lang: Language, hindrance: Hindrance) -> Told:
    """Say what hinders, where, and what to do."""
    kind, first = hindrance.kind, hindrance.first
    version = clean_title(first.detail) if first else ""
    key = lang.say("opens the file at this line") if hindrance.openable else ""
    return Told(
        lang.say(_TITLES[kind], version=version),
        _where(lang, hindrance) if kind is Hinders.UNREADABLE else (),
        _wrong(lang, hindrance),
        lang.say(_SAFE[kind]),
        key,
    )


def why_not(lang: Language, hindrance: Hindrance) -> str:
    """Say in one line why a key that would write does nothing."""
    unmendable = hindrance.kind is Hinders.UNREADABLE and not hindrance.openable
    text = (
        msgid("Nothing can be changed while the file cannot be read.")
        if unmendable
        else _WHY_NOT[hindrance.kind]
    )
    return lang.say(text)


def mended(lang: Language, hindrance: Hindrance) -> str:
    """Say that what hindered is gone."""
    if hindrance.kind is Hinders.UNREADABLE:
        return lang.say("The file can be read again; you can go on.")
    return lang.say("The file can be changed again; you can go on.")


def _where(lang: Language, hindrance: Hindrance) -> tuple[str, ...]:
    first = hindrance.first
    place = position(lang, first) if first else ""
    if not place or first is None:
        return ()
    return (f"{place} · “{clean_title(first.goal)}”", place) if first.goal else (place,)


def _wrong(lang: Language, hindrance: Hindrance) -> str:
    if hindrance.kind is Hinders.EMPTY:
        return lang.count("A backup has {n} goal.", "A backup has {n} goals.", hindrance.goals)
    if hindrance.kind is not Hinders.UNREADABLE or hindrance.first is None:
        return ""
    said = what_is_wrong(lang, hindrance.first)
    more = len(hindrance.problems) - 1
    also = lang.count("{n} more mistake", "{n} more mistakes", more) if more else ""
    sentence = f"{said[:1].upper()}{said[1:]}."
    return f"{sentence} ({also})" if also else sentence
