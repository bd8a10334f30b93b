"""Whatever stands in the file or is typed, no byte that a terminal obeys is printed."""

import unicodedata
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from msgspec.structs import replace
from sample_goals import HOSTILE_TITLES
from shell import Said, Shell

from smart_tui.goals.model import CheckIn, Goal, Measurable, Relevant, Specific, TimeBound
from smart_tui.store.operations import AddCheckIn, AddGoal, Together
from smart_tui.store.store import Store
from smart_tui.words.clean import LONGEST

HOSTILE = pytest.mark.parametrize("text", HOSTILE_TITLES, ids=range(len(HOSTILE_TITLES)))


def obeyed(said: Said) -> set[str]:
    """Give the characters of an answer that do something to a terminal, or hide."""
    text = (said.out + said.err).replace("\n", "")
    return {c for c in text if unicodedata.category(c) in {"Cc", "Cf", "Co", "Cs", "Zl", "Zp"}}


def save(shell: Shell, text: str) -> None:
    """Save two goals in which every text is this one."""
    days = TimeBound(
        start=date(2026, 11, 1),
        deadline=date(2026, 12, 31),
        timing=text,
    )
    made = Goal(
        id="first-1",
        title=text,
        owner=text,
        specific=Specific(sentence=text, audience=text, channel=text, product_line=text),
        measurable=Measurable(metric=text, unit=text, target=Decimal(40), source=text),
        relevant=Relevant(why=text),
        timebound=days,
    )
    second = replace(made, id="second-2", relevant=Relevant(supports="first-1"))
    noted = CheckIn(date=date(2026, 11, 20), value=Decimal(5), note=text)
    Store(shell.file).apply(Together((AddGoal(made), AddGoal(second), AddCheckIn("second-2", noted))))


@HOSTILE
@pytest.mark.parametrize("lang", ["en", "vi"])
def test_no_text_of_the_file_moves_the_cursor(shell: Shell, text: str, lang: str) -> None:
    save(shell, text)
    for options in ([], ["--plain"]):
        for command in (
            ["list"],
            ["show", "first-1"],
            ["show", "second-2"],
            ["log", "second-2", "+1"],
            ["log", "second-2", "+1", "--on", "2026-11-19"],
            ["log", "second-2", "1"],
            ["validate"],
            [],
        ):
            said = shell("--lang", lang, *options, *command)
            assert not obeyed(said), command
            assert max(map(len, said.lines), default=0) < 12 * LONGEST
    assert len(shell("list").lines) == 2


@HOSTILE
def test_json_says_the_text_as_it_is_and_prints_it_harmlessly(shell: Shell, text: str) -> None:
    save(shell, text)
    said = shell("show", "first-1", "--json")
    assert not obeyed(said)
    stored = Store(shell.file).read().file.goals[0].title
    assert said.json["title"] == said.json["audience"] == stored


@HOSTILE
def test_what_is_typed_comes_back_harmlessly(shell: Shell, text: str) -> None:
    save(shell, "Win leads")
    typed = text.replace("\x00", "")
    for command in (
        ["show", typed],
        ["log", typed, "+1"],
        ["log", "first-1", typed],
        ["log", "first-1", "+1", "--on", typed],
        ["log", "first-1", "+1", "--confidence", typed],
        ["add", typed],
        ["add", typed, "--target", typed, "--deadline", typed],
        ["add", "X", "--target", "1", "--deadline", "tomorrow", "--supports", typed],
        ["list", "--status", typed],
        ["--today", typed, "list"],
        ["--lang", typed, "list"],
        [typed],
    ):
        said = shell(*command)
        assert said.code in {2, 3}, command
        assert not obeyed(said), command
        assert len(said.complaint) == 2, command


@HOSTILE
def test_a_goal_can_be_added_under_any_title(shell: Shell, text: str) -> None:
    said = shell("add", text, "--target", "1", "--deadline", "tomorrow")
    assert (said.code, len(said.lines)) == (0, 1)
    assert not obeyed(shell("list"))


def test_a_name_that_several_hostile_titles_share_is_asked_back_harmlessly(shell: Shell) -> None:
    save(shell, "red \x1b[31malert\x1b[0m \x07\u202e")
    said = shell("show", "red")
    assert said.code == 3
    assert not obeyed(said)


def test_a_path_is_printed_harmlessly(shell: Shell, tmp_path: Path) -> None:
    path = tmp_path / "\x1b[31m\u202egoals.toml"
    path.write_text("= =", "utf-8")
    said = shell("--file", str(path), "list")
    assert (said.code, len(said.complaint)) == (4, 2)
    assert not obeyed(said)
