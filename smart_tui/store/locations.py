"""Where things live: the goal file, drafts, state and settings. Nothing is made here."""

import os
from collections.abc import Mapping
from datetime import date
from pathlib import Path

APP = "smart-tui"
FILE_NAME = "goals.toml"
SETTINGS_NAME = "settings.toml"


def goal_file(explicit: str | None, env: Mapping[str, str]) -> Path:
    """Give the goal file: as asked for, else `SMART_TUI_FILE`, else in the data folder."""
    named = explicit or env.get("SMART_TUI_FILE")
    return _path(named) if named else data_folder(env) / FILE_NAME


def workshop_file(env: Mapping[str, str], today: date) -> Path:
    """Give the goal file of a workshop that names none: one for each day."""
    return data_folder(env) / "workshops" / f"{today.isoformat()}.toml"


def data_folder(env: Mapping[str, str]) -> Path:
    """Give the folder of the goal file: `SMART_TUI_HOME`, else the user's data folder."""
    if home := _home(env):
        return home
    from platformdirs import user_data_path

    return user_data_path(APP, appauthor=False)


def drafts_folder(env: Mapping[str, str], goals: Path) -> Path:
    """Give the folder of the drafts that were begun beside a goal file: one file's are never offered in another."""
    home = _home(env) or state_folder(env)
    return home / "drafts" / _mark_of(goals)


def memory_folder(env: Mapping[str, str], goals: Path) -> Path:
    """Give the folder of a goal file's past, outside of any folder that is synced."""
    return state_folder(env) / "files" / _mark_of(goals)


def state_folder(env: Mapping[str, str]) -> Path:
    """Give the folder of what the program remembers for itself."""
    if home := _home(env):
        return home / "state"
    from platformdirs import user_state_path

    return user_state_path(APP, appauthor=False)


def config_folder(env: Mapping[str, str]) -> Path:
    """Give the folder of the settings."""
    if home := _home(env):
        return home / "config"
    from platformdirs import user_config_path

    return user_config_path(APP, appauthor=False)


def settings_file(env: Mapping[str, str]) -> Path:
    """Give the file of the settings."""
    return config_folder(env) / SETTINGS_NAME


def _mark_of(goals: Path) -> str:
    """Give a name to a goal file's own folder: short, and another one for another file."""
    from zlib import crc32

    return f"{crc32(str(goals.resolve()).encode('utf-8', 'surrogateescape')):08x}"


def _home(env: Mapping[str, str]) -> Path | None:
    home = env.get("SMART_TUI_HOME")
    return _path(home) if home else None


def _path(typed: str) -> Path:
    """Give the path that was typed; where nobody is called so, `~name` is a name like any other."""
    return Path(os.path.expanduser(typed))  # noqa: PTH111 - Path.expanduser fails where a shell does not
