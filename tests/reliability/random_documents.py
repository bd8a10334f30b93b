"""Goal files as careless hands write them: every way that TOML knows of saying the same, comments everywhere."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from reliability.random_fields import FIELDS, LETTERS, LISTS, Shape
from smart_tui.goals.terms import Did, Kind

LETTERS_OF_TEXTS = 'aé "\\#[]{}=,.\n\t\u202eệ字'


@dataclass(frozen=True)
class Written:
    """A document as its pieces; those at `goals` are goals, the others stand between them."""

    pieces: tuple[str, ...]
    goals: tuple[int, ...]
    inline: bool = False
    """Whether all goals stand in one array of inline tables, where not everything can be changed."""

    @property
    def data(self) -> bytes:
        """The file's bytes."""
        return "".join(self.pieces).encode()


def document(chance: Random) -> Written:
    """Write one."""
    if chance.random() < 0.04:
        return _in_one_array(chance)
    pieces = [chance.choice(["", "version = 1\n\n", '#: top\ntitle = "x"\n\n', "year_starts = 4 #: april\n"])]
    goals = []
    for number in range(chance.randint(1, 3)):
        goals.append(len(pieces))
        pieces += [_goal(chance, number), chance.choice(BETWEEN).format(number)]
    if chance.random() < 0.25:
        pieces = [piece.replace("\n", "\r\n") for piece in pieces]
    if chance.random() < 0.2:
        pieces[0] = "\ufeff" + pieces[0]
    if chance.random() < 0.25:
        pieces[-1 if pieces[-1].strip() else -2] = pieces[-1 if pieces[-1].strip() else -2].rstrip()
        pieces[-1] = pieces[-1].rstrip()
    return Written(tuple(pieces), tuple(goals))


BETWEEN = (
    "",
    "\n",
    "\n\n",
    "\n#: floating {0}\n\n",
    "\n[settings.s{0}]\nx = nan #: s{0}\n\n",
    "\n[[log.l{0}]] #: l{0}\ny = 0x1F\n",
    "[place{0}]\n'a b' = [1,\n 2, #: p{0}\n]\n",
)


def text(chance: Random) -> str:
    """Give a text with whatever confuses readers."""
    made = "".join(chance.choices(LETTERS_OF_TEXTS, k=chance.randint(1, 10)))
    return made if made.strip() else made + "x"


def day(chance: Random) -> date:
    """Give a day."""
    return date(2026, 1, 1) + timedelta(chance.randrange(700))


def quoted(chance: Random, said: str) -> str:
    """Write a text in one of the ways of TOML."""
    plain = "".join(c if c.isalnum() else f"\\u{ord(c):04x}" for c in said)
    ways = [f'"{plain}"']
    if not set(said) & set("'\n\u202e\t"):
        ways.append(f"'{said}'")
    if not set(said) & set('"\\\u202e'):
        ways.append(f'"""\n{said}"""')
    if not set(said) & set("'\u202e"):
        ways.append(f"'''{said}'''" if not said.startswith("\n") else f"'''\n{said}'''")
    return chance.choice(ways)


def number(chance: Random) -> str:
    """Spell a number in one of the ways of TOML."""
    whole = chance.randint(0, 99_999)
    return chance.choice(
        [
            str(whole),
            f"-{whole + 1}",
            f"+{whole}",
            f"{whole:_}",
            f"0x{whole:X}",
            f"{whole}.50",
            f"{whole}.0",
            "-0.0",
            f"{whole % 10}e3",
            f"{whole % 10}.25E-1",
        ]
    )


def checkin(chance: Random, *, done: bool) -> dict[str, str]:
    """Write a check-in: its keys in any order, some that nobody knows."""
    keys = {
        "date": day(chance).isoformat(),
        "value": chance.choice(["true", "false"]) if done else number(chance),
    }
    if chance.random() < 0.5:
        keys["note"] = _line(chance)
    if chance.random() < 0.2:
        keys["confidence"] = str(chance.randint(0, 10))
    if chance.random() < 0.2:
        keys["weather"] = '"rain"'
    return dict(chance.sample(list(keys.items()), len(keys)))


