"""The smallest Textual app that has a field: what keys.py measures the wizard against."""

from textual.app import App, ComposeResult
from textual.widgets import Input


class SmallestField(App[None]):
    """One field, nothing else."""

    def compose(self) -> ComposeResult:
        """Lay out the field."""
        yield Input(placeholder="a goal")


if __name__ == "__main__":
    SmallestField().run()
