"""One goal can be the main one: it stands at the top, and a dashboard without one says so."""

import tomllib
from pathlib import Path

from goal_builders import goal
from user import at_the_screen

GOALS = tuple(
    goal(title, target=10, start="2026-11-01", deadline="2027-12-31") for title in ("Alpha", "Beta", "Gamma")
)


async def test_row_23_a_dashboard_without_a_main_goal_says_so(tmp_path: Path) -> None:
    async with at_the_screen(tmp_path, goals=GOALS) as user:
        user.sees("No main goal yet: what is all this for?")
    async with at_the_screen(tmp_path / "vi", goals=GOALS, lang="vi") as user:
        user.sees("Chưa có mục tiêu chính")


async def test_row_21_the_main_goal_is_pinned_and_there_is_only_one(tmp_path: Path) -> None:
    async with at_the_screen(tmp_path, goals=GOALS) as user:
        await user.presses("G", "asterisk", "escape")
        user.sees("★ Gamma", "saved")
        assert user.screen.index("Gamma") < user.screen.index("Alpha")
        await user.presses("j", "asterisk")
        user.sees("★ Alpha")
        user.does_not_see("★ Gamma")
        await user.presses("u")
        user.sees("★ Gamma")
    goals = tomllib.loads((tmp_path / "goals.toml").read_text("utf-8"))["goal"]
    assert [it["title"] for it in goals if it.get("main")] == ["Gamma"]


async def test_goals_that_serve_nothing_are_named_beside_a_main_one(tmp_path: Path) -> None:
    async with at_the_screen(tmp_path, goals=GOALS) as user:
        await user.presses("asterisk")
    async with at_the_screen(tmp_path) as user:
        user.sees("2 goals serve no larger one: Beta …")


async def test_row_27_the_story_says_the_next_sum_the_days_to_spare_and_the_periods_made(
    tmp_path: Path,
) -> None:
    behind = goal("Leads", target=100, start="2026-11-02", deadline="2026-12-31", checkins={"2026-11-13": 9})
    ahead = goal("Calls", target=100, start="2026-11-02", deadline="2026-12-31", checkins={"2026-11-20": 60})
    daily = goal(
        "Posts", kind="rate", per="week", target=3, start="2026-11-02", deadline="2026-12-31",
        checkins={"2026-11-06": 3, "2026-11-13": 1},
    )  # fmt: skip
    async with at_the_screen(tmp_path, goals=(behind, ahead, daily), size=(120, 50)) as user:
        await user.presses("slash")
        await user.types("leads")
        user.sees("Next +", "by tonight")
        await user.presses(*["backspace"] * 5)
        await user.types("calls")
        user.sees("Safe", "days ahead of the plan")
        await user.presses(*["backspace"] * 5)
        await user.types("posts")
        user.sees("Made 1 of 2 periods")
