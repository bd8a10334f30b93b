"""The merge driver of git: three files in, the result into the second, an exit code that git understands."""

from contextlib import suppress
from pathlib import Path

import click

from smart_tui.cli.session import Session
from smart_tui.cli.trouble import CLASHES_KEPT, Exit, Trouble
from smart_tui.store import disk
from smart_tui.store.disk import MovedError, Seen
from smart_tui.store.errors import CannotRead, StoreError
from smart_tui.store.merge import Merged, merge
from smart_tui.store.offers import differences
from smart_tui.words.clean import clean
from smart_tui.words.merging import difference_text
from smart_tui.words.problems import problem_text, refusal_text


def merge_for_git(session: Session, base: str, ours: str, theirs: str) -> int:
    """Merge; raises Trouble, and then our file is as it was."""
    target = Path(ours)
    old = _base(session, base)
    mine, yours = _seen(session, target), _seen(session, Path(theirs))
    merged = _merged(session, old, mine.data or b"", yours.data or b"")
    if merged.data != mine.data:
        _write(session, target, merged.data, mine)
    lang = session.language
    clashes = differences(merged.clashes, merged.reading.file)
    for clash in clashes:
        click.echo(lang.say("Both kept: {text}", text=difference_text(lang, clash)), err=True)
    if not clashes:
        return Exit.DONE
    click.echo(
        lang.say("Where both said different things, ours stands; theirs is the comment # MERGE beside it."),
        err=True,
    )
    return CLASHES_KEPT


def _base(session: Session, name: str) -> bytes | None:
    """Read the common ancestor; a file that is not there, or not one, says that there is none."""
    path = Path(name)
    with suppress(OSError, ValueError):
        if not path.exists() or path.is_char_device():
            return None
    return _seen(session, path).data


def _seen(session: Session, path: Path) -> Seen:
    try:
        seen = disk.look(path)
    except CannotRead as error:
        raise _failed(session, path, problem_text(session.language, error.problems[0])) from error
    if seen.data is None:
        raise _failed(session, path, session.language.say("there is no such file"))
    return seen


def _merged(session: Session, base: bytes | None, ours: bytes, theirs: bytes) -> Merged:
    try:
        return merge(base, ours, theirs)
    except CannotRead as error:
        said = problem_text(session.language, error.problems[0])
    except StoreError as error:
        said = " ".join(refusal_text(session.language, error.code, error.values))
    raise _failed(session, None, said)


def _write(session: Session, target: Path, data: bytes, seen: Seen) -> None:
    try:
        with disk.refusals():
            disk.replace(disk.target_of(target), data, seen)
    except StoreError as error:
        raise _failed(session, target, refusal_text(session.language, error.code, error.values)[0]) from error
    except MovedError as error:
        said = session.language.say("another program wrote it meanwhile")
        raise _failed(session, target, said) from error


def _failed(session: Session, path: Path | None, said: str) -> Trouble:
    say = session.language.say
    wrong = f"{clean(str(path))}: {said}" if path is not None else said
    return Trouble(
        Exit.MERGE_FAILED,
        say("Not merged: {problem}", problem=wrong),
        say("Nothing was changed."),
    )
