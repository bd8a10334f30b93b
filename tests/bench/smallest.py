"""The smallest Textual app that lists some rows: what first_paint.py measures the dashboard against."""

import sys

from textual.app import App, ComposeResult
from textual.widgets import OptionList


class Smallest(App[None]):
    """One list, nothing else."""

    def compose(self) -> ComposeResult:
        """Lay out the list."""
        yield OptionList(*(f"goal {number}" for number in range(int(sys.argv[1]))))


if __name__ == "__main__":
    Smallest().run()
