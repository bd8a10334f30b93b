"""A person's settings: one small TOML file for all goal files, read where something depends on it."""

from collections import Counter
from pathlib import Path

from msgspec import Struct

from smart_tui.goals.model import Problem
from smart_tui.goals.terms import Dialect
from smart_tui.store import disk
from smart_tui.store.codes import Misread, Refusal
from smart_tui.store.document import Document, parsed
from smart_tui.store.errors import CannotRead, CannotSave
from smart_tui.store.scan import comments

SMART = "smart"
"""Which words A and R stand for."""
TRIES = 5


class Settings(Struct, frozen=True):
    """What was set; what was not, or cannot be read, is as it is by itself."""

    dialect: Dialect = Dialect.RELEVANT
    problem: Problem | None = None
    """What in the file is wrong."""


class SettingsFile:
    """The file, which is made when the first thing is set. Keys that we do not know are kept."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def read(self) -> Settings:
        """Read it; whatever is wrong with it is said, and stops nothing."""
        try:
            data = disk.look(self.path).data
            said = Document.of(data).raw.get(SMART) if data else None
        except CannotRead as error:
            return Settings(problem=error.problems[0])
        if said is None:
            return Settings()
        dialect = Dialect.named(said) if isinstance(said, str) else None
        if dialect is None:
            return Settings(problem=Problem(Misread.UNKNOWN_WORD, field=SMART, detail=str(said)))
        return Settings(dialect)

    def choose(self, dialect: Dialect) -> None:
        """Set which SMART is meant, the rest of the file as it is; raises CannotRead, CannotSave."""
        with disk.refusals():
            target = disk.target_of(self.path)
            disk.make_folder(target.parent)
            disk.clear_temps(target)
            for _ in range(TRIES):
                seen = disk.look(target)
                data = _with(seen.data or b"", SMART, dialect.value)
                if data == seen.data:
                    return
                disk.check_writable(target)
                try:
                    disk.replace(target, data, seen)
                except disk.MovedError:
                    continue
                return
        raise CannotSave(Refusal.CHANGED)


def _with(data: bytes, key: str, value: str) -> bytes:
    """Give the file's bytes with one key set and nothing else changed; raises CannotRead, CannotSave."""
    import tomlkit
    from tomlkit.exceptions import TOMLKitError

    before = Document.of(data)
    try:
        document = tomlkit.parse(before.text)
        document[key] = value
        text = tomlkit.dumps(document)
    except (TOMLKitError, LookupError, TypeError, ValueError, AttributeError) as error:
        raise CannotSave(Refusal.VERIFY_FAILED) from error
    if parsed(text) != {**before.raw, key: value} or Counter(comments(before.text)) - Counter(comments(text)):
        raise CannotSave(Refusal.VERIFY_FAILED)
    return before.data(text)
