"""The four themes, and the colour of each status. Styles name variables, never colours."""

from collections.abc import Mapping
from types import MappingProxyType

from textual.theme import Theme

from smart_tui.goals.terms import Status

DARK = Theme(
    name="smart-dark",
    dark=True,
    primary="#8fb8ff",
    accent="#8fb8ff",
    success="#8ccf9f",
    warning="#e8c26d",
    error="#f0787f",
    foreground="#dfe3ee",
    background="#12141c",
    surface="#12141c",
    panel="#181b26",
    variables={
        "text-muted": "#98a0b6",
        "muted": "#98a0b6",
        "good": "#8ccf9f",
        "behind": "#e8c26d",
        "at-risk": "#e89b63",
        "overdue": "#f0787f",
        "line": "#343a4e",
        "guide": "#6f7896",
        "field": "#1e2230",
        "selected": "#232940",
        "bright": "#ffffff",
        "wall": "#000000",
        "block-cursor-blurred-background": "#232940",
        "scrollbar": "#2c3142",
        "scrollbar-background": "#12141c",
        "scrollbar-hover": "#8b92a8",
        "scrollbar-active": "#8fb8ff",
        "input-selection-background": "#8fb8ff 30%",
    },
)
LIGHT = Theme(
    name="smart-light",
    dark=False,
    primary="#1f5fc4",
    accent="#1f5fc4",
    success="#1a743a",
    warning="#7d5a00",
    error="#bd2b36",
    foreground="#20242f",
    background="#fbfbfd",
    surface="#fbfbfd",
    panel="#f1f3f8",
    variables={
        "text-muted": "#5a6276",
        "muted": "#5a6276",
        "good": "#1a743a",
        "behind": "#7d5a00",
        "at-risk": "#a84a0c",
        "overdue": "#bd2b36",
        "line": "#d3d8e4",
        "guide": "#7c859c",
        "field": "#e9edf5",
        "selected": "#dfe8fa",
        "bright": "#000000",
        "wall": "#ffffff",
        "block-cursor-blurred-background": "#dfe8fa",
        "scrollbar": "#d3d8e4",
        "scrollbar-background": "#fbfbfd",
        "scrollbar-hover": "#5a6276",
        "scrollbar-active": "#1f5fc4",
        "input-selection-background": "#1f5fc4 25%",
    },
)
CONTRAST = Theme(
    name="smart-contrast",
    dark=True,
    primary="#7fd0ff",
    accent="#7fd0ff",
    success="#5dfba0",
    warning="#ffe04f",
    error="#ff9c9c",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#0b0d14",
    variables={
        "text-muted": "#c9cfdf",
        "muted": "#c9cfdf",
        "good": "#5dfba0",
        "behind": "#ffe04f",
        "at-risk": "#ffb057",
        "overdue": "#ff9c9c",
        "line": "#6f7b99",
        "guide": "#aab4cc",
        "field": "#161a26",
        "selected": "#12264d",
        "bright": "#ffffff",
        "wall": "#000000",
        "block-cursor-blurred-background": "#12264d",
        "scrollbar": "#8f9ab5",
        "scrollbar-background": "#161a26",
        "scrollbar-hover": "#c9cfdf",
        "scrollbar-active": "#7fd0ff",
        "input-selection-background": "#7fd0ff 30%",
    },
)
"""For eyes that need it: white on black, every word at least 7 to 1."""
PROJECTOR = Theme(
    name="smart-projector",
    dark=False,
    primary="#003b94",
    accent="#003b94",
    success="#00491c",
    warning="#4a3500",
    error="#860014",
    foreground="#000000",
    background="#ffffff",
    surface="#ffffff",
    panel="#e6ecf7",
    variables={
        "text-muted": "#2b3040",
        "muted": "#2b3040",
        "good": "#00491c",
        "behind": "#4a3500",
        "at-risk": "#6d2600",
        "overdue": "#860014",
        "line": "#5c6479",
        "guide": "#3a4154",
        "field": "#dde6f6",
        "selected": "#c3d9ff",
        "bright": "#000000",
        "wall": "#ffffff",
        "block-cursor-blurred-background": "#c3d9ff",
        "scrollbar": "#5c6479",
        "scrollbar-background": "#dde6f6",
        "scrollbar-hover": "#2b3040",
        "scrollbar-active": "#003b94",
        "input-selection-background": "#003b94 25%",
    },
)
"""For a beamer that washes colours out: black on white, dark inks, strong lines."""
THEMES = (DARK, LIGHT, CONTRAST, PROJECTOR)

STATUS_COLOURS = ("good", "behind", "at-risk", "overdue", "muted")
STATUS_STYLES: Mapping[Status, str] = MappingProxyType(
    {
        Status.ON_TRACK: "good",
        Status.BEHIND: "behind",
        Status.AT_RISK: "at-risk",
        Status.OVERDUE: "overdue",
        Status.ACHIEVED: "achieved",
        Status.MISSED: "muted",
        Status.DROPPED: "muted",
        Status.NOT_STARTED: "muted",
        Status.DRAFT: "muted",
    }
)

STYLES: Mapping[str, tuple[str, bool]] = MappingProxyType(
    {
        "text": ("foreground", False),
        "strong": ("bright", True),
        "muted": ("muted", False),
        "heading": ("muted", True),
        "alarm": ("overdue", True),
        "guide": ("guide", False),
        "line": ("line", False),
        "accent": ("accent", True),
        "mark": ("bright", False),
        "achieved": ("accent", False),
        "achieved-bold": ("accent", True),
        **{name: (name, False) for name in STATUS_COLOURS},
        **{f"{name}-bold": (name, True) for name in STATUS_COLOURS},
    }
)
"""The names of everything that is drawn by hand: a theme variable, and whether it is bold."""
