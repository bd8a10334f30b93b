"""Goal files made to break the program, by families; the same ones at every run."""

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import product

from reliability.hostile_sizes import sizes
from reliability.hostile_texts import FAMILIES, quoted

Made = Iterator[tuple[str, str | bytes]]


@dataclass(frozen=True, slots=True)
class HostileFile:
    """One file of the corpus."""

    family: str
    name: str
    packed: bytes
    """Small, so that a process that is forked off all of them takes little memory."""

    @property
    def data(self) -> bytes:
        """The file's bytes."""
        return zlib.decompress(self.packed)


TEMPLATE = """\
version = 1
title = {text}
days_off = [{{ from = 2026-12-24, to = 2026-12-26, name = {text} }}]
workdays = "mon-sat"

[[goal]]
id = "first"
title = {text}
owner = {text}
alias = {text}
lang = {text}
helpers = [{text}, {text}]
{text} = {text}

[goal.specific]
sentence = {text}
audience = {text}
channel = {text}
product_line = {text}
details = {text}
clarity = {{ clear = 1, asked = 2, open = [{text}] }}

[goal.measurable]
metric = {text}
unit = {text}
target = {number}
baseline = {number}
stretch = {number}
budget = {number}
hours = {number}
source = {text}

[goal.achievable]
past = [{{ period = {text}, value = {number} }}]
strengths = {text}
weaknesses = {text}
resources = {text}
evidence = {text}
obstacle = {text}
if_then = {text}

[goal.relevant]
worth = {number}
why = {text}
realistic = {text}
plan = {text}
actions = [{{ what = {text}, by = {day}, done = false }}]

[goal.timebound]
start = 2026-10-01
deadline = {day}
timing = {text}
milestones = [{{ date = {day}, value = {number} }}]

[goal.history]
checkins = [
  {{ date = 2026-11-02, value = {number}, note = {text}, confidence = 5 }},
  {{ date = 2026-11-09, value = {number}, note = {text} }},
]
decisions = [{{ date = 2026-11-10, did = "extend", field = {text}, from = {day}, to = {text}, why = {text} }}]
leads = [{{ date = 2026-11-10, name = {text}, value = {number} }}]
result = {{ date = 2026-11-10, kept = {text}, missed = {text}, learned = {text} }}

[[goal]]
id = {text}
title = "Second"
relevant.supports = "first"
measurable = {{ target = 5, metric = {text} }}
timebound = {{ start = 2026-11-01, deadline = 2026-11-15 }}

[[goal]]
title = {text}
relevant.supports = {text}
"""
PLAIN = TEMPLATE.format(text='"A text"', number="40", day="2026-12-31")
SMALL = """
[[goal]]
id = "first"
title = "First"
[goal.measurable]
target = 40
[goal.timebound]
start = 2026-11-01
deadline = 2026-12-31
[goal.history]
checkins = [{ date = 2026-11-09, value = 5 }]
"""
NUMBERS = (
    *("9" * 5_000, "0x" + "f" * 100_000, "nan", "-inf", "1e999", "1e-999", "-0.0", "0", "-1", "1e14"),
    *("999999999999999", "-999999999999999", "999999999999999.999999999999999", "0.000000000000001"),
    *("0.123456789012345", "1e-15", "1_0.0_1", "1" + "0" * 4_200, "1e400", "0b1", "0o7", "true", "1e15"),
    *("1e99999999999999999999", "0.1e-99999999", "12345678901234.5"),
)
DAYS = (
    *("9999-12-31", "0001-01-01", "1969-12-31", "1970-01-01", "2200-12-31", "2201-01-01", "2026-02-30"),
    *(
        "2026-12-31T10:00:00",
        "2026-12-31T10:00:00Z",
        "9999-12-31T23:59:59-12:00",
        "0001-01-01T00:00:00+14:00",
    ),
    *("10:00:00", "10:00", "2026-12-31 10:00", "2026-00-00", "12026-01-01", '"2026-12-31"', "20261231"),
    *("2026-09-01", "1970-01-01T00:00:00.999999999999Z"),
)
TOP = {"": ("version", "title", "workdays", "year_starts", "days_off", "goal")}
FIELDS = {
    "goal": (
        *("id", "title", "lang", "owner", "horizon", "created", "alias", "main", "helpers", "specific"),
        *("measurable", "achievable", "relevant", "timebound", "history"),
    ),
    "goal.specific": ("sentence", "audience", "channel", "product_line", "details", "clarity"),
    "goal.measurable": (
        *("metric", "unit", "kind", "direction", "per", "bound", "baseline", "target", "stretch", "source"),
        *("budget", "hours", "entry"),
    ),
    "goal.achievable": (
        *("past", "strengths", "weaknesses", "resources", "evidence", "confidence", "obstacle", "if_then"),
    ),
    "goal.relevant": ("supports", "worth", "why", "realistic", "plan", "actions"),
    "goal.timebound": ("start", "deadline", "cadence", "timing", "milestones"),
    "goal.history": ("checkins", "decisions", "leads", "result"),
}
WRONG = (
    *('"x"', '""', "1", "-1", "1.5", "nan", "true", "2026-01-01", "10:00:00", "2026-01-01T00:00:00Z"),
    *("[]", "[1]", "[[]]", "[{}]", "{}", "{ a = 1 }", '["x", 1, true, [], {}]', "999999999999999999999"),
)


