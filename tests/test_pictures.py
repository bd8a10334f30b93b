"""The pictures show the program as it is."""

import re

import pytest
from moving import NAMES, animated, film
from pictures import FOLDER, PICTURES, Picture, cells

LARGEST = 400_000
"""Bytes of a moving picture: it is the first thing that a reader waits for."""
MOST = 12
"""Pictures there are at most."""


@pytest.mark.parametrize("picture", PICTURES, ids=lambda picture: picture.name)
async def test_a_picture_is_up_to_date(picture: Picture) -> None:
    kept = (FOLDER / f"{picture.name}.svg").read_text("utf-8")
    assert cells(await picture.take()) == cells(kept), "run: python tests/pictures.py"
    assert "http" not in kept.replace("http://www.w3.org/2000/svg", "").replace(
        "https://www.textualize.io", ""
    )


@pytest.mark.parametrize("lang", NAMES)
async def test_a_moving_picture_is_up_to_date(lang: str) -> None:
    kept = (FOLDER / f"{NAMES[lang]}.svg").read_text("utf-8")
    assert animated(await film(lang)) == kept, "run: python tests/moving.py"


@pytest.mark.parametrize("name", NAMES.values())
def test_a_moving_picture_is_small_needs_nothing_and_lasts_a_moment(name: str) -> None:
    kept = (FOLDER / f"{name}.svg").read_text("utf-8")
    assert len(kept.encode()) < LARGEST
    assert kept.count("http") == 1  # the name of the format
    assert "<script" not in kept
    (seconds,) = re.findall(r"\.m\{animation:([\d.]+)s", kept)
    assert 12 <= float(seconds) <= 20


def test_no_picture_is_left_over() -> None:
    names = [*(picture.name for picture in PICTURES), *NAMES.values()]
    assert len(names) <= MOST
    assert {file.name for file in FOLDER.iterdir()} == {f"{name}.svg" for name in names}
