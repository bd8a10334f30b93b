"""The papers of a workshop: what stands on the worksheet, on a goal sheet, in the report and in the plan."""

from datetime import date
from decimal import Decimal

import pytest
from goal_builders import goal
from msgspec.structs import replace
from paper_builders import DAY, LEADS, MAIN, POSTS, ROOM, harvest, person
from read_pages import Page

from smart_tui.goals.model import Achievable, Clarity, Goal, Past
from smart_tui.goals.terms import Dialect, Letter
from smart_tui.goals.workshop import AGENDAS, PARTS, Part
from smart_tui.reports.papers.goal_sheet import all_sheets, pages_of, sheets
from smart_tui.reports.papers.html import html
from smart_tui.reports.papers.markdown import markdown
from smart_tui.reports.papers.paper import Paper
from smart_tui.reports.papers.plan import plan, plan_text
from smart_tui.reports.papers.text import text
from smart_tui.reports.papers.worksheet import worksheet
from smart_tui.reports.papers.workshop_report import workshop_report
from smart_tui.words.asking import letter_texts
from smart_tui.words.language import Language, language
from smart_tui.words.sheet import supports_and_share
from smart_tui.words.workshop import PART_TEXTS, part_question

EN, VI = language("en"), language("vi")
LANGUAGES = pytest.mark.parametrize("lang", [EN, VI], ids=["en", "vi"])
DIALECTS = pytest.mark.parametrize("dialect", Dialect)


def said(paper: Paper) -> str:
    """Give everything that a page shows, in one line."""
    return " ".join(" ".join(text for tag, text in Page(html(paper, EN)).texts if tag != "style").split())


def sheet_of(of: Goal, *others: Goal) -> list[str]:
    """Give the lines of the sheet of a goal."""
    held = harvest(person("Lan", of.id), goals=(of, *others))
    return text(sheets(held.seats[0], pages_of(held, EN), EN)).splitlines()


@LANGUAGES
@DIALECTS
def test_the_worksheet_asks_what_the_screens_ask(lang: Language, dialect: Dialect) -> None:
    paper = worksheet(lang, dialect)
    forms = text(paper), markdown(paper).replace("\\", ""), said(paper)
    for letter in Letter:
        texts = letter_texts(letter, dialect)
        for msgid in (texts.question, texts.meaning, texts.good, texts.bad, texts.why_bad):
            assert all(lang.say(msgid) in form for form in forms), msgid


def test_the_worksheet_has_lines_for_a_pen_and_the_round_at_its_foot() -> None:
    lines = text(worksheet(EN)).splitlines()
    assert lines[2:4] == ["My name: ______", "Who is responsible: ______"]
    assert "Deadline: ______" in lines
    foot = [
        "clear: ______",
        "not clear: ______",
        "Open questions: ______",
        "",
        "My goal in one sentence: ______",
    ]
    assert lines[-5:] == foot
    page = Page(html(worksheet(EN), EN))
    boxes = [attrs for tag, attrs in page.tags if attrs.get("class") == "box"]
    assert len(boxes) == 12


def test_the_other_school_asks_for_strengths_and_a_plan() -> None:
    relevant, realistic = (text(worksheet(EN, dialect)) for dialect in (Dialect.RELEVANT, Dialect.REALISTIC))
    assert "Supports the larger goal: ______" in relevant
    assert "Supports the larger goal" not in realistic
    assert all(f"{label}: ______" in realistic for label in ("Strengths", "Weaknesses", "Plan"))


def test_a_goal_sheet_says_all_that_was_answered() -> None:
    able = Achievable(past=(Past(Decimal(31), "2026-10"),), obstacle="holidays", if_then="we call in January")
    assert sheet_of(replace(LEADS, achievable=able), MAIN) == [
        "Goal sheet · VMO marketing · 21 Nov 2026",
        "40 contracts in December",
        "Owner: Lan",
        "",
        "“Win 40 contracts at our schools”",
        "",
        "Number: 0 → 40 contracts",
        "Deadline: Thursday 31 December 2026 (40 days left)",
        "You need: 7 a week",
        "",
        "S  Specific",
        "For whom: parents",
        "",
        "M  Measurable",
        "What is counted: contracts",
        "→ Where does the number come from?",
        "",
        "A  Achievable",
        "Best so far, or past results: 2026-10: 31",
        "What could stand in the way: holidays",
        "If that happens, then: we call in January",
        "",
        "R  Relevant",
        "Supports the larger goal: 480 contracts a year (8.3% of it)",
        "",
        "T  Time-bound",
        "Deadline: 31 Dec 2026",
        "Start: 21 Nov 2026",
        "Check in: every week",
        "",
        "First step",
        "☐ call the schools (until 27 Nov 2026)",
        "",
        "Clarity round: 5 of 6 clear",
        "☐ Do renewals count?",
    ]


