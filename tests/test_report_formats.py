"""Every format of a report, read by something that is not ours; hostile titles in each."""

import csv
import io
import json
import re
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from goal_builders import goal
from icalendar import Calendar
from markdown_it import MarkdownIt
from msgspec.structs import replace
from read_pages import WORSE_TITLES, Page, contrast, harmful
from report_builders import report, text_of
from sample_goals import FILE
from textual.theme import Theme

from smart_tui.goals.model import Achievable, CheckIn, Goal, Relevant, Specific
from smart_tui.reports.csv_table import FORMULA
from smart_tui.reports.formats import Format
from smart_tui.reports.report import Report
from smart_tui.widgets.theme import DARK, LIGHT
from smart_tui.words.clean import clean_title
from smart_tui.words.language import Language

TODAY = "2026-11-21"
HOSTILE = pytest.mark.parametrize("title", WORSE_TITLES, ids=range(len(WORSE_TITLES)))


def hostile_report(title: str) -> Report:
    """Report on a goal in which every text is this one, and on one that serves it."""
    base = goal("x", target=40, start="2026-11-01", deadline="2026-12-31", budget=5, hours=3)
    made = replace(
        base,
        id="first",
        title=title,
        owner=title or None,
        specific=replace(base.specific, sentence=title, audience=title),
        measurable=replace(base.measurable, metric=title, unit=title or None, source=title),
        relevant=replace(base.relevant, why=title),
        history=replace(
            base.history,
            checkins=(CheckIn(date=date(2026, 11, 20), value=Decimal(40), note=title),),
        ),
    )
    child = replace(made, id=title or "second", relevant=replace(made.relevant, supports="first"))
    return report([made, child], TODAY, title=title)


def shown(title: str) -> str:
    """Give a title as it is shown."""
    return clean_title(title) or "(no title)"


class Marked(Language):
    """A language that marks everything it says, so that what it did not say is seen."""

    def say(self, text: str, /, **values: object) -> str:
        return f"⟦{super().say(text, **values)}⟧" if text not in UNMARKED else super().say(text, **values)

    def count(self, one: str, many: str, number: int, /, **values: object) -> str:
        return f"⟦{super().count(one, many, number, **values)}⟧"


ENGLISH = {
    "goal",
    "goals",
    "status",
    "week",
    "this",
    "last",
    "plan",
    "owner",
    "hour",
    "hours",
    "the",
    "from",
    "of",
    "planned",
    "each",
    "nobody",
    "deadline",
}
UNMARKED = {"{number}", "{number}B", "{number}M", "{number}K"}


def unsaid(text: str) -> str:
    """Give the letters of a text that stand outside all marks."""
    depth, rest = 0, []
    for char in text:
        depth += (char == "⟦") - (char == "⟧")
        if depth == 0 and char.isalpha():
            rest.append(char)
    return "".join(rest)


@HOSTILE
def test_a_hostile_title_is_a_text_on_the_page_and_nothing_else(title: str) -> None:
    calm, made = Page(text_of(hostile_report("calm"), "html")), text_of(hostile_report(title), "html")
    page = Page(made)
    assert {tag for tag, _ in page.tags} <= {tag for tag, _ in calm.tags} | {"bdi"}
    assert [text for text in page.said("h2") if text == shown(title)] == [shown(title)] * 2
    assert not any(name.startswith("on") for _, attrs in page.tags for name in attrs)
    assert not harmful(made)


@HOSTILE
def test_a_hostile_title_is_a_text_in_markdown_and_nothing_else(title: str) -> None:
    made = text_of(hostile_report(title), "md")
    assert not harmful(made)
    reader = MarkdownIt("commonmark").enable("table")
    tokens, calm = reader.parse(made), reader.parse(text_of(hostile_report("calm"), "md"))
    if title:  # without any text, a goal has nothing to list
        assert [t.type for t in tokens if t.level == 0] == [t.type for t in calm if t.level == 0]
    inline = {child.type for token in tokens for child in token.children or ()}
    assert inline <= {"text", "text_special", "strong_open", "strong_close"}
    last = max(
        place for place, token in enumerate(tokens) if token.type == "heading_open" and token.tag == "h2"
    )
    assert "".join(child.content for child in tokens[last + 1].children or ()) == shown(title).strip()
    rows = [t for t in tokens if t.type == "tr_open"]
    assert len(rows) == len([t for t in calm if t.type == "tr_open"])


