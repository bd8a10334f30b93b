"""The five screens as questions, one after the other, and back."""

from smart_tui.cli.prompts.desk import PromptDesk
from smart_tui.cli.prompts.places import Place, first, following
from smart_tui.cli.prompts.question import Asking
from smart_tui.cli.session import Session
from smart_tui.cli.talk import Talk, WentBackError
from smart_tui.coach.checkin import NO, YES
from smart_tui.goals.draft import Field, letter_of, more_fields
from smart_tui.goals.names import plain
from smart_tui.goals.terms import Letter
from smart_tui.screens.wizard.view import Offer, View
from smart_tui.words.interview import (
    goal_lines,
    label_text,
    letter_heading,
    more_text,
    needed_text,
    verdict_lines,
)
from smart_tui.words.standing import letter_word

LETTERS = {letter.value.casefold(): letter for letter in Letter}
AT_THE_END = None
"""Where the whole goal is looked over, behind the last letter."""


class Interview:
    """One way through the questions. What was asked before is remembered, to go back to."""

    def __init__(self, session: Session, talk: Talk, desk: PromptDesk) -> None:
        self._lang, self._talk, self._desk = session.language, talk, desk
        self._asking = Asking(talk, desk, session.language)
        self._unfolded = {letter for letter in Letter if any(map(self._view.is_own, self._more(letter)))}
        self._looked_over = False
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
        if self._looked_over or self._view.draft.editing is not None or self._view.answers.blocking:
            return False
        offer = self._lang.say("Save it like this; the other questions can wait")
        return self._talk.choose([offer], self._lang.say("A number takes it, Enter goes on:")) is not None

    def _end_letter(self, place: Place) -> Place | None:
        """Say what the coach says; its rewrites and the letter's other questions can be taken."""
        verdict = self._view.review.verdicts[place.letter]
        for line in verdict_lines(self._lang, verdict):
            self._talk.say(line)
        offers = [offer for finding in verdict.findings for offer in self._view.offered(finding)]
        said = [self._offer_text(offer) for offer in offers]
        more = () if place.letter in self._unfolded else self._more(place.letter)
        said += [more_text(self._lang, more)] if more else []
        on = AT_THE_END if self._looked_over else following(place, self._view, self._unfolded)
        taken = self._talk.choose(said, self._going_on(on))
        if taken is None:
            return on
        if taken == len(offers):
            self._unfolded.add(place.letter)
            return Place(place.letter, more[0])
        return self._take(offers[taken], place)

    def _take(self, offer: Offer, place: Place) -> Place:
        """Take an offer of the coach; the letter is judged again, unless it leads to a question."""
        self._asking.take(offer)
        return place if offer.goes_to is None else self._question(offer.goes_to)

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
