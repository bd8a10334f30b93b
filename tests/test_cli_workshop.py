"""`workshop` from the shell: the plan at a glance, blank worksheets, what is not possible."""

from pathlib import Path

import pytest
from shell import Shell


def test_the_plan_has_minutes_materials_and_the_questions_of_each_letter(shell: Shell) -> None:
    ran = shell("workshop", "--plan", "--minutes", "60")
    assert ran.code == 0
    for said in (
        "60 min in all",
        "What has to be there",
        "Beforehand",
        "M Measurable · 8 min",
        "From which number on would you say: done?",
        "Clarity round · 11 min",
    ):
        assert said in ran.out


def test_without_a_terminal_the_plan_is_printed_in_the_language_asked_for(shell: Shell) -> None:
    ran = shell("--lang", "vi", "workshop")
    assert ran.code == 0
    assert "Vòng làm rõ" in ran.out
    assert "Đến con số nào thì bạn nói: xong?" in ran.out


def test_row_34_a_blank_worksheet_comes_in_three_forms(
    shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for folder in ("worksheet", "worksheet-2"):
        assert shell("workshop", "--worksheet").code == 0
        assert sorted(path.name for path in (tmp_path / folder).iterdir()) == [
            *(f"plan.{form}" for form in ("html", "md", "txt")),
            *(f"worksheet.{form}" for form in ("html", "md", "txt")),
        ]


@pytest.mark.parametrize("wrong", [("--minutes", "5"), ("--guests", "0"), ("--port", "70000")])
def test_what_cannot_be_is_refused(shell: Shell, wrong: tuple[str, str]) -> None:
    assert shell("workshop", *wrong).code == 2
