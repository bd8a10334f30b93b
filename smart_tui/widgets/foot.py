"""One calm line above the keys: what has just happened, what is wrong with the file, what lies there."""

from textual.reactive import var

from smart_tui.goals.hindrance import Hindrance
from smart_tui.goals.model import GoalFile
from smart_tui.goals.standing import Standing
from smart_tui.widgets.painted import Painted
from smart_tui.widgets.plain_text import cut
from smart_tui.words.clean import clean
from smart_tui.words.language import Language, msgid
from smart_tui.words.problems import problem_text
from smart_tui.words.sums import tree_hint

MARKS = {"good": ("good", "✓ "), "warning": ("overdue", "! ")}


class Foot(Painted):
    """Says one thing at a time, the most pressing."""

    DEFAULT_CSS = """
    Foot { height: 1; }
    """

    file: var[GoalFile] = var(GoalFile)
    notice: var[str] = var("")
    notice_level: var[str] = var("")
    draft_kept: var[bool] = var(False)
    hindrance: var[Hindrance | None] = var(None)
    """What hinders is said elsewhere."""
    copy_lies: var[bool] = var(False)
    standings: var[tuple[Standing, ...]] = var(())
    """To say what the tree lacks."""
    sifted: var[str] = var("")
    """What is left out of the list, if anything is."""

    def __init__(self, lang: Language, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._lang = lang

    def on_resize(self) -> None:
        """Cut the line anew."""
        self._paint()

    def watch_file(self) -> None:
        """Say what is wrong with it."""
        self._paint()

    def watch_notice(self) -> None:
        """Say it."""
        self._paint()

    def watch_notice_level(self) -> None:
        """Say it as it is meant."""
        self._paint()

    def watch_draft_kept(self) -> None:
        """Offer it, or no more."""
        self._paint()

    def watch_hindrance(self) -> None:
        """Leave it to others, or no more."""
        self._paint()

    def watch_copy_lies(self) -> None:
        """Offer it, or no more."""
        self._paint()

    def watch_standings(self) -> None:
        """Say what the tree lacks, or no more."""
        self._paint()

    def watch_sifted(self) -> None:
        """Say it, or no more."""
        self._paint()

    def _paint(self) -> None:
        style, mark, text = self._most_pressing()
        room = self.content_size.width - 4 - len(mark)
        said = cut(clean(text), room) if room > 0 else ""
        ink = "muted" if style == "muted" else "text"
        self.show((((style, "  " + mark), (ink, said)),) if said else ((),))

    def _most_pressing(self) -> tuple[str, str, str]:
        if self.notice:
            return *MARKS.get(self.notice_level, ("muted", "")), self.notice
        if self.sifted:
            return "accent", "", self.sifted
        if (problems := self.file.problems) and self.hindrance is None:
            said, more = problem_text(self._lang, problems[0]), len(problems) - 1
            also = self._lang.count("{n} more", "{n} more", more) if more else ""
            return *MARKS["warning"], f"{said} · {also}" if also else said
        if self.copy_lies:
            beside = msgid("Another version of this file lies beside it: m looks at it")
            inside = msgid("The two versions can be brought together: m looks at them")
            said = self._lang.say(beside if self.hindrance is None else inside)
            return "accent", "", said
        if self.draft_kept:
            return (
                "accent",
                "",
                self._lang.say("An unfinished goal was kept: v goes on with it, x throws it away."),
            )
        return "muted", "", "" if self.hindrance else tree_hint(self._lang, self.standings)
