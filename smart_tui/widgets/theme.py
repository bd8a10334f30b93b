"""The two themes, and the colour of each status. Styles name variables, never colours."""

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
        "guide": "#5c6580",
        "field": "#1e2230",
        "selected": "#232940",
        "bright": "#ffffff",
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
    success="#1d7a3e",
    warning="#7d5a00",
    error="#bd2b36",
    foreground="#20242f",
    background="#fbfbfd",
    surface="#fbfbfd",
    panel="#f1f3f8",
    variables={
        "text-muted": "#5a6276",
        "muted": "#5a6276",
        "good": "#1d7a3e",
        "behind": "#7d5a00",
        "at-risk": "#a84a0c",
        "overdue": "#bd2b36",
        "line": "#d3d8e4",
        "guide": "#9aa3b8",
        "field": "#e9edf5",
        "selected": "#dfe8fa",
        "bright": "#000000",
        "scrollbar": "#d3d8e4",
        "scrollbar-background": "#fbfbfd",
        "scrollbar-hover": "#5a6276",
        "scrollbar-active": "#1f5fc4",
        "input-selection-background": "#1f5fc4 25%",
    },
)
THEMES = (DARK, LIGHT)

OWN = ("muted", "good", "behind", "at-risk", "overdue", "line", "guide", "field", "selected", "bright")
"""What the styles name beside Textual's own variables."""

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


def own_variables(*, dark: bool) -> dict[str, str]:
    """Give what the styles name to a theme that does not know it: our dark theme's, or our light one's."""
    ours = DARK if dark else LIGHT
    return {name: ours.variables[name] for name in OWN}
