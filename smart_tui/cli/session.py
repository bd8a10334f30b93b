"""What one run of the command line knows: the file, the language, the day."""

import os
import sys
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import click
from msgspec import Struct

from smart_tui.cli.own_settings import own_settings, wished_language
from smart_tui.cli.trouble import Exit, Trouble
from smart_tui.goals.model import Goal, GoalFile, Problem
from smart_tui.goals.names import matches
from smart_tui.goals.standing import Standing, Standings
from smart_tui.goals.terms import Dialect
from smart_tui.words.clean import clean, clean_title
from smart_tui.words.language import Language, language

if TYPE_CHECKING:
    from smart_tui.goals.settings import Settings
    from smart_tui.store.memory import Memory
    from smart_tui.store.operations import Operation
    from smart_tui.store.pending import Entry
    from smart_tui.store.settings import SettingsFile
    from smart_tui.store.store import Store


WARNINGS = 3
"""So many are printed; the rest is counted."""
FOR_A_BROWSER = ("TEXTUAL_DRIVER", "textual.drivers.web_driver:WebDriver")
"""What `serve` says in the environment of a program that draws for it."""
CANDIDATES = 8
"""So many goals are named that a name can mean."""


def is_terminal(stream: TextIO | None) -> bool:
    """Whether a stream leads to a terminal; one that was closed leads nowhere."""
    return stream is not None and stream.isatty()


def fresh_id(title: str, taken: Collection[str]) -> str:
    """Give a new goal its id."""
    import secrets

    from smart_tui.store.ids import new_id

    return new_id(title, taken, lambda: secrets.token_hex(2))


def several_goals(lang: Language, wanted: str, found: Sequence[Goal]) -> Trouble:
    """Say that a name can mean several goals, and which."""
    named = [_named(goal) for goal in found[:CANDIDATES]] + ["…"] * (len(found) > CANDIDATES)
    wrong = lang.say(
        "“{name}” can mean more than one goal: {goals}", name=clean_title(wanted), goals=", ".join(named)
    )
    remedy = (
        lang.say("Rename one in the file; smart-tui validate says where.")
        if len({goal.id for goal in found}) == 1
        else lang.say("Use the id in brackets.")
    )
    return Trouble(Exit.NO_SUCH_GOAL, wrong, remedy)


