"""Names of goals for Tab: click asks, the goal file answers; an error here must never disturb a shell."""

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

from smart_tui.cli.session import Session
from smart_tui.cli.trouble import Exit
from smart_tui.goals.model import Goal

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

Function = TypeVar("Function", bound=Callable[..., Any])
_NEEDS_NO_QUOTES = re.compile(r"\w[\w.-]*")
"""Shells put what is offered on the command line as it is; an id that would do something there is not offered."""


def goal_argument(function: Function) -> Function:
    """Give a command its GOAL, completed from the file."""
    return click.argument("goal", shell_complete=complete_goals)(function)


def answer_shell(group: click.Group, program: str, variable: str) -> int:
    """Answer what a shell asks when Tab is pressed, or print what makes it ask."""
    import os
    import shlex

    from click.shell_completion import BashComplete, CompletionItem, add_completion_class, shell_complete

    class QuotingBash(BashComplete):
        """Puts a value of two words ("not started") on the command line as one."""

        def format_completion(self, item: CompletionItem) -> str:
            return (
                f"{item.type},{shlex.quote(item.value)}"
                if item.type == "plain"
                else super().format_completion(item)
            )

    add_completion_class(QuotingBash)
    failed = shell_complete(group, {}, program, variable, os.environ[variable])
    return Exit.WRONG_USAGE if failed else Exit.DONE


def complete_goals(
    ctx: click.Context,
    _param: click.Parameter,
    incomplete: str,
) -> "list[CompletionItem]":
    """Give the ids of the goals whose id, title or alias holds what was typed, the title beside each."""
    from click.shell_completion import CompletionItem

    from smart_tui.goals.names import plain
    from smart_tui.goals.outline import in_order
    from smart_tui.goals.standing import standings
    from smart_tui.store.errors import StoreError
    from smart_tui.words.clean import clean_title

    session = _session(ctx)
    try:
        everything = standings(session.store.read().file, session.today)
    except (StoreError, OSError):
        return []
    wanted = plain(incomplete)
    return [
        CompletionItem(standing.goal.id, help=clean_title(standing.goal.title))
        for standing in in_order(everything)
        if _NEEDS_NO_QUOTES.fullmatch(standing.goal.id) and wanted in plain(_names(standing.goal))
    ]


def _names(goal: Goal) -> str:
    return f"{goal.id}\n{goal.title}\n{goal.alias or ''}"


def _session(ctx: click.Context) -> Session:
    """Give what the options before the command say; while completing, click only reads them."""
    options = ctx.find_root().params
    return Session(options.get("file"), options.get("lang"), options.get("today"), plain=True)
