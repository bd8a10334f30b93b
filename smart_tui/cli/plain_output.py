"""What the command line prints, in plain signs where the terminal shows no others."""

import os
import sys
from typing import Any, TextIO

from smart_tui.cli.own_settings import draws_plainly
from smart_tui.cli.session import is_terminal
from smart_tui.widgets.glyphs import narrow_locale, plain_glyphs


class PlainStream:
    """Writes to another stream; what is for programs goes to `exact`, as it is."""

    def __init__(self, exact: TextIO) -> None:
        self.exact = exact

    def write(self, text: str) -> int:
        """Write a text for people."""
        self.exact.write(plain_glyphs(text))
        return len(text)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.exact, name)


def print_plainly() -> None:
    """Change the signs of everything that is printed, where that is needed."""
    if not draws_plainly():
        return
    narrow = narrow_locale(os.environ)
    # An old terminal says nothing about a file that the output goes into.
    if sys.stdout is not None and (narrow or is_terminal(sys.stdout)):
        sys.stdout = PlainStream(sys.stdout)
    if sys.stderr is not None and (narrow or is_terminal(sys.stderr)):
        sys.stderr = PlainStream(sys.stderr)


def exactly() -> TextIO | None:
    """Give the stream for what is no text for people; None is standard output as it is."""
    return sys.stdout.exact if isinstance(sys.stdout, PlainStream) else None
