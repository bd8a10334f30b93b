"""How an app leaves by itself: not from under the hands of a screen that is just opening."""

from collections.abc import Callable
from functools import partial

from rich.console import RenderableType
from textual.app import App

LEAVES_WITHIN = 1.0
"""Seconds that the screen in front has to finish what it does."""
ROUNDS = 4
"""What a key asks for goes from app to screen and back, and the screen that it opens is one more round."""


class LeavingApp(App[None]):
    """An app that does what it was asked for before it goes."""

    def exit(self, result: None = None, return_code: int = 0, message: RenderableType | None = None) -> None:
        """Leave when what was asked for is done: a screen that is just opening would miss what is taken from it."""
        leave = partial(super().exit, result, return_code, message)
        if self.is_running:
            self.set_timer(LEAVES_WITHIN, leave)
            self._leave_after(ROUNDS, leave)
        else:
            leave()

    def _leave_after(self, rounds: int, leave: Callable[[], None]) -> None:
        """Ask the screen in front and the app in turn to go on when they have done what they were asked before."""
        screen = self.screen if self.screen_stack else self
        again = partial(self._leave_after, rounds - 1, leave)
        if rounds == 0 or not screen.call_later(self.call_later, again):
            leave()
