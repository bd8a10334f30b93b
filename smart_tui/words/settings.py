"""The settings in words: each with what there is to choose from, and what in the file cannot be read."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from types import MappingProxyType

from msgspec import Struct

from smart_tui.goals.model import Problem
from smart_tui.goals.settings import Glyphs, Settings
from smart_tui.goals.terms import A_WORDS, R_WORDS, DateStyle, Letter
from smart_tui.words.dates import short_date
from smart_tui.words.language import SOURCE, Language, language, languages, msgid
from smart_tui.words.problems import problem_text
from smart_tui.words.standing import letter_word

BY_ITSELF = ""
"""The value of a setting that is not set."""
ON, OFF = "on", "off"
A_LONG_DATE = date(2026, 12, 31)
"""The example for the ways to write dates: it cannot be taken for another day."""
OWN_NAME = msgid("English")
"""A language's own name for itself, as its catalogue has it."""
THEME_NAMES: Mapping[str, str] = MappingProxyType(
    {
        "smart-dark": msgid("dark"),
        "smart-light": msgid("light"),
        "smart-contrast": msgid("high contrast"),
        "smart-projector": msgid("for a projector"),
    }
)
SWITCHES = {
    "achievable": (msgid("SMART: A is Achievable"), msgid("A asks whether it can be done")),
    "attainable": (msgid("SMART: A is Attainable"), msgid("A asks the same, by another name")),
    "assignable": (msgid("SMART: A is Assignable"), msgid("A asks first who is responsible")),
    "relevant": (
        msgid("SMART: R is Relevant"),
        msgid("A looks at past results, R at the larger goal and the first step"),
    ),
    "realistic": (
        msgid("SMART: R is Realistic"),
        msgid("A looks at your own ability, R at realism and the plan"),
    ),
}
"""By the word that a letter stands for then: a command, and what it leads to."""


class Option(Struct, frozen=True):
    """A setting, what it can be, and what it is."""

    name: str
    """As the file calls it; the two letters go by "a" and "r"."""
    label: str
    values: tuple[tuple[str, str], ...]
    """Each value, and what it is called."""
    value: str


def language_name(code: str) -> str:
    """Give a language's own name for itself: "Tiếng Việt"."""
    spoken = language(code)
    said = spoken.say(OWN_NAME)
    return said if said != OWN_NAME or code == SOURCE else code


def options(lang: Language, settings: Settings, theme: str, themes: Iterable[str]) -> tuple[Option, ...]:
    """Give every setting but the keys, in the order in which people look for them."""
    return tuple(_options(lang, settings, theme, themes))


def _options(lang: Language, settings: Settings, theme: str, themes: Iterable[str]) -> Iterator[Option]:
    say = lang.say
    spoken = tuple((code, language_name(code)) for code in languages())
    own = settings.language if settings.language in languages() else BY_ITSELF
    yield Option("language", say("Language"), ((BY_ITSELF, say("as the system says")), *spoken), own or "")
    named = tuple((name, theme_name(lang, name)) for name in dict.fromkeys((*themes, theme)))
    yield Option("theme", say("Colours"), named, theme)
    written = {date_style_text(lang, style): style for style in reversed(DateStyle)}
    written[date_style_text(lang, settings.dates)] = settings.dates  # two may write alike
    styles = tuple((style.value, said) for said, style in reversed(written.items()))
    yield Option("dates", say("Dates"), styles, settings.dates)
    yield Option(
        "a", say("A stands for"), _words(lang, settings, Letter.ACHIEVABLE, A_WORDS), settings.dialect.a
    )
    yield Option(
        "r", say("R stands for"), _words(lang, settings, Letter.RELEVANT, R_WORDS), settings.dialect.r
    )
    drawn = (
        (Glyphs.AUTO.value, say("as the terminal can")),
        (Glyphs.FULL.value, say("with all signs")),
        (Glyphs.PLAIN.value, say("with plain letters")),
    )
    yield Option("glyphs", say("Drawn"), drawn, settings.glyphs)
    moves = ((ON, say("on")), (OFF, say("off")))
    yield Option("animations", say("Movement"), moves, ON if settings.animations else OFF)


def theme_name(lang: Language, name: str) -> str:
    """Give a theme's name; those of others are called as they call themselves."""
    return lang.say(THEME_NAMES[name]) if name in THEME_NAMES else name


def date_style_text(lang: Language, style: DateStyle) -> str:
    """Show how a style writes dates."""
    return short_date(language(lang.code, style), A_LONG_DATE)


def settings_problem_text(lang: Language, problem: Problem) -> str:
    """Say in one line what is wrong with the settings, and that the program goes on as if nothing was set."""
    return lang.say(
        "settings.toml: {problem}; until that is mended, the default counts.",
        problem=problem_text(lang, problem),
    )


def wrong_setting_text(lang: Language, own: Settings) -> str:
    """Say the first thing that is wrong with what was set, as far as that does not depend on the screens; else nothing."""
    if own.problem is not None:
        return settings_problem_text(lang, own.problem)
    if own.language is not None and own.language not in languages():
        return no_such_text(lang, "language", own.language)
    return ""


def no_such_text(lang: Language, name: str, value: str) -> str:
    """Say that a setting names something that there is not."""
    return lang.say("settings.toml: {name}: there is no “{value}”.", name=name, value=value)


def key_twice_text(lang: Language, key: str, does: str) -> str:
    """Say that a key is taken."""
    return lang.say("{key} is taken: {does}", key=key, does=does)


def _words(
    lang: Language, settings: Settings, letter: Letter, words: Iterable[str]
) -> tuple[tuple[str, str], ...]:
    return tuple((word, lang.say(letter_word(letter, settings.dialect.saying(word)))) for word in words)
