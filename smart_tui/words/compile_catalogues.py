"""Build hook: compiles each catalogue (.po) to the form that gettext reads (.mo)."""

from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileCatalogues(BuildHookInterface):  # type: ignore[type-arg]  # hatchling leaves its config type open
    """Runs before every build, an editable install included."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002  # hatchling's signature
        """Write a .mo beside every .po."""
        for source in Path(self.root, "smart_tui", "words", "locale").rglob("*.po"):
            catalogue = read_po(source.open("rb"))
            with source.with_suffix(".mo").open("wb") as compiled:
                write_mo(compiled, catalogue)
