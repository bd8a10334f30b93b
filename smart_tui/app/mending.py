"""The goal file in the person's own editor, from inside the program."""

import os
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

from textual.app import SuspendNotSupported

from smart_tui.goals.model import Problem
from smart_tui.store.editor import command, editor, run
from smart_tui.words.clean import clean
from smart_tui.words.language import Language
from smart_tui.words.system import system_reason


def edit(
    lang: Language, path: Path, problem: Problem | None, suspend: Callable[[], AbstractContextManager[None]]
) -> str:
    """Let the person edit the file; gives what there is to say about it, nothing when all went well."""
    line, column = (problem.line, problem.column) if problem else (None, None)
    place = lang.say("line {line} of {path}", path=clean(str(path)), line=line or 1)
    chosen = editor(os.environ, any_present=True)
    if not chosen:
        return lang.say(
            "No editor was found; name one in VISUAL or EDITOR. The mistake is on {place}", place=place
        )
    name = clean(chosen[0])
    told = lang.say("{editor} is open. Close it to go on here.", editor=name)
    try:
        with suspend():
            # Seen only while an editor with a window of its own is open.
            sys.stdout.write(f"{told}\n")
            sys.stdout.flush()
            left = run(command(chosen, path, line, column))
    except SuspendNotSupported:
        return lang.say("No editor can be opened from here; the mistake is on {place}", place=place)
    except OSError as error:
        wrong = lang.say(
            "{editor} could not be started: {reason}", editor=name, reason=system_reason(lang, error.strerror)
        )
        return f"{wrong} · {place}"
    return lang.say("{editor} ended with {code}.", editor=name, code=left) if left else ""
