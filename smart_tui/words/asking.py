"""What the five screens ask: each letter's question, meaning and examples, each field's label and hint."""

from msgspec import Struct
from msgspec.structs import replace

from smart_tui.goals.draft import Field
from smart_tui.goals.terms import Dialect, Letter
from smart_tui.words.language import msgid


class LetterTexts(Struct, frozen=True):
    """Msgids of one screen; the examples are those of the source documents (rows 2, 4, 5, 37)."""

    question: str
    meaning: str
    good: str
    bad: str
    why_bad: str


class FieldTexts(Struct, frozen=True):
    """Msgids of one field."""

    label: str
    hint: str


LETTER_TEXTS = {
    Letter.SPECIFIC: LetterTexts(
        msgid("Exactly what do you want to achieve?"),
        msgid("Specific: one sentence that everybody on the team understands the same way."),
        msgid("Win 40 new leads through our online channels"),
        msgid("Win many new leads"),
        msgid("“Many” is how many?"),
    ),
    Letter.MEASURABLE: LetterTexts(
        msgid("Which number tells you that you are there?"),
        msgid("Measurable: without a number, nobody ever knows whether the goal is reached."),
        msgid("1,000 new leads, counted in the CRM"),
        msgid("New leads keep coming in"),
        msgid("When is it enough?"),
    ),
    Letter.ACHIEVABLE: LetterTexts(
        msgid("Looking at past results, can your team do it?"),
        msgid("Achievable: look at what you did before, then raise it a little."),
        msgid("350 leads; our best month so far was 310"),
        msgid("1,000 leads; our best month so far was 310"),
        msgid("Three times your best: take smaller steps."),
    ),
    Letter.RELEVANT: LetterTexts(
        msgid("Which larger goal does this one serve?"),
        msgid("Relevant: small goals carry the large one, and the first step is known."),
        msgid("40 new contracts, because they raise revenue"),
        msgid("More followers, because others have them"),
        msgid("What do they bring you?"),
    ),
    Letter.TIMEBOUND: LetterTexts(
        msgid("By when must it be done, and why then?"),
        msgid("Time-bound: a deadline makes it urgent, and tells everybody when."),
        msgid("1,000 contracts in the next two years"),
        msgid("1,000 contracts as soon as possible"),
        msgid("On which day do you look whether it worked?"),
    ),
}

REALISTIC_TEXTS = {
    Letter.ACHIEVABLE: LetterTexts(
        msgid("Can you reach it by your own ability?"),
        msgid("Achievable: know your strengths and weaknesses; a kite flies high, but on a string."),
        msgid("350 leads; our best month so far was 310"),
        msgid("1,000 leads; our best month so far was 310"),
        msgid("Three times your best: take smaller steps."),
    ),
    Letter.RELEVANT: LetterTexts(
        msgid("Is this goal realistic, and what is the plan?"),
        msgid("Realistic: a concrete plan and sure steps; nothing is forced that cannot be done."),
        msgid("40 new leads: first the list of customers, then ten calls a day"),
        msgid("40 new leads, and then we will see"),
        msgid("Which step comes first?"),
    ),
}
"""The same in the words of the other source document, where they are others (rows 35, 43, 44, 45)."""

ASSIGNABLE_TEXTS = LetterTexts(
    msgid("Who does it, and can they?"),
    msgid("Assignable: one name stands behind it, of somebody who has the time and the means."),
    msgid("350 leads, by Lan; her best month so far was 310"),
    msgid("350 leads, by all of us"),
    msgid("Whose task is it on Monday?"),
)
ATTAINABLE_MEANINGS = {
    "relevant": msgid("Attainable: look at what you did before, then raise it a little."),
    "realistic": msgid("Attainable: know your strengths and weaknesses; a kite flies high, but on a string."),
}
"""By what R stands for beside it."""