class Session(Struct, dict=True):
    """The options before the command, and what follows from them."""

    file: str | None
    lang: str | None
    day: date | None
    plain: bool
    past: Path | None = None
    """Where the file's past is kept, if not in the person's own state folder."""
    warned: bool = False
    """Whether what is wrong with the settings was said."""

    @cached_property
    def language(self) -> Language:
        """The language that was asked for, else the locale's."""
        own = self._own
        code = wished_language(self.lang, own)
        return language(code, own.dates) if own else language(code)

    @cached_property
    def today(self) -> date:
        """The day that was asked for, else the machine's local date, asked once."""
        return self.clock()

    def clock(self) -> date:
        """Give the day for a program that runs past midnight."""
        return self.day or date.today()  # noqa: DTZ011, TID251  # the one place that asks the clock

    @cached_property
    def store(self) -> "Store":
        """The goal file."""
        from smart_tui.store.locations import goal_file
        from smart_tui.store.opening import open_store

        return open_store(goal_file(self.file, os.environ), os.environ, self.past)

    @cached_property
    def settings(self) -> "SettingsFile":
        """The person's settings, not read yet."""
        from smart_tui.store.locations import settings_file
        from smart_tui.store.settings import SettingsFile

        return SettingsFile(settings_file(os.environ))

    @cached_property
    def dialect(self) -> Dialect:
        """Which words A and R stand for; what is wrong with the settings is said."""
        self._warn_of_settings()
        return self._own.dialect if self._own else Dialect.RELEVANT

    @cached_property
    def _own(self) -> "Settings | None":
        """What the person has set, read once."""
        return own_settings()

    @property
    def memory(self) -> "Memory":
        """What the program remembers about the goal file."""
        assert self.store.memory is not None
        return self.store.memory

    @property
    def in_terminal(self) -> bool:
        """Whether somebody sits there who can be asked."""
        return is_terminal(sys.stdin) and is_terminal(sys.stdout)

    @property
    def on_screen(self) -> bool:
        """Whether there is something to draw on: a terminal, or a browser behind `serve`."""
        in_terminal = self.in_terminal and os.environ.get("TERM") != "dumb"
        return not self.plain and (in_terminal or self.in_browser)

    @property
    def in_browser(self) -> bool:
        """Whether `serve` hands on what is drawn."""
        variable, driver = FOR_A_BROWSER
        return os.environ.get(variable) == driver

    def read(self) -> GoalFile:
        """Read the goals; fields that cannot be read are warned about, and do not stop anything.

        Raises:
            Trouble: the file cannot be read.

        """
        with self.saying():
            file = self.store.read().file
        if file.problems:
            self._warn(file.problems)
        self._warn_of_settings()
        return file

    def save(self, operation: "Operation") -> GoalFile:
        """Save one change; when it returns, it is on the disk.

        Raises:
            Trouble: nothing was saved.

        """
        with self.saying():
            from smart_tui.store.codes import Refusal
            from smart_tui.store.errors import CannotSave

            try:
                snapshot = self.store.apply(operation)
            except CannotSave as error:
                if error.code != Refusal.OLDER_VERSION or not self._upgraded():
                    raise
                snapshot = self.store.apply(operation)
        if snapshot.notices:
            from smart_tui.words.problems import notices_text

            click.echo(notices_text(self.language, snapshot.notices), err=True)
        return snapshot.file

    def put_in_late(self) -> None:
        """Add the numbers that could not be saved when they were typed, if any wait."""
        if self.memory.waits:
            from smart_tui.cli.keeping import put_in_late

            put_in_late(self)

    @contextmanager
    def keeping(self, entry: Callable[[], "Entry"]) -> Iterator[None]:
        """Keep a number that is refused for a reason that will pass; it goes in later."""
        try:
            yield
        except Trouble as trouble:
            from smart_tui.cli.keeping import kept

            raise kept(self, trouble, entry) from trouble.__cause__

    def find(self, everything: Standings, wanted: str) -> Standing:
        """Find the goal that a name means.

        Raises:
            Trouble: there is none, or more than one.

        """
        found = matches(everything, wanted)
        if len(found) == 1:
            return found[0]
        say = self.language.say
        if not found:
            wrong = say("No goal is called “{name}”.", name=clean_title(wanted))
            raise Trouble(Exit.NO_SUCH_GOAL, wrong, say("smart-tui list shows the goals that there are."))
        if self.in_terminal:
            return self._choose(found)
        raise several_goals(self.language, wanted, [standing.goal for standing in found])

    def _upgraded(self) -> bool:
        """Whether somebody was asked and agreed, and the file is of our version now; it was copied first."""
        if not self.in_terminal:
            return False
        from smart_tui.cli.agreeing import says_yes
        from smart_tui.store.upgrade import Upgrade

        say = self.language.say
        question = say("The file is of an older version. Upgrade it? A backup is kept. (yes or no)")
        if not says_yes(self, question):
            return False
        self.store.apply(Upgrade())
        click.echo(say("The file is upgraded; smart-tui backups names the copy of it as it was."))
        return True

    @contextmanager
    def saying(self) -> Iterator[None]:
        """Turn the store's errors into words and exit codes."""
        from smart_tui.store.errors import CannotRead, CannotSave, StoreError

        try:
            yield
        except CannotRead as error:
            from smart_tui.words.problems import problem_text, remedy_text

            wrong = f"{clean(str(self.store.path))}: {problem_text(self.language, error.problems[0])}"
            raise Trouble(Exit.CANNOT_READ, wrong, remedy_text(self.language, error.problems[0])) from error
        except StoreError as error:
            from smart_tui.words.problems import refusal_text

            code = Exit.CANNOT_SAVE if isinstance(error, CannotSave) else Exit.NO_SUCH_GOAL
            raise Trouble(code, *refusal_text(self.language, error.code, error.values)) from error

    def _warn_of_settings(self) -> None:
        if self._own is None or self.warned:
            return
        from smart_tui.words.settings import wrong_setting_text

        self.warned = True
        if wrong := wrong_setting_text(self.language, self._own):
            click.echo(wrong, err=True)

    def _warn(self, problems: Iterable[Problem]) -> None:
        from smart_tui.words.problems import problem_text

        say, count = self.language.say, self.language.count
        said = list(dict.fromkeys(problem_text(self.language, problem) for problem in problems))
        for text in said[:WARNINGS]:
            click.echo(say("Warning: {problem}", problem=text), err=True)
        if len(said) > WARNINGS:
            more = count(
                "{n} more warning; smart-tui validate shows it.",
                "{n} more warnings; smart-tui validate shows them.",
                len(said) - WARNINGS,
            )
            click.echo(more, err=True)

    def _choose(self, found: tuple[Standing, ...]) -> Standing:
        for number, standing in enumerate(found, 1):
            click.echo(f"{number}{'.' if self.plain else ' '} {_named(standing.goal)}")
        question = self.language.say("Which one?")
        return found[click.prompt(question, type=click.IntRange(1, len(found))) - 1]


def _named(goal: Goal) -> str:
    return f"{clean_title(goal.title)} ({clean_title(goal.id)})"
