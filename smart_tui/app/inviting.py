"""What a facilitator wishes for guests; nothing here needs what serves them."""

from msgspec import Struct


class Wished(Struct, frozen=True):
    """How guests are to come in."""

    at_once: bool = False
    """Whether the page is open from the beginning."""
    capacity: int = 20
    address: str | None = None
    """Where to listen; None is as before, else this machine alone."""
    port: int | None = None
    """None is as before, else any that is free."""
