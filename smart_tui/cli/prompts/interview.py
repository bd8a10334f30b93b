"""The five screens as questions, one after the other, and back."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial

from smart_tui.cli.prompts.desk import PromptDesk
from smart_tui.cli.prompts.places import Place, first, following
from smart_tui.cli.prompts.question import Asking
from smart_tui.cli.session import Session
from smart_tui.cli.talk import Talk, WentBackError
from smart_tui.coach.checkin import NO, YES
from smart_tui.coach.findings import Level, Verdict
from smart_tui.goals.draft import Field, letter_of, more_fields
from smart_tui.goals.names import plain
from smart_tui.goals.terms import Letter
from smart_tui.screens.wizard.view import Offer, View
from smart_tui.words.interview import (
    answer_text,
    goal_lines,
    label_text,
    letter_heading,
    more_text,
    needed_text,
    verdict_lines,
)
from smart_tui.words.language import msgid
from smart_tui.words.standing import letter_word

ENOUGH = msgid("Save it like this; the other questions can wait")
LETTERS = {letter.value.casefold(): letter for letter in Letter}
AT_THE_END = None
"""Where the whole goal is looked over, behind the last letter."""
Way = tuple[str, Callable[[], Place | None]]
"""A line that can be chosen, and what it does: it gives where the person goes on."""


class Interview:
    """One way through the questions. What was asked before is remembered, to go back to."""

    def __init__(self, session: Session, talk: Talk, desk: PromptDesk) -> None:
        self._lang, self._talk, self._desk = session.language, talk, desk
        self._asking = Asking(talk, desk, session.language)
        self._unfolded = {letter for letter in Letter if any(map(self._view.is_own, self._more(letter)))}
        self._looked_over = False
        self._enough_at: Letter | None = None
        """The letter at which it was offered to be done."""
        self._letter: Letter | None = None
        self._given = bool(self._view.draft.text(Field.SENTENCE))
        """Whether there is a sentence to begin with: it is read, not asked for."""

    @property
    def _view(self) -> View:
        return self._desk.view

    def run(self) -> bool:
        """Ask from where the person was; give whether the goal is to be saved.

        Raises:
            StoppedError: the person stopped, or the input ended.

        """
        at: Place | None = first(self._view.draft.letter, self._view, self._unfolded)
        been: list[Place | None] = []
        while True:
            try:
                going = self._look_over() if at is AT_THE_END else self._visit(at)
                if isinstance(going, bool):
                    return going
                been.append(at)
                at = going
            except WentBackError:
                if been:
                    at = been.pop()
                else:
                    self._talk.say(self._lang.say("This is the first question."))

    def _visit(self, place: Place) -> Place | None:
        """Ask one question, and say where the person goes on."""
        if place.letter is not self._letter:
            self._letter = place.letter
            self._desk.turn(place.letter)
            self._talk.say(letter_heading(self._lang, place.letter, self._view.dialect))
        if place.asked is None:
            return self._end_letter(place)
        if self._given and place.asked is Field.SENTENCE:
            self._asking.read_back(place.asked)
        else:
            self._asking.ask(place.asked)
        self._given = False
        if place.asked is Field.SENTENCE and self._is_done():
            return AT_THE_END
        return following(place, self._view, self._unfolded)

    def _is_done(self) -> bool:
        """Offer to be done with a sentence that says enough; whether that was taken."""
        if not self._may_end():
            return False
        self._enough_at = Letter.SPECIFIC
        question = self._lang.say("A number takes it, Enter goes on:")
        return self._talk.choose([self._lang.say(ENOUGH)], question) is not None

    def _may_end(self) -> bool:
        editing = self._view.draft.editing is not None
        return not (editing or self._looked_over or self._view.answers.blocking)

    def _end_letter(self, place: Place) -> Place | None:
        """Say what the coach says; its rewrites and the letter's other questions can be taken."""
        verdict = self._view.review.verdicts[place.letter]
        for line in verdict_lines(self._lang, verdict):
            self._talk.say(line)
        on = AT_THE_END if self._looked_over else following(place, self._view, self._unfolded)
        ways = [*self._mending(place, verdict), *self._leading_on(place)]
        taken = self._talk.choose([says for says, _ in ways], self._going_on(on))
        return on if taken is None else ways[taken][1]()

    def _mending(self, place: Place, verdict: Verdict) -> Iterator[Way]:
        """Offer what would mend a letter: a rewrite, or a question that is not asked by itself."""
        more = more_fields(place.letter, self._view.dialect)
        for finding in verdict.findings:
            for offer in self._view.offered(finding):
                yield self._offer_text(offer), partial(self._take, offer, place)
            asked, open_ = finding.field, finding.level is not Level.STRONG
            if open_ and asked in more and place.letter not in self._unfolded:
                yield answer_text(self._lang, asked), partial(self._ask_at_once, asked, place)

    def _leading_on(self, place: Place) -> Iterator[Way]:
        """Offer a letter's other questions and, once, to be done with it where enough is said."""
        more = () if place.letter in self._unfolded else self._more(place.letter)
        if more:
            yield more_text(self._lang, more), partial(self._question, more[0])
        if self._may_end() and self._enough_at in {None, place.letter}:
            self._enough_at = place.letter
            yield self._lang.say(ENOUGH), lambda: AT_THE_END

    def _take(self, offer: Offer, place: Place) -> Place | None:
        """Take an offer; the letter is judged again, unless that leads to another one."""
        self._asking.take(offer)
        if offer.goes_to is None:
            return place
        elsewhere = letter_of(offer.goes_to, self._view.dialect) is not place.letter
        return self._question(offer.goes_to) if elsewhere else self._ask_at_once(offer.goes_to, place)

    def _ask_at_once(self, asked: Field, place: Place) -> Place:
        """Ask one question of a letter without its others."""
        with suppress(WentBackError):
            self._asking.ask(asked)
        return place

    def _question(self, asked: Field) -> Place:
        """Give the place of a field, wherever it is asked."""
        letter = letter_of(asked, self._view.dialect)
        if asked in more_fields(letter, self._view.dialect):
            self._unfolded.add(letter)
        return Place(letter, asked)

    def _look_over(self) -> Place | bool:
        """Say the whole goal; give whether it is to be saved, or what the person wants to change."""
        self._looked_over, self._letter, view = True, None, self._view
        scores = [verdict.score for verdict in view.review.verdicts.values()]
        met, points = (sum(each) for each in zip(*scores, strict=True))
        self._talk.say(self._lang.say("The whole goal, {met} of {points} points:", met=met, points=points))
        for line in goal_lines(self._lang, view.answers):
            self._talk.say(line)
        blocking = view.answers.blocking
        if blocking:
            self._talk.say(needed_text(self._lang, blocking))
            question = self._lang.say(
                "Enter goes to: {field}. S, M, A, R or T goes to a letter, no keeps the draft:",
                field=label_text(self._lang, blocking[0]),
            )
        else:
            question = self._lang.say(
                "Save? Enter or yes saves, no keeps the draft; S, M, A, R or T changes a letter:"
            )
        while True:
            answer = plain(self._talk.ask(question))
            if answer in LETTERS:
                return first(LETTERS[answer], view, self._unfolded)
            if answer in NO:
                return False
            if blocking and not answer:
                return self._question(blocking[0])
            if not blocking and (not answer or answer in YES):
                return True
            self._talk.refuse(answer)

    def _going_on(self, on: Place | None) -> str:
        if on is AT_THE_END:
            return self._lang.say("A number, or Enter looks the goal over:")
        word = self._lang.say(letter_word(on.letter, self._view.dialect))
        return self._lang.say(
            "A number, or Enter goes on to {letter}, {word}:", letter=on.letter.value, word=word
        )

    def _offer_text(self, offer: Offer) -> str:
        rewritten = Field.SENTENCE in dict(offer.fills)
        return self._lang.say("Better: {sentence}", sentence=offer.says) if rewritten else offer.says

    def _more(self, letter: Letter) -> tuple[Field, ...]:
        return tuple(it for it in more_fields(letter, self._view.dialect) if self._view.asks(it))
