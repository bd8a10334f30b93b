"""Stories in a real terminal: the program as it is installed, keys in, bytes out."""

import re
import tomllib
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from terminal import Terminal

QUESTIONS = (
    "Exactly what do you want to achieve?",
    "Which number tells you that you are there?",
    "Looking at past results, can your team do it?",
    "Which larger goal does this one serve?",
    "By when must it be done, and why then?",
)
STORY = (
    ("Win 40 new leads through our online channels", "parents of three-year-olds", "Lan"),
    ("CRM",),
    ("28; 31; 34", "the fair is cancelled"),
    ("", "call the customers of the last fair"),
    ("31/12", "", ""),
)
KEPT = "An unfinished goal was kept"


def goals(home: Path) -> list[dict[str, Any]]:
    goals: list[dict[str, Any]] = tomllib.loads((home / "goals.toml").read_text("utf-8"))["goal"]
    return goals


def goal(goal_id: str, title: str, checkins: str = "", **more: str) -> str:
    owner = more.get("owner", "Lan")
    return (
        f'[[goal]]\nid = "{goal_id}"\ntitle = "{title}"\nowner = "{owner}"\n[goal.specific]\nsentence = "{title}"\n'
        f'[goal.measurable]\nmetric = "leads {more.get("metric", "")}"\ntarget = 100\n[goal.timebound]\n'
        f"start = 2026-11-01\ndeadline = 2026-12-31\n[goal.history]\ncheckins = [{checkins}]\n"
    )


def write(home: Path, *blocks: str) -> Path:
    """Replace the goal file at once, as an editor or a sync program does."""
    temp = home / "new.toml"
    temp.write_text("version = 1\n" + "\n".join(blocks), "utf-8")
    return temp.replace(home / "goals.toml")


def selected(terminal: Terminal) -> str:
    return next((line for line in terminal.lines if line.startswith("▌")), "")


def test_an_empty_start_says_what_to_do_and_q_gives_the_terminal_back(tmp_path: Path) -> None:
    with Terminal(tmp_path) as terminal:
        terminal.wait_for("No goals yet. Press n", "smart-tui demo", "q quit")
        terminal.press("q")
        assert terminal.wait_for_end() == 0
        assert terminal.restored
        _, _, after = bytes(terminal.received).rpartition(b"\x1b[?1049l")
        assert b"\x1b[?25h" in after
        assert b"\x1b[?1049h" not in after
    assert not (tmp_path / "goals.toml").exists()


def test_five_screens_with_plain_keys_make_a_goal_in_the_file_and_in_the_list(tmp_path: Path) -> None:
    with Terminal(tmp_path) as terminal:
        terminal.wait_for("No goals yet")
        terminal.press("n")
        for question, answers in zip(QUESTIONS, STORY, strict=True):
            terminal.wait_for(question)
            for text in answers:
                terminal.answer(text)
        terminal.wait_for("Save the goal", "Win 40 new leads", "take it")
        terminal.press("enter")
        terminal.wait_for("saved: Win 40 new leads", "0 of 40")
        assert "Win 40 new leads through our online channels" in selected(terminal)
        terminal.press("q")
        assert terminal.wait_for_end() == 0
    (saved,) = goals(tmp_path)
    assert saved["title"] == "Win 40 new leads through our online channels"
    assert saved["owner"] == "Lan"
    assert saved["specific"]["audience"] == "parents of three-year-olds"
    measure = saved["measurable"]
    assert (measure["kind"], measure["target"], measure["source"]) == ("total", 40, "CRM")
    assert measure["metric"].startswith("new leads")
    assert saved["achievable"]["obstacle"] == "the fair is cancelled"
    assert saved["relevant"]["actions"] == [{"what": "call the customers of the last fair"}]
    assert f"{saved['timebound']['start']} {saved['timebound']['deadline']}" == "2026-11-21 2026-12-31"


def test_a_whole_goal_typed_ahead_of_the_screen_lands_field_by_field(tmp_path: Path) -> None:
    with Terminal(tmp_path) as terminal:
        terminal.wait_for("No goals yet")
        terminal.press("n")
        terminal.wait_for(QUESTIONS[0])
        typed = "".join(f"{text}\r" for answers in STORY for text in answers)
        terminal.send(typed.encode())
        terminal.wait_for("Save the goal", "Win 40 new leads", "take it")
        terminal.press("enter")
        terminal.wait_for("saved: Win 40 new leads", "0 of 40")
    (saved,) = goals(tmp_path)
    assert saved["title"] == "Win 40 new leads through our online channels"
    assert saved["specific"]["audience"] == "parents of three-year-olds"
    assert saved["owner"] == "Lan"
    assert saved["measurable"]["source"] == "CRM"
    assert [result["value"] for result in saved["achievable"]["past"]] == [28, 31, 34]
    assert saved["achievable"]["obstacle"] == "the fair is cancelled"
    assert saved["relevant"]["actions"] == [{"what": "call the customers of the last fair"}]


