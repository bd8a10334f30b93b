"""The real program in terminals with few colours, with none, with few signs."""

import re
from pathlib import Path

import pytest
from terminal import Terminal

from smart_tui.goals.terms import Status
from smart_tui.widgets.glyphs import plain_glyphs, plain_wanted
from smart_tui.words.standing import GLYPHS, STALE_GLYPH

SGR = re.compile(rb"\x1b\[([\d;]*)m")
COLOURS = re.compile(r"(?:^|;)(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])(?:;|$)")
MANY = re.compile(r"(?:^|;)[34]8;[25];")
SIXTEEN = {"COLORTERM": "", "TERM": "xterm"}
PLAIN = "! 1 overdue   ^ 1 behind   * 3 on track   + 1 achieved"
FULL = "! 1 overdue   ▲ 1 behind   ● 3 on track   ✓ 1 achieved"


def styles(terminal: Terminal) -> set[str]:
    return {codes.decode() for codes in SGR.findall(bytes(terminal.received))}


@pytest.mark.parametrize(
    ("env", "counts", "edge"),
    [
        ({"NO_COLOR": "1"}, FULL, "▌"),
        (SIXTEEN, FULL, "▌"),
        ({**SIXTEEN, "TERM": "linux"}, PLAIN, ">"),
        ({**SIXTEEN, "TERM": "vt220", "NO_COLOR": "1"}, PLAIN, ">"),
        ({"LANG": "C"}, PLAIN, ">"),
        ({"LANG": "C", "LC_ALL": "en_US.UTF-8"}, FULL, "▌"),
        ({"TERM": "tmux-256color", "COLORTERM": ""}, FULL, "▌"),
    ],
    ids=lambda it: "-".join(it.values()) if isinstance(it, dict) else "",
)
def test_statuses_and_the_cursor_are_told_by_signs(
    env: dict[str, str], counts: str, edge: str, tmp_path: Path
) -> None:
    with Terminal(tmp_path, "demo", columns=100, rows=30, env=env) as terminal:
        terminal.wait_for(counts)
        terminal.type("j")
        terminal.wait_until(lambda: any(line.startswith(edge) and "$1M" in line for line in terminal.lines))
        sent = styles(terminal)
        if "NO_COLOR" in env:
            assert not [codes for codes in sent if COLOURS.search(codes)]
        elif env.get("COLORTERM") == "" and "256" not in env["TERM"]:
            assert not [codes for codes in sent if MANY.search(codes)]
            assert [codes for codes in sent if COLOURS.search(codes)]


@pytest.mark.parametrize(
    ("environ", "plain"),
    [
        ({}, False),
        ({"LANG": "C"}, True),
        ({"LANG": "POSIX"}, True),
        ({"LANG": "en_US.ISO-8859-1"}, True),
        ({"LANG": "vi_VN.UTF-8"}, False),
        ({"LANG": "vi_VN.utf8"}, False),
        ({"LANG": "C", "LC_ALL": "C.UTF-8"}, False),
        ({"LANG": "C.UTF-8", "LC_ALL": "C"}, True),
        ({"LANG": "C.UTF-8", "LC_ALL": ""}, False),
        ({"LANG": "C", "LC_CTYPE": "vi_VN.UTF-8"}, False),
        ({"LANG": "C.UTF-8", "TERM": "linux"}, True),
        ({"LANG": "C.UTF-8", "TERM": "vt100"}, True),
        ({"LANG": "C.UTF-8", "TERM": "xterm"}, False),
    ],
)
def test_the_locale_or_the_terminal_asks_for_plain_signs(environ: dict[str, str], plain: bool) -> None:
    assert plain_wanted(environ, coerced=False) is plain


def test_what_python_puts_in_the_place_of_a_c_locale_is_no_wish_of_a_person() -> None:
    assert plain_wanted({"LANG": "C", "LC_CTYPE": "C.UTF-8"}, coerced=True)
    assert not plain_wanted({"LANG": "C", "LC_CTYPE": "C.UTF-8"}, coerced=False)
    assert not plain_wanted({"LC_CTYPE": "C.UTF-8"}, coerced=True)


def test_each_status_has_a_plain_sign_of_its_own() -> None:
    signs = [plain_glyphs(GLYPHS[status]) for status in Status] + [plain_glyphs(STALE_GLYPH)]
    assert len(set(signs)) == len(signs)


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Việt Nam, đường Nguyễn Huệ", "Việt Nam, đường Nguyễn Huệ"),
        ("Vie\u0302\u0323t", "Việt"),
        ("“Nhiều” … 5 000 ₫ − 3 €", '"Nhiều" ~ 5 000 đ - 3 E'),
        ("café – 10 × 2 · ¼", "café - 10 × 2 · ¼"),
        ("衝 goal 🎯", "?? goal ??"),
        ("⣀⠤⠒⠉⡇", '_--":'),
        ("⡀⠄⠂⠁", ".··'"),
    ],
)
def test_signs_change_and_widths_do_not(text: str, plain: str) -> None:
    assert plain_glyphs(text) == plain


def test_the_shell_prints_plain_signs_for_people_and_exact_ones_for_programs(tmp_path: Path) -> None:
    env = {"LANG": "C"}
    title = "Win 40 leads – “at once”"
    with Terminal(tmp_path, "add", title, "--deadline", "2026-12-31", "--target", "40", env=env) as terminal:
        assert terminal.wait_for_end() == 0
    with Terminal(tmp_path, "list", env=env) as terminal:
        assert terminal.wait_for_end() == 0
        assert '* on track  Win 40 leads - "at once"' in terminal.text
    with Terminal(tmp_path, "list", "--json", columns=1000, env=env) as terminal:
        assert terminal.wait_for_end() == 0
        assert title in terminal.text
