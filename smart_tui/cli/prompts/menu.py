"""The bare command in plain lines: how the goals stand, then a numbered menu, until one leaves."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from importlib import import_module

import click
from msgspec.structs import replace

from smart_tui.cli.agreeing import says_yes
from smart_tui.cli.prompts.choosing import ask_goal, choose_goal
from smart_tui.cli.session import Session
from smart_tui.cli.talk import StoppedError, Talk, WentBackError, chosen
from smart_tui.cli.trouble import complain
from smart_tui.cli.update import Update
from smart_tui.goals.outline import in_order
from smart_tui.goals.overview import overview
from smart_tui.goals.standing import Standing, Standings, standings
from smart_tui.goals.terms import Status
from smart_tui.words.language import msgid
from smart_tui.words.overview import short_text

LEAVE = "0"
REPORTS = {
    "md": msgid("Text"),
    "html": msgid("A page for the browser"),
    "csv": msgid("A table for a spreadsheet"),
    "ics": msgid("Deadlines for a calendar"),
}
"""What a report can be, by the ending of its file."""


class Menu:
    """One stay in the program."""

    def __init__(self, session: Session) -> None:
        self._session, self._lang = session, session.language
        self._talk = Talk(session.language, plain=True)
        self._items: tuple[tuple[str, Callable[[], None]], ...] = (
            (msgid("See goals"), self._see),
            (msgid("Weekly update"), self._update),
            (msgid("New goal"), self._new),
            (msgid("A number for one goal"), self._number),
            (msgid("Decide about a goal"), self._decide),
            (msgid("Report"), self._report),
            (msgid("Take the last change back"), self._undo),
        )

    def run(self) -> None:
        """Say how the goals stand and what can be done, until the person leaves."""
        self._say_status()
        self._say_items()
        while True:
            try:
                answer = self._talk.ask(self._lang.say("What next?"), tuple(self._lines()))
            except WentBackError:
                answer = ""
            except StoppedError:
                return
            if answer == LEAVE:
                return
            self._session = replace(self._session)  # it may be another day by now
            self._do(answer)

    def _do(self, answer: str) -> None:
        """Do what was chosen and come back; what goes wrong is said, and ends nothing."""
        if not answer:
            self._say_items()
            return
        if (place := chosen(answer, self._items)) is None:
            self._talk.refuse(answer)
            return
        try:
            with suppress(StoppedError, WentBackError):
                self._items[place][1]()
            self._say_status()
        except click.ClickException as error:
            complain(error)

    def _see(self) -> None:
        """Say all goals; one of them whole, as often as one is named."""
        everything = self._everything()
        shown = in_order(everything)
        if not shown:
            self._run("list_goals")
            return
        question = self._lang.say("A number or a part of a name tells more, Enter goes back:")
        found = choose_goal(self._session, self._talk, everything, shown, question)
        while found is not None:
            self._run("show", found.goal.id or found.goal.title)
            found = ask_goal(self._session, self._talk, everything, shown, question)

    def _update(self) -> None:
        self._run("checkin")

    def _new(self) -> None:
        self._run("new", "--plain")

    def _number(self) -> None:
        """Enter a number for one goal, as the weekly update asks for it."""
        self._session.put_in_late()
        everything = self._everything()
        takes = [s for s in in_order(everything) if _takes_a_number(s)]
        question = self._lang.say("Which goal? A number or a part of its name, Enter goes back:")
        found = choose_goal(self._session, self._talk, everything, takes, question)
        if found is not None:
            Update(self._session, self._session.read(), everything, self._talk).run([found.goal.id])

    def _decide(self) -> None:
        from smart_tui.cli.prompts.deciding import decide_about

        everything = self._everything()
        question = self._lang.say("Which goal? A number or a part of its name, Enter goes back:")
        shown = [standing for standing in in_order(everything) if not standing.status.closed]
        found = choose_goal(self._session, self._talk, everything, shown, question)
        if found is not None:
            decide_about(self._session, self._talk, found)

    def _report(self) -> None:
        """Write a report into a file."""
        say = self._lang.say
        place = self._talk.choose([say(name) for name in REPORTS.values()], say("A number, Enter goes back:"))
        if place is None:
            return
        name = f"smart-tui-{self._session.today}.{list(REPORTS)[place]}"
        question = say("{label}? Enter keeps: {value}.", label=say("File"), value=name)
        self._run("report", "-o", self._talk.ask(question) or name)

    def _undo(self) -> None:
        if says_yes(self._session, self._lang.say("Take the last change back? (yes or no)")):
            self._run("undo")

    def _run(self, module: str, *arguments: str) -> None:
        """Run a command as a person would who types it."""
        command: click.Command = import_module(f"smart_tui.cli.commands.{module}").command
        command.main(list(arguments), command.name, standalone_mode=False, obj=self._session)

    def _everything(self) -> Standings:
        return standings(self._session.read(), self._session.today)

    def _say_status(self) -> None:
        everything = self._everything()
        seen = overview(everything)
        self._talk.say(short_text(self._lang, seen, everything, plain=True))
        if seen.due:
            said = self._lang.count(
                "{n} goal is due for an update", "{n} goals are due for an update", seen.due
            )
            self._talk.say(said)

    def _say_items(self) -> None:
        for line in self._lines():
            self._talk.say(line)

    def _lines(self) -> Iterator[str]:
        for number, (name, _) in enumerate(self._items, 1):
            yield f"{number}. {self._lang.say(name)}"
        yield f"{LEAVE}. {self._lang.say('Leave')}"


def _takes_a_number(standing: Standing) -> bool:
    open_ = standing.status.running or standing.status is Status.OVERDUE
    return open_ and not standing.sums_children