def test_a_vietnamese_goal_from_pasted_text_in_whole_or_loose_letters(tmp_path: Path) -> None:
    sentence = "Có được 1.000 khách hàng tiềm năng mới trong tháng tới"
    loose = unicodedata.normalize("NFD", sentence)
    with Terminal(tmp_path, "--lang", "vi", columns=120, rows=40) as terminal:
        terminal.wait_for("Chưa có mục tiêu nào")
        terminal.press("n")
        terminal.wait_for("Cụ thể, bạn muốn đạt được điều gì?")
        terminal.paste(loose)
        terminal.answer()
        terminal.answer()
        terminal.answer("Lan")
        terminal.wait_for("Con số nào cho biết bạn đã đạt mục tiêu?")
        for text in ("CRM", "", "", "", ""):
            terminal.answer(text)
        terminal.wait_for("Năm chữ", "Lưu mục tiêu", "Enter lấy")
        terminal.press("enter")
        terminal.wait_for("đã lưu: Có được 1.000", "10 ngày nữa", "q thoát")
        terminal.press("q")
        assert terminal.wait_for_end() == 0
    (saved,) = goals(tmp_path)
    assert saved["specific"]["sentence"] == sentence
    assert saved["measurable"]["metric"] == "khách hàng tiềm năng mới"
    assert saved["measurable"]["target"] == 1000
    assert str(saved["timebound"]["deadline"]) == "2026-12-31"
    assert saved["lang"] == "vi"


@pytest.mark.parametrize(
    "keys",
    ["Vie\x7fê\x7fệt", "Vie\u0302\u0323t", "Viet\x7f\x7fệt", "Vie\u0323\u0302t"],
    ids=["telex", "loose marks", "telex at the end of the word", "marks in the other order"],
)
def test_tools_that_type_vietnamese_by_backspace_or_by_loose_marks_are_understood(
    tmp_path: Path, keys: str
) -> None:
    with Terminal(tmp_path) as terminal:
        terminal.wait_for("No goals yet")
        terminal.press("n")
        terminal.wait_for(QUESTIONS[0])
        terminal.wait_until(lambda: terminal.focus is not None)
        terminal.type(keys + " Nam")
        terminal.wait_for("▌ Việt Nam")


def test_the_window_may_change_its_size_in_the_middle_of_an_answer(tmp_path: Path) -> None:
    with Terminal(tmp_path, columns=120, rows=40) as terminal:
        terminal.wait_for("No goals yet")
        terminal.press("n")
        terminal.wait_for(QUESTIONS[0])
        terminal.answer("Win 40 new leads")
        terminal.type("young parents")
        for columns, rows in ((80, 24), (60, 20), (80, 24), (120, 40)):
            terminal.resize(columns, rows)
            terminal.wait_for("▌ Win 40 new leads", "▌ young parents", QUESTIONS[0])
            terminal.wait_until(lambda: "Enter next" in terminal.lines[-1])
        terminal.type(" in town")
        terminal.wait_for("▌ young parents in town")


def test_a_new_number_is_a_key_a_number_and_enter(tmp_path: Path) -> None:
    write(tmp_path, goal("leads-0001", "One hundred leads", "{ date = 2026-11-13, value = 20 }"))
    with Terminal(tmp_path) as terminal:
        terminal.wait_for("20 of 100")
        terminal.press("c")
        terminal.wait_for("+25 adds")
        terminal.wait_until(lambda: terminal.focus is not None)
        terminal.type("+25")
        terminal.wait_for("+25, then 45 of 100")
        terminal.press("enter")
        terminal.wait_for("✓ saved", "45 of 100")
    dates_and_values = [(str(c["date"]), c["value"]) for c in goals(tmp_path)[0]["history"]["checkins"]]
    assert dates_and_values == [("2026-11-13", 20), ("2026-11-21", 25)]


def test_a_power_cut_on_screen_four_loses_no_answer(tmp_path: Path) -> None:
    with Terminal(tmp_path) as terminal:
        terminal.wait_for("No goals yet")
        terminal.press("n")
        for question, answers in zip(QUESTIONS[:3], STORY, strict=False):
            terminal.wait_for(question)
            for text in answers:
                terminal.answer(text)
        terminal.wait_for(QUESTIONS[3])
        terminal.answer()
        terminal.type("call everybody")
        terminal.wait_until(
            lambda: any(
                "call everybody" in file.read_text("utf-8") for file in tmp_path.rglob("drafts/*/*.json")
            )
        )
        terminal.kill()
    with Terminal(tmp_path) as terminal:
        terminal.wait_for(KEPT)
        terminal.press("v")
        terminal.wait_for(QUESTIONS[3], "▌ call everybody")
        terminal.press("escape")
        terminal.wait_for("← letter")
        for place, answers in enumerate(STORY[:3]):
            terminal.press(str(place + 1))
            terminal.wait_for(QUESTIONS[place], *(f"▌ {text}" for text in answers))
        terminal.press("escape")
        terminal.wait_for(KEPT)
    assert not (tmp_path / "goals.toml").exists()


