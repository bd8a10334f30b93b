"""The link as a code that a phone's camera reads, drawn in a terminal with half blocks."""

QUIET = 4
"""Light modules around the code, without which cameras do not find it."""
_BLOCKS = {(True, True): "█", (True, False): "▀", (False, True): "▄", (False, False): " "}


def qr_lines(text: str, *, ink_is_light: bool = False) -> tuple[str, ...]:
    """Draw a code, two modules to a line; the blocks are its dark modules, or its light ones on a dark ground.

    Raises:
        ModuleNotFoundError: segno is not installed.

    """
    import segno

    code = segno.make_qr(text, error="l", boost_error=True)
    rows = [[bool(module) is not ink_is_light for module in row] for row in code.matrix_iter(border=QUIET)]
    rows += [[ink_is_light] * len(rows[0])] if len(rows) % 2 else []
    return tuple(
        "".join(_BLOCKS[pair] for pair in zip(upper, lower, strict=True))
        for upper, lower in zip(rows[::2], rows[1::2], strict=True)
    )
