"""`python -m smart_tui` and the installed command: one door."""

import os


def main() -> None:
    """Run the command line."""
    # Textual asks terminals for the Kitty protocol, in which iTerm2 and others swallow composed
    # Vietnamese; it reads this switch once, at its import. A person's own choice is respected.
    os.environ.setdefault("TEXTUAL_DISABLE_KITTY_KEY", "1")
    from smart_tui.cli.main import run

    run()


if __name__ == "__main__":
    main()
