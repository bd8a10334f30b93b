"""Stories of the schools of SMART: what A and R stand for, as the person chose (row 35)."""

import tomllib
from pathlib import Path

import pytest
from shell import Shell
from user import User, at_the_screen

SENTENCE = "Win 40 new leads by 31 December"


def set_to(home: Path, text: str) -> Path:
    """Write the settings by hand."""
    file = home / "config" / "settings.toml"
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, "utf-8")
    return file


async def asks_for(user: User, word: str, letter: str = "R") -> None:
    """Find a command in the palette, and run it."""
    await user.presses("ctrl+p")
    await user.types(word)
    await user.waits_for(f"SMART: {letter} is {word}")
    await user.presses("down", "enter")


async def test_row_35_r_asks_for_realism_and_a_plan(tmp_path: Path) -> None:
    set_to(tmp_path, 'smart = "realistic"\n')
    async with at_the_screen(tmp_path, size=(120, 40)) as user:
        await user.presses("n")
        await user.types(SENTENCE)
        user.sees("R Realistic")
        await user.presses("pagedown", "pagedown")
        user.sees("Can you reach it by your own ability?", "Coach 0 of 2 points", "What are you good at")
        await user.presses("up")
        await user.goes_to("Strengths")
        await user.answers("schools know us")
        await user.pastes("nobody writes")
        user.sees("● You know what you are good at", "1 of 2 points")
        await user.presses("enter")
        user.sees(
            "Is this goal realistic, and what is the plan?", "Coach 0 of 2 points", "then ten calls a day"
        )
        await user.answers("a third of the list said yes")
        await user.pastes("first two schools\nthen all")
        user.sees(
            "● R Realistic",
            "2 of 2 points",
            "● Realistic: a third of the list",
            "● There is a plan.",
        )
        await user.unfolds()
        user.sees("Supports the larger goal", "Why it matters")
        await user.presses("ctrl+s")
        user.sees("saved")
    (made,) = tomllib.loads((tmp_path / "goals.toml").read_text("utf-8"))["goal"]
    assert made["relevant"] == {
        "realistic": "a third of the list said yes",
        "plan": "first two schools\nthen all",
    }
    assert made["achievable"] == {"strengths": "schools know us", "weaknesses": "nobody writes"}


async def test_row_35_without_a_choice_r_asks_for_the_larger_goal(tmp_path: Path) -> None:
    async with at_the_screen(tmp_path, size=(120, 40)) as user:
        await user.presses("n")
        await user.types(SENTENCE)
        user.sees("R Relevant")
        await user.presses("pagedown", "pagedown", "pagedown")
        user.sees("Which larger goal does this one serve?", "○ What is the first step?")
        await user.unfolds()
        user.sees("Is it realistic?", "Plan")


async def test_in_vietnamese_on_a_small_screen(tmp_path: Path) -> None:
    set_to(tmp_path, 'smart = "realistic"\n')
    async with at_the_screen(tmp_path, lang="vi") as user:
        await user.presses("n")
        await user.types("Có 40 khách hàng tiềm năng mới trước 31/12")
        user.sees("R Thực tiễn")
        await user.presses("pagedown", "pagedown", "pagedown")
        user.sees("Kế hoạch từng bước là gì?", "→ Bước đầu: lập danh sách khách hàng")
        await user.presses("f5")
        user.sees("▌ lập danh sách khách hàng cần gặp trước", "Vì sao bạn tin là thực tế?")
        await user.goes_to("Có thực tế")
        await user.answers("đã có danh sách")
        user.sees("● R Thực tiễn")


async def test_the_palette_switches_and_the_choice_stays(tmp_path: Path) -> None:
    async with at_the_screen(tmp_path) as user:
        await asks_for(user, "Realistic")
        user.sees("SMART: R is Realistic")
    assert tomllib.loads((tmp_path / "config" / "settings.toml").read_text("utf-8")) == {"smart": "realistic"}
    async with at_the_screen(tmp_path) as user:
        await user.presses("n")
        user.sees("R Realistic")
        await asks_for(user, "Relevant")
        user.sees("R Relevant")
    async with at_the_screen(tmp_path) as user:
        await user.presses("n")
        user.sees("R Relevant")


async def test_row_35_an_assignable_a_asks_first_who_does_it(tmp_path: Path) -> None:
    set_to(tmp_path, 'smart = "assignable"\n')
    async with at_the_screen(tmp_path, size=(120, 40)) as user:
        await user.presses("n")
        await user.types(SENTENCE)
        user.sees("A Assignable", "R Relevant")
        user.does_not_see("Who is responsible")
        await user.presses("pagedown", "pagedown")
        user.sees("Who does it, and can they?", "Coach 0 of 3 points", "○ Who is responsible?")
        await user.answers("Lan")
        user.sees("● Lan is responsible.", "1 of 3 points", "Best so far", "What could stand in the way")
        await user.presses("ctrl+s")
        user.sees("saved")
    (made,) = tomllib.loads((tmp_path / "goals.toml").read_text("utf-8"))["goal"]
    assert made["owner"] == "Lan"


async def test_an_assignable_a_and_a_realistic_r_in_vietnamese_on_a_small_screen(tmp_path: Path) -> None:
    set_to(tmp_path, 'smart = "assignable realistic"\n')
    async with at_the_screen(tmp_path, lang="vi") as user:
        await user.presses("n")
        await user.types("Có 40 khách hàng tiềm năng mới trước 31/12")
        user.sees("A Giao được", "R Thực tiễn")
        await user.presses("pagedown", "pagedown")
        user.sees("Ai làm, và người đó làm được không?", "○ Ai chịu trách nhiệm?")
        await user.answers("Lan")
        await user.goes_to("Ưu điểm")


