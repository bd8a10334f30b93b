"""`add`: a goal without the wizard; the sentence answers what it can, the options are the wizard's fields."""

from collections.abc import Callable
from gettext import gettext as _
from types import MappingProxyType
from typing import Any, TypeVar

import click

from smart_tui.cli.session import Session, fresh_id
from smart_tui.cli.trouble import Exit, Trouble
from smart_tui.coach.answers import CHOICES, Answers, Doubt, Setting, read_answers
from smart_tui.coach.drafting import goal_of
from smart_tui.coach.filling import filled
from smart_tui.coach.reading import Ambiguous
from smart_tui.goals.draft import NEVER_STORED, Draft, Field
from smart_tui.goals.standing import standings
from smart_tui.store.operations import AddGoal
from smart_tui.words.asking import FIELD_TEXTS
from smart_tui.words.language import Language
from smart_tui.words.readings import unreadable_text

ASKED = tuple(field for field in Field if field not in NEVER_STORED | {Field.SENTENCE})
Function = TypeVar("Function", bound=Callable[..., Any])


def option_name(field: Field) -> str:
    """Give a field's option: --product-line; the sentence is an argument."""
    if field is Field.SENTENCE:
        return "SENTENCE"
    return "--" + field.name.lower().replace("_", "-")


def _with_field_options(function: Function) -> Function:
    for field in reversed(ASKED):
        kind = click.Choice([choice.value for choice in CHOICES[field]]) if field in CHOICES else None
        option = click.option(option_name(field), field.name, type=kind, help=_(FIELD_TEXTS[field].label))
        function = option(function)
    return function


@click.command(
    help=_(
        "Add a goal without the wizard; prints its id. Options say what the sentence leaves open, or win over it."
    ),
    epilog=_('Example: smart-tui add "Win 40 leads online by the end of next month" --source CRM'),
)
@click.argument("sentence")
@_with_field_options
@click.option("--json", "as_json", is_flag=True, help=_("As JSON, for scripts."))
@click.pass_obj
def command(session: Session, /, sentence: str, as_json: bool, **typed: str | None) -> None:
    """Save the goal, or name what it lacks."""
    file = session.read()
    texts = {Field[name]: text for name, text in typed.items() if text}
    draft = Draft(
        key="", lang=session.language.code, texts=MappingProxyType({Field.SENTENCE: sentence, **texts})
    )
    setting = Setting(file, session.today, dates=session.language.dates)
    answers = read_answers(filled(draft, setting), setting)
    _refuse_gaps(session.language, answers)
    goal = goal_of(answers, fresh_id(answers.title or "", {goal.id for goal in file.goals}))
    after = session.save(AddGoal(goal))
    if as_json:
        from smart_tui.cli.as_json import element, print_json

        print_json(element(standings(after, session.today).of(goal.id)))
    else:
        click.echo(goal.id)


def _refuse_gaps(lang: Language, answers: Answers) -> None:
    if answers.doubts:
        raise _doubt(lang, answers, *next(iter(answers.doubts.items())))
    if answers.blocking:
        missing = ", ".join(map(option_name, answers.blocking))
        wrong = lang.say("This is not a goal yet. Missing: {missing}", missing=missing)
        remedy = lang.say("smart-tui new asks for everything, one letter at a time.")
        raise Trouble(Exit.WRONG_USAGE, wrong, remedy)


def _doubt(lang: Language, answers: Answers, field: Field, doubt: Doubt) -> Trouble:
    name = option_name(field)
    if isinstance(doubt, Ambiguous):
        from smart_tui.cli.doubts import two_ways

        return two_ways(lang, name, answers.draft.text(field), doubt, answers.setting.today)
    wrong = f"{name}: {unreadable_text(lang, doubt)}"
    if field is Field.SUPPORTS:
        return Trouble(Exit.NO_SUCH_GOAL, wrong, lang.say("smart-tui list shows the goals that there are."))
    examples = lang.say(FIELD_TEXTS[field].hint)
    return Trouble(Exit.WRONG_USAGE, wrong, lang.say("For example: {examples}", examples=examples))
