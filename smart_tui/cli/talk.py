"""Questions and answers, a line each: for any terminal, a screen reader, a slow line, a pipe."""

import sys
from collections.abc import Sequence

import click

from smart_tui.cli.session import is_terminal
from smart_tui.words.clean import clean_title
from smart_tui.words.language import Language
from smart_tui.words.spoken import spoken

BACK, EXPLAIN, STOP = "<", "?", "q"


class WentBackError(Exception):
    """The person wants the question before this one."""


class StoppedError(Exception):
    """The person has had enough, or nothing more comes."""


class Talk:
    """One conversation on standard input and output."""

    def __init__(self, lang: Language, *, plain: bool = False) -> None:
        self._lang, self._plain = lang, plain
        self._typed_in_view = is_terminal(sys.stdin) and is_terminal(sys.stdout)
        # Once: a stream that was read from can no longer be set, and a command may talk twice.
        if hasattr(sys.stdin, "reconfigure") and sys.stdin.errors != "replace":
            sys.stdin.reconfigure(errors="replace")

    def say(self, text: str) -> None:
        """Say a line."""
        click.echo(self._worded(text))

    def ask(self, question: str, explained: Sequence[str] = ()) -> str:
        """Ask, and give the answer without the spaces round it; `?` explains and asks again.

        Raises:
            WentBackError: the person typed `<`.
            StoppedError: the person typed `q`, or the input has ended.

        """
        while (answer := self._answer(question)) == EXPLAIN:
            for line in explained:
                self.say(line)
        if answer == BACK:
            raise WentBackError
        if answer.casefold() == STOP:
            raise StoppedError
        return answer

    def offer(self, offers: Sequence[str]) -> None:
        """Say numbered lines."""
        for number, offer in enumerate(offers, 1):
            self.say(f"{number}. {offer}" if self._plain else f"{number}  {offer}")

    def choose(self, offers: Sequence[str], question: str = "") -> int | None:
        """Offer numbered lines and give the place of the one that was chosen; None: none of them."""
        self.offer(offers)
        question = question or self._lang.say("Which one? (Enter: neither, type it again)")
        while answer := self.ask(question):
            if (place := chosen(answer, offers)) is not None:
                return place
            self.refuse(answer)
        return None

    def refuse(self, answer: str) -> None:
        """Say that an answer is none of those that were offered."""
        self.say(self._lang.say("“{text}” is none of the choices", text=clean_title(answer)))

    def _answer(self, question: str) -> str:
        """Ask on the line on which the answer is typed; what comes out of a pipe is not seen, its end ends the line."""
        question = self._worded(question)
        click.echo(f"{question} " if self._typed_in_view else question, nl=not self._typed_in_view)
        line = sys.stdin.readline() if sys.stdin is not None else ""
        if not line:
            if self._typed_in_view:
                click.echo()
            raise StoppedError
        return line.strip()

    def _worded(self, text: str) -> str:
        return spoken(self._lang, text) if self._plain else text


def chosen(answer: str, offers: Sequence[object]) -> int | None:
    """Give the place of the offer that a number means."""
    places = [str(place + 1) for place in range(len(offers))]
    return places.index(answer) if answer in places else None
