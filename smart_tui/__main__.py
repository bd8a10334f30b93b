"""`python -m smart_tui` and the installed command: one door."""

import gc
import os


def main() -> None:
    """Run the command line."""
    # What is loaded at the start stays to the end; to search it for garbage again and again costs a tenth of
    # the start. The app collects again before it runs; everything else is over at once.
    gc.disable()
    # Textual asks terminals for the Kitty protocol, in which iTerm2 and others swallow composed
    # Vietnamese; it reads this switch once, at its import. A person's own choice is respected.
    os.environ.setdefault("TEXTUAL_DISABLE_KITTY_KEY", "1")
    from smart_tui.cli.main import run

    try:
        run()
    finally:
        gc.freeze()  # nor is it searched on the way out


if __name__ == "__main__":
    main()
