import pytest
from hosting import Host, lines, screen_text
from msgspec.structs import replace
from sample_goals import (
    CONTRACTS,
    COST,
    FILE,
    HOSTILE_TITLES,
    LEADS,
    NOVEMBER,
    OCTOBER,
    REVENUE,
    TODAY,
    everything,
)

from smart_tui.goals.model import GoalFile, Problem
from smart_tui.screens.dashboard import Dashboard
from smart_tui.screens.messages import DraftAsked, DraftDiscarded, EditGoalAsked, NewGoalAsked
from smart_tui.widgets.goal_list import GoalList
from smart_tui.widgets.header import Header
from smart_tui.widgets.key_bar import KeyBar
from smart_tui.widgets.story import StoryPane
from smart_tui.words.language import language
from smart_tui.words.line import Line
from smart_tui.words.story import story

SIZES = [(60, 20), (80, 24), (120, 40), (200, 50)]


def selected(app: Host) -> str:
    row = app.dashboard.query_one(GoalList).selected
    assert row is not None
    return row.standing.goal.title


@pytest.mark.parametrize("size", SIZES)
async def test_every_goal_is_listed_at_every_size(size: tuple[int, int]) -> None:
    app = Host()
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        seen = set()
        for _ in app.dashboard.rows:
            seen.add(selected(app))
            assert selected(app) in screen_text(app)
            await pilot.press("down")
        assert seen == {goal.title for goal in FILE.goals}


async def test_overdue_short_term_goals_stand_at_the_top_with_what_they_serve() -> None:
    app = Host()
    async with app.run_test(size=(100, 40)) as pilot:
        await pilot.pause()
        shown = lines(app.dashboard.query_one(GoalList))
        assert shown[0].startswith("  Overdue, short-term ─")
        assert "! 40 contracts in October" in shown[1]
        assert "21 days late" in shown[1]
        needs = "“1,000 contracts in two years” now needs 43.4 a month; its plan was 41.6."
        assert shown[2] == f"    {needs}  Enter to decide"


async def test_goals_hang_under_the_goal_that_they_serve() -> None:
    app = Host()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        shown = "\n".join(lines(app.dashboard.query_one(GoalList)))
        assert "● $1M a year for five years" in shown
        assert "▲ └ 1,000 contracts in two years" in shown
        assert "●   └ 40 contracts in November" in shown
        assert "Every day ─" in shown


async def test_the_header_counts_goals_by_status() -> None:
    app = Host()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        shown = "\n".join(lines(app.dashboard.query_one(Header)))
        assert "smart  VMO marketing" in shown
        assert "Sat 21 Nov 2026 · week 47" in shown
        assert "! 1 overdue   ◆ 1 at risk   ▲ 2 behind   ● 4 on track   ✓ 1 achieved" in shown


async def test_on_a_small_screen_the_header_is_one_line_of_signs() -> None:
    app = Host()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        first, second = lines(app.dashboard.query_one(Header))
        assert first.endswith("! 1   ◆ 1   ▲ 2   ● 4   ✓ 1   ○ 1")
        assert not second


@pytest.mark.parametrize(("there", "back"), [("down", "up"), ("j", "k")])
async def test_arrows_and_letters_move_over_goals_only(there: str, back: str) -> None:
    app = Host()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press(there)
        assert selected(app) == REVENUE.title
        await pilot.press(back, back)
        assert selected(app) == OCTOBER.title


async def test_the_ends_and_pages_are_one_key_away() -> None:
    app = Host()
    async with app.run_test(size=(80, 16)) as pilot:
        await pilot.press("G")
        assert selected(app) == "24 blog posts by 31 October"
        await pilot.press("g")
        assert selected(app) == OCTOBER.title
        await pilot.press("end", "home", "pagedown")
        assert 0 < app.dashboard.query_one(GoalList).cursor < len(app.dashboard.rows) - 1
        assert selected(app) in screen_text(app)
        await pilot.press("pageup")
        assert selected(app) == OCTOBER.title


async def test_the_cursor_stays_on_its_goal_when_the_goals_change() -> None:
    app = Host()
    async with app.run_test(size=(120, 40)) as pilot:
        while selected(app) != COST.title:
            await pilot.press("down")
        app.shows([COST, LEADS, NOVEMBER])
        await pilot.pause()
        assert selected(app) == COST.title
        assert COST.title in lines(app.dashboard.query_one(StoryPane))[0]
        app.shows([LEADS])
        await pilot.pause()
        assert selected(app) == LEADS.title


async def test_a_click_selects_and_a_double_click_opens() -> None:
    app = Host()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        y = next(
            y for y, line in enumerate(lines(app.dashboard.query_one(GoalList))) if "Cost per lead" in line
        )
        await pilot.click(GoalList, offset=(10, y))
        assert selected(app) == COST.title
        assert not app.dashboard.opened
        await pilot.click(GoalList, offset=(10, y), times=2)
        await pilot.pause()
        assert app.dashboard.opened


async def test_beside_the_list_stands_the_selected_goals_story() -> None:
    app = Host()
    async with app.run_test(size=(120, 60)) as pilot:
        await pilot.press("down", "down")
        shown = "\n".join(lines(app.dashboard.query_one(StoryPane)))
        for said in (
            "1,000 contracts in two years",
            "supports $1M a year for five years",
            "▲ behind  118; even pace wants 155",
            "You do",
            "You need",
            "S  Sign 1,000 new contracts",
            "M  0 → 1,000 contracts, from the CRM",
            "A  best so far 43 (2026-09)",
            "T  31 Jul 2026 – 31 Jul 2028",
            "□  two trade fairs before Tết",
            "Jul 2026",
        ):
            assert said in shown


