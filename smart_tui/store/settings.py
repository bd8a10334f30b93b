"""A person's settings: one small TOML file for all goal files, read where something depends on it."""

from collections import Counter
from collections.abc import Callable, Mapping
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType
from typing import Any

from smart_tui.goals.model import Problem
from smart_tui.goals.settings import Glyphs, Settings
from smart_tui.goals.terms import DateStyle, Dialect
from smart_tui.store import disk
from smart_tui.store.codes import Misread, Refusal
from smart_tui.store.document import Document, parsed
from smart_tui.store.errors import CannotRead, CannotSave
from smart_tui.store.scan import comments

TRIES = 5
KEYS = "keys"
"""The table of keys: what is done, and the key or keys that do it."""
Value = str | bool


class SettingsFile:
    """The file, which is made when the first thing is set. Keys that we do not know are kept."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def read(self) -> Settings:
        """Read it; whatever is wrong with it is said, and stops nothing."""
        try:
            data = disk.look(self.path).data
            raw = Document.of(data).raw if data else {}
        except CannotRead as error:
            return Settings(problems=error.problems[:1])
        values: dict[str, Any] = {}
        problems = []
        for name, (attribute, read) in _READERS.items():
            if (said := raw.get(name)) is None:
                continue
            if (value := read(said)) is not None:
                values[attribute] = value
            else:
                problems.append(Problem(Misread.UNKNOWN_WORD, field=name, detail=str(said)))
        table = raw.get(KEYS, {})
        if isinstance(table, dict):
            keys = {name: read_keys for name, said in table.items() if (read_keys := _keys(said)) is not None}
            problems += [_wrong_key(name, table[name]) for name in table.keys() - keys.keys()]
            values[KEYS] = MappingProxyType(keys)
        else:
            problems.append(Problem(Misread.UNKNOWN_WORD, field=KEYS, detail=str(table)))
        return Settings(**values, problems=tuple(problems))

    def choose(self, dialect: Dialect) -> None:
        """Set which SMART is meant; raises CannotRead, CannotSave."""
        self.put({"smart": dialect.value})

    def put(self, values: Mapping[str, Value | None]) -> None:
        """Set these (None: as it is by itself), the rest of the file as it is; raises CannotRead, CannotSave."""
        self._write([((name,), value) for name, value in values.items()])

    def put_keys(self, keys: Mapping[str, str | None]) -> None:
        """Set the keys of these things (None: as they are by themselves); raises CannotRead, CannotSave."""
        self._write([((KEYS, name), value) for name, value in keys.items()])

    def _write(self, changes: "list[_Change]") -> None:
        with disk.refusals():
            target = disk.target_of(self.path)
            disk.make_folder(target.parent)
            disk.clear_temps(target)
            for _ in range(TRIES):
                seen = disk.look(target)
                data = _with(seen.data or b"", changes)
                if data == (seen.data or b""):
                    return
                disk.check_writable(target)
                try:
                    disk.replace(target, data, seen)
                except disk.MovedError:
                    continue
                return
        raise CannotSave(Refusal.CHANGED)


_Change = tuple[tuple[str, ...], Value | None]


def _with(data: bytes, changes: "list[_Change]") -> bytes:
    """Give the file's bytes with these changes and no others; raises CannotRead, CannotSave."""
    import tomlkit
    from tomlkit.exceptions import TOMLKitError

    before = Document.of(data)
    wanted = {name: dict(said) if isinstance(said, dict) else said for name, said in before.raw.items()}
    try:
        document = tomlkit.parse(before.text)
        for path, value in changes:
            _put(wanted, path, value, dict)
            _put(document, path, value, tomlkit.table)
        text = tomlkit.dumps(document)
    except (TOMLKitError, LookupError, TypeError, ValueError, AttributeError) as error:
        raise CannotSave(Refusal.VERIFY_FAILED) from error
    if parsed(text) != wanted or Counter(comments(before.text)) - Counter(comments(text)):
        raise CannotSave(Refusal.VERIFY_FAILED)
    return before.data(text)


def _put(table: Any, path: tuple[str, ...], value: Value | None, new: Callable[[], Any]) -> None:
    *outer, name = path
    for step in outer:
        if step not in table:
            if value is None:
                return
            table[step] = new()
        table = table[step]
    if value is not None:
        table[name] = value
    elif name in table:
        del table[name]


def _text(said: object) -> str | None:
    return said.strip() if isinstance(said, str) and said.strip() else None


def _flag(said: object) -> bool | None:
    return said if isinstance(said, bool) else None


def _one_of(choices: type[StrEnum]) -> Callable[[object], StrEnum | None]:
    def read(said: object) -> StrEnum | None:
        return choices(said) if isinstance(said, str) and said in [*choices] else None

    return read


def _dialect(said: object) -> Dialect | None:
    return Dialect.named(said) if isinstance(said, str) else None


def _keys(said: object) -> str | None:
    """Read "x", "x, ctrl+s" or ["x", "ctrl+s"]."""
    parts = said.split(",") if isinstance(said, str) else said
    if not isinstance(parts, list) or not all(isinstance(part, str) and part.strip() for part in parts):
        return None
    return ",".join(part.strip() for part in parts)


def _wrong_key(name: str, said: object) -> Problem:
    return Problem(Misread.UNKNOWN_WORD, field=f"{KEYS}.{name}", detail=str(said))


_READERS: Mapping[str, tuple[str, Callable[[object], object]]] = MappingProxyType(
    {
        "smart": ("dialect", _dialect),
        "language": ("language", _text),
        "theme": ("theme", _text),
        "dates": ("dates", _one_of(DateStyle)),
        "glyphs": ("glyphs", _one_of(Glyphs)),
        "animations": ("animations", _flag),
    }
)
"""By the file's word: the attribute, and how it is read."""
