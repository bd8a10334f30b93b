"""Stories of what a person knows about their own means: asked on A and R, kept in the file, printed on the sheet."""

import tomllib
from itertools import chain

import pytest
from shell import Shell
from user import at_the_screen

from smart_tui.words.language import language

ABLE = {
    "strengths": ("Strengths", "schools know us"),
    "weaknesses": ("Weaknesses", "nobody writes"),
    "resources": ("Resources", "two people, 10 hours a week"),
    "evidence": ("Evidence", "the spring [trial] won 28"),
}
RELEVANT = {
    "why": ("Why", "contracts raise revenue"),
    "realistic": ("Realistic", "a third of the list said yes"),
    "plan": ("Plan", "first two schools, then all"),
}
"""For each key of the file: what the answer is called on the sheet, and what is typed."""


async def written(shell: Shell, lang: str) -> None:
    """Answer it all in the wizard, and save."""
    fields = {
        "why": "Why it matters",
        "realistic": "Is it realistic?",
    }
    async with at_the_screen(shell.home, lang=lang, size=(120, 40)) as user:
        await user.presses("n")
        await user.types(
            "Win 40 new leads by 31/12/2026" if lang == "en" else "Có 40 khách mới trước 31/12/2026"
        )
        await user.presses("pagedown")
        for answers in (ABLE, RELEVANT):
            await user.presses("pagedown")
            await user.unfolds()
            for key, (name, text) in answers.items():
                await user.goes_to(language(lang).say(fields.get(key, name)))
                await user.pastes(text)
        await user.presses("ctrl+s")


@pytest.mark.parametrize("lang", ["en", "vi"])
async def test_row_43_strengths_weaknesses_resources_evidence_are_kept_and_printed(
    shell: Shell, lang: str
) -> None:
    await written(shell, lang)
    (kept,) = tomllib.loads(shell.file.read_text("utf-8"))["goal"]
    assert kept["achievable"] == {key: text for key, (_, text) in ABLE.items()}
    assert kept["relevant"] == {key: text for key, (_, text) in RELEVANT.items()}

    say = language(lang).say
    told = [(say(name), text) for name, text in chain(ABLE.values(), RELEVANT.values())]
    shown = shell("--lang", lang, "show", kept["id"]).lines
    first = {told[0][0]: "A", told[4][0]: "R"}
    assert [f"{first.get(name, ' ')}  {name}: {text}" for name, text in told] == shown[
        shown.index(f"A  {told[0][0]}: {told[0][1]}") :
    ][:7]
    plain = shell("--lang", lang, "--plain", "show", kept["id"]).out
    page = shell("--lang", lang, "report", "--format", "html").out
    markdown = shell("--lang", lang, "report").out.replace("\\", "")
    for name, text in told:
        assert f"{name}: {text}" in plain
        assert all(part in page for part in (f">{name}", text))
        assert f"**{name}**: {text}" in markdown or f": {name}: {text}" in markdown


def test_nothing_is_printed_that_nobody_answered(shell: Shell) -> None:
    shell.write('[[goal]]\nid = "a-1"\ntitle = "Win 40 leads"\n')
    names = [name for name, _ in chain(ABLE.values(), RELEVANT.values())]
    assert not any(name in shell("show", "a-1").out for name in names)
    assert not any(f"**{name}**" in shell("report").out for name in names)
    assert not any(f"<dt>{name}" in shell("report", "--format", "html").out for name in names)


def test_a_long_answer_is_one_paragraph_below_its_letter(shell: Shell) -> None:
    shell.write(
        '[[goal]]\nid = "a-1"\ntitle = "Win 40 leads"\n[goal.achievable]\nobstacle = "the fair is cancelled"\n'
        '[goal.relevant]\nplan = """\nfirst one school\nthen all"""\n'
    )
    assert shell("show", "a-1").lines[-2:] == [
        "A  the fair is cancelled",
        "R  Plan: first one school then all",
    ]
