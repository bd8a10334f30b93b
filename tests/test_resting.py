"""What the stories rest on: that they look only when the program has come to rest."""

from textual.app import App, ComposeResult
from textual.widgets import Static


class Held(App[None]):
    """Holds its picture back for a while, as Textual does when the command palette closes."""

    def compose(self) -> ComposeResult:
        yield Static("before")

    def on_key(self) -> None:
        self.delay_update()
        self.query_one(Static).update("after")


async def test_a_picture_that_is_held_back_is_waited_for() -> None:
    async with Held().run_test() as pilot:
        await pilot.press("a")
        await pilot.pause()
        assert pilot.app._batch_count == 0
