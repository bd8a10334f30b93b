"""What somebody most likely did who wrote a line by hand that no parser reads: a code and a place."""

import re
from collections.abc import Callable, Iterator
from itertools import takewhile
from typing import NamedTuple

from smart_tui.goals.model import Problem
from smart_tui.store.codes import Misread
from smart_tui.store.limits import merge_markers, problem_at
from smart_tui.store.scan import BLANKS, Brackets, Token, brackets, opening_quote, tokens
from smart_tui.store.spelling import Found, curly, misspelt, truth

_HEADING = re.compile(
    r"""[ \t]*\[{1,2}[ \t]*[\w."'-]+(?:[ \t]+[\w.-]+)*[ \t]*(?:\]{1,2}[ \t]*(?:\#.*|[\w."'-]+[ \t]*=.*)?)?\Z"""
)
_HALF_HEADING = re.compile(
    r"""[ \t]*(?:goal[\w.]*[ \t]*\]{1,2}|\[{1,2}[ \t]*[\w.]*[ \t]*(?:\]{1,3}[ \t]*)?)(?:\#.*)?\Z"""
)
_STATEMENT = re.compile(r"""[ \t]*[\w."'-]+[ \t]*=""")
_NAME_AHEAD = re.compile(r"""[^\s={}\[\],"'#][^\n={}\[\],"'#]{0,60}=""")
_REMARK = re.compile(r"//|;|--|/\*|\*|%|•|-\s|>")
_MARKER = re.compile(r"(?:<{7}|={7}|>{7}|\|{7})(?:\s|\Z)")
_FIRST_GOAL = re.compile(r"(?m)^[ \t]*(\[)[ \t]*goal[ \t]*\]")


class Fault(NamedTuple):
    """A text, where a parser gave up, and what it said."""

    text: str
    at: int
    said: str
    brackets: Brackets
    """Those before that place."""

    @property
    def char(self) -> str:
        """The character there, nothing at the end."""
        return self.text[self.at : self.at + 1]

    @property
    def start(self) -> int:
        """Where the line starts."""
        return self.text.rfind("\n", 0, self.at) + 1

    @property
    def line(self) -> str:
        """The whole line."""
        end = self.text.find("\n", self.at)
        return self.text[self.start : len(self.text) if end < 0 else end]

    @property
    def indent(self) -> int:
        """Where the line's first letter is."""
        return self.start + len(self.line) - len(self.line.lstrip(" \t"))

    @property
    def rest(self) -> str:
        """The line from here on."""
        return self.line[self.at - self.start :]


def explained(text: str, at: int, said: str) -> Problem:
    """Name the mistake behind a parser's complaint, where it was made."""
    at = min(at, len(text))
    fault = Fault(text, at, said, brackets(text, at))
    for look in (_merge, _twice, _quotes, _spelling, _heading, _nested, _plain):
        if found := look(fault):
            place, code, detail = found
            return problem_at(text, place, code, detail)
    return problem_at(text, at, Misread.SYNTAX)


def _merge(fault: Fault) -> Found | None:
    place = merge_markers(fault.text)
    if place is None and _MARKER.match(fault.line):
        place = fault.start
    return None if place is None else (place, Misread.MERGE_MARKERS, "")


def _twice(fault: Fault) -> Found | None:
    if not re.match(r"Cannot (?:overwrite|declare|mutate|redefine)|Duplicate", fault.said):
        return None
    if heading := re.match(r"[ \t]*(\[{1,2})[ \t]*([^\]\n]*)", fault.line):
        name = heading[2].strip()
        if " " in name:
            return fault.indent, Misread.BAD_HEADING, ""
        if name == "goal" and (single := _FIRST_GOAL.search(fault.text)):
            return single.start(1), Misread.SINGLE_BRACKETS, ""
        return fault.indent, Misread.DUPLICATE_TABLE, f"{heading[1]}{name}{']' * len(heading[1])}"
    if inline := re.search(r"key '(.*)'", fault.said):
        place = fault.text.rfind(inline[1], fault.start, fault.at)
        return max(place, fault.indent), Misread.DUPLICATE_KEY, inline[1]
    place = _statement(fault)
    key = fault.text[place : fault.text.find("=", place)].strip()
    return place, Misread.DUPLICATE_KEY, key


def _statement(fault: Fault) -> int:
    """Give where the statement starts that ends here: a list may have begun lines above."""
    start = fault.brackets.last_closed if fault.line.lstrip()[:1] in {"]", "}"} else None
    start = fault.at if start is None else start
    begin = fault.text.rfind("\n", 0, start) + 1
    return begin + len(fault.text[begin:start]) - len(fault.text[begin:start].lstrip(" \t"))


def _quotes(fault: Fault) -> Found | None:
    if re.match(r"Unescaped|Invalid hex|Escaped", fault.said):
        return fault.text.rfind("\\", fault.start, fault.at + 1), Misread.BACKSLASH, ""
    if re.match(r"Unterminated|Illegal character '\\n'|Expected [\"']{2}", fault.said):
        place = opening_quote(fault.text, fault.at)
        mark = curly(fault.text, place)
        return (
            (place, Misread.OPEN_TEXT, "") if mark is None else (mark, Misread.CURLY_QUOTES, fault.text[mark])
        )
    if re.match(r"Illegal character|Found invalid character", fault.said) or fault.char == "\r":
        return fault.at, Misread.CONTROL_CHARACTER, ""
    before = fault.text[max(fault.at - 1, 0) : fault.at]
    if before and before in "\"'" and re.match(r"\w", fault.char):
        return fault.at - 1, Misread.INNER_QUOTES, ""
    return None


