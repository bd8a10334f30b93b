"""smart-tui: a wish becomes a SMART goal on five screens, kept in one file."""

__version__ = "0.1.0"
