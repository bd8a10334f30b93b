"""The keys of the weekly update. Where the cursor is in a field all the time, most of them come before it."""

from textual.binding import Binding, BindingType

from smart_tui.words.language import msgid

KEYS: list[BindingType] = [
    Binding(
        "tab",
        "switch",
        msgid("switch"),
        id="weekly.mode",
        tooltip=msgid("What the number is: what was added, or the sum in all"),
        priority=True,
    ),
    Binding(
        "down",
        "down",
        msgid("note"),
        id="weekly.down",
        tooltip=msgid("To an offered line, the note, and how sure you are"),
        priority=True,
    ),
    Binding(
        "up",
        "up",
        msgid("back"),
        id="weekly.up",
        tooltip=msgid("Up; from the number to the goal before, from the first one to the date"),
        priority=True,
    ),
    Binding(
        "less_than_sign,pageup",
        "back",
        msgid("back"),
        show=False,
        priority=True,
        id="weekly.back",
        tooltip=msgid("The goal before; what was entered can be changed"),
    ),
    Binding("at", "date", msgid("date"), id="weekly.date", tooltip=msgid("Change the date of all numbers")),
    Binding(
        "escape",
        "leave",
        msgid("leave"),
        id="weekly.leave",
        tooltip=msgid("Leave; what was entered is kept"),
    ),
    Binding("f1", "help", msgid("help"), id="help", tooltip=msgid("Show all keys")),
]
