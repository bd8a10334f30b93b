"""What the foot says about a save that went well, but not without something to be told."""

import sys
from pathlib import Path

import pytest
from sample_goals import LEADS
from user import at_the_screen


@pytest.mark.skipif(sys.platform == "win32", reason="links of Unix")
async def test_a_split_link_is_told_once(tmp_path: Path) -> None:
    async with at_the_screen(tmp_path, goals=(LEADS,)) as user:
        (tmp_path / "other.toml").hardlink_to(tmp_path / "goals.toml")
        await user.presses("c")
        await user.answers("+5")
        user.sees("Saved; the file's other name (a hard link) keeps the old goals.")
        await user.presses("c")
        await user.answers("+5")
        user.sees("saved")
        user.does_not_see("hard link")
