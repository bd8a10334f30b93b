"""Asks for one field of a draft until there is an answer that can be read, or the person goes on."""

from collections.abc import Mapping, Sequence

from smart_tui.cli.prompts.desk import PromptDesk
from smart_tui.cli.talk import Talk, chosen
from smart_tui.coach.answers import CHOICES
from smart_tui.coach.drafting import third
from smart_tui.coach.reading import Ambiguous, Unreadable
from smart_tui.coach.rewriting import blanks_of
from smart_tui.goals.draft import Field, letter_of
from smart_tui.goals.names import plain
from smart_tui.screens.wizard.offers import known_offers
from smart_tui.screens.wizard.view import Offer, View
from smart_tui.store.values import clean
from smart_tui.words.coaching import read_as
from smart_tui.words.interview import explained, label_text, question_text, sentence_read
from smart_tui.words.language import Language
from smart_tui.words.readings import choice_text, doubt_text, echo, unreadable_text

EMPTIES = "-"
LONGEST = 2_000
"""Characters of an answer; what is longer was not meant as one."""
BEFORE = frozenset({Field.PAST, Field.SUPPORTS, Field.MILESTONES})
"""Fields of which something may be known before they are answered."""
DERIVED = frozenset({Field.WEEKLY, Field.AVERAGE})
"""Fields that only help to find others, which are offered after them."""


class Asking:
    """Questions about fields, in one conversation."""

    def __init__(self, talk: Talk, desk: PromptDesk, lang: Language) -> None:
        self._talk, self._desk, self._lang = talk, desk, lang

    @property
    def view(self) -> View:
        """The draft, read."""
        return self._desk.view

    def ask(self, asked: Field) -> None:
        """Ask until an answer can be read; Enter goes on with what is there.

        Raises:
            WentBackError: the person wants the question before this one.
            StoppedError: the person stopped, or the input ended.

        """
        if asked is Field.WEEKLY and self._follows(asked):
            self._talk.say(echo(self._lang, asked, self.view.answers))
            return
        lines = tuple(explained(self._lang, asked, letter_of(asked, self.view.dialect), self.view.dialect))
        while True:
            offers = known_offers(self.view, asked) if asked in BEFORE else ()
            names = self._names(asked)
            self._talk.offer(names or [offer.says for offer in offers])
            typed = self._talk.ask(question_text(self._lang, asked, self.view.answers), lines)
            if not typed or self._takes(asked, typed, offers):
                return

    def take(self, offer: Offer) -> None:
        """Do what was offered, and say what became of it; blanks of a new sentence are asked for."""
        texts = {asked: self._filled(text) for asked, text in offer.fills}
        self._answer(texts)
        for asked in texts:
            self.read_back(asked, named=True)
        if offer.then:
            self._desk.put_aside(offer)
            self._talk.say(self._lang.say("Kept for later: {sentence}", sentence=offer.then))

    def read_back(self, asked: Field, *, named: bool = False) -> None:
        """Say how an answer is read."""
        lang, view = self._lang, self.view
        if asked is Field.SENTENCE:
            said = sentence_read(lang, read_as(lang, view.review.reading))
            said = said if not named else f"{view.draft.text(asked)}. {said}"
        else:
            said = echo(lang, asked, view.answers)
            if named:
                text = said or view.draft.text(asked)
                said = lang.say("{title}: {text}", title=label_text(lang, asked), text=text)
        if said:
            self._talk.say(said.rstrip())

    def _takes(self, asked: Field, typed: str, offers: Sequence[Offer]) -> bool:
        """Take an answer, and say whether that is all; what cannot be read stays as it was typed."""
        if typed == EMPTIES:
            self._answer({asked: ""})
            return True
        if len(typed) > LONGEST:
            self._talk.say(unreadable_text(self._lang, Unreadable("too-long", "")))
            return False
        if asked in CHOICES:
            return self._chooses(asked, typed)
        if (place := chosen(typed, offers)) is not None:
            self.take(offers[place])
            return True
        before = self.view
        self._answer({asked: self._filled(clean(typed)) if asked is Field.SENTENCE else clean(typed)})
        match self.view.answers.doubts.get(asked):
            case Unreadable() as doubt:
                self._talk.say(unreadable_text(self._lang, doubt))
                self._keep_before(asked, before)
                return False
            case Ambiguous():
                return self._picks(asked, typed, before)
        self.read_back(asked)
        self._offer_after(asked)
        return True

    def _chooses(self, asked: Field, typed: str) -> bool:
        """Take one of a few, by its number, its name or the beginning of that."""
        names, choices = self._names(asked), list(CHOICES[asked])
        place = chosen(typed, names)
        if place is None:
            fitting = [i for i, name in enumerate(names) if plain(name).startswith(plain(typed))]
            place = fitting[0] if len(fitting) == 1 else None
        if place is None:
            self._talk.say(unreadable_text(self._lang, Unreadable("not-a-choice", typed)))
            return False
        self._answer({asked: choices[place].value})
        self._talk.say(names[place])
        return True

    def _picks(self, asked: Field, typed: str, before: View) -> bool:
        """Have one of several readings chosen; anything else that is typed is another answer."""
        offers = self.view.readings(asked)
        self._talk.say(unreadable_text(self._lang, Unreadable("two-ways", typed)))
        self._talk.offer([offer.says for offer in offers])
        again = self._talk.ask(self._lang.say("A number, Enter asks again:"))
        place = chosen(again, offers)
        if place is None:
            self._keep_before(asked, before)
            return bool(again) and self._takes(asked, again, ())
        self._answer(dict(offers[place].fills))
        self.read_back(asked)
        return True

    def _keep_before(self, asked: Field, before: View) -> None:
        """Keep the answer that could be read; where there was none, what was typed waits to be mended."""
        if asked in before.answers.values and asked not in before.answers.doubts:
            self._answer({asked: before.draft.text(asked)})

    def _offer_after(self, asked: Field) -> None:
        """Offer what follows from an answer."""
        offers = known_offers(self.view, asked) if asked in DERIVED else ()
        if offers:
            place = self._talk.choose(
                [offer.says for offer in offers], self._lang.say("A number takes it, Enter goes on:")
            )
            if place is not None:
                self.take(offers[place])

    def _answer(self, texts: Mapping[Field, str]) -> None:
        """Take answers, and say what no longer fits elsewhere."""
        kept = self._desk.kept
        for asked, doubt in self._desk.answer(texts).items():
            text = doubt_text(self._lang, doubt)
            self._talk.say(self._lang.say("{title}: {text}", title=label_text(self._lang, asked), text=text))
        if kept and not self._desk.kept:
            self._talk.say(self._lang.say("the draft could not be kept on disk"))

    def _names(self, asked: Field) -> list[str]:
        return [choice_text(self._lang, choice) for choice in CHOICES[asked]] if asked in CHOICES else []

    def _follows(self, asked: Field) -> bool:
        """Whether other answers say it already."""
        found = third(self.view.answers)
        return found is not None and found[0] is asked and not self.view.draft.text(asked)

    def _filled(self, text: str) -> str:
        """Ask for the blanks of a rewritten sentence, one after the other; Enter leaves one open."""
        for blank in [text[start:end] for start, end in blanks_of(text)]:
            asks = blank.strip("[]")
            if typed := self._talk.ask(self._lang.say("{label}?", label=asks[:1].upper() + asks[1:])):
                text = text.replace(blank, clean(typed), 1)
        return text
