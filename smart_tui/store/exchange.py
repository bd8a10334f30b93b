"""Renaming that overwrites nothing unseen: two names change places, or a name is taken only while it is free.

Python has no call for it, so the system's own is asked; where there is none, the caller renames as everywhere.
"""

import errno
import os
import sys
from functools import cache
from pathlib import Path
from typing import Any

ONLY_NEW, BOTH = 1, 2
_HERE = -100
_UNKNOWN = {errno.EINVAL, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EPERM}
"""What a disk answers, or a guarded machine, that does not know the call."""


def exchange(one: Path, other: Path) -> bool:
    """Let two files change places at once; False where that is not possible, raises OSError."""
    return renameat2(one, other, BOTH)


def place(file: Path, free: Path) -> bool:
    """Rename a file to a name that is free; False where that is not possible, raises FileExistsError, OSError."""
    return renameat2(file, free, ONLY_NEW)


def renameat2(old: Path, new: Path, how: int) -> bool:
    """Ask the system."""
    call = _call()
    if call is None:
        return False
    if not call(_HERE, os.fsencode(old), _HERE, os.fsencode(new), how):
        return True
    import ctypes

    code = ctypes.get_errno()
    if code in _UNKNOWN:
        return False
    raise OSError(code, os.strerror(code), str(old), None, str(new))


@cache
def _call() -> Any:
    if sys.platform != "linux":  # pragma: no cover
        return None
    import ctypes

    return getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
