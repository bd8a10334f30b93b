"""The end that a signal brings comes, whatever goes wrong on the way."""

import asyncio
import signal
from pathlib import Path

import pytest
from user import at_the_screen

from smart_tui.app.ending import SIGNAL


async def test_a_program_that_cannot_look_at_its_fields_ends_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with at_the_screen(tmp_path) as user:

        def unable() -> None:
            raise LookupError

        monkeypatch.setattr(user.app._ending, "_typing", unable)
        user.app._told_to_end(signal.SIGTERM)
        task = user.app._ending._task
        assert task is not None
        with pytest.raises(LookupError):
            await task
        for _ in range(1000):
            if user.app.return_code is None:
                await asyncio.sleep(0.01)
        assert user.app.return_code == SIGNAL + signal.SIGTERM
