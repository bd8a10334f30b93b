"""What each field of the five screens is for, and how an answer may be written; said when help is asked for."""

from collections.abc import Mapping
from types import MappingProxyType

from smart_tui.goals.draft import Field
from smart_tui.words.language import msgid

EXPLAINED: Mapping[Field, str] = MappingProxyType(
    {
        Field.SENTENCE: msgid(
            "The whole goal in one sentence, as you would say it. Numbers, dates and words that are read in it fill the other fields; each can still be changed."
        ),
        Field.AUDIENCE: msgid("Whom it is meant for: the narrower, the clearer what to do."),
        Field.OWNER: msgid(
            "One name. Where two are responsible, nobody is; others who help have their own place."
        ),
        Field.CHANNEL: msgid("Where you reach them: a shop, a website, the phone."),
        Field.PRODUCT_LINE: msgid("What you sell to them, if it is not everything."),
        Field.DETAILS: msgid(
            "Whatever everybody on the team has to know to understand it the same way. Several lines; Tab goes on."
        ),
        Field.TITLE: msgid("A few words for the list. Left empty, the sentence stands there."),
        Field.METRIC: msgid("What you count, in a word or two: new leads, contracts, the conversion rate."),
        Field.TARGET: msgid(
            "The number at which you are there: 1,000, 1k, $1M, 3.5%. +30% asks what it is today."
        ),
        Field.SOURCE: msgid(
            "Where you look the number up every time, so that nobody argues about it: a report, a page, a person."
        ),
        Field.KIND: msgid(
            "Added up: every check-in adds to the sum. Level: the latest one counts. Rate: so many every day, week or month. Limit: stay on one side of it."
        ),
        Field.PER: msgid("The time in which the target is to be reached again and again."),
        Field.UNIT: msgid(
            "What stands beside the number: %, USD, VND, kg. Nothing for things that are counted."
        ),
        Field.BASELINE: msgid("The number today. Progress is counted from it; for a sum it is usually 0."),
        Field.DIRECTION: msgid("Whether the number is to rise, to fall, or to stay."),
        Field.PAST: msgid(
            "What you reached before: one number, or several with their months (2026-09: 280). The coach compares your target with it."
        ),
        Field.OBSTACLE: msgid(
            "The one thing that is most likely to go wrong. Who has thought of it is less surprised."
        ),
        Field.IF_THEN: msgid(
            "What you do when it happens. Such a plan is kept far more often than a good intention."
        ),
        Field.STRENGTHS: msgid("What you can build on: what you are better at than others."),
        Field.WEAKNESSES: msgid("What is in your way and yours to change."),
        Field.RESOURCES: msgid("What you have for it: people, money, hours a week."),
        Field.EVIDENCE: msgid("What shows that it can be done: research, a trial, what others reached."),
        Field.SUPPORTS: msgid("The larger goal that this one carries. Type a part of its title and choose."),
        Field.ACTION: msgid("What you do first, small enough for tomorrow. “… by Friday” gives it a date."),
        Field.WORTH: msgid(
            "How much of the larger goal one of these brings: of 100 leads 4 sign, so a lead is worth 0.04 contracts."
        ),
        Field.WHY: msgid("What it is good for. On a bad day this line carries you."),
        Field.REALISTIC: msgid("What speaks for it that you can do this, with what you have."),
        Field.PLAN: msgid("The steps in their order. Several lines; Tab goes on."),
        Field.DEADLINE: msgid(
            "The last day that counts: 31/12, next month, end of Q2, +90d. What can be read two ways is asked."
        ),
        Field.START: msgid("The first day that counts; today where nothing is said."),
        Field.WEEKLY: msgid("What you can do in a week. Of target, deadline and this, two give the third."),
        Field.AVERAGE: msgid("What one sale brings, so that a large sum becomes a number of sales."),
        Field.CADENCE: msgid("How often you enter the number. A week is enough for most goals."),
        Field.TIMING: msgid("Why just then: a season, a fair, a holiday that helps or hinders."),
        Field.MILESTONES: msgid(
            "How much by when on the way, where it does not grow evenly: 15/12: 250; 31/12: 500."
        ),
        Field.HORIZON: msgid(
            "Short goals are the steps, at most three months long; long ones are what they lead to."
        ),
    }
)
"""By field."""
