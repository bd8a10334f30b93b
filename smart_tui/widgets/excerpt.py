"""A line of the file with a place in it, safe to show and cut to the room there is. Needs no screen."""

from rich.cells import cell_len

from smart_tui.words.clean import clean


def excerpt(text: str, column: int, width: int) -> tuple[str, int]:
    """Give what fits of a line around a column (from 1), and how many cells stand before the column."""
    before, after = one_line(text[: column - 1]), one_line(text[column - 1 :])
    room = max(width * 2 // 3, width - cell_len(after) - 1)
    if cell_len(before) > room:
        before = "…" + _fitting(before[::-1], room - 1)[::-1]
    left = width - cell_len(before)
    if cell_len(after) > left:
        after = _fitting(after, left - 1) + "…"
    return before + after, cell_len(before)


def one_line(text: str) -> str:
    """Make a part of a line safe; a tab is one cell."""
    return clean(text.replace("\t", " "))


def _fitting(text: str, width: int) -> str:
    kept: list[str] = []
    for char in text[: max(width, 0) * 4]:  # no more fit, whatever marks they carry
        width -= cell_len(char)
        if width < 0:
            break
        kept.append(char)
    return "".join(kept)