def test_what_another_program_writes_shows_up_and_the_cursor_stays_on_its_goal(tmp_path: Path) -> None:
    first, second = goal("first-0001", "First goal"), goal("second-0002", "Second goal")
    write(tmp_path, first, second)
    with Terminal(tmp_path) as terminal:
        terminal.wait_for("First goal", "Second goal")
        terminal.press("down")
        terminal.wait_until(lambda: "Second goal" in selected(terminal))
        earlier = goal("third-0003", "Third goal").replace("2026-12-31", "2026-11-30")
        write(tmp_path, earlier, second.replace("target = 100", "target = 777"), first)
        terminal.wait_for("Third goal", "0 of 777")
        assert "Second goal" in selected(terminal)


def test_a_file_that_cannot_be_read_is_named_shown_as_it_was_and_not_written(tmp_path: Path) -> None:
    write(tmp_path, goal("first-0001", "First goal"))
    with Terminal(tmp_path, columns=120, rows=40) as terminal:
        terminal.wait_for("First goal")
        broken = write(tmp_path, goal("first-0001", "First goal"), "deadline = = 2026").read_bytes()
        terminal.wait_for("line 17, column 12", "▌ ? First goal")
        terminal.press("n", "c")
        terminal.wait_for("Nothing can be changed before the file is mended")
        assert (tmp_path / "goals.toml").read_bytes() == broken
        write(tmp_path, goal("second-0002", "Mended goal"))
        terminal.wait_until(lambda: "Mended goal" in terminal.text and "line 17" not in terminal.text)


HOSTILE = {
    "closing tag": "Goal [/] done [/x]",
    "link": "[@click=app.quit]free money[/]",
    "dollar": "Save [$100] [x] done",
    "colour": "red \x1b[31malert\x1b[0m",
    "clipboard": "\x1b]52;c;cHduZWQ=\x07 copied",
    "window title": "\x1b]2;pwned\x1b\\ titled",
    "clear": "\x1b[2J\x1b[H\x1bc wiped",
    "c1": "\x9b31m \x9d2;pwned\x9c one byte",
    "null": "nu\x00ll \x7f\x08\x08\x08 bell\x07",
    "bidi": "\u202egnp.exe \u2066\u200fx",
    "marks": "a" + "\u0301" * 5000,
    "wide": "中" * 150 + "👩‍👩‍👧‍👦",
    "lines": "one\ttwo\nthree\rfour",
}
OWN_SEQUENCES = re.compile(
    r"\x1b\[(?:[\d;]*m|\d+;\d+H|\?[\d;]+[hl]|\?\d+\$p|[<>=][\d;]*u)|\x1b\]22;\w+\x07|\r\n|\n"
)
"""What Textual writes: colours, places, modes, and the shape of the pointer."""
CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_no_text_of_the_file_ever_reaches_the_terminal_as_a_command(tmp_path: Path, text: str) -> None:
    escaped = "".join(f"\\U{ord(letter):08x}" for letter in text)
    checkin = f'{{ date = 2026-11-13, value = 20, note = "{escaped}" }}'
    write(tmp_path, goal("hostile-0001", escaped, checkin, owner=escaped, metric=escaped))
    with Terminal(tmp_path, columns=120, rows=40) as terminal:
        terminal.wait_for("1 on track", "q quit")
        terminal.press("enter")
        terminal.wait_for("Esc back")
        terminal.press("escape")
        terminal.wait_until(lambda: "Esc back" not in terminal.text)
        terminal.press("c")
        terminal.wait_for("+25 adds")
        terminal.press("escape")
        terminal.wait_until(lambda: "+25 adds" not in terminal.text)
        terminal.press("e")
        for place, question in enumerate(QUESTIONS):
            if place:
                terminal.press(str(place + 1))
            terminal.wait_for(question)
            if not place:
                terminal.wait_until(lambda: terminal.focus is not None)
                terminal.press("escape")
                terminal.wait_for("← letter")
        terminal.press("escape")
        terminal.wait_for("q quit")
        terminal.press("?")
        terminal.wait_for("Keys", "Turn a wish into a goal")
        terminal.press("escape")
        terminal.wait_until(lambda: "Turn a wish into a goal" not in terminal.text)
        assert terminal.alive
        terminal.press("q")
        assert terminal.wait_for_end() == 0
        written = OWN_SEQUENCES.sub("", bytes(terminal.received).decode())
    assert not CONTROLS.search(written)
    assert "\x1b[31m" not in bytes(terminal.received).decode()
    assert max(map(len, re.findall("\u0301+", written)), default=0) <= 3