@HOSTILE
def test_a_hostile_title_is_a_text_in_a_table_and_nothing_else(title: str) -> None:
    made = hostile_report(title)
    heading, *rows = csv.reader(io.StringIO(text_of(made, "csv"), newline=""), strict=True)
    assert [len(row) for row in rows] == [len(heading)] * 2
    assert not any(cell.startswith(FORMULA) for row in rows for cell in row)
    assert rows[0][1].removeprefix("'") == shown(title)
    assert not harmful(text_of(made, "csv"))
    raw = list(csv.reader(io.StringIO(text_of(made, "csv", raw=True), newline=""), strict=True))
    assert raw[1][1] == shown(title)


@HOSTILE
def test_a_hostile_title_is_a_text_in_a_calendar_and_nothing_else(title: str) -> None:
    made = text_of(hostile_report(title), "ics")
    assert not harmful(made.replace("\r\n ", "").replace("\r\n", ""))
    calendar = Calendar.from_ical(made)
    events = calendar.walk("VEVENT")
    assert len(events) == 1  # both goals are reached: only the weekly update is left
    running = report([replace(goal("x", target=9, deadline="2026-12-31"), title=title, id=title)], TODAY)
    [deadline, _] = Calendar.from_ical(text_of(running, "ics")).walk("VEVENT")
    assert str(deadline["summary"]) == f"Deadline: {shown(title)}"
    check_lines(text_of(running, "ics"))


@HOSTILE
def test_a_hostile_title_is_itself_in_json_and_harmless(title: str) -> None:
    made = text_of(hostile_report(title), "json")
    assert not harmful(made)
    assert json.loads(made)["goals"][0]["title"] == title


def check_lines(text: str) -> None:
    """Check what RFC 5545 wants of lines."""
    assert text.endswith("\r\n")
    lines = text.split("\r\n")[:-1]
    assert all(len(line.encode()) <= 75 for line in lines)
    assert not any("\n" in line or "\r" in line for line in lines)


@pytest.mark.parametrize("lang", ["en", "vi"])
def test_the_page_needs_nothing_else_and_runs_nothing(lang: str) -> None:
    made = text_of(report(FILE.goals, TODAY), "html", lang)
    page = Page(made)
    tags = [tag for tag, _ in page.tags]
    assert made.startswith("<!doctype html>")
    assert dict(page.tags)["html"] == {"lang": lang}
    assert not {"script", "iframe", "object", "embed", "img", "base", "form"} & set(tags)
    assert "://" not in made
    assert "@import" not in made
    assert "url(" not in made
    assert all(
        attrs["href"] == "data:," or str(attrs["href"]).startswith("#goal-")
        for _, attrs in page.tags
        if "href" in attrs
    )
    [policy] = [
        attrs["content"] for _, attrs in page.tags if attrs.get("http-equiv") == "Content-Security-Policy"
    ]
    assert str(policy).startswith("default-src 'none'; style-src 'sha256-")
    assert not any("style" in attrs for _, attrs in page.tags)


def test_tables_say_what_their_headings_belong_to_and_charts_are_told_in_words() -> None:
    page = Page(text_of(report(FILE.goals, TODAY), "html"))
    assert {attrs.get("scope") for tag, attrs in page.tags if tag == "th"} == {"col", "row"}
    charts = [attrs for tag, attrs in page.tags if tag == "svg" and attrs.get("role") == "img"]
    captions = {attrs["id"] for tag, attrs in page.tags if tag == "figcaption"}
    assert len(charts) == len(captions) == len([tag for tag, _ in page.tags if tag == "figure"]) > 5
    assert {attrs["aria-labelledby"] for attrs in charts} == captions
    assert (
        "From $42 on 1 Oct 2026 to $35 on 20 Nov 2026. The plan wants $35.1 today and $30 by 29 Dec 2026."
        in (page.said("figcaption"))
    )
    anchors = {f"#{attrs['id']}" for tag, attrs in page.tags if tag == "article"}
    assert {attrs["href"] for tag, attrs in page.tags if tag == "a"} == anchors


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=lambda theme: theme.name)
def test_the_page_has_the_colours_of_the_screens_and_they_can_be_read(theme: Theme) -> None:
    made = text_of(report([], TODAY), "html")
    light, dark = re.findall(r":root \{(.*?)\}", made, re.DOTALL)
    colours = dict(re.findall(r"--([\w-]+): (#\w{6});", dark if theme.dark else light))
    assert colours["ground"] == theme.background
    assert colours["panel"] == theme.panel
    for name in ("text", "muted", "accent", "good", "behind", "at-risk", "overdue"):
        known = {"text": theme.foreground, "accent": theme.accent} | theme.variables
        assert colours[name] == known[name]
        for ground in ("ground", "panel"):
            assert contrast(colours[ground], colours[name]) >= 4.5
    assert contrast(colours["panel"], colours["guide"]) >= 3


