"""The one door for a person's text onto a screen: never read as markup, never able to move the cursor."""

from rich.cells import cell_len, chop_cells
from textual.content import Content

from smart_tui.words.clean import clean, clean_lines


def content(text: str) -> Content:
    """Show a text as it is; its line ends are kept."""
    return Content(clean_lines(text))


def cut(text: str, width: int) -> str:
    """Shorten a text to so many cells, the last one an ellipsis."""
    if cell_len(text) <= width:
        return text
    if width <= 0:
        return ""
    kept, left = [], width - 1
    for char in text[: width * 4]:  # no more fit, whatever marks they carry
        left -= cell_len(char)
        if left < 0:
            break
        kept.append(char)
    return "".join(kept).rstrip() + "…"


def fitted(text: str, width: int, *, right: bool = False) -> str:
    """Give a text exactly so many cells, cut or filled with spaces."""
    text = cut(text, width)
    blank = " " * (width - cell_len(text))
    return blank + text if right else text + blank


def wrapped(text: str, width: int) -> list[str]:
    """Break a text into lines of at most so many cells, between words where it can be."""
    lines = [""]
    for word in clean(text).split(" "):
        joined = f"{lines[-1]} {word}" if lines[-1] else word
        if cell_len(joined) <= width:
            lines[-1] = joined
            continue
        first, *rest = chop_cells(word, max(width, 2)) or [""]
        lines += [first, *rest]
    return lines if lines[0] or len(lines) == 1 else lines[1:]