def _line(chance: Random) -> str:
    """Write a text on one line, as inline tables want it."""
    said = text(chance)
    plain = "".join(c if c.isalnum() else f"\\u{ord(c):04x}" for c in said)
    return f"'{said}'" if not set(said) & set("'\n\u202e\t") and chance.random() < 0.5 else f'"{plain}"'


def _value(chance: Random, shape: Shape) -> str:
    """Write a value on one line."""
    if not isinstance(shape, str):
        return f'"{chance.choice(list(shape))}"'
    plain: dict[str, Callable[[], str]] = {
        "text": lambda: _line(chance),
        "number": lambda: number(chance),
        "day": lambda: day(chance).isoformat(),
        "truth": lambda: chance.choice(["true", "false"]),
        "confidence": lambda: str(chance.randint(0, 10)),
        "clarity": lambda: (
            f"{{ clear = 1, asked = {chance.randint(1, 9)}, open = [{_line(chance)}], x = 1 }}"
        ),
        "result": lambda: f"{{date = {day(chance)}, kept = {_line(chance)}}}",
    }
    return plain[shape]() if shape in plain else f"[{', '.join(items(chance, shape))}]"


def items(chance: Random, shape: str) -> list[str]:
    """Write the items of a list."""
    one: dict[str, Callable[[], str]] = {
        "texts": lambda: _line(chance),
        "past": lambda: f"{{ value = {number(chance)}, period = {_line(chance)} }}",
        "actions": lambda: f"{{what = {_line(chance)}, done = {chance.choice(['true', 'false'])}}}",
        "milestones": lambda: f"{{ date = {day(chance)}, value = {number(chance)} }}",
    }
    return [one[shape]() for _ in range(chance.randint(0, 3))]


def _in_one_array(chance: Random) -> Written:
    goals = chance.randint(1, 3)
    rows = (
        f'  {{ id = "g{n}", title = {_line(chance)}, measurable = {{ target = {number(chance)} }}, '
        f"history = {{ checkins = [{{ date = {day(chance)}, value = {number(chance)} }}] }} }}, #: g{n}\n"
        for n in range(goals)
    )
    pieces = ("#: top\n", f"goal = [ #: all\n{''.join(rows)}]\n", "\n[settings] #: s\nx = 1\n")
    return Written(pieces, (1,) * goals, inline=True)


def _goal(chance: Random, number_: int) -> str:
    head, tail = f"#: above {number_}\n[[goal]] #: head {number_}\n", ""
    own = [name for name in FIELDS if "." not in name and name != "id"]
    kind = chance.choice([None, *Kind])
    if chance.random() < 0.9:
        head += f'id = "g{number_}" #: id {number_}\n'
    head += "".join(_entry(chance, "", name) for name in own if chance.random() < 0.35)
    if chance.random() < 0.4:
        head += f"feel = {{ a = 1, 'b c' = [2, {{}}] }} #: unknown {number_}\n"
    for letter in chance.sample(LETTERS, len(LETTERS)):
        above, below = _table(chance, letter, kind)
        head, tail = head + above, tail + below
    above, below = _history(chance, done=kind is Kind.YES_NO)
    if chance.random() < 0.08:
        tail += f"[between{number_}] #: in the middle\nz = 1\n"
    return head + above + tail + below + chance.choice(["", "", "\n", f"#: tail {number_}\n\n"])


