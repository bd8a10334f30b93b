"""What the goal file says, whether it can be read or not, and what keeps the program from writing it."""

from msgspec import Struct
from msgspec.structs import replace

from smart_tui.goals.hindrance import Hinders, Hindrance
from smart_tui.goals.model import GoalFile
from smart_tui.store.disk import Seen
from smart_tui.store.errors import CannotRead
from smart_tui.store.store import Store

NEWER_VERSION, EMPTIED = "newer-version", "emptied"


class View(Struct, frozen=True):
    """What is to be shown; no stamp where there is no file that could be watched."""

    file: GoalFile
    stamp: Seen | None
    hindrance: Hindrance | None = None


def survey(store: Store, last: View | None = None) -> View:
    """Look at the file. Where it breaks while it is looked at, goals that cannot be read are shown as they were."""
    try:
        snapshot = store.read()
    except CannotRead as error:
        first = error.problems[0]
        if first.code == EMPTIED:
            return View(GoalFile(), None, Hindrance(Hinders.EMPTY, error.problems, goals=int(first.detail)))
        salvage, stamp = store.salvage(error)
        found = Hindrance(Hinders.UNREADABLE, salvage.file.problems or error.problems, salvage.near)
        return View(_with_known(salvage.file, last), stamp, found)
    return View(snapshot.file, snapshot.stamp, hindrance_of(store, snapshot.file))


def hindrance_of(store: Store, file: GoalFile) -> Hindrance | None:
    """Say what keeps a file that can be read from being written."""
    newer = tuple(problem for problem in file.problems if problem.code == NEWER_VERSION)
    if newer:
        return Hindrance(Hinders.NEWER, newer)
    kind = store.hinders()
    return Hindrance(kind) if kind else None


def survey_if_changed(store: Store, last: View) -> View | None:
    """Look again, where there may be something new to see."""
    if last.stamp is None or store.changed(last.stamp):
        view = survey(store, last)
    elif last.hindrance is None or last.hindrance.kind in {Hinders.READ_ONLY, Hinders.NO_PERMISSION}:
        view = View(last.file, last.stamp, hindrance_of(store, last.file))
    else:
        return None
    return None if view == last else view


def _with_known(salvaged: GoalFile, last: View | None) -> GoalFile:
    if last is None or not last.file.goals:
        return salvaged
    now = {goal.id: goal for goal in salvaged.goals}
    known = tuple(now.pop(goal.id, goal) for goal in last.file.goals)
    return replace(salvaged, goals=(*known, *now.values()))
