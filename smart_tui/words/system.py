"""What the operating system refuses, in the person's words: it speaks its own language, whatever was asked for."""

import errno
import os
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from smart_tui.words.language import Language, msgid

REASONS: Mapping[int, str] = MappingProxyType(
    {
        errno.ENOENT: msgid("there is nothing of this name"),
        errno.EACCES: msgid("you have no right to do this here"),
        errno.EPERM: msgid("the system does not allow it"),
        errno.EEXIST: msgid("there is something of this name already"),
        errno.EISDIR: msgid("this is a folder"),
        errno.ENOTDIR: msgid("a part of the path is no folder"),
        errno.ENOSPC: msgid("the disk is full"),
        errno.EROFS: msgid("the disk can only be read"),
        errno.EIO: msgid("the disk reports an error"),
        errno.EBUSY: msgid("it is in use"),
        errno.ENAMETOOLONG: msgid("the name is too long"),
        errno.ELOOP: msgid("its links lead in a circle"),
        errno.ENOEXEC: msgid("it is no program"),
        errno.EADDRINUSE: msgid("another program uses it"),
        errno.EADDRNOTAVAIL: msgid("this machine has no such address"),
    }
)


def system_reason(lang: Language, said: str | None) -> str:
    """Say again what the system said (an error's `strerror`); what nobody foresaw stays as it is."""
    if not said:
        return lang.say("unknown error")
    return lang.say(_known()[said]) if said in _known() else said


@cache
def _known() -> Mapping[str, str]:
    return {os.strerror(code): words for code, words in REASONS.items()}
