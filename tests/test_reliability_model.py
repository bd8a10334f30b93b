"""The power goes at any moment: the states of a modelled disk, and whether the model sees what is wrong."""

import sys

import pytest
from reliability.disk_model import RIGHT
from reliability.operations import deeds
from reliability.powerloss import WRONG, run, run_in_a_row, run_wrong

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="folders are not synced there")


@pytest.mark.parametrize("name", [deed.name for deed in deeds()])
def test_after_a_cut_there_is_the_old_file_or_the_new_one(name: str) -> None:
    (deed,) = (deed for deed in deeds() if deed.name == name)
    assert set(run(deed)) == {RIGHT}


def test_what_was_acknowledged_before_is_there_after_a_cut_in_a_later_write() -> None:
    assert set(run_in_a_row()) == {RIGHT}


@pytest.mark.parametrize("name", WRONG)
def test_the_model_sees_what_a_wrong_writer_loses(name: str) -> None:
    assert set(run_wrong(name)) - {RIGHT}