FIELD_TEXTS = {
    Field.SENTENCE: FieldTexts(
        msgid("Your goal in one sentence"), msgid("win 40 new leads through our online channels")
    ),
    Field.AUDIENCE: FieldTexts(msgid("For whom"), msgid("parents of three-year-olds")),
    Field.OWNER: FieldTexts(msgid("Who is responsible"), msgid("one name")),
    Field.CHANNEL: FieldTexts(msgid("Channel"), msgid("online, trade fairs, phone …")),
    Field.PRODUCT_LINE: FieldTexts(msgid("Product line"), msgid("milk for three-year-olds")),
    Field.DETAILS: FieldTexts(msgid("Details"), msgid("whatever the team has to know")),
    Field.TITLE: FieldTexts(msgid("Short title"), msgid("as it stands in the list; else your sentence")),
    Field.METRIC: FieldTexts(msgid("What is counted"), msgid("new leads")),
    Field.TARGET: FieldTexts(msgid("Target"), msgid("1,000   1k   $1M   20%")),
    Field.SOURCE: FieldTexts(msgid("Where the number comes from"), msgid("a report, a person, a page")),
    Field.KIND: FieldTexts(msgid("How check-ins count"), ""),
    Field.PER: FieldTexts(msgid("The target is for"), ""),
    Field.UNIT: FieldTexts(msgid("Unit"), msgid("%, USD, VND, kg …; nothing for counted things")),
    Field.BASELINE: FieldTexts(msgid("Now (baseline)"), msgid("the number today")),
    Field.DIRECTION: FieldTexts(msgid("Direction"), ""),
    Field.PAST: FieldTexts(
        msgid("Best so far, or past results"), msgid("310   or   2026-09: 280; 2026-10: 310")
    ),
    Field.OBSTACLE: FieldTexts(msgid("What could stand in the way"), msgid("the fair is cancelled")),
    Field.IF_THEN: FieldTexts(msgid("If that happens, then"), msgid("a webinar that same week")),
    Field.STRENGTHS: FieldTexts(msgid("Strengths"), msgid("what you are good at")),
    Field.WEAKNESSES: FieldTexts(msgid("Weaknesses"), msgid("what you lack")),
    Field.RESOURCES: FieldTexts(msgid("Resources"), msgid("people, money, hours")),
    Field.EVIDENCE: FieldTexts(msgid("Evidence"), msgid("research, a trial, what others reached")),
    Field.SUPPORTS: FieldTexts(msgid("Supports the larger goal"), msgid("type a part of its title")),
    Field.ACTION: FieldTexts(msgid("The first step"), msgid("call the customers of the last fair")),
    Field.WHY: FieldTexts(msgid("Why it matters"), msgid("more contracts raise revenue")),
    Field.WORTH: FieldTexts(msgid("One unit is worth"), msgid("how much of the larger goal: 0.04")),
    Field.REALISTIC: FieldTexts(msgid("Is it realistic?"), msgid("what speaks for it")),
    Field.PLAN: FieldTexts(msgid("Plan"), msgid("the steps, one after the other")),
    Field.DEADLINE: FieldTexts(msgid("Deadline"), msgid("31/12   next month   end of Q2   +90d")),
    Field.START: FieldTexts(msgid("Start"), msgid("today")),
    Field.AVERAGE: FieldTexts(msgid("One sale brings on average"), msgid("2,083")),
    Field.WEEKLY: FieldTexts(
        msgid("How much a week"), msgid("any two of date, target and this give the third")
    ),
    Field.CADENCE: FieldTexts(msgid("Check in"), ""),
    Field.TIMING: FieldTexts(msgid("Why then"), msgid("before Tết, people buy")),
    Field.MILESTONES: FieldTexts(msgid("Milestones"), msgid("15/12: 250; 31/12: 500")),
    Field.HORIZON: FieldTexts(msgid("Horizon"), ""),
}
LONG_TEXTS = frozenset({Field.DETAILS, Field.PLAN})
"""Answers of several lines: Enter starts a new line, Tab goes on."""


def letter_texts(letter: Letter, dialect: Dialect) -> LetterTexts:
    """Give what a letter's screen asks and shows."""
    own = REALISTIC_TEXTS if dialect.realistic else LETTER_TEXTS
    texts = own.get(letter, LETTER_TEXTS[letter])
    if letter is Letter.ACHIEVABLE and dialect.assignable:
        return ASSIGNABLE_TEXTS
    if letter is Letter.ACHIEVABLE and dialect.a == "attainable":
        return replace(texts, meaning=ATTAINABLE_MEANINGS[dialect.r])
    return texts
