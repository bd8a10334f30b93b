"""Which SMART the wizard asks for: read when it opens, switched from the command palette."""

from collections.abc import Callable, Iterator
from functools import partial

from smart_tui.app.palette import Item
from smart_tui.app.scribe import Scribe, outcome
from smart_tui.goals.terms import Dialect
from smart_tui.store.errors import CannotRead, StoreError
from smart_tui.store.settings import SettingsFile
from smart_tui.words.language import Language


class Dialects:
    """The person's choice, on the disk; nothing of it is kept here, so that an edit by hand counts at once."""

    def __init__(
        self,
        lang: Language,
        settings: SettingsFile,
        scribe: Scribe,
        *,
        switched: Callable[[str], None],
        refused: Callable[[str], None],
    ) -> None:
        self._lang, self._settings, self._scribe = lang, settings, scribe
        self._switched, self._refused = switched, refused

    def read(self) -> tuple[Dialect, str]:
        """Give the dialect, and what is wrong with the settings."""
        settings = self._settings.read()
        if settings.problem is None:
            return settings.dialect, ""
        from smart_tui.words.settings import settings_problem_text

        return settings.dialect, settings_problem_text(self._lang, settings.problem)

    def offered(self) -> Iterator[Item]:
        """Offer the words that are not in use."""
        from smart_tui.words.settings import SWITCHES

        now = self._settings.read().dialect
        for word, (name, leads_to) in SWITCHES.items():
            if word not in {now.a, now.r}:
                yield Item(self._lang.say(name), self._lang.say(leads_to), partial(self.switch, word))

    def switch(self, word: str) -> None:
        """Write the word that A or R stands for from now on; what is asked changes once it is on the disk."""
        choose = partial(self._settings.choose, self._settings.read().dialect.saying(word))
        self._scribe.ask(partial(outcome, choose), partial(self._tell, word))

    def _tell(self, word: str, error: StoreError | None) -> None:
        from smart_tui.words.problems import refusal_text
        from smart_tui.words.settings import SWITCHES, settings_problem_text

        if error is None:
            self._switched(self._lang.say(SWITCHES[word][0]))
        elif isinstance(error, CannotRead):
            self._refused(settings_problem_text(self._lang, error.problems[0]))
        else:
            self._refused(" ".join(refusal_text(self._lang, error.code, error.values)))
