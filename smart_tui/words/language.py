"""One language: its catalogue, bound once, and the names and number marks that CLDR knows."""

import gettext
from collections.abc import Iterable, Mapping
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from smart_tui.goals.terms import DateStyle

if TYPE_CHECKING:
    from babel.core import Locale

_CATALOGUES = Path(__file__).with_name("locale")
SOURCE = "en"
"""The language of the msgids; it needs no catalogue."""
DOMAIN = "smart_tui"
"""What gettext calls our texts by."""


def msgid(text: str) -> str:
    """Mark a text for the catalogue that is said later."""
    return text


class Language:
    """What every sentence is said in, and how dates are written in it."""

    def __init__(self, code: str, dates: DateStyle = DateStyle.LANGUAGE) -> None:
        self.become(code, dates)

    def become(self, code: str, dates: DateStyle = DateStyle.LANGUAGE) -> None:
        """Speak another language from now on. What was said stays said; raises LookupError as `language` does."""
        self._catalogue = _catalogue(code)
        self.code, self.dates = code, dates
        self.__dict__.pop("locale", None)

    def say(self, text: str, /, **values: object) -> str:
        """Say a msgid, its {names} filled in."""
        said = self._catalogue.gettext(text) if text else ""  # an empty msgid is the catalogue's own header
        return said.format_map(values) if values else said

    def count(self, one: str, many: str, number: int, /, **values: object) -> str:
        """Say a msgid in the plural form of a number, which it calls {n}."""
        return self._catalogue.ngettext(one, many, number).format_map({"n": number, **values})

    @cached_property
    def locale(self) -> "Locale":
        """The names and marks of CLDR."""
        from babel.core import Locale

        return Locale.parse(self.code)


@lru_cache(maxsize=8)
def language(code: str, dates: DateStyle = DateStyle.LANGUAGE) -> Language:
    """Give a language that nothing changes, one object for each and for each way to write dates.

    Raises:
        LookupError: there is no catalogue for it.

    """
    return Language(code, dates)


@lru_cache(maxsize=1)
def languages() -> tuple[str, ...]:
    """Give the codes of all languages: the msgids' own and one for each catalogue."""
    folders = (folder for folder in _CATALOGUES.iterdir() if folder.is_dir())
    return (SOURCE, *sorted(folder.name for folder in folders))


def catalogues() -> str:
    """Give the folder of the catalogues, for gettext's own functions."""
    return str(_CATALOGUES)


def best_of(wishes: Iterable[str | None]) -> str:
    """Give the first wish that is a language here ("vi_VN.UTF-8" wishes for vi), English when none is."""
    for wish in wishes:
        code = (wish or "").partition(".")[0].partition("_")[0].partition("-")[0].lower()
        if code in languages():
            return code
    return SOURCE


def system_language(env: Mapping[str, str]) -> str:
    """Give the language of the machine's locale, English where it has none that is here."""
    return best_of([env.get("LC_ALL") or env.get("LC_MESSAGES") or env.get("LANG")])


def _catalogue(code: str) -> gettext.NullTranslations:
    if code == SOURCE:
        return gettext.NullTranslations()
    compiled = _CATALOGUES.joinpath(code, "LC_MESSAGES", f"{DOMAIN}.mo")
    if not compiled.is_file():
        raise LookupError(code)
    with compiled.open("rb") as stream:
        return gettext.GNUTranslations(stream)
