"""Every form of a paper, read by something that is not ours; hostile texts in each."""

import re
from decimal import Decimal

import pytest
from goal_builders import goal
from markdown_it import MarkdownIt
from msgspec.structs import replace
from paper_builders import DAY, LEADS, MAIN, ROOM, harvest, person
from read_pages import WORSE_TITLES, Page, contrast, harmful

from smart_tui.goals.model import Achievable, Action, Clarity, Past
from smart_tui.goals.workshop import AGENDAS
from smart_tui.reports.papers.goal_sheet import all_sheets, pages_of
from smart_tui.reports.papers.html import html
from smart_tui.reports.papers.markdown import markdown
from smart_tui.reports.papers.paper import Paper
from smart_tui.reports.papers.plan import plan
from smart_tui.reports.papers.text import text
from smart_tui.reports.papers.worksheet import worksheet
from smart_tui.reports.papers.workshop_report import workshop_report
from smart_tui.words.clean import clean_title
from smart_tui.words.language import Language, language

LANGUAGES = pytest.mark.parametrize("lang", [language("en"), language("vi")], ids=["en", "vi"])
HOSTILE = pytest.mark.parametrize("title", WORSE_TITLES, ids=range(len(WORSE_TITLES)))
READER = MarkdownIt("commonmark").enable("table")
EN = language("en")


def hostile_papers(title: str) -> tuple[Paper, Paper]:
    """Give sheets and report of a workshop in which every text is this one."""
    made = replace(
        LEADS,
        title=title,
        owner=title or None,
        specific=replace(
            LEADS.specific,
            sentence=f"{title}.",
            audience=title,
            channel=title,
            details=title,
            clarity=Clarity(1, 2, (title, f"{title}?")),
        ),
        measurable=replace(LEADS.measurable, metric=title, unit=title or None, source=title),
        achievable=Achievable(past=(Past(Decimal(3), title),), obstacle=title, if_then=title),
        relevant=replace(LEADS.relevant, why=title, plan=title, actions=(Action(title), Action(f"{title}!"))),
    )
    main = replace(MAIN, title=title, owner=title)
    held = harvest(
        person(title, made.id, key="1"),
        person(title, key="2"),
        goals=(main, made),
        parked=(title, f"{title}?"),
        title=title,
    )
    return all_sheets(held, pages_of(held, EN), EN), workshop_report(held, EN)


def papers(lang: Language) -> tuple[Paper, ...]:
    """Give one of each."""
    held = harvest(*ROOM)
    return (
        worksheet(lang),
        all_sheets(held, pages_of(held, lang), lang),
        workshop_report(held, lang),
        plan(lang, AGENDAS[75]),
    )


@HOSTILE
def test_a_hostile_text_is_a_text_on_the_page_and_nothing_else(title: str) -> None:
    for paper, calm in zip(hostile_papers(title), hostile_papers("calm"), strict=True):
        made = html(paper, EN)
        page = Page(made)
        assert {tag for tag, _ in page.tags} <= {tag for tag, _ in Page(html(calm, EN)).tags} | {"p"}
        assert not any(name.startswith("on") for _, attrs in page.tags for name in attrs)
        assert not harmful(made)
        if clean_title(title).strip():
            shown = clean_title(title).strip()
            assert [text for text in page.said("h1") if text == shown]


@HOSTILE
def test_a_hostile_text_is_a_text_in_markdown_and_nothing_else(title: str) -> None:
    for paper, calm in zip(hostile_papers(title), hostile_papers("calm"), strict=True):
        made = markdown(paper)
        assert not harmful(made)
        tokens = READER.parse(made)
        inline = {child.type for token in tokens for child in token.children or ()}
        assert inline <= {"text", "text_special", "strong_open", "strong_close", "em_open", "em_close"}
        if not title:  # nothing answered is nothing listed
            continue
        # How many questions the coach has left depends on what the texts are.
        kinds, wanted = ([t.type for t in READER.parse(markdown(p)) if t.tag != "p"] for p in (paper, calm))
        assert [kind for kind in kinds if kind != "inline"] == [kind for kind in wanted if kind != "inline"]


