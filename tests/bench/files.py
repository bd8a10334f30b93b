"""Goal files to measure with: as many goals as wanted, each with half a year of weekly check-ins, or others."""

from datetime import date, timedelta
from pathlib import Path

SIZES = (10, 100, 1_000)
"""Goals in a file: a person's, a team's, more than anybody's."""
CHECKINS = 26
NOTES = ("webinar", "", "trade fair", "", "new landing page")
TODAY = date(2026, 11, 21)


def goal_file(path: Path, size: int, checkins: int = CHECKINS, days: int = 7 * CHECKINS) -> Path:
    """Write so many goals, each with so many check-ins in so many days; four of five serve another one."""
    goals = (_goal(number, checkins, days) for number in range(size))
    path.write_text("version = 1\n" + "".join(goals), "utf-8")
    return path


def _goal(number: int, count: int, days: int) -> str:
    start = TODAY - timedelta(days=days)
    long_term, target = number % 5 == 0, (700 + number % 300) * max(count, CHECKINS) // CHECKINS
    deadline = TODAY + timedelta(days=(500 if long_term else 3) + number % 60)
    supports = "" if long_term else f'supports = "goal-{number - number % 5}"\n'
    checkins = "".join(
        f'  {{ date = {start + timedelta(days=days * week // count)}, value = {10 + (7 * number + 3 * week) % 23}, note = "{NOTES[(number + week) % 5]}" }},\n'
        for week in range(count)
    )
    return (
        f'\n[[goal]]\nid = "goal-{number}"\ntitle = "Goal {number}: new leads through channel {number % 9}"\n'
        f'owner = "Lan"\n\n[goal.specific]\nsentence = "Get {target} new leads through channel '
        f'{number % 9}"\naudience = "parents of three-year-olds"\n\n[goal.measurable]\nmetric = "leads {number}"\n'
        f'target = {target}\nsource = "CRM, weekly report"\n\n[goal.relevant]\n{supports}'
        f'why = "more leads, more contracts"\n\n[goal.timebound]\nstart = {start}\ndeadline = {deadline}\n\n'
        f"[goal.history]\ncheckins = [\n{checkins}]\n"
    )
