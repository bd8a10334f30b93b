"""The calls to the system that the store makes: watched, or made to fail, in this process."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any

from smart_tui.store import exchange

NAMES = (
    "access",
    "close",
    "fchmod",
    "fchown",
    "fstat",
    "fsync",
    "ftruncate",
    "link",
    "lseek",
    "lstat",
    "mkdir",
    "open",
    "read",
    "readlink",
    "rename",
    "replace",
    "rmdir",
    "scandir",
    "stat",
    "statvfs",
    "unlink",
    "write",
)

Call = Callable[..., Any]
Around = Callable[[str, Call, tuple[Any, ...], dict[str, Any]], Any]


@contextmanager
def around(do: Around) -> Iterator[None]:
    """Lead every call through `do(name, call, values, options)`."""
    import fcntl

    places: list[tuple[Any, str]] = [(os, name) for name in NAMES if hasattr(os, name)]
    places.append((exchange, "renameat2"))
    if sys.platform != "win32":
        places.append((fcntl, "flock"))
    before = [(module, name, getattr(module, name)) for module, name in places]
    for module, name, call in before:
        setattr(module, name, _led(name, call, do))
    try:
        yield
    finally:
        for module, name, call in before:
            setattr(module, name, call)


def _led(name: str, call: Call, do: Around) -> Call:
    return lambda *values, **options: do(name, call, values, options)


class Failing:
    """Lets the k-th call fail, once."""

    def __init__(self, place: int, error: int) -> None:
        self.place, self.error, self.calls = place, error, 0
        self.failed = ""
        """The call that failed."""

    def __call__(self, name: str, call: Call, values: tuple[Any, ...], options: dict[str, Any]) -> Any:
        """Make the call, or not."""
        self.calls += 1
        if self.calls != self.place:
            return call(*values, **options)
        self.failed = name
        if name == "close":
            # The system closes it all the same.
            with suppress(OSError):
                call(*values, **options)
        raise OSError(self.error, os.strerror(self.error))


class Short:
    """Lets every write take only a few bytes."""

    def __init__(self, most: int) -> None:
        self.most = most

    def __call__(self, name: str, call: Call, values: tuple[Any, ...], options: dict[str, Any]) -> Any:
        """Make the call, a write in part."""
        if name == "write":
            descriptor, data = values
            return call(descriptor, bytes(data[: self.most]))
        return call(*values, **options)
