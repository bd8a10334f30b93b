"""The second way to edit a goal's text, for shapes that splicing does not know: tomlkit, on that one goal alone."""

from collections import Counter
from collections.abc import Sequence
from itertools import chain

from msgspec.structs import replace

from smart_tui.store.edits import Edit, Insert, Put
from smart_tui.store.layout import Unplaceable
from smart_tui.store.scan import comments
from smart_tui.store.values import render

LARGEST_BLOCK = 64 * 1024
"""Characters; tomlkit's time grows much faster than the text."""


def edited(block: str, edits: Sequence[Edit]) -> str:
    """Give the edited text of one goal, all its comments kept; raises Unplaceable."""
    import tomlkit
    from tomlkit.exceptions import TOMLKitError

    if len(block) > LARGEST_BLOCK:
        raise Unplaceable
    try:
        document = tomlkit.parse(block)
        if tomlkit.dumps(document) != block:
            raise Unplaceable
        goal = document["goal"][0]
        for edit in chain.from_iterable(edit.singly() for edit in edits):
            # Only a value's own text keeps a number as it was typed.
            typed = edit
            if isinstance(edit, (Put, Insert)):
                typed = replace(edit, value=tomlkit.value(render(edit.value)))
            typed.alter(goal)
        text = tomlkit.dumps(document)
    except (TOMLKitError, LookupError, TypeError, ValueError, AttributeError) as error:
        raise Unplaceable from error
    if Counter(comments(block)) - Counter(comments(text)):
        raise Unplaceable
    return text
