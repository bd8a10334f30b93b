"""What stands outside the goals is changed in its place, and what stays is not written anew."""

from typing import Any

import pytest

from smart_tui.store.top import top_edited

TEXT = """\
# Our goals
version = 1 # ours
title = 'VMO' # the team
limit = 1_000

[settings]
theme = "dark" # at night
size = 1_0

[[goal]]
id = "a"
limit = 5
"""
NOW: dict[str, Any] = {
    "version": 1,
    "title": "VMO",
    "limit": 1000,
    "settings": {"theme": "dark", "size": 10},
}


@pytest.mark.parametrize(
    ("wanted", "old", "new"),
    [
        (NOW, "", ""),
        (NOW | {"limit": 1001}, "1_000", "1001"),
        (NOW | {"settings": {"theme": "light", "size": 10}}, '"dark"', '"light"'),
        (NOW | {"settings": {"theme": "dark"}}, "size = 1_0\n", ""),
        (NOW | {"limit": {"a": 1}}, "1_000", "{ a = 1 }"),
        ({key: NOW[key] for key in NOW if key != "limit"}, "limit = 1_000\n", ""),
        ({key: NOW[key] for key in NOW if key != "title"}, "title = 'VMO' # the team", "# the team"),
        (NOW | {"workdays": "mon-sat"}, "1_000\n", '1_000\nworkdays = "mon-sat"\n'),
    ],
)
def test_only_what_differs_is_written(wanted: dict[str, Any], old: str, new: str) -> None:
    assert top_edited(TEXT, wanted) == TEXT.replace(old, new, 1)


def test_a_number_that_becomes_a_table_and_a_table_that_becomes_a_number() -> None:
    assert top_edited("settings = 5\n", {"settings": {"x": 1}}) == "settings = { x = 1 }\n"
    assert top_edited("settings = { x = 1 }\n", {"settings": 5}) == "settings = 5\n"
