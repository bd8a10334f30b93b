"""What a browser needs and not everybody has: the extra `web`."""

import sys
from collections.abc import Sequence
from importlib.util import find_spec

from smart_tui.words.language import Language

PACKAGES = {"aiohttp": "textual-serve", "textual_serve": "textual-serve", "segno": "segno"}
"""What is imported, and the package that brings it."""


def missing_packages(needed: Sequence[str]) -> tuple[str, ...]:
    """Name the packages that have to be installed first."""
    return tuple(dict.fromkeys(PACKAGES[name] for name in needed if find_spec(name) is None))


def install_text(lang: Language, packages: Sequence[str]) -> tuple[str, str]:
    """Say what is wrong, and the command that mends it here."""
    command = f"{sys.executable} -m pip install {' '.join(packages)}"
    return (
        lang.say("What the browser needs is not installed."),
        lang.say("This installs it: {command}", command=command),
    )
