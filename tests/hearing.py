"""What runs in the background passes on that it hears no signal; the programs that are tested must hear them."""

import signal


def hear() -> None:
    """Hear what a terminal sends, and let every program that is started hear it."""
    signal.signal(signal.SIGINT, signal.default_int_handler)
    if hasattr(signal, "SIGHUP"):
        signal.signal(signal.SIGHUP, signal.SIG_DFL)