@pytest.mark.parametrize(
    ("made", "number"),
    [
        (goal(kind="rate", per="day", target=100, metric="products"), "100 products a day"),
        (goal(kind="limit", target=40, unit="%", metric="returns", checkins={DAY: 31}), "< 40% returns"),
        (goal(kind="level", target=30, baseline=35, unit="USD", metric="per lead"), "$35 → $30 per lead"),
        (goal(kind="yes-no", metric="a new shop"), "done or not"),
        (goal(target=None, metric="leads"), "leads"),
    ],
)
def test_the_number_of_a_sheet_is_that_of_its_kind(made: Goal, number: str) -> None:
    assert f"Number: {number}" in sheet_of(made)


def test_a_sheet_says_how_a_goal_that_is_over_ended_and_when_one_to_come_begins() -> None:
    done = goal(target=9, start="2026-11-01", deadline="2026-12-31", checkins={"2026-11-20": 9})
    assert "Deadline: Thursday 31 December 2026 (achieved: 20 Nov 2026)" in sheet_of(done)
    to_come = goal(target=9, start="2026-12-01", deadline="2026-12-31")
    assert "Deadline: Thursday 31 December 2026 (starts on 1 Dec 2026)" in sheet_of(to_come)


def test_a_sheet_of_a_goal_of_which_nothing_is_known_asks_for_everything() -> None:
    lines = sheet_of(replace(goal("", metric=None), id="x"))
    assert "(no title)" in lines
    assert "Owner: nobody yet" in lines
    assert len([line for line in lines if line.startswith("→ ")]) == 5


def test_several_goals_of_one_person_are_consecutive_pages() -> None:
    more = replace(POSTS, id="b", title="A second one", owner="LAN")
    held = harvest(*ROOM, goals=(MAIN, LEADS, POSTS, more))
    paper = sheets(held.seats[0], pages_of(held, EN), EN)
    assert [page.heading for page in paper.pages] == ["40 contracts in December", "A second one"]
    assert [page.heading for page in all_sheets(held, pages_of(held, EN), EN).pages] == [
        "480 contracts a year",
        "40 contracts in December",
        "A second one",
        "12 posts",
    ]
    assert markdown(paper).count("\n---\n") == 1
    assert said(paper).count("Signature") == 2
    assert "Signature" not in text(paper) + markdown(paper)


def test_goals_go_to_the_one_they_were_written_down_for_else_to_their_owner_of_the_day() -> None:
    older = replace(POSTS, id="older", created=date(2026, 11, 1))
    stranger = replace(POSTS, id="s", owner="Hương")
    people = (person("Lan", key="1"), person("Lan", LEADS.id, key="2"), *ROOM[1:])
    held = harvest(*people, goals=(MAIN, LEADS, POSTS, older, stranger))
    assert [(seat.name, [it.goal.id for it in seat.goals]) for seat in held.seats] == [
        ("Lan", []),
        ("Lan", [LEADS.id]),
        ("Minh", [POSTS.id]),
        ("Hà", []),
        ("", []),
        ("Hương", ["s"]),
    ]
    assert held.main is not None
    assert held.main.goal is MAIN


def test_a_share_is_said_as_exactly_as_it_needs() -> None:
    def share(target: int) -> str:
        small = replace(goal("small", target=target, deadline="2026-12-31"), relevant=LEADS.relevant)
        everything = harvest(goals=(MAIN, small)).everything
        return supports_and_share(EN, everything[1], everything)

    year = "480 contracts a year"
    assert [share(240), share(40), share(2)] == [
        f"{year} (50% of it)",
        f"{year} (8.3% of it)",
        f"{year} (0.4% of it)",
    ]
    alone = harvest(goals=(MAIN,)).everything
    assert not supports_and_share(EN, alone[0], alone)


def test_row_38_five_of_six_clear_leave_one_open_question_on_the_sheet_and_in_the_report() -> None:
    held = harvest(*ROOM)
    sheet, report = sheets(held.seats[0], pages_of(held, EN), EN), workshop_report(held, EN)
    for paper in (sheet, report):
        for form in (text(paper), markdown(paper), said(paper)):
            assert "5 of 6 clear" in form
            assert form.count("Do renewals count?") == 1
    clear = replace(LEADS, specific=replace(LEADS.specific, clarity=Clarity(6, 6)))
    assert sheet_of(clear)[-2:] == ["Clarity round: 6 of 6 clear", "No question is open."]


