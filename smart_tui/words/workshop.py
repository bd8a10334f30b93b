"""What a workshop says: each part's name, what the facilitator does and asks, the clock in words."""

from collections.abc import Mapping
from types import MappingProxyType

from msgspec import Struct

from smart_tui.goals.model import Clarity
from smart_tui.goals.terms import Dialect
from smart_tui.goals.workshop import MINUTE, Part, Person, Workshop
from smart_tui.words.asking import LetterTexts, letter_texts
from smart_tui.words.language import Language, msgid
from smart_tui.words.standing import letter_word


class PartTexts(Struct, frozen=True):
    """Msgids of one part: what the room reads, what the facilitator does and may ask."""

    name: str
    question: str
    notes: tuple[str, ...]
    asks: tuple[str, ...]


FIRST_OURS = msgid("First our main goal, on the wall (g); then everybody their own, on the sheet.")
PART_TEXTS: Mapping[Part, PartTexts] = MappingProxyType(
    {
        Part.OPENING: PartTexts(
            msgid("Opening"),
            msgid("What will be different when we have a clear goal?"),
            (
                msgid("Welcome everybody. Say what they take home: a goal sheet of their own."),
                msgid("Hand out the worksheets. Questions that lead elsewhere go to the parking lot (b)."),
            ),
            (
                msgid("Which goal of last year did nobody know whether it was reached?"),
                msgid("What did that cost us?"),
            ),
        ),
        Part.MAIN_GOAL: PartTexts(
            msgid("Main goal"),
            msgid("What is our main goal?"),
            (
                msgid("One minute alone, two in pairs, then together."),
                msgid("Type the sentence (g). It need not be good yet: the five letters come."),
            ),
            (
                msgid("If we reach only one thing, which one?"),
                msgid("Which number of the whole business should move?"),
            ),
        ),
        Part.SPECIFIC: PartTexts(
            "",
            "",
            (FIRST_OURS, msgid("Listen for “more”, “better”, “many”: how many?")),
            (
                msgid("For whom exactly, through which channel?"),
                msgid("Would somebody new understand the same?"),
                msgid("Who is responsible? One name."),
            ),
        ),
        Part.MEASURABLE: PartTexts(
            "",
            "",
            (FIRST_OURS, msgid("A number, what it counts, and where it comes from.")),
            (
                msgid("From which number on would you say: done?"),
                msgid("Who can look it up on a Friday, and where?"),
            ),
        ),
        Part.ACHIEVABLE: PartTexts(
            "",
            "",
            (
                FIRST_OURS,
                msgid("Past results first, then a little more: a kite flies high, but on a string."),
            ),
            (
                msgid("What was our best month so far?"),
                msgid("What could stand in the way, and what will we do then?"),
            ),
        ),
        Part.RELEVANT: PartTexts(
            "",
            "",
            (FIRST_OURS, msgid("Each goal is a stepping stone to the main goal, or it needs a good reason.")),
            (
                msgid("How much of the main goal does it bring?"),
                msgid("What is the first step, and who takes it?"),
            ),
        ),
        Part.TIMEBOUND: PartTexts(
            "",
            "",
            (FIRST_OURS, msgid("A day, not “soon”. And a day of the week to look at the number.")),
            (
                msgid("Why that day: which season, which event?"),
                msgid("Is it too long for something simple?"),
            ),
        ),
        Part.CLARITY: PartTexts(
            msgid("Clarity round"),
            msgid("Is it clear? Say your neighbour's goal in your own words."),
            (
                msgid("In pairs: one says the other's goal again, the others say clear or not clear."),
                msgid("Keep the count and the open questions with the goal (c)."),
            ),
            (
                msgid("What would you do tomorrow for this goal?"),
                msgid("Which word can be understood in two ways?"),
            ),
        ),
        Part.CLOSE: PartTexts(
            msgid("Close"),
            msgid("What is your first step tomorrow?"),
            (
                msgid("Everybody says the first step and the day of the first check-in."),
                msgid("Type in the sheets (t), write the folder of sheets (s), look at the parking lot."),
            ),
            (msgid("When do we meet to look at the numbers?"),),
        ),
    }
)

MATERIALS = (
    msgid("A projector or a large screen, and this computer"),
    msgid("A worksheet and a pen for each person"),
    msgid("A large sheet on the wall for the parking lot"),
    msgid("The numbers of the last months: sales, leads, contracts"),
)
"""What a workshop needs in the room."""
BEFOREHAND = (
    msgid("Print the worksheets (smart-tui workshop --worksheet), a few more than there are people."),
    msgid("Ask everybody to bring one number that should move."),
    msgid("Set the tables so that two can talk and all see the screen."),
    msgid("Make the letters of the screen so large that the last row reads them."),
    msgid("Go through it once alone: the clock of a rehearsal runs ten times as fast."),
)
"""What to do before the day."""


def part_name(lang: Language, part: Part, dialect: Dialect = Dialect.RELEVANT) -> str:
    """Name a part; a letter by its word."""
    letter = part.letter
    return lang.say(PART_TEXTS[part].name if letter is None else letter_word(letter, dialect))


def part_question(lang: Language, part: Part, dialect: Dialect = Dialect.RELEVANT) -> str:
    """Give the question that the room reads."""
    letter = part.letter
    return lang.say(PART_TEXTS[part].question if letter is None else letter_texts(letter, dialect).question)


def part_example(part: Part, dialect: Dialect = Dialect.RELEVANT) -> LetterTexts | None:
    """Give the examples of a letter."""
    return None if part.letter is None else letter_texts(part.letter, dialect)


def clock_text(seconds: int) -> str:
    """Write what is left: "3:24"."""
    return f"{seconds // MINUTE}:{seconds % MINUTE:02}"


def minutes_text(lang: Language, minutes: int) -> str:
    """Write a length: "10 min"."""
    return lang.say("{n} min", n=minutes)


def ready_text(lang: Language, workshop: Workshop, part: Part) -> str:
    """Count who is done, without names; empty where nobody is known to be in the room."""
    people = len(workshop.people)
    return lang.say("ready {n} of {count}", n=workshop.ready(part), count=people) if people else ""


def lettered(lang: Language, part: Part, dialect: Dialect = Dialect.RELEVANT) -> str:
    """Name a part, its letter before the word."""
    name = part_name(lang, part, dialect)
    return f"{part.letter.value} {name}" if part.letter else name


def person_name(lang: Language, person: Person, place: int) -> str:
    """Name somebody; one who is only counted has a number, from the place in the list."""
    return person.name or lang.say("Person {n}", n=place + 1)


def clarity_text(lang: Language, clarity: Clarity) -> str:
    """Say how many called a goal clear: "5 of 6 clear" (row 38)."""
    return lang.say("{n} of {count} clear", n=clarity.clear, count=clarity.asked)