@pytest.mark.parametrize("form", ["md", "html", "csv"])
def test_every_word_of_a_report_is_said_in_its_language(form: str) -> None:
    """What is not said through the catalogue is a number, a sign, or a text of the file: here all digits."""
    goals = [
        replace(_nameless(g), owner="7", history=replace(g.history, checkins=_noted(g)))
        for g in (
            goal(
                "1",
                target=40,
                start="2026-11-01",
                deadline="2026-12-31",
                budget=9,
                hours=2,
                checkins={"2026-11-20": 3},
            ),
            goal(
                "2",
                kind="level",
                unit="%",
                baseline=2,
                target=3,
                start="2026-11-01",
                deadline="2026-12-31",
                checkins={"2026-11-20": 3},
            ),
            goal(
                "3",
                kind="limit",
                target=3,
                start="2026-11-01",
                deadline="2026-12-31",
                checkins={"2026-11-20": 2},
            ),
            goal(
                "4",
                kind="rate",
                per="week",
                target=3,
                start="2026-11-01",
                deadline="2026-12-31",
                checkins={"2026-11-20": 2},
            ),
            goal("5", kind="yes-no", deadline="2026-10-31", decisions=[("2026-11-18", "extend")]),
            goal(
                "6",
                target=4,
                deadline="2026-10-31",
                start="2026-10-01",
                checkins={"2026-10-20": 2},
                supports="1",
            ),
        )
    ]
    made = text_of(report(goals, TODAY, title="9"), form, Marked("en"))
    if form == "html":
        # Letters of the five parts, and dates that a language writes by pattern, are no words of ours.
        said = Page(made)
        texts = [text for tag, text in said.texts if tag != "style" and text not in set("SMART")]
    else:
        texts = [
            line.replace("**S**", "").replace("**M**", "").replace("**T**", "") for line in made.splitlines()
        ]
        texts = [text.replace("**A**", "").replace("**R**", "") for text in texts]
    assert {unsaid(text) for text in texts} == {""}


def _nameless(of: Goal) -> Goal:
    return replace(of, measurable=replace(of.measurable, metric=None))


def _noted(of: Goal) -> tuple[CheckIn, ...]:
    return tuple(replace(checkin, note="8") for checkin in of.history.checkins)


def test_a_vietnamese_report_writes_numbers_and_dates_as_vietnamese_does() -> None:
    made = text_of(report(FILE.goals, TODAY), "md", "vi")
    row = next(line for line in made.splitlines() if "1,000 new leads" in line)
    assert "▲ chậm tiến độ" in row
    assert "450 / 1.000" in row
    assert "còn 40 ngày" in row
    assert "T7 21/11/2026" in made


@pytest.mark.parametrize("form", ["md", "html", "csv", "ics"])
def test_a_vietnamese_report_has_no_english_word_of_ours(form: str) -> None:
    goals = [replace(_nameless(g), title="7", owner="8", id="9", relevant=Relevant()) for g in FILE.goals]
    goals = [
        replace(
            g, specific=Specific(), achievable=Achievable(), history=replace(g.history, checkins=_noted(g))
        )
        for g in goals
    ]
    goals = [
        replace(g, measurable=replace(g.measurable, source=None, budget=Decimal(9), hours=Decimal(9)))
        for g in goals
    ]
    made = re.sub("UID:.*", "", text_of(report(goals, TODAY, title="6"), form, "vi"))
    shown = (
        " ".join(
            Page(made).said(
                "h1", "h2", "h3", "p", "th", "td", "li", "dt", "dd", "span", "figcaption", "text", "title"
            )
        )
        if form == "html"
        else made
    )
    assert not ENGLISH & set(re.findall(r"[a-z]+", shown.lower()))


