"""The hostile corpus in short: the first file of every family, and what grows, through commands and screens."""

import os
import unicodedata
import zlib
from functools import partial
from pathlib import Path

import pytest
from reliability.hostile import alone, sample
from reliability.hostile_commands import run_commands
from reliability.hostile_files import PLAIN, HostileFile, files
from reliability.hostile_screens import SIZES, run_screens
from reliability.hostile_sizes import grown_ones
from reliability.hostile_terminal import orders, run_terminal

CORPUS = tuple(files(large=False))
FIRST = sample(CORPUS, 0)
NAMED = {file.name: file for file in CORPUS}
IN_SHORT = (
    *(("list",), ("status",), ("validate", "--json"), ("show", "g7"), ("report", "--format", "ics")),
    *(("log", "g7", "+5"), ("close", "g7")),
)


def names(file: HostileFile) -> str:
    return file.family


def test_the_corpus_is_large_and_every_file_of_it_is_another() -> None:
    assert len(CORPUS) >= 500
    assert len({(file.family, file.name) for file in CORPUS}) == len(CORPUS)
    assert len({file.packed for file in CORPUS}) > 0.97 * len(CORPUS)


@pytest.mark.parametrize("file", FIRST, ids=names)
def test_every_command_bears_it(file: HostileFile) -> None:
    outcome = alone(run_commands, file)
    assert len(outcome.runs) > 30
    assert not outcome.faults


@pytest.mark.parametrize("name", ["chain of 2,000", "circle of 2,000", "20,000 wrong check-ins"])
def test_what_grows_is_borne_by_commands(name: str) -> None:
    grown = next(text for made, text in grown_ones() if made == name)
    file = HostileFile("sizes", name, zlib.compress(grown.encode(), 1))
    outcome = alone(partial(run_commands, commands=IN_SHORT), file)
    assert len(outcome.runs) == len(IN_SHORT)
    assert not outcome.faults


@pytest.mark.parametrize(
    ("name", "size"),
    [("click", SIZES[0]), ("osc52", SIZES[1]), ("zalgo", SIZES[0]), ("ring of three", SIZES[1])],
)
def test_every_screen_bears_it(name: str, size: tuple[int, int]) -> None:
    outcome = alone(partial(run_screens, only=size), NAMED[name])
    assert len(outcome.runs) > 25
    assert not outcome.faults


def test_no_order_of_the_file_reaches_the_terminal() -> None:
    assert not alone(run_terminal, NAMED["osc52"]).faults


def test_what_means_no_harm_and_what_cannot_be_read_need_no_other_orders() -> None:
    for data in (PLAIN.encode(), b"= ="):
        assert not alone(run_terminal, HostileFile("own", "plain", zlib.compress(data))).faults


def test_orders_to_a_terminal_are_told_apart() -> None:
    assert orders(b"a\x1b[31;1mb\x1b[0mc") == {b"m"}
    assert orders(b"\x1b]2;PWNED\x07") == {b"] 2;PWNED"}
    assert orders(b"\x1b]52;c;eA==\x1b\\\x1b[?25l") == {b"] 52;c;eA==", b"? l"}
    assert orders("a\x9bb\x00".encode()) == {b"\xc2\x9b", b"\x00"}
    assert unicodedata.category("\x9b") == "Cc"


def test_what_a_command_does_wrong_is_found(tmp_path: Path) -> None:
    fault = alone(_leaves, NAMED["osc52"])
    assert fault.faults == ["orders/'osc52': says: wrong"]
    assert "ended with" in alone(_dies, NAMED["osc52"]).faults[0]


def _leaves(file: HostileFile, home: Path) -> list[tuple[str, float, list[str]]]:
    return [("says", 0.0, ["wrong"])]


def _dies(file: HostileFile, home: Path) -> list[tuple[str, float, list[str]]]:
    os._exit(3)