def files(*, large: bool = True) -> Iterator[HostileFile]:
    """Give all files, a family after the other; without the large ones it takes no time."""
    for family, made in _FAMILIES.items():
        for name, content in made() if large or made is not sizes else ():
            data = content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass")
            yield HostileFile(family, name, zlib.compress(data, 1))


def _texts(family: str) -> Made:
    for name, text in FAMILIES[family].items():
        yield name, TEMPLATE.format(text=quoted(text), number="40", day="2026-12-31")


def _numbers() -> Made:
    for number in NUMBERS:
        yield number[:24], TEMPLATE.format(text='"A text"', number=number, day="2026-12-31")
    for kind, number in product(("total", "level", "rate", "limit", "yes-no"), ("0", "1e14", "-0.5")):
        measure = f'kind = "{kind}"\nper = "month"\nunit = "%"\nbaseline = {number}\ntarget'
        yield f"{kind} {number}", SMALL.replace("target = 40", f"{measure} = {number}")


def _days() -> Made:
    for day in DAYS:
        yield day, TEMPLATE.format(text='"A text"', number="40", day=day)
    spans = (("2026-12-31", "2026-11-01"), ("1970-01-01", "2200-12-31"), ("2026-11-21", "2026-11-21"))
    for (start, deadline), kind in product(spans, ("total", "level", "rate", "limit", "yes-no")):
        time = f"start = {start}\ndeadline = {deadline}\ncadence = "
        time += '"daily"\nmilestones = [{ date = 1970-01-01, value = 9 }, { date = 2200-12-31, value = 1 }]'
        small = SMALL.replace("start = 2026-11-01\ndeadline = 2026-12-31", time)
        yield f"{kind} {start}", small.replace("target = 40", f'kind = "{kind}"\nper = "day"\ntarget = 40')


def _wrong_types() -> Made:
    for table, keys in (TOP | FIELDS).items():
        for key in keys:
            yield (
                f"{table}.{key}",
                "".join(_with(table, key, value) for value in WRONG[: None if table else 1]),
            )
    for value in WRONG[1:]:
        for key in TOP[""]:
            yield f"{key} = {value}", f"{key} = {value}\n" + (SMALL if key != "goal" else "")


def _with(table: str, key: str, value: str) -> str:
    if not table:
        return f"{key} = {value}\n" + (SMALL if key != "goal" else "")
    own = f"[[goal]]\n{key} = {value}\n" if table == "goal" else f"[[goal]]\n[{table}]\n{key} = {value}\n"
    names = "" if key in {"id", "title"} and table == "goal" else f'title = "{value[:4].strip(chr(34))}"\n'
    return own.replace("[[goal]]\n", f"[[goal]]\n{names}")


