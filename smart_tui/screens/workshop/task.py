"""A task over the workshop: it is left once, however fast the keys come."""

from textual.screen import ModalScreen


class TaskScreen(ModalScreen[None]):
    """One of the workshop's smaller screens."""

    left = False

    def action_leave(self) -> None:
        """Go back to the workshop; a second key meant for this screen closes nothing else."""
        if not self.left:
            self.left = True
            self.dismiss()
