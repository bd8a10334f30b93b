"""The stand-ins of a help text (GOAL, FILE) in the language in which the rest of it speaks."""

import gettext
import re
from functools import cache

import click
from click.types import OptionHelpExtra

from smart_tui.words.language import DOMAIN, msgid

STAND_INS = (
    msgid("[OPTIONS]"),
    msgid("[COMMAND] [ARGS]..."),
    msgid("ADDRESS"),
    msgid("BASE OURS THEIRS"),
    msgid("COLUMN"),
    msgid("COPY"),
    msgid("DATE"),
    msgid("FILE"),
    msgid("GOAL"),
    msgid("NAME"),
    msgid("NUMBER"),
    msgid("PATH"),
    msgid("SENTENCE"),
    msgid("TEXT"),
    msgid("VALUE"),
    msgid("YYYY-MM-DD"),
)
"""What a person replaces; the choices of an option are typed as they are, in every language."""


class NeededOption(click.Option):
    """An option that has to be given; its help says so in the person's language, which click's own does not."""

    def get_help_extra(self, ctx: click.Context) -> OptionHelpExtra:
        """Give what stands behind the help text."""
        return super().get_help_extra(ctx) | {"required": gettext.gettext("required")}


def say_stand_ins(command: click.Command) -> click.Command:
    """Give a command whose help stands in for values in the person's language."""
    command.options_metavar = _said(command.options_metavar)
    if isinstance(command, click.Group):
        command.subcommand_metavar = _said(command.subcommand_metavar) or ""
    context = click.Context(command)
    for param in command.params:
        if isinstance(param.type, click.IntRange):
            param.type.name = gettext.gettext("whole number")
        if param.metavar is None and isinstance(param.type, click.IntRange):
            param.metavar = "N"
        elif not _is_shown_as_it_is(param):
            param.metavar = _said(param.metavar or param.make_metavar(context))
    return command


def _is_shown_as_it_is(param: click.Parameter) -> bool:
    """Whether nothing is to be given, or what may be given is listed."""
    flag = isinstance(param, click.Option) and (param.is_flag or param.count)
    return flag or isinstance(param.type, click.Choice)


def _said(stands: str | None) -> str | None:
    # Where no catalogue was chosen, help speaks as it is written: nothing to look for.
    if gettext.textdomain() != DOMAIN:
        return stands
    return stands and _words().sub(lambda found: gettext.gettext(found[0]), stands)


@cache
def _words() -> re.Pattern[str]:
    return re.compile("|".join(rf"(?<!\w){re.escape(word)}(?!\w)" for word in STAND_INS))