@HOSTILE
def test_a_hostile_text_stays_on_its_line_in_a_chat(title: str) -> None:
    for paper in hostile_papers(title):
        made = text(paper)
        assert not harmful(made)
        if title:
            assert f"\n{clean_title(title)}\n" in f"\n{made}"


@LANGUAGES
def test_a_page_needs_nothing_else_and_runs_nothing(lang: Language) -> None:
    for paper in papers(lang):
        made = html(paper, lang)
        page = Page(made)
        assert made.startswith("<!doctype html>")
        assert dict(page.tags)["html"] == {"lang": lang.code}
        assert not {"script", "iframe", "object", "embed", "img", "base", "form", "a"} & {
            t for t, _ in page.tags
        }
        assert not {"://", "@import", "url("} & set(re.findall(r"://|@import|url\(", made))
        assert [attrs["href"] for _, attrs in page.tags if "href" in attrs] == ["data:,"]
        [policy] = [attrs["content"] for _, attrs in page.tags if "http-equiv" in attrs]
        assert str(policy).startswith("default-src 'none'; style-src 'sha256-")
        assert not any("style" in attrs for _, attrs in page.tags)


@LANGUAGES
def test_a_page_is_made_for_paper(lang: Language) -> None:
    for paper in papers(lang):
        made = html(paper, lang)
        style = " ".join("".join(Page(made).said("style")).split())
        assert "@page { size: A4;" in style
        printed = style[style.index("@media print") :]
        assert ".page + .page { break-before: page; }" in printed
        assert "h1, h2, thead { break-after: avoid; }" in printed
        articles = [attrs for tag, attrs in Page(made).tags if tag == "article"]
        assert [str(attrs["class"]) for attrs in articles] == [f"page {page.form}" for page in paper.pages]


def test_everything_on_a_page_can_be_read() -> None:
    colours = dict(re.findall(r"--([\w-]+): (#\w{6});", html(worksheet(EN), EN)))
    for ground in ("paper", "panel"):
        for name in ("text", "muted", "accent", "good", "bad"):
            assert contrast(colours[ground], colours[name]) >= 4.5
        assert contrast(colours[ground], colours["pen"]) >= 3


@LANGUAGES
def test_headings_of_tables_say_what_they_belong_to_and_no_letter_is_read_twice(lang: Language) -> None:
    for paper in papers(lang):
        page = Page(html(paper, lang))
        assert {attrs.get("scope") for tag, attrs in page.tags if tag == "th"} <= {"col", "row"}
        initials = [attrs for _, attrs in page.tags if attrs.get("class") == "initial"]
        assert all(attrs["aria-hidden"] == "true" for attrs in initials)


@LANGUAGES
def test_chat_text_has_no_markup_and_short_lines(lang: Language) -> None:
    for paper in papers(lang):
        made = text(paper)
        assert not re.search(r"\*\*|^#|^>|\|", made, re.MULTILINE)
        assert max(map(len, made.splitlines())) <= 120
        assert "\n\n\n" not in made


@LANGUAGES
def test_lines_for_a_pen_are_lines_in_markdown(lang: Language) -> None:
    tokens = READER.parse(markdown(worksheet(lang)))
    lines = [token.content for token in tokens if token.type == "inline" and "____" in token.content]
    assert len(lines) > 15
    kinds = {child.type for token in tokens for child in token.children or ()}
    assert kinds == {"text", "strong_open", "strong_close"}


def test_a_vietnamese_paper_has_no_english_word_of_ours() -> None:
    bare = replace(goal("7", metric="8", target=3, deadline="2026-12-31", created=DAY), owner="9")
    held = harvest(person("9", bare.id), goals=(bare,), parked=("6",), title="5")
    vi = language("vi")
    for paper in (
        worksheet(vi),
        all_sheets(held, pages_of(held, vi), vi),
        workshop_report(held, vi),
        plan(vi, AGENDAS[75]),
    ):
        words = set(re.findall(r"[a-z]+", text(paper).lower()))
        assert not words & {
            "goal",
            "the",
            "of",
            "and",
            "owner",
            "deadline",
            "number",
            "from",
            "open",
            "clear",
            "yet",
        }
