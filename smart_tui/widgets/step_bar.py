"""The five letters in a row: where the person is, how strong each is, and a way to jump."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from rich.cells import cell_len
from textual.binding import Binding
from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from smart_tui.goals.terms import Dialect, Letter
from smart_tui.words.language import Language, msgid
from smart_tui.words.standing import letter_word

LETTERS = tuple(Letter)


class Mark(StrEnum):
    """How strong a letter is: never told by colour alone."""

    STRONG = "●"
    ASK = "▲"
    MISSING = "○"


STYLES = {Mark.STRONG: "$good", Mark.ASK: "$behind", Mark.MISSING: "$muted"}


class StepBar(Widget, can_focus=True):
    """S M A R T. The arrows or 1-5 choose a letter, Enter goes in, Escape leaves."""

    DEFAULT_CSS = """
    StepBar {
        height: 2;
        padding: 0 2 0 1;
        border-left: blank;
        &:focus { background: $selected; border-left: outer $accent; }
    }
    """
    BINDINGS = [
        Binding("left", "step(-1)", msgid("letter"), id="steps.left", tooltip=msgid("The letter before")),
        Binding(
            "right",
            "step(1)",
            msgid("letter"),
            id="steps.right",
            tooltip=msgid("The next letter"),
            show=False,
        ),
        *(
            Binding(
                str(number),
                f"jump({number - 1})",
                msgid("letter"),
                id=f"steps.{number}",
                tooltip=msgid("Jump to a letter"),
                show=False,
            )
            for number in range(1, 6)
        ),
        Binding(
            "enter,down",
            "go_in",
            msgid("go in"),
            id="steps.in",
            tooltip=msgid("Answer this letter's questions"),
        ),
    ]

    current: reactive[Letter] = reactive(Letter.SPECIFIC)
    """The letter that is shown."""
    marks: reactive[Mapping[Letter, Mark]] = reactive(dict)
    """How strong each letter is."""

    @dataclass
    class Chosen(Message):
        """Show another letter; the focus stays on the bar."""

        letter: Letter

    @dataclass
    class Entered(Message):
        """Go into the letter that is shown."""

    def __init__(self, lang: Language, dialect: Dialect = Dialect.RELEVANT) -> None:
        super().__init__()
        self._lang, self._dialect = lang, dialect

    def action_step(self, by: int) -> None:
        """Choose a neighbouring letter."""
        place = LETTERS.index(self.current) + by
        if 0 <= place < len(LETTERS):
            self.post_message(self.Chosen(LETTERS[place]))

    def action_jump(self, place: int) -> None:
        """Choose a letter by its number."""
        self.post_message(self.Chosen(LETTERS[place]))

    def action_go_in(self) -> None:
        """Go to the letter's fields."""
        self.post_message(self.Entered())

    def on_click(self, event: Click) -> None:
        """Choose the letter under the mouse."""
        left = 2
        for letter in LETTERS:
            width = cell_len(f"● {self._said(letter)}") + self._gap
            if left <= event.x < left + width:
                self.post_message(self.Chosen(letter))
                self.post_message(self.Entered())
            left += width

    def render(self) -> Content:
        """Draw the letters, and a line under the one that is shown."""
        names, under = [], []
        for letter in LETTERS:
            name, mark = self._said(letter), self.marks.get(letter, Mark.MISSING)
            here = letter is self.current
            names.append(
                Content.assemble(
                    (f"{mark} ", STYLES[mark]),
                    (name[:1], "bold $accent" if here else "bold $foreground"),
                    (name[1:], "bold" if here else "$muted"),
                )
            )
            under.append(Content(("  " + "━" * cell_len(name)) if here else " " * cell_len(f"  {name}")))
        gap = Content(" " * self._gap)
        return Content("\n").join([gap.join(names), gap.join(under).stylize("$accent")])

    @property
    def _full(self) -> bool:
        names = sum(cell_len(f"● S {self._word(letter)} ") for letter in LETTERS)
        return names <= self.content_size.width

    @property
    def _gap(self) -> int:
        names = sum(cell_len(f"● {self._said(letter)}") for letter in LETTERS)
        return max(1, min(4, (self.content_size.width - names) // (len(LETTERS) - 1)))

    def _said(self, letter: Letter) -> str:
        full = self._full or letter is self.current
        return f"{letter} {self._word(letter)}" if full else letter.value

    def _word(self, letter: Letter) -> str:
        return self._lang.say(letter_word(letter, self._dialect))
