"""What answers and goals tell about a field, to be taken over: a function of the view, wherever it is asked."""

from datetime import date
from decimal import Decimal

from smart_tui.coach.drafting import third
from smart_tui.coach.past import known_past, past_text
from smart_tui.coach.sales import sales_of
from smart_tui.coach.writing import steps_text
from smart_tui.goals.draft import Field
from smart_tui.goals.splitting import steps_by_period
from smart_tui.goals.terms import Kind, Period
from smart_tui.screens.wizard.view import Offer, View
from smart_tui.words.asking import FIELD_TEXTS
from smart_tui.words.language import msgid
from smart_tui.words.numbers import amount
from smart_tui.words.readings import day_text

STEPS = {
    Period.YEAR: msgid("In {count} yearly steps"),
    Period.QUARTER: msgid("In {count} quarterly steps"),
    Period.MONTH: msgid("In {count} monthly steps"),
    Period.WEEK: msgid("In {count} weekly steps"),
}
FEWEST_STEPS, MOST_STEPS = 2, 12


def known_offers(view: View, asked: Field) -> tuple[Offer, ...]:
    """Offer what is known about a field."""
    match asked:
        case Field.PAST:
            return _past(view)
        case Field.SUPPORTS:
            return view.larger_goals()
        case Field.AVERAGE:
            return _sales(view)
        case Field.WEEKLY:
            return _third(view)
        case Field.MILESTONES:
            return _steps(view)
    return ()


def _past(view: View) -> tuple[Offer, ...]:
    """Offer what was counted so far."""
    if view.draft.text(Field.PAST).strip():
        return ()
    past = past_text(known_past(view.answers), view.draft.lang)
    said = view.lang.say("From your goals: {results}", results=past)
    return (Offer(said, ((Field.PAST, past),)),) if past else ()


def _sales(view: View) -> tuple[Offer, ...]:
    """Offer the goal that all sales together are."""
    sales = sales_of(view.answers)
    if sales is None:
        return ()
    said = view.lang.say("A goal under this one: {sentence}", sentence=sales.sentence)
    return (Offer(said, then=sales.sentence, worth=view.draft.text(Field.AVERAGE)),)


def _third(view: View) -> tuple[Offer, ...]:
    """Offer the date or the amount that follows from the weekly rate."""
    found = third(view.answers)
    if found is None or found[0] is Field.WEEKLY:
        return ()
    fills, value = found
    said = (
        day_text(view.lang, value, view.today)
        if isinstance(value, date)
        else amount(view.lang, value, view.answers.unit)
    )
    label = view.lang.say(FIELD_TEXTS[fills].label)
    return (Offer(view.lang.say("{label}: {value}", label=label, value=said), ((fills, view.typed(value)),)),)


def _steps(view: View) -> tuple[Offer, ...]:
    """Offer equal steps in the periods that suit the time that there is (row 22)."""
    answers = view.answers
    deadline, target = answers.day(Field.DEADLINE), answers.number(Field.TARGET)
    free = not view.draft.text(Field.MILESTONES).strip()
    if not free or deadline is None or target is None or answers.kind not in {Kind.TOTAL, Kind.LEVEL}:
        return ()
    baseline = answers.number(Field.BASELINE)
    if answers.kind is Kind.LEVEL and baseline is None:
        return ()
    offers = []
    for per, says in STEPS.items():
        steps = steps_by_period(answers.start, deadline, baseline or Decimal(0), target, per)
        if FEWEST_STEPS <= len(steps) <= MOST_STEPS:
            text = steps_text(steps, view.draft.lang)
            offers.append(Offer(view.lang.say(says, count=len(steps)), ((Field.MILESTONES, text),)))
    return tuple(offers)