async def test_a_takes_another_word_and_r_keeps_its_own(tmp_path: Path) -> None:
    set_to(tmp_path, 'smart = "realistic" # as Doran has it\n')
    async with at_the_screen(tmp_path) as user:
        await asks_for(user, "Attainable", "A")
        user.sees("SMART: A is Attainable")
        await user.presses("n")
        user.sees("A Attainable", "R Realistic")
        await asks_for(user, "Assignable", "A")
        user.sees("A Assignable", "R Realistic")
        await asks_for(user, "Relevant")
        user.sees("A Assignable", "R Relevant")
        await asks_for(user, "Achievable", "A")
        user.sees("A Achievable", "R Relevant")
    file = tmp_path / "config" / "settings.toml"
    assert file.read_text("utf-8") == 'smart = "relevant" # as Doran has it\n'


async def test_switching_inside_the_wizard_keeps_everything(tmp_path: Path) -> None:
    async with at_the_screen(tmp_path) as user:
        await user.presses("n")
        await user.types(SENTENCE)
        await user.presses("pagedown", "pagedown", "pagedown")
        user.sees("Which larger goal")
        await user.goes_to("The first step")
        await user.types("call Lan")
        await asks_for(user, "Realistic")
        user.sees("R Realistic", "Is it realistic?", "SMART: R is Realistic", SENTENCE)
        await user.goes_to("The first step")
        user.sees("▌ call Lan")
        await user.presses("ctrl+s")
        user.sees("saved")
    (made,) = tomllib.loads((tmp_path / "goals.toml").read_text("utf-8"))["goal"]
    assert made["relevant"]["actions"] == [{"what": "call Lan"}]


async def test_settings_that_cannot_be_read_are_said_and_never_replaced(tmp_path: Path) -> None:
    file = set_to(tmp_path, "smart = \n")
    async with at_the_screen(tmp_path) as user:
        await user.presses("n")
        user.sees("R Relevant", "settings.toml: line 1")
        await asks_for(user, "Realistic")
        user.sees("R Relevant", "settings.toml: line 1")
    assert file.read_text("utf-8") == "smart = \n"


def test_the_coach_judges_from_the_shell_as_it_was_set(shell: Shell) -> None:
    assert "  ○ R Relevant 0/2  What is the first step?" in shell("coach", SENTENCE).lines
    set_to(shell.home, 'smart = "realistic"\n')
    said = shell("coach", SENTENCE)
    assert (said.code, said.err) == (0, "")
    assert "  ▲ A Achievable 0/2  What was your best month so far?" in said.lines
    assert "  ○ R Realistic 0/2  What is the plan, step by step?" in said.lines
    codes = [finding["code"] for finding in shell("coach", "--json", SENTENCE).json["findings"]]
    assert {"no-realism", "no-plan", "no-strengths"} <= set(codes)
    assert not {"no-larger", "no-action", "no-obstacle"} & set(codes)


@pytest.mark.parametrize(
    ("said", "line"),
    [
        ("assignable", "  ○ A Assignable 0/3  Who is responsible?"),
        ("Realistic, Assignable", "  ○ A Assignable 0/2  Who is responsible?"),
        ("attainable", "  ▲ A Attainable 0/2  What was your best month so far?"),
        ("attainable realistic", "  ▲ A Attainable 0/2  What was your best month so far?"),
    ],
)
def test_what_a_stands_for_from_the_shell(shell: Shell, said: str, line: str) -> None:
    set_to(shell.home, f'smart = "{said}"\n')
    answer = shell("coach", SENTENCE)
    assert (answer.code, answer.err) == (0, "")
    assert line in answer.lines
    owner = [it for it in shell("coach", "--json", SENTENCE).json["findings"] if it["code"] == "no-owner"]
    assert [it["letter"] for it in owner] == ["A" if "ssignable" in said else "S"]


def test_in_vietnamese_from_the_shell(shell: Shell) -> None:
    set_to(shell.home, 'smart = "realistic"\n')
    assert (
        "  ○ R Thực tiễn 0/2  Kế hoạch từng bước là gì?"
        in shell("--lang", "vi", "coach", "Có 40 khách").lines
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('smart = "smarter"', "smart cannot be “smarter”"),
        ('smart = "attainable assignable"', "smart cannot be “attainable assignable”"),
        ("smart = 3", "smart cannot be “3”"),
        ('smart = "realistic', "line 1"),
        ("[smart]\nr = 1", "smart cannot be"),
    ],
)
def test_a_wrong_setting_is_said_in_one_line_and_the_default_counts(
    shell: Shell, text: str, said: str
) -> None:
    set_to(shell.home, text)
    answer = shell("coach", SENTENCE, SENTENCE)
    assert answer.code == 0
    (complaint,) = answer.complaint
    assert complaint.startswith("settings.toml: ")
    assert said in complaint
    assert sum("R Relevant" in line for line in answer.lines) == 2


@pytest.mark.parametrize("command", [("list",), ("status",), ("add", SENTENCE), ("coach", SENTENCE)])
def test_a_command_says_once_what_is_wrong_with_the_settings(shell: Shell, command: tuple[str, ...]) -> None:
    set_to(shell.home, "smart = ")
    (complaint,) = shell(*command).err.splitlines()
    assert complaint.startswith("settings.toml: line 1, column 7: ")


@pytest.mark.parametrize("command", [("path",), ("--version",), ("list", "--help")])
def test_a_command_that_reads_no_goals_says_nothing_of_the_settings(
    shell: Shell, command: tuple[str, ...]
) -> None:
    set_to(shell.home, "smart = ")
    assert shell(*command).err == ""
