"""The goal sheet: one goal on one page, for the one who is responsible."""

from collections.abc import Iterator, Mapping

from smart_tui.goals.model import Action, Goal
from smart_tui.goals.standing import Standing
from smart_tui.goals.terms import Letter, Status
from smart_tui.goals.workshop import Part
from smart_tui.reports.papers.harvest import Harvest, Seat
from smart_tui.reports.papers.paper import (
    Blank,
    Blanks,
    Block,
    Facts,
    Form,
    Items,
    LetterPart,
    Page,
    Paper,
    Sentence,
)
from smart_tui.reports.told import Fact, title_of
from smart_tui.words.clean import clean_title
from smart_tui.words.dates import long_date, short_date
from smart_tui.words.language import Language
from smart_tui.words.sheet import (
    answers,
    capital,
    needed_text,
    number_text,
    one_line,
    still_open,
)
from smart_tui.words.standing import letter_word, status_word, time_text
from smart_tui.words.workshop import clarity_text, part_name


def pages_of(harvest: Harvest, lang: Language) -> Mapping[int, Page]:
    """Give the page of every goal by its place in the file: the main goal's first, for the wall."""
    places = dict.fromkeys(standing.place for standing in (*filter(None, (harvest.main,)), *harvest.goals))
    return {place: sheet(harvest, harvest.everything[place], lang) for place in places}


def sheets(seat: Seat, pages: Mapping[int, Page], lang: Language) -> Paper:
    """Give the sheets of one person's goals, a page each."""
    name = clean_title(seat.name) or lang.say("Goal sheet")
    return Paper(name, tuple(pages[standing.place] for standing in seat.goals))


def all_sheets(harvest: Harvest, pages: Mapping[int, Page], lang: Language) -> Paper:
    """Give everybody's sheets, to be printed at once."""
    return Paper(heading_of(harvest, lang), tuple(pages.values()))


def sheet(harvest: Harvest, standing: Standing, lang: Language) -> Page:
    """Give the page of one goal."""
    goal, say = standing.goal, lang.say
    kind = part_name(lang, Part.MAIN_GOAL) if goal.main else say("Goal sheet")
    return Page(
        form=Form.SHEET,
        above=" · ".join((kind, heading_of(harvest, lang), short_date(lang, harvest.day))),
        heading=title_of(lang, goal),
        below=f"{say('Owner')}: {clean_title(goal.owner or '') or say('nobody yet')}",
        blocks=tuple(_blocks(harvest, standing, lang)),
    )


def first_action(goal: Goal) -> Action | None:
    """Give the first step that is not done yet."""
    return next((action for action in goal.relevant.actions if not action.done), None)


def action_fact(lang: Language, action: Action, label: str = "") -> Fact:
    """Say a step, and by when."""
    by = lang.say("until {day}", day=short_date(lang, action.by)) if action.by else ""
    return Fact(label, one_line(action.what), by)


def heading_of(harvest: Harvest, lang: Language) -> str:
    """Give the title of the whole."""
    return clean_title(harvest.file.title or "") or lang.say("Goals")


def _blocks(harvest: Harvest, standing: Standing, lang: Language) -> Iterator[Block]:
    goal, say = standing.goal, lang.say
    sentence = one_line(goal.specific.sentence or "")
    if sentence and sentence != title_of(lang, goal):
        yield Sentence(sentence)
    yield Facts(tuple(_weighty(standing, lang)))
    open_questions = still_open(lang, goal, harvest.file, harvest.day, harvest.dialect)
    for letter in Letter:
        yield _letter(harvest, standing, letter, open_questions.get(letter, ""), lang)
    if goal.relevant.actions:
        steps = tuple(action_fact(lang, action) for action in goal.relevant.actions if not action.done)
        yield Items(say("First step") if len(steps) == 1 else say("Steps"), steps, boxes=True)
    yield from _clarity(goal, lang)
    signature = (Blank(say("Signature"), short=True), Blank(say("Date"), short=True))
    yield Blanks(signature, foot=True, printed=True)


def _weighty(standing: Standing, lang: Language) -> Iterator[Fact]:
    say, deadline = lang.say, standing.goal.deadline
    number = number_text(lang, standing)
    if number:
        yield Fact(say("Number"), number)
    if deadline is not None:
        yield Fact(say("Deadline"), capital(long_date(lang, deadline)), _time(standing, lang))
    needed = needed_text(lang, standing)
    if needed:
        yield Fact(say("You need"), needed)


def _time(standing: Standing, lang: Language) -> str:
    """Say how much time is left; of a goal that is over, how it ended; of one to come, when it begins."""
    start = standing.goal.start
    if standing.status is Status.NOT_STARTED and start is not None:
        return lang.say("starts on {day}", day=short_date(lang, start))
    said = time_text(lang, standing)
    return f"{status_word(lang, standing.status)}: {said}" if standing.status.closed else said


def _letter(
    harvest: Harvest, standing: Standing, letter: Letter, open_question: str, lang: Language
) -> LetterPart:
    said = answers(lang, standing, harvest.everything, letter, harvest.dialect)
    return LetterPart(
        letter=letter.value,
        heading=lang.say(letter_word(letter, harvest.dialect)),
        facts=tuple(Fact(label, text) for label, text in said),
        open=open_question,
    )


def _clarity(goal: Goal, lang: Language) -> Iterator[Block]:
    clarity = goal.specific.clarity
    if clarity is None:
        return
    yield Items(
        f"{part_name(lang, Part.CLARITY)}: {clarity_text(lang, clarity)}",
        tuple(Fact("", one_line(text)) for text in clarity.open if text.strip()),
        boxes=True,
        nothing=lang.say("No question is open."),
    )
