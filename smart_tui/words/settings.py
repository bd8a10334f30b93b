"""The settings in words: what the switch of the command palette says, and what cannot be read."""

from smart_tui.goals.model import Problem
from smart_tui.words.language import Language, msgid
from smart_tui.words.problems import problem_text

SWITCHES = {
    "achievable": (msgid("SMART: A is Achievable"), msgid("A asks whether it can be done")),
    "attainable": (msgid("SMART: A is Attainable"), msgid("A asks the same, by another name")),
    "assignable": (msgid("SMART: A is Assignable"), msgid("A asks first who is responsible")),
    "relevant": (
        msgid("SMART: R is Relevant"),
        msgid("A looks at past results, R at the larger goal and the first step"),
    ),
    "realistic": (
        msgid("SMART: R is Realistic"),
        msgid("A looks at your own ability, R at realism and the plan"),
    ),
}
"""By the word that a letter stands for then: a command, and what it leads to."""


def settings_problem_text(lang: Language, problem: Problem) -> str:
    """Say in one line what is wrong with the settings, and that the program goes on as if nothing was set."""
    return lang.say(
        "settings.toml: {problem}; until that is mended, the default counts.",
        problem=problem_text(lang, problem),
    )
