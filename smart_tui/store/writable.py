"""Whether a save would be refused, as far as can be told without one."""

import os
from pathlib import Path

from smart_tui.goals.hindrance import Hinders


def unwritable(target: Path) -> Hinders | None:
    """Say what keeps this file from being replaced, None when nothing is known to."""
    folder = next(folder for folder in target.parents if folder.is_dir())
    if os.access(folder, os.W_OK | os.X_OK) and (not target.exists() or os.access(target, os.W_OK)):
        return None
    return Hinders.READ_ONLY if _only_read(folder) else Hinders.NO_PERMISSION


def _only_read(folder: Path) -> bool:
    return hasattr(os, "statvfs") and bool(os.statvfs(folder).f_flag & os.ST_RDONLY)