def test_the_report_says_what_the_workshop_brought() -> None:
    assert text(workshop_report(harvest(*ROOM), EN)).splitlines() == [
        "Workshop report",
        "VMO marketing",
        "Saturday 21 November 2026",
        "",
        "Main goal: 480 contracts a year",
        "In the room: 4 people",
        "Goals: 2",
        "",
        "Goals",
        "• 480 contracts a year",
        "  Mai · 0 → 480 contracts · 31 Dec 2026",
        "• 40 contracts in December",
        "  Lan · 0 → 40 contracts · 31 Dec 2026 · 5 of 6 clear",
        "• 12 posts",
        "  Minh · 0 → 12 posts · 31 Dec 2026",
        "",
        "Open questions",
        "☐ 40 contracts in December: Do renewals count?",
        "",
        "Parking lot",
        "• Who pays?",
        "",
        "No goal yet",
        "• Hà",
        "• 1 person without a name",
        "",
        "Next steps",
        "☐ Lan: call the schools (until 27 Nov 2026)",
        "",
        "Time",
        "• Opening, Planned: 5 min, Used: 5 min",
        "• Main goal, Planned: 10 min, Used: –",
        "• Specific, Planned: 10 min, Used: –",
        "• Measurable, Planned: 10 min, Used: –",
        "• Achievable, Planned: 10 min, Used: –",
        "• Relevant, Planned: 5 min, Used: –",
        "• Time-bound, Planned: 5 min, Used: –",
        "• Clarity round, Planned: 15 min, Used: 18 min",
        "• Close, Planned: 5 min, Used: –",
        "• In all, Planned: 75 min, Used: 23 min",
    ]


def test_the_report_of_a_workshop_that_brought_nothing_says_so() -> None:
    empty = said(workshop_report(harvest(goals=(), parked=(), title=None), EN))
    for text_said in (
        "Main goal none yet",
        "No question is open.",
        "Nothing was put aside.",
        "No first step is written down yet.",
    ):
        assert text_said in empty
    assert "In the room" not in empty
    assert "No goal yet" not in empty
    everybody = said(workshop_report(harvest(person("Lan", LEADS.id)), EN))
    assert "No goal yet Everybody leaves with a goal." in everybody


@LANGUAGES
@DIALECTS
def test_the_plan_gives_every_part_its_time_its_notes_and_its_questions(
    lang: Language, dialect: Dialect
) -> None:
    for plain in (False, True):
        told = " ".join(plan_text(lang, AGENDAS[75], dialect, plain=plain).split())
        for part in PARTS:
            for note in (*PART_TEXTS[part].notes, *PART_TEXTS[part].asks):
                assert lang.say(note) in told
            assert part_question(lang, part, dialect) in told


def test_the_plan_fits_a_terminal_and_its_columns_begin_where_the_part_begins() -> None:
    lines = plan_text(EN, AGENDAS[60], plain=False).splitlines()
    assert max(map(len, lines)) <= 80
    assert lines[1] == "60 min in all"
    assert lines[4] == "  Part             From   Takes"
    assert lines[5:14] == [
        "  Opening         0 min   5 min",
        "  Main goal       5 min   8 min",
        "  S Specific     13 min   8 min",
        "  M Measurable   21 min   8 min",
        "  A Achievable   29 min   8 min",
        "  R Relevant     37 min   4 min",
        "  T Time-bound   41 min   4 min",
        "  Clarity round  45 min  11 min",
        "  Close          56 min   4 min",
    ]
    wrapped = next(place for place, line in enumerate(lines) if line.startswith("• Hand out the worksheets."))
    assert lines[wrapped + 1].startswith("  ")


def test_the_plan_in_plain_words_has_no_signs_and_no_columns() -> None:
    told = plan_text(VI, AGENDAS[75].changed(Part.CLARITY, 20), plain=True)
    assert not set("☐•|_") & set(told)
    assert "  " not in told
    assert "Vòng làm rõ, Bắt đầu: 55 phút, Thời lượng: 20 phút" in told.splitlines()


def test_the_plan_is_markdown_too() -> None:
    told = markdown(plan(EN, AGENDAS[75]))
    assert told.startswith("# The workshop at a glance\n\n**75 min in all**\n")
    assert "| Clarity round | 55 min | 15 min |" in told
