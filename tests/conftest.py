"""Keeps the tests away from the machine they run on."""

import os

# Read once, when Textual is imported: nothing moves, and keys arrive as they do for everybody.
os.environ["TEXTUAL_ANIMATIONS"] = "none"
os.environ["TEXTUAL_DISABLE_KITTY_KEY"] = "1"
for name in (
    "SMART_TUI_FILE",
    "SMART_TUI_HOME",
    "SMART_TUI_LANG",
    "SMART_TUI_TODAY",
    "ACCESSIBLE",
    "NO_COLOR",
    "LANGUAGE",
):
    os.environ.pop(name, None)
os.environ["LC_ALL"] = "C.UTF-8"
