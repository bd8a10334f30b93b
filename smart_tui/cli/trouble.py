"""What goes wrong on the command line: one line what is wrong, one line what to do, and an exit code."""

import gettext
from collections.abc import Iterator
from enum import IntEnum

import click

from smart_tui.words.clean import clean


class Exit(IntEnum):
    """Exit codes; a signal's is 128 + its number."""

    DONE = 0
    OVERDUE = 1
    WRONG_USAGE = 2
    NO_SUCH_GOAL = 3
    CANNOT_READ = 4
    CANNOT_SAVE = 5
    MERGE_FAILED = 129
    INTERRUPTED = 130


CLASHES_KEPT = 1
"""What `merge` exits with where both of two values were kept; git then knows that there is something to look at."""


class Trouble(click.ClickException):
    """Ends a command with words on standard error; never a traceback."""

    def __init__(self, code: Exit, wrong: str, remedy: str = "") -> None:
        super().__init__(wrong)
        self.code = code
        self.remedy = remedy


def complain(error: click.ClickException) -> None:
    """Say what is wrong and what to do, a line each; what was typed comes back without control characters."""
    for line in _lines(error):
        click.echo(clean(" ".join(line.split())), err=True)


def _lines(error: click.ClickException) -> Iterator[str]:
    yield error.format_message()
    if isinstance(error, Trouble) and error.remedy:
        yield error.remedy
    elif isinstance(error, click.UsageError) and error.ctx is not None:
        hint = gettext.gettext("Try '{command} {option}' for help.")
        yield hint.format(command=error.ctx.command_path, option="--help")