def _encodings() -> Made:
    plain = PLAIN.encode()
    yield from (("bom", b"\xef\xbb\xbf" + plain), ("two boms", b"\xef\xbb\xbf" * 2 + plain))
    yield "bom inside", plain.replace(b"[[goal]]", b"\xef\xbb\xbf[[goal]]", 1)
    for code in ("latin-1", "cp1258", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-7", "cp437"):
        yield code, PLAIN.replace("A text", "Thé").encode(code)
    yield from (("lone cr", plain.replace(b"\n", b"\r")), ("crlf", plain.replace(b"\n", b"\r\n")))
    yield "mixed", plain.replace(b"\n", b"\r\n", 9)
    yield "cr cr lf", plain.replace(b"\n", b"\r\r\n")
    for raw in (*b"\x00\x01\x07\x08\x0b\x0c\x1b\x1f\x7f",):
        yield f"raw {raw:02x} in text", plain.replace(b"A text", b"A" + bytes([raw]) + b"text", 1)
    yield "raw escape in comment", b"# \x1b]2;PWNED\x07\n" + plain
    yield "raw escape outside", b"\x1b]2;PWNED\x07\n" + plain
    yield "raw escape in key", b'"\x1b[2J" = 1\n' + plain
    yield "raw c1", plain.replace(b"A text", "A\x9b2J\x9d2;PWNED\x9c".encode())
    yield "raw separators", plain.replace(b"A text", "a\u2028b\u2029c\x85d\u202e".encode())
    for name, raws in (("surrogate", b"\xed\xa0\x80"), ("overlong", b"\xc0\x80"), ("cut", b"\xe1\xbb")):
        yield name, plain.replace(b"A text", raws, 1)
    yield "every byte", bytes(range(256))
    yield from (
        ("surrogate escape", '[[goal]]\ntitle = "\\ud800"\n'),
        ("bad escape", 'title = "\\x1b\\e\\q"'),
    )


def _broken() -> Made:
    yield from (("nothing", ""), ("blank", " \n\t\n \n"), ("one line end", "\n"), ("comment", "# PWNED"))
    for name, markers in (
        ("merge", "<<<<<<< HEAD\n{a}=======\n{b}>>>>>>> theirs\n"),
        ("diff3", "<<<<<<< HEAD\n{a}||||||| base\n=======\n{b}>>>>>>> theirs\n"),
        ("half merged", "=======\n{a}>>>>>>> theirs \x1b[2J\n"),
    ):
        yield name, markers.format(a=SMALL, b=SMALL)
    yield "merge in list", SMALL.replace("5 }]", "5 },\n<<<<<<< HEAD\n]\n=======\n]\n>>>>>>> x")
    for name, twice in (
        ("key", 'title = "a"\ntitle = "b"\n'),
        ("table", "[a]\n[a]\n"),
        ("goal", "[goal]\n[[goal]]\n"),
    ):
        yield f"duplicate {name}", twice + SMALL
    yield "duplicate in inline", SMALL.replace("value = 5", "value = 5, value = 6")
    yield "missing comma", SMALL.replace("value = 5 }]", "value = 5 } { date = 2026-11-10, value = 1 }]")
    yield "word", SMALL.replace("40", "forty")
    yield "key of escapes", '"\\u001b]2;PWNED\\u0007" = \n'
    for part in range(1, 41):
        yield f"cut at {part}/41", PLAIN[: len(PLAIN) * part // 41]


def _shapes() -> Made:
    for goals in (
        *(
            "[goal]\ntitle = 'x'",
            "goal = 1",
            "goal = 'x'",
            "goal = []",
            "goal = [[]]",
            "goal = [{}]",
            "goal = {}",
        ),
        *(
            "goal = [1, {}, 'x', 2026-01-01, [], nan]",
            "goal.a.b = 1",
            "[[goal.goal]]",
            "[goal.specific]",
            "[[goal]]",
        ),
        *(
            "[[goal]]\n[[goal.measurable]]",
            "[[goal]]\n[goal.history.checkins]",
            "[[goal]]\n[[goal.history.checkins]]",
        ),
        *("[[goal]]\n" * 3 + "[goal.specific]", "[['goal']]\n'id' = '''x'''", "[[goal]]\n[[goal.history]]"),
        *("[[goal]]\nhistory.checkins = [{}]", "[[goal]]\nhistory.checkins = {}", "[[Goal]]\n[[GOAL]]\n"),
        *(
            "[[goal]]\nhistory.checkins = [[{}]]",
            '[[goal]]\n"" = 1\n" " = 2',
            "[[goal]]\nhistory.decisions = [{}]",
        ),
    ):
        yield goals[:40].replace("\n", " "), goals
    for version in ("99", '"x"', "0", "-1", "1.0", "true", "[]", "9" * 400, "2026-01-01"):
        yield f"version {version[:9]}", f"version = {version}\n{SMALL}"
    for did in ("cloze", "", "CLOSE", "close\\u001b]2;PWNED\\u0007", "keep", "carry", "change", "reopen"):
        decision = f'decisions = [{{ date = 2026-11-10, did = "{did}", from = 1, to = 2026-01-01 }},'
        decision += f' {{ date = 2199-01-01, did = "{did or "drop"}", why = "[/]" }}]'
        yield f"did {did[:9]}", SMALL + decision
    for name, key in (("dotted", "a" + ".a" * 50_000), ("quoted", "'a'" + " . 'a'" * 5_000)):
        yield from ((f"{name} key", f"{key} = 1\n"), (f"{name} header", f"[{key}]\n"))
    yield from (("19 dots", "a" + ".a" * 18 + " = 1\n" + SMALL), ("brackets", "[" * 5_000))
    for depth, (begin, end) in product(
        (21, 500, 50_000), (("[", "]"), ("{a=", "}"), ("[\n", "]\n"), ("[{a=", "}]"))
    ):
        yield f"{depth} {begin!r}", f"a = {begin * depth}1{end * depth}\n"
    for workdays in ('""', "[]", '"mon-sun-mon"', '"mon,,"', '"x"', '["sun-sat"]', '"-"', '["\\u001b"]'):
        yield f"workdays {workdays}", f"workdays = {workdays}\n{SMALL}"


def _ids() -> Made:
    nfc, nfd = "Vi\u1ec7t", "Vie\u0323\u0302t"
    pairs = (
        (nfc, nfd),
        ("A", "a"),
        ("x", " x "),
        ("ß", "ss"),
        ("", ""),
        ("goal", "goal"),
        ("\x1b", "\u241b"),
    )
    for ours, theirs in pairs:
        first = SMALL.replace('"first"', quoted(ours))
        yield f"{quoted(ours)} {quoted(theirs)}", first + SMALL.replace('"first"', quoted(theirs))
    for supports in ("first", "FIRST", " first ", "nobody", "", "first\x1b[2J"):
        yield f"supports {supports!r}", SMALL + f"[goal.relevant]\nsupports = {quoted(supports)}\n"
    ring = [
        SMALL.replace("first", f"g{at}") + f'[goal.relevant]\nsupports = "g{(at + 1) % 3}"\n'
        for at in range(3)
    ]
    yield "ring of three", "".join(ring)
    yield "into a ring", "".join(ring) + SMALL + '[goal.relevant]\nsupports = "g1"\n'


def _histories() -> Made:
    day = date(2026, 11, 20)
    for name, rows in {
        "future": [f"{{ date = {day + timedelta(days=9 * i)}, value = {i} }}" for i in range(9)],
        "backwards": [f"{{ date = {day - timedelta(days=i)}, value = {i} }}" for i in range(60)],
        "one day": [f"{{ date = {day}, value = {i} }}" for i in range(60)],
        "swings": [f"{{ date = {day - timedelta(days=i)}, value = {(-1) ** i}e14 }}" for i in range(60)],
        "zeros": [f"{{ date = {day - timedelta(weeks=i)}, value = 0 }}" for i in range(60)],
        "far apart": [f"{{ date = {year}-01-01, value = 1 }}" for year in range(1970, 2026)],
        "no values": ["{ date = 2026-11-01 }", "{ value = 1 }", "{}", "1", '"x"', "[]"],
    }.items():
        for kind in ("total", "level", "rate", "limit"):
            kept = SMALL.replace("target = 40", f'kind = "{kind}"\nper = "week"\ntarget = 40')
            yield f"{name} {kind}", kept.replace("{ date = 2026-11-09, value = 5 }", ",\n  ".join(rows))


_FAMILIES = {family: (lambda family=family: _texts(family)) for family in FAMILIES} | {
    "numbers": _numbers,
    "days": _days,
    "wrong types": _wrong_types,
    "encodings": _encodings,
    "broken": _broken,
    "shapes": _shapes,
    "ids": _ids,
    "histories": _histories,
    "sizes": sizes,
}
