"""Sentences to begin with, and where to read on (row 34)."""

from pathlib import Path

import pytest
from user import at_the_screen

from smart_tui.coach.rewriting import blanks_of
from smart_tui.words.language import language, languages
from smart_tui.words.templates import TEMPLATES


@pytest.mark.parametrize("lang", languages())
def test_every_template_leaves_open_how_much_and_until_when(lang: str) -> None:
    for _, sentence in TEMPLATES:
        assert len(blanks_of(language(lang).say(sentence))) == 2


@pytest.mark.parametrize(
    ("lang", "name", "typed", "sentence"),
    [
        ("en", "Template: win so many", "40", "Win 40 new leads through our website [by when]"),
        (
            "vi",
            "Mẫu: có được bao nhiêu",
            "40",
            "Có được 40 khách hàng tiềm năng mới qua website [đến khi nào]",
        ),
    ],
)
async def test_row_34_a_template_opens_the_screens_on_its_first_blank(
    tmp_path: Path, lang: str, name: str, typed: str, sentence: str
) -> None:
    async with at_the_screen(tmp_path, lang=lang) as user:
        await user.presses("ctrl+p")
        await user.pastes(name)
        await user.waits_for("[bao" if lang == "vi" else "[how")
        await user.presses("enter")
        await user.types(typed)
        user.sees(sentence)


async def test_row_34_the_help_says_where_to_read_on(tmp_path: Path) -> None:
    async with at_the_screen(tmp_path, size=(100, 50)) as user:
        await user.presses("question_mark")
        user.sees("https://en.wikipedia.org/wiki/SMART_criteria")