def _spelling(fault: Fault) -> Found | None:
    if fault.said.startswith("Invalid date"):
        return fault.at, Misread.NO_SUCH_DATE, ""
    found = misspelt(fault.text, fault.at)
    in_list = fault.brackets.opened and fault.text[fault.brackets.opened[-1]] == "["
    # In a list 100 200 are two numbers, elsewhere one.
    return None if found and in_list and re.search(r"\d \d", found[2]) else found


def _heading(fault: Fault) -> Found | None:
    if re.match(r"Expected '\]", fault.said):
        return fault.at, Misread.BAD_HEADING, ""
    inside = any(place < fault.start for place in fault.brackets.opened)
    if not inside and (_HEADING.match(fault.line) or _HALF_HEADING.match(fault.line)):
        return (fault.indent if fault.at == fault.start else fault.at), Misread.BAD_HEADING, ""
    return None


def _nested(fault: Fault) -> Found | None:
    opened = fault.brackets.opened
    if not opened:
        return None
    innermost = opened[-1]
    bracket = fault.text[innermost]
    begins_anew = _HEADING.match(fault.line) or (bracket == "[" and _STATEMENT.match(fault.line))
    if begins_anew and innermost < fault.start and bracket == "[" and fault.line.rstrip(" ,\t").endswith("}"):
        return fault.indent, Misread.CLOSES_NOTHING, "}"
    heading_opened = innermost >= fault.start and _HEADING.match(fault.line)
    outer = [place for place in opened if place < fault.start]
    if not fault.char or (heading_opened and outer):
        return (outer or opened)[-1], Misread.OPEN_BRACKET, fault.text[(outer or opened)[-1]]
    if (begins_anew and innermost < fault.start) or (bracket == "{" and fault.char in "{[]"):
        return innermost, Misread.OPEN_BRACKET, bracket
    if bracket == "[" and fault.char == "}":
        return fault.at, Misread.CLOSES_NOTHING, "}"
    if fault.char == ",":
        return _comma(fault)
    if fault.said.startswith("Unclosed"):
        return _last_written(fault.text, fault.at), Misread.MISSING_COMMA, ""
    return _value(fault) or _name(fault)


def _comma(fault: Fault) -> Found:
    before = fault.text[: fault.at].rstrip()[-1:]
    return fault.at, Misread.NO_VALUE if before == "=" else Misread.EXTRA_COMMA, ""


def _value(fault: Fault) -> Found | None:
    if not fault.said.startswith("Invalid value"):
        return None
    if fault.char == "=":
        return fault.at, Misread.MISSING_EQUALS, ""
    if not fault.char or fault.char in "\n#]}":
        return _last_written(fault.text, fault.at), Misread.NO_VALUE, ""
    return fault.at, Misread.BAD_TRUTH if truth(fault.text, fault.at) else Misread.BAD_VALUE, ""


def _name(fault: Fault) -> Found | None:
    if not fault.said.startswith("Expected '='"):
        return None
    if fault.char not in ":=" and (_NAME_AHEAD.match(fault.rest) and not fault.rest[0].isdigit()):
        return _part(fault), Misread.BAD_NAME, ""
    prose = "=" not in fault.line and not re.search(r"[\"'\d:]", fault.line)
    return (fault.indent, Misread.REMARK, "") if prose else (fault.at, Misread.MISSING_EQUALS, "")


def _plain(fault: Fault) -> Found | None:
    if _REMARK.match(fault.rest) and not fault.said.startswith("Invalid value"):
        return fault.at, Misread.REMARK, ""
    ways: tuple[Callable[[Fault], Found | None], ...] = (_value, _name, _after)
    return next((found for way in ways if (found := way(fault))), None)


def _after(fault: Fault) -> Found | None:
    """Name what stands after the end of a statement, or where one should begin."""
    if fault.char and fault.char in "]}":
        return fault.at, Misread.CLOSES_NOTHING, fault.char
    if fault.char == ",":
        several = fault.rest[1:].split("#")[0].strip(" \t]")
        return fault.at, Misread.SEVERAL_VALUES if several else Misread.EXTRA_COMMA, ""
    if fault.said.startswith("Expected newline"):
        return fault.at, Misread.ONE_A_LINE, ""
    return (_part(fault), Misread.BAD_NAME, "") if _NAME_AHEAD.match(fault.rest) else None


def _part(fault: Fault) -> int:
    """Give where the name starts that a parser gave up in."""
    before = fault.text[fault.start : fault.at]
    written = re.split(r"[{,\[]", before)[-1].lstrip(" \t")
    return fault.at - len(written)


def _last_written(text: str, at: int) -> int:
    """Give the last character before this place that is neither blank nor in a comment."""
    while True:
        start = text.rfind("\n", 0, at) + 1
        while start and text[start:at].lstrip(" \t\r")[:1] in {"", "#"}:
            at, start = start - 1, text.rfind("\n", 0, start - 1) + 1
        ends = [min(end, at) for kind, _, end in _until(text, start, at) if kind not in BLANKS]
        if ends or start == 0:
            return max(ends[-1] - 1 if ends else 0, 0)
        at = start - 1


def _until(text: str, start: int, at: int) -> Iterator[Token]:
    return takewhile(lambda token: token.start < at, tokens(text, start))
