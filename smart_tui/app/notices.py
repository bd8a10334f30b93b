"""What the foot says when a decision is on the disk, or numbers from earlier are."""

from collections.abc import Iterable, Iterator

from smart_tui.app.late import Late
from smart_tui.goals.model import GoalFile
from smart_tui.goals.standing import Standing
from smart_tui.goals.tree import Tree
from smart_tui.screens.messages import GoalDecided, Task, Typing
from smart_tui.words.deciding import decided_text, larger_text
from smart_tui.words.language import Language
from smart_tui.words.pending import entry_words, in_now_text, unfinished_text, waiting_text

KEYS = {Task.CHECK_IN: "c", Task.UPDATE: "w", Task.DECISION: "d"}
"""What opens the fields of each task."""


def decision_notice(
    lang: Language, decision: GoalDecided, before: tuple[Standing, ...], after: tuple[Standing, ...]
) -> str:
    """Say what was decided, and what the larger goal needs now where it sums this one (row 29)."""
    was, now = _find(before, decision.goal_id), _find(after, decision.goal_id)
    if was is None or now is None:
        return lang.say("saved")
    said = [decided_text(lang, decision.did, was, now)]
    if now.parent is not None and now.place in Tree.of(s.goal for s in after).summed(now.parent):
        larger = after[now.parent]
        said.append(larger_text(lang, _find(before, larger.goal.id) or larger, larger))
    return " · ".join(filter(None, said))


def late_notice(lang: Language, late: Late, said: str) -> str:
    """Say which numbers from earlier are in now, and which wait, behind what was said a moment ago."""
    if said == lang.say("saved · u undoes"):
        said = lang.say("saved")  # there is more to say than how to take it back
    return " · ".join(filter(None, (said, *late_texts(lang, late))))


def late_texts(lang: Language, late: Late) -> Iterator[str]:
    """Say what from earlier is in now, and what waits."""
    if late.put:
        put = [(goal.title, entry_words(lang, entry), entry.day) for goal, entry in late.put]
        yield in_now_text(lang, put, only_numbers=all(entry.decision is None for _, entry in late.put))
    if late.stuck:
        stuck = [(entry.goal, entry_words(lang, entry), entry.day) for entry in late.stuck]
        yield waiting_text(lang, stuck, only_numbers=all(entry.decision is None for entry in late.stuck))


def unfinished_notice(lang: Language, left: Iterable[Typing], file: GoalFile) -> str:
    """Offer what was typed last of what an earlier run has left; empty where its goal is gone."""
    titles = {goal.id: goal.title for goal in file.goals}
    typing = next((typing for typing in left if typing.goal_id in titles), None)
    if typing is None:
        return ""
    return unfinished_text(lang, titles[typing.goal_id], typing.fields.values(), KEYS[typing.task])


def _find(standings: Iterable[Standing], goal_id: str) -> Standing | None:
    return next((standing for standing in standings if standing.goal.id == goal_id), None)