def _table(chance: Random, letter: str, kind: Kind | None) -> tuple[str, str]:
    """Write one letter: what stands in the goal's own table, and what stands below it."""
    names = [name for name in FIELDS if name.startswith(f"{letter}.") and name != "measurable.kind"]
    names = [name for name in names if chance.random() < 0.3]
    fixed = {"kind": f'"{kind}"'} if letter == "measurable" and kind else {}
    way = chance.choice(["none", "section", "section", "dotted", "inline"]) if not fixed else "section"
    if way == "none":
        return "", ""
    if way == "dotted":
        return "".join(_entry(chance, f"{letter}.", name.partition(".")[2]) for name in names), ""
    if way == "inline":
        inner = ", ".join(f"{name.partition('.')[2]} = {_value(chance, FIELDS[name])}" for name in names)
        return f"{letter} = {{ {inner} }} #: inline {letter}\n", ""
    indent = chance.choice(["", "", "  ", "\t"])
    lines = "".join(f"{indent}{key} = {value}\n" for key, value in fixed.items())
    lines += "".join(indent + _entry(chance, "", name.partition(".")[2], FIELDS[name]) for name in names)
    header = chance.choice([f"[goal.{letter}]", f"[ goal . '{letter}' ]"])
    return "", f"{indent}{header} #: {letter}\n{lines}" + chance.choice(["", "\n", f"#: below {letter}\n\n"])


def _entry(chance: Random, before: str, name: str, shape: Shape | None = None) -> str:
    shape = shape or FIELDS[before + name]
    key = chance.choice([name, name, f'"{name}"', f"'{name}'"])
    if shape == "text" and chance.random() < 0.4:
        value = quoted(chance, text(chance))
    elif shape in LISTS and chance.random() < 0.5:
        rows = "".join(f"  {row}, #: list-{name}\n" for row in items(chance, str(shape)))
        value = f"[ #: open-{name}\n{rows}]"
    else:
        value = _value(chance, shape)
    equals = chance.choice([" = ", "=", "  =\t"])
    return f"{before}{key}{equals}{value}{chance.choice(['', f' #: {name}', '   '])}\n"


def _history(chance: Random, *, done: bool) -> tuple[str, str]:
    rows = [checkin(chance, done=done) for _ in range(chance.randint(0, 3))]
    inline = ["{ " + ", ".join(f"{key} = {value}" for key, value in row.items()) + " }" for row in rows]
    more = ""
    if chance.random() < 0.3:
        more += f'decisions = [{{ date = {day(chance)}, did = "{chance.choice(list(Did))}" }}] #: decided\n'
    if chance.random() < 0.3:
        more += f"leads = [\n  {{ date = {day(chance)}, name = 'calls', value = 3 }}, #: lead\n]\n"
    if chance.random() < 0.2:
        more += f"result = {{ date = {day(chance)}, learned = {_line(chance)} }}\nmood = 'x' #: mood\n"
    match chance.choice(["none", "lines", "lines", "one line", "nested", "dotted", "ragged", "inline"]):
        case "none":
            return "", ""
        case "lines":
            inner = "".join(f"  {row}, #: row{n} \n  #: under row{n}\n" for n, row in enumerate(inline))
            return "", f"[goal.history] #: h\ncheckins = [\n{inner}]\n{more}"
        case "one line":
            return "", f"[goal.history]\n{more}checkins = [{', '.join(inline)}] #: all\n"
        case "dotted":
            return f"history.checkins = [{', '.join(inline)}] #: all\n", ""
        case "ragged":
            inner = ",\n\n".join(f"\t{row}" for row in inline)
            last = f" #: row{len(inline) - 1} " if inline else ""
            return "", f"[goal.history]\n'checkins' = [ #: open\n{inner}{last}\n]\n{more}"
        case "inline":
            return f"history = {{ checkins = [{', '.join(inline)}] }} #: all\n", ""
        case _:
            tables = (
                f"#: row{n} \n[[goal.history.checkins]]\n" + "".join(f"  {k} = {v}\n" for k, v in row.items())
                for n, row in enumerate(rows)
            )
            return "", f"[goal.history]\n{more}" + "".join(tables)
