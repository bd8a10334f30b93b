"""The pictures show the program as it is."""

import pytest
from pictures import FOLDER, PICTURES, Picture, cells


@pytest.mark.parametrize("picture", PICTURES, ids=lambda picture: picture.name)
async def test_a_picture_is_up_to_date(picture: Picture) -> None:
    kept = (FOLDER / f"{picture.name}.svg").read_text("utf-8")
    assert cells(await picture.take()) == cells(kept), "run: python tests/pictures.py"
    assert "http" not in kept.replace("http://www.w3.org/2000/svg", "").replace(
        "https://www.textualize.io", ""
    )


def test_no_picture_is_left_over() -> None:
    assert {file.name for file in FOLDER.iterdir()} == {f"{picture.name}.svg" for picture in PICTURES}
