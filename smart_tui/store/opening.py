"""The goal file with its past: the store as every command and the app open it."""

import time
from collections.abc import Mapping
from pathlib import Path

from smart_tui.store.locations import memory_folder
from smart_tui.store.memory import Memory
from smart_tui.store.store import Store


def open_store(path: Path, env: Mapping[str, str], past: Path | None = None) -> Store:
    """Give the store of a file; nothing is made before something is saved.

    Its past is kept in the person's state folder, unless another one is named.
    """
    return Store(path, memory=Memory(past or memory_folder(env, path), time.time))
