"""What the person has set, as far as commands need it."""

import os
from typing import TYPE_CHECKING

from smart_tui.words.language import best_of, system_language

if TYPE_CHECKING:
    from smart_tui.goals.settings import Settings


def own_settings() -> "Settings | None":
    """Read what the person has set; where nothing ever was, next to nothing is loaded to find that out."""
    from smart_tui.store.locations import settings_file

    path = settings_file(os.environ)
    if not path.is_file():
        return None
    from smart_tui.store.settings import SettingsFile

    return SettingsFile(path).read()


def wished_language(asked: str | None, own: "Settings | None") -> str:
    """Give the language that was asked for, else SMART_TUI_LANG, else the one that was set, else the locale's."""
    env = os.environ
    set_before = own.language if own else None
    return best_of((asked, env.get("SMART_TUI_LANG") or set_before, system_language(env)))


def draws_plainly() -> bool:
    """Whether what is drawn and printed bears plain signs: as was set, else as the terminal wants."""
    from smart_tui.widgets.glyphs import plain_wanted

    by_itself, own = plain_wanted(os.environ), own_settings()
    return own.draws_plainly(by_itself=by_itself) if own else by_itself
