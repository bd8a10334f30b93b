"""The report of a workshop: what was made, how long it took, what is open, who does what next."""

from collections.abc import Iterator

from smart_tui.goals.standing import Standing
from smart_tui.goals.workshop import MINUTE, PARTS, Part, Workshop
from smart_tui.reports.papers.goal_sheet import action_fact, first_action, heading_of
from smart_tui.reports.papers.harvest import Harvest
from smart_tui.reports.papers.paper import Block, Facts, Form, Items, Page, Paper, Rows
from smart_tui.reports.told import Fact, Table, title_of
from smart_tui.words.clean import clean_title
from smart_tui.words.dates import long_date, short_date
from smart_tui.words.language import Language
from smart_tui.words.report import NOTHING
from smart_tui.words.sheet import capital, number_text, one_line
from smart_tui.words.workshop import clarity_text, minutes_text, part_name


def workshop_report(harvest: Harvest, lang: Language) -> Paper:
    """Give the report."""
    title = heading_of(harvest, lang)
    page = Page(
        form=Form.REPORT,
        above=lang.say("Workshop report"),
        heading=title,
        below=capital(long_date(lang, harvest.day)),
        blocks=tuple(_blocks(harvest, lang)),
    )
    return Paper(title, (page,))


def _blocks(harvest: Harvest, lang: Language) -> Iterator[Block]:
    say = lang.say
    yield Facts(tuple(_weighty(harvest, lang)))
    yield Rows(
        say("Goals"),
        Table(
            (say("Goal"), say("Owner"), say("Number"), say("Deadline"), say("Clarity")),
            tuple(_goal(standing, lang) for standing in _goals(harvest)),
        ),
        whole=(3, 4),
    )
    yield Items(
        say("Open questions"),
        tuple(_open_questions(harvest, lang)),
        boxes=True,
        nothing=say("No question is open."),
    )
    yield Items(
        say("Parking lot"),
        tuple(Fact("", one_line(text)) for text in harvest.workshop.parked),
        nothing=say("Nothing was put aside."),
    )
    if harvest.seats:
        yield Items(
            say("No goal yet"), tuple(_without(harvest, lang)), nothing=say("Everybody leaves with a goal.")
        )
    yield Items(
        say("Next steps"),
        tuple(_next_steps(harvest, lang)),
        boxes=True,
        nothing=say("No first step is written down yet."),
    )
    yield _times(harvest.workshop, lang)


def _weighty(harvest: Harvest, lang: Language) -> Iterator[Fact]:
    say, seats = lang.say, harvest.seats
    main = title_of(lang, harvest.main.goal) if harvest.main else say("none yet")
    yield Fact(part_name(lang, Part.MAIN_GOAL), main)
    if seats:
        yield Fact(say("In the room"), lang.count("{n} person", "{n} people", len(seats)))
    yield Fact(say("Goals"), str(len(harvest.goals)))


def _goals(harvest: Harvest) -> Iterator[Standing]:
    """Give the main goal, and everybody's."""
    places = dict.fromkeys(standing.place for standing in (*filter(None, (harvest.main,)), *harvest.goals))
    return (harvest.everything[place] for place in places)


def _goal(standing: Standing, lang: Language) -> tuple[str, ...]:
    goal = standing.goal
    clarity = goal.specific.clarity
    return (
        title_of(lang, goal),
        clean_title(goal.owner or "") or lang.say("nobody yet"),
        number_text(lang, standing) or NOTHING,
        short_date(lang, goal.deadline) if goal.deadline else NOTHING,
        clarity_text(lang, clarity) if clarity else NOTHING,
    )


def _open_questions(harvest: Harvest, lang: Language) -> Iterator[Fact]:
    for standing in _goals(harvest):
        clarity = standing.goal.specific.clarity
        for text in clarity.open if clarity else ():
            if text.strip():
                yield Fact(title_of(lang, standing.goal), one_line(text))


def _without(harvest: Harvest, lang: Language) -> Iterator[Fact]:
    """Name those who have no goal; of those who are only counted, how many."""
    nameless = 0
    for seat in harvest.seats:
        if not seat.goals and seat.name:
            yield Fact("", clean_title(seat.name))
        nameless += not seat.goals and not seat.name
    if nameless:
        yield Fact("", lang.count("{n} person without a name", "{n} people without a name", nameless))


def _next_steps(harvest: Harvest, lang: Language) -> Iterator[Fact]:
    for standing in _goals(harvest):
        action = first_action(standing.goal)
        if action is not None:
            owner = clean_title(standing.goal.owner or "") or lang.say("nobody yet")
            yield action_fact(lang, action, owner)


def _times(workshop: Workshop, lang: Language) -> Rows:
    say = lang.say
    rows = [
        (part_name(lang, part), minutes_text(lang, workshop.agenda.of(part)), _used(workshop, part, lang))
        for part in PARTS
    ]
    used = round(sum(workshop.used.values()) / MINUTE)
    rows.append((say("In all"), minutes_text(lang, workshop.agenda.total), minutes_text(lang, used)))
    return Rows(
        say("Time"),
        Table((say("Part"), say("Planned"), say("Used")), tuple(rows)),
        named=True,
        numbers=(1, 2),
    )


def _used(workshop: Workshop, part: Part, lang: Language) -> str:
    seconds = workshop.used.get(part, 0)
    return minutes_text(lang, max(1, round(seconds / MINUTE))) if seconds else NOTHING
