"""The keys of the wizard itself; each field has its own beside them."""

from textual.binding import Binding, BindingType

from smart_tui.screens.wizard.question import DOWN_AND_UP
from smart_tui.widgets.step_bar import LETTERS
from smart_tui.words.language import msgid

WIZARD_KEYS: list[BindingType] = [
    Binding(
        "escape",
        "out",
        msgid("leave"),
        id="wizard.out",
        tooltip=msgid("Leave; the draft is kept"),
    ),
    *DOWN_AND_UP,
    Binding(
        "pagedown,ctrl+n",
        "turn(1)",
        msgid("next"),
        id="wizard.next",
        tooltip=msgid("Next letter"),
        priority=True,
    ),
    Binding(
        "pageup,ctrl+b",
        "turn(-1)",
        msgid("back"),
        id="wizard.back",
        tooltip=msgid("Letter before"),
        priority=True,
    ),
    *(
        Binding(
            f"alt+{place + 1}",
            f"jump({place})",
            msgid("letter"),
            id=f"wizard.jump{place + 1}",
            tooltip=msgid("Jump to a letter"),
            show=False,
            priority=True,
        )
        for place in range(len(LETTERS))
    ),
    Binding(
        "f5",
        "take_first",
        msgid("take it"),
        id="wizard.take",
        tooltip=msgid("Take the first offer of this page"),
        show=False,
        priority=True,
    ),
    Binding("ctrl+s", "save", msgid("save"), id="wizard.save", tooltip=msgid("Save the goal"), priority=True),
    Binding(
        "f1",
        "help",
        msgid("help"),
        id="help",
        tooltip=msgid("What can be done here"),
        priority=True,
    ),
]
