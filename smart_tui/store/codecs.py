"""How one value of the file becomes one of the model and back; what does not fit is named and left out."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Any, NamedTuple, Protocol

from msgspec import Struct

from smart_tui.store.codes import Misread
from smart_tui.store.scan import Path
from smart_tui.store.values import clean

LARGEST = 10**15
"""Numbers stay below this, on both sides of zero."""


class Finding(NamedTuple):
    """Something that could not be read, at a path below what was being read."""

    path: Path
    code: Misread
    detail: str = ""


class Codec(Protocol):
    """Reads a TOML value, telling what does not fit (then None); writes a model value."""

    def read(self, raw: Any, found: list[Finding]) -> Any:
        """Give the model's value, None where there is none."""
        ...

    def write(self, value: Any) -> Any:
        """Give the TOML value."""
        ...


class UnfitError(ValueError):
    """The value is of a wrong type or out of range."""

    def __init__(self, code: Misread, value: Any = None) -> None:
        super().__init__(code)
        self.code = code
        self.value = value
        """What may be used nevertheless."""


class Plain(Struct, frozen=True):
    """A single value."""

    reading: Callable[[Any], Any]
    writing: Callable[[Any], Any]

    def read(self, raw: Any, found: list[Finding]) -> Any:
        """Give the value."""
        try:
            return self.reading(raw)
        except UnfitError as unfit:
            found.append(Finding((), unfit.code, shown(raw)))
            return unfit.value

    def write(self, value: Any) -> Any:
        """Give the TOML value."""
        return self.writing(value)


class Each(Struct, frozen=True):
    """A list; an item that does not fit is left out."""

    item: Codec
    at_once: Callable[[list[Any]], tuple[Any, ...] | None] | None = None
    """Reads a list in which everything fits, to the same end and sooner; gives None where something does not."""

    def read(self, raw: Any, found: list[Finding]) -> Any:
        """Give the readable items as a tuple."""
        if not isinstance(raw, list):
            found.append(Finding((), Misread.NOT_A_LIST, shown(raw)))
            return None
        if self.at_once and (whole := self.at_once(raw)) is not None:
            return whole
        read = []
        for place, value in enumerate(raw):
            fit = read_at(place, self.item, value, found)
            if fit is not None:
                read.append(fit)
        return tuple(read)

    def write(self, value: Any) -> Any:
        """Give the TOML array."""
        return [self.item.write(item) for item in value]

    def places(self, raw: list[Any]) -> list[int]:
        """Give the places of the readable items."""
        return [place for place, value in enumerate(raw) if self.item.read(value, []) is not None]


class Field(Struct, frozen=True):
    """A key of a table and the attribute that it fills."""

    key: str
    codec: Codec
    attribute: str = ""
    needed: bool = False
    default: Any = None
    """Left out of a new goal where the value is this."""

    @property
    def name(self) -> str:
        """The attribute's name."""
        return self.attribute or self.key


class Record(Struct, frozen=True, dict=True):
    """A table; None without the fields that it needs."""

    make: Callable[..., Any]
    fields: tuple[Field, ...]

    @cached_property
    def _known(self) -> dict[str, tuple[str, Callable[[Any], Any] | None, Codec]]:
        """By key: the attribute, how a single value is read, and how anything is."""
        return {
            field.key: (field.name, field.codec.reading if type(field.codec) is Plain else None, field.codec)
            for field in self.fields
        }

    @cached_property
    def _needed(self) -> frozenset[str]:
        return frozenset(field.name for field in self.fields if field.needed)

    def read(self, raw: Any, found: list[Finding]) -> Any:
        """Give the value made of the fields that fit."""
        if not isinstance(raw, dict):
            found.append(Finding((), Misread.NOT_A_TABLE, shown(raw)))
            return None
        values = self.values(raw, found)
        if self._needed <= values.keys():
            return self.make(**values)
        lacking = [field.key for field in self.fields if field.needed and field.name not in values]
        found += (Finding((key,), Misread.MISSING) for key in lacking if raw.get(key, "") == "")
        return None

    def values(self, raw: dict[str, Any], found: list[Finding]) -> dict[str, Any]:
        """Give the fields that fit, by attribute."""
        values: dict[str, Any] = {}
        known = self._known
        for key, value in raw.items():
            if key not in known:
                continue
            # Most of a file are single values that fit: they take the shortest way, and thousands feel it.
            name, reading, codec = known[key]
            try:
                fit = reading(value) if reading else read_at(key, codec, value, found)
            except UnfitError:
                fit = read_at(key, codec, value, found)
            if fit is not None:
                values[name] = fit
        return values

    def write(self, value: Any) -> Any:
        """Give the TOML table, without the fields that hold their default."""
        given = ((field, getattr(value, field.name)) for field in self.fields)
        return {
            field.key: field.codec.write(it) for field, it in given if it not in {None, "", field.default}
        }

    def field(self, name: str) -> Field:
        """Give the field that fills an attribute."""
        return next(field for field in self.fields if field.name == name)


def read_at(step: str | int, codec: Codec, raw: Any, found: list[Finding]) -> Any:
    """Read a value that lies one step further down; its findings say so."""
    before = len(found)
    value = codec.read(raw, found)
    if len(found) > before:
        _below(step, found, before)
    return value


def _below(step: str | int, found: list[Finding], before: int) -> None:
    found[before:] = [Finding((step, *path), code, detail) for path, code, detail in found[before:]]


def shown(raw: Any) -> str:
    """Give a wrong value as a short text."""
    text = raw if isinstance(raw, str) else _unquoted(raw)
    return clean(text)[:60]


def _unquoted(raw: Any) -> str:
    if isinstance(raw, bool):
        return str(raw).lower()
    if isinstance(raw, (date, Decimal)) or (isinstance(raw, int) and abs(raw) < LARGEST):
        return str(raw)
    return ""
