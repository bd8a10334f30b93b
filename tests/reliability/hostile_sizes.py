"""Goal files that are long, deep or wide: what takes more than linear time shows here."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta

LARGEST = 16 * 2**20
MEASURE = 'measurable = { target = 40, metric = "leads" }\n'
TIME = "timebound = { start = 2026-11-01, deadline = 2026-12-31 }\n"
FIRST = date(1980, 1, 1)


def sizes() -> Iterator[tuple[str, str]]:
    """Give all of them."""
    yield from grown_ones()
    yield from _torn()
    yield from _whole()


def grown_ones() -> Iterator[tuple[str, str]]:
    """Give those that are large because they have many of one thing."""
    yield from _links()
    yield from _lists()
    yield from _problems()


def _goal(at: int, supports: int | None = None, more: str = "") -> str:
    link = "" if supports is None else f'relevant.supports = "g{supports}"\n'
    return f'[[goal]]\nid = "g{at}"\ntitle = "Goal {at}"\n{link}{MEASURE}{TIME}{more}'


def _goals(count: int, supports: Callable[[int], int | None], more: str = "") -> str:
    return "".join(_goal(at, supports(at), more) for at in range(count))


def _links() -> Iterator[tuple[str, str]]:
    checkins = "history.checkins = [{ date = 2026-11-09, value = 5 }]\n"
    yield "chain of 13,000", _goals(13_000, lambda at: at - 1 if at else None)
    yield "chain upwards of 2,000", _goals(2_000, lambda at: at + 1 if at < 1_999 else None)
    yield "counted chain of 2,000", _goals(2_000, lambda at: at - 1 if at else None, checkins)
    yield "circle of 2,000", _goals(2_000, lambda at: (at + 1) % 2_000)
    yield "long way into a circle", _goals(2_000, lambda at: min(at + 1, 1_999) if at < 1_999 else 1_990)
    yield "star of 2,000", _goals(2_000, lambda at: 0 if at else None, checkins)
    yield "tree of 2,000", _goals(2_000, lambda at: (at - 1) // 2 if at else None, checkins)
    yield "each serves itself", _goals(2_000, lambda at: at)
    yield "all serve nobody", _goals(2_000, lambda _: 99_999)
    overdue = _goals(2_000, lambda at: at - 1 if at else None).replace("2026-12-31", "2026-11-10")
    yield "overdue chain", overdue
    yield "chain of 2,000", _goals(2_000, lambda at: at - 1 if at else None)
    yield "2,000 goals", _goals(2_000, lambda _: None)
    yield "10,000 goals", _goals(10_000, lambda _: None)
    yield "10,000 bare goals", "[[goal]]\n" * 10_000
    yield "13,000 bare goals", "[[goal]]\n" * 13_000
    yield "2,000 of one id", _goals(2_000, lambda _: 7).replace('id = "g', 'id = "x" # "g')
    yield "2,000 without id", "".join(f'[[goal]]\ntitle = "Same"\n{TIME}' for _ in range(2_000))
    yield "one id, serving it", "".join(_goal(0, 0) for _ in range(2_000))


def _lists() -> Iterator[tuple[str, str]]:
    days = [FIRST + timedelta(days=at) for at in range(10_000)]
    for kind in ("total", "level", "rate", "limit", "yes-no"):
        rows = "".join(f"  {{ date = {day}, value = 1 }},\n" for day in days)
        measure = f'measurable = {{ target = 40, kind = "{kind}", per = "day" }}\n'
        time = "timebound = { start = 1980-01-01, deadline = 2200-12-31 }\n"
        yield (
            f"10,000 check-ins {kind}",
            f'[[goal]]\nid = "g0"\n{measure}{time}history.checkins = [\n{rows}]\n',
        )
    off = ", ".join(f"{{ from = {day}, to = {day}, name = 'x' }}" for day in days[:5_000])
    far = ", ".join(["{ from = 1970-01-01, to = 2200-12-31 }"] * 2_000)
    back = "{ from = 2026-12-31, to = 2026-01-01 }"
    for name, spans in (
        ("5,000", off),
        ("230 years", far[:40]),
        ("2,000 of 230 years", far),
        ("backwards", back),
    ):
        yield f"days off {name}", f"days_off = [{spans}]\n" + _goals(50, lambda _: None)
    yield (
        "days off, many goals",
        f"days_off = [{off[:20_000].rpartition(', {')[0]}]\n" + _goals(2_000, lambda _: None),
    )
    stones = ", ".join(f"{{ date = {day}, value = {day.day} }}" for day in [*days[:3_000], *days[3_000:0:-1]])
    stony = f"[goal.timebound]\nstart = 1980-01-01\ndeadline = 2200-01-01\nmilestones = [{stones}]\n"
    yield "6,000 milestones", f'[[goal]]\nid = "g0"\ntitle = "x"\n{MEASURE}{stony}'
    for key, row in {
        "history.decisions": '{ date = 2026-11-01, did = "extend", from = 2026-11-10, to = 2026-12-01, why = "x" }',
        "history.leads": '{ date = 2026-11-01, name = "calls", value = 1 }',
        "achievable.past": '{ period = "2026-01", value = 1 }',
        "relevant.actions": '{ what = "call", by = 2026-11-01 }',
        "helpers": '"An"',
    }.items():
        yield f"10,000 {key}", f"{_goal(0)}{key} = [{', '.join([row] * 10_000)}]\n"
    leads = ", ".join(f'{{ date = 2026-11-01, name = "n{at}", value = 1 }}' for at in range(5_000))
    weekly = "history.checkins = [\n" + _rows(26) + "]\n"
    yield "2,000 goals of half a year", _goals(2_000, lambda at: at - at % 5 if at % 5 else None, weekly)
    early = "".join(f"  {{ date = {day}, value = 1 }},\n" for day in days)
    yield "no start", f"{_goal(0).replace('start = 2026-11-01, ', '')}history.checkins = [\n{early}]\n"
    yield "5,000 names of leads", f"{_goal(0)}history.leads = [{leads}]\n"
    yield "2,000 people", "".join(_goal(at, None, f'owner = "P{at}"\n') for at in range(2_000))


def _problems() -> Iterator[tuple[str, str]]:
    wrong = 'main = 1\nowner = 2\nachievable = 3\nhistory.checkins = [{ date = 1, value = "x" }]\n'
    yield "2,000 wrong goals", _goals(2_000, lambda _: None, wrong)
    rows = "  { date = 2026-13, value = true },\n".replace("2026-13", '"x"') * 20_000
    yield "20,000 wrong check-ins", f"{_goal(0)}history.checkins = [\n{rows}]\n"
    yield "20,000 wrong in one line", f"{_goal(0)}history.checkins = [{'{ value = 1 }, ' * 20_000}]\n"
    yield "50,000 numbers as goals", f"goal = [{'1, ' * 50_000}]\n"
    yield "goals of two lines", "goal = [" + '{ title = 1, measurable = { target = "x" } },\n' * 2_000 + "]\n"
    yield "50,000 keys", "".join(f"k{at} = {at}\n" for at in range(50_000)) + _goal(0)
    yield "50,000 tables", "".join(f"[t{at}]\n" for at in range(50_000)) + _goal(0)
    yield (
        "deep sections",
        "".join(f"[a.b.c.d.e.f.g.h.t{at}]\nx.y.z.w = 1\n" for at in range(10_000)) + _goal(0),
    )
    yield (
        "wrong behind 50,000 keys",
        "[[goal]]\n" + "".join(f"k{at} = 1\n" for at in range(50_000)) + "main = 1\n",
    )


def _torn() -> Iterator[tuple[str, str]]:
    """Long files that cannot be read as a whole: what can still be shown of them is looked for."""
    goals = _goals(2_000, lambda _: None)
    yield "broken behind 2,000 goals", goals + "= =\n"
    yield "broken behind 13,000 goals", _goals(13_000, lambda _: None) + "= =\n"
    yield "broken behind a list of 13,000", f"goal = [{'{}, ' * 13_000}]\n= =\n[[goal]]\nid = 'b'\n"
    yield "broken before 2,000 goals", "= =\n" + goals
    yield "2,000 broken goals", goals.replace("target = 40", "target = forty")
    yield "2,000 open texts", goals.replace('"leads"', '"leads')
    yield "long text open behind 2,000 goals", goals + 'x = """\n' + goals
    yield "long text open before 2,000 goals", 'x = """\n' + goals
    yield "2,000 conflicts", goals.replace("[[goal]]", "<<<<<<< a\n=======\n>>>>>>> b\n[[goal]]")
    yield "2,000 duplicate keys", goals.replace("[[goal]]", "[[goal]]\nid = 'x'")
    rows = "  { date = 2026-11-09, value = 5 },\n" * 20_000
    yield "a comma missing after 20,000", f"{_goal(0)}history.checkins = [\n{rows}{{ date = 1 }} {{}} ]\n"
    yield "40,000 commas missing", f"{_goal(0)}history.checkins = [\n{rows.replace('},', '}')}]\n"
    yield "list open behind 20,000", f"{_goal(0)}history.checkins = [\n{rows}[[goal]]\nid = 'b'\n" + goals
    yield "16 MiB broken at the end", "# PWNED\n" * (LARGEST // 8 - 8) + "= =\n"
    yield "16 MiB of goals, broken", "".join(_goal(at) for at in range(120_000))[: LARGEST - 64] + "\n= =\n"


def _whole() -> Iterator[tuple[str, str]]:
    """Files as large as they may be."""
    for name, head, line in (
        ("goals", "", _goal(10, None, "history.checkins = [{ date = 2026-11-09, value = 5 }]\n")),
        ("bare goals", "", "[[goal]]\n"),
        ("full goals", "", _goal(1, None, "history.checkins = [\n" + _rows(26) + "]\n")),
        ("check-ins", f"{_goal(0)}history.checkins = [\n", "  { date = 2026-11-09, value = 5 },\n"),
        ("comments", "", "# PWNED\n"),
        ("blank lines", "", "\n"),
        ("text", f'{_goal(0)}owner = """', "word " * 20 + "\n"),
        ("numbers", "a = [\n", "1,\n"),
        ("wrong rows", f"{_goal(0)}history.checkins = [\n", "  {},\n"),
        ("brackets", "a = [\n", "[[[]]],\n"),
        ("keys", "", "k = 1\n"),
    ):
        end = {"text": '"""\n'}.get(name, "]\n" if head else "")
        lines = _numbered(line) if name in {"goals", "full goals", "keys"} else line
        body = lines if isinstance(lines, str) else "".join(lines((LARGEST - 64) // (len(line) + 8)))
        count = 1 if not isinstance(lines, str) else (LARGEST - len(head) - 16) // len(line)
        yield f"16 MiB of {name}", head + body * count + end
    yield "17 MiB", "#\n" * (17 * 2**19)
    yield "a line of 2 MiB", "# " + "x" * 2**21 + "\n" + _goal(0)
    yield (
        "a line of 1 MB of rows",
        f"{_goal(0)}history.checkins = [{'{ date = 2026-11-09, value = 5 }, ' * 29_000}]\n",
    )
    yield "open texts", 'a = "\n' * 200_000
    yield "open long text", 'a = """' + '\\"""' * 400_000
    yield "quotes", "a = " + "'" * 1_000_000 + "\n"
    yield "dots", "a = 1" + "." * 1_000_000 + "\n"


def _rows(count: int) -> str:
    return "".join(
        f"  {{ date = {date(2026, 5, 1) + timedelta(weeks=at)}, value = {at} }},\n" for at in range(count)
    )


def _numbered(line: str) -> Callable[[int], Iterator[str]]:
    """Number what must not be there twice."""
    old, new = ("k =", "k{} =") if line.startswith("k") else (line.split('"')[1] + '"', 'g{}"')
    return lambda count: (line.replace(old, new.format(at), 1) for at in range(count))