def test_a_spreadsheet_and_a_program_read_the_same_numbers() -> None:
    goals = [
        goal(
            "a",
            target="2.5",
            baseline="-1",
            kind="level",
            start="2026-11-01",
            deadline="2026-12-31",
            checkins={"2026-11-20": "-0.5"},
        ),
        goal("b", target=12_000_000, start="2026-11-01", deadline="2026-12-31"),
    ]
    for lang in ("en", "vi"):
        made = text_of(report(goals, TODAY), "csv", lang)
        assert made.count("\r\n") == 3
        assert not made.startswith("\ufeff")
        _, a, b = csv.reader(io.StringIO(made, newline=""), strict=True)
        assert a[7:13] == ["2026-11-01", "2026-12-31", "-1", "-0.5", "2.5", "0.142857"]
        assert b[11] == "12000000"
        assert all(line.startswith('"') and line.endswith('"') for line in made.splitlines())


def test_a_table_of_markdown_has_a_cell_under_every_heading() -> None:
    tokens = MarkdownIt("commonmark").enable("table").parse(text_of(report(FILE.goals, TODAY), "md"))
    assert len([t for t in tokens if t.type == "table_open"]) == 1
    assert len([t for t in tokens if t.type == "td_open"]) == 8 * len(FILE.goals)
    assert next(t.content for t in tokens if t.type == "inline") == "VMO marketing"


def test_the_calendar_has_a_day_for_each_open_deadline_and_every_friday() -> None:
    made = text_of(report([*FILE.goals, replace(FILE.goals[0], title="namesake")], TODAY), "ics")
    check_lines(made)
    calendar = Calendar.from_ical(made)
    *deadlines, weekly = calendar.walk("VEVENT")
    still_open = [s for s in report(FILE.goals, TODAY).goals if not s.standing.status.closed]
    assert len(deadlines) == len(still_open) + 1
    by_uid = {str(event["uid"]): event for event in deadlines}
    assert len(by_uid) == len(deadlines)
    november = by_uid["deadline-november@smart-tui"]
    assert november.decoded("dtstart") == date(2026, 11, 30)
    assert november.decoded("dtstamp") == datetime(2026, 11, 21, tzinfo=UTC)
    assert "VALUE=DATE:20261130" in made
    assert weekly["rrule"] == {"FREQ": ["WEEKLY"], "BYDAY": ["FR"]}
    assert weekly.decoded("dtstart").weekday() == 4
    assert str(calendar["version"]) == "2.0"


@pytest.mark.parametrize("form", Format)
def test_the_same_goals_give_the_same_bytes(form: Format) -> None:
    assert text_of(report(FILE.goals, TODAY), form.value) == text_of(report(FILE.goals, TODAY), form.value)


@pytest.mark.parametrize("form", Format)
@pytest.mark.parametrize("lang", ["en", "vi"])
def test_a_file_without_goals_can_be_reported_on(form: Format, lang: str) -> None:
    assert text_of(report([], TODAY, title=None), form.value, lang)


@pytest.mark.parametrize("form", Format)
@pytest.mark.parametrize("kind", ["total", "level", "rate", "limit", "yes-no"])
def test_a_goal_of_which_almost_nothing_is_known_can_be_reported_on(form: Format, kind: str) -> None:
    goals = [
        goal("bare", kind=kind, per="week"),
        goal("numbers", kind=kind, per="week", checkins={"2026-11-20": 1}),
        goal("one day", kind=kind, per="week", target=0, start=TODAY, deadline=TODAY, checkins={TODAY: 0}),
        goal(
            "for ever",
            kind=kind,
            per="week",
            target=1,
            start="0001-01-01",
            deadline="9999-12-31",
            budget=0,
            hours=0,
            checkins={TODAY: 1},
        ),
        goal(
            "backwards",
            kind=kind,
            per="week",
            target=1,
            start="2026-12-31",
            deadline="2026-01-01",
            checkins={TODAY: 0},
        ),
    ]
    assert text_of(report(goals, TODAY, "year"), form.value)
