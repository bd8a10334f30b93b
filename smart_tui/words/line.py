"""One line of what is told: for a terminal, a screen and a report alike."""

from msgspec import Struct


class Line(Struct, frozen=True):
    """One line: a label in a column of its own, a text, and a quieter end. Styles are names.

    A line below another one has no label but a name, which stands before its text.
    """

    text: str
    style: str = "text"
    label: str = ""
    label_style: str = "muted"
    tail: str = ""
    name: str = ""

    @property
    def said(self) -> str:
        """The text, with its name before it where it has one."""
        return f"{self.name}: {self.text}" if self.name else self.text