async def test_on_a_small_screen_the_story_is_brief_and_opens_on_a_page_of_its_own() -> None:
    app = Host()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("down", "down")
        brief = [line for line in lines(app.dashboard.query_one(StoryPane)) if line]
        assert len(brief) == 2
        assert "behind  118; even pace wants 155" in brief[0]
        await pilot.press("enter")
        assert "from the CRM" in screen_text(app)
        assert "Overdue, short-term" not in screen_text(app)
        await pilot.press("j", "G")
        assert "after the fair" in screen_text(app)
        await pilot.press("escape")
        assert "Overdue, short-term" in screen_text(app)
        assert selected(app) == CONTRACTS.title


async def test_keys_ask_for_what_they_say() -> None:
    app = Host()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("n", "e", "ê")
        await pilot.pause()
        place = FILE.goals.index(OCTOBER)
        new, *edits = app.asked
        assert isinstance(new, NewGoalAsked)
        assert [edit.place for edit in edits if isinstance(edit, EditGoalAsked)] == [place, place]


async def test_every_key_of_the_foot_can_be_clicked() -> None:
    app = Host()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        bar = app.dashboard.query_one(KeyBar)
        assert lines(bar)[0] == (
            "  n new   c check in   w update   d decide   e edit   r report   Enter open   q quit   ? help"
        )
        await pilot.click(KeyBar, offset=(lines(bar)[0].index("e edit") + 3, 0))
        await pilot.pause()
        assert [type(message) for message in app.asked] == [EditGoalAsked]


async def test_a_narrow_foot_keeps_the_way_to_all_keys() -> None:
    app = Host()
    async with app.run_test(size=(40, 20)) as pilot:
        await pilot.pause()
        assert lines(app.dashboard.query_one(KeyBar))[0].endswith("? help")


async def test_features_that_do_not_exist_are_not_offered() -> None:
    app = Host()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("slash", "f", "s", "u", "v", "x")
        assert app.asked == []
        assert app.screen is app.dashboard


async def test_a_kept_draft_is_offered_in_one_line_and_by_keys() -> None:
    app = Host()
    async with app.run_test(size=(120, 40)) as pilot:
        app.draft_kept = True
        await pilot.pause()
        assert "An unfinished goal was kept: v goes on with it, x throws it away." in screen_text(app)
        assert "v go on with the draft" in lines(app.dashboard.query_one(KeyBar))[0]
        await pilot.press("v", "x")
        await pilot.pause()
        assert [type(message) for message in app.asked] == [DraftAsked, DraftDiscarded]


async def test_what_happened_and_what_is_wrong_is_said_in_one_line() -> None:
    broken = replace(
        FILE,
        problems=(Problem("not-a-number", line=12, goal="Leads", field="target"), Problem("syntax", line=20)),
    )
    app = Host(broken)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        assert "! line 12, “Leads”: target must be a number · 1 more" in screen_text(app)
        app.notice, app.notice_level = "saved", "good"
        await pilot.pause()
        assert "✓ saved" in screen_text(app)
        assert "line 12" not in screen_text(app)


async def test_an_empty_file_says_what_to_do() -> None:
    app = Host(GoalFile())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("down", "enter", "c", "e")
        shown = screen_text(app)
        assert "No goals yet. Press n" in shown
        assert "smart-tui demo" in shown
        assert "check in" not in shown
        assert app.asked == []


async def test_help_lists_every_key_and_goes_away() -> None:
    app = Host()
    async with app.run_test(size=(80, 44)) as pilot:
        await pilot.press("question_mark")
        shown = screen_text(app)
        for said in ("Turn a wish into a goal", "Enter a new number", "↓  j", "PgDn", "click twice to open"):
            assert said in shown
        await pilot.press("escape")
        assert app.screen is app.dashboard


@pytest.mark.parametrize("title", HOSTILE_TITLES)
async def test_no_title_breaks_the_screen(title: str) -> None:
    goal = replace(LEADS, title=title)
    hostile = replace(FILE, title=title, goals=(goal, replace(OCTOBER, relevant=goal.relevant), goal))
    app = Host(hostile)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("down", "down", "enter", "question_mark", "escape", "escape")
        app.notice = title
        await pilot.pause()
        assert app.is_running
        assert "\x1b" not in screen_text(app)


async def test_a_title_in_brackets_is_shown_as_it_is() -> None:
    app = Host(GoalFile(goals=(replace(LEADS, title="Save [$100] [@click=app.quit]now[/]"),)))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        assert screen_text(app).count("Save [$100] [@click=app.quit]now[/]") >= 1


@pytest.mark.parametrize("theme", ["smart-light", "textual-dark", "nord"])
async def test_other_themes_work(theme: str) -> None:
    app = Host()
    async with app.run_test(size=(120, 40)) as pilot:
        app.theme = theme
        await pilot.press("down")
        assert "1,000 contracts in two years" in screen_text(app)


def test_every_binding_has_an_id_a_tooltip_and_a_name() -> None:
    for widget in (GoalList, StoryPane, Dashboard):
        for binding in widget.BINDINGS:
            assert not isinstance(binding, tuple)
            assert binding.id
            assert binding.tooltip
            assert binding.description


def test_a_story_leaves_out_what_nobody_knows() -> None:
    bare = replace(COST, achievable=type(COST.achievable)(), history=type(COST.history)())
    standings = everything(GoalFile(goals=(bare,)))
    told = story(language("en"), standings[0], standings, TODAY)
    assert [line.label for line in told.letters] == ["S", "M", "T"]
    assert told.plan == told.checkins == ()
    assert told.status[0] == Line("no number yet", label="? at risk", label_style="status")
