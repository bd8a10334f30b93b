"""What goes wrong on the command line: one line what is wrong, one line what to do, and an exit code."""

from enum import IntEnum
from typing import IO, Any

import click


class Exit(IntEnum):
    """Exit codes; a signal's is 128 + its number."""

    DONE = 0
    OVERDUE = 1
    WRONG_USAGE = 2
    NO_SUCH_GOAL = 3
    CANNOT_READ = 4
    CANNOT_SAVE = 5


class Trouble(click.ClickException):
    """Ends a command with words on standard error; never a traceback."""

    def __init__(self, code: Exit, wrong: str, remedy: str = "") -> None:
        super().__init__(wrong)
        self.exit_code: int = code
        self._remedy = remedy

    def show(self, file: IO[Any] | None = None) -> None:
        """Print both lines."""
        click.echo(self.message, file=file, err=file is None)
        if self._remedy:
            click.echo(self._remedy, file=file, err=file is None)
