"""The coach's verdict on each letter of a draft: what is strong, what to ask, and one rewrite. It never blocks."""

from collections.abc import Iterator, Mapping
from datetime import date
from types import MappingProxyType

from msgspec import Struct

from smart_tui.coach.answers import Answers, Setting, read_answers
from smart_tui.coach.filling import reading_of
from smart_tui.coach.findings import Finding, Says, Verdict
from smart_tui.coach.lexicon import FIRST, phrasing
from smart_tui.coach.measures import known_measure
from smart_tui.coach.reach import Reach, reach_of
from smart_tui.coach.rewriting import Rewrite, one_goal, rewrite
from smart_tui.coach.sales import is_money
from smart_tui.coach.seasons import seasons_met
from smart_tui.coach.sentence.flaws import Flaws, flaws_of
from smart_tui.coach.sentence.read import SentenceReading
from smart_tui.goals.draft import Draft, Field, main_fields
from smart_tui.goals.model import GoalFile
from smart_tui.goals.terms import DateStyle, Dialect, Horizon, Kind, Letter

WEEK = 7
MUCH_TOO_LONG = 4
"""Times what the past shows to be needed."""
SMALL_GOAL_DAYS = 183
"""Half a year is long for a goal that the past shows to be a month's work (row 15)."""


class Review(Struct, frozen=True):
    """A draft, read and judged."""

    reading: SentenceReading
    flaws: Flaws
    verdicts: Mapping[Letter, Verdict]

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Everything that is to be said, letter by letter."""
        return tuple(finding for verdict in self.verdicts.values() for finding in verdict.findings)


def review(
    draft: Draft,
    file: GoalFile,
    today: date,
    dialect: Dialect = Dialect.RELEVANT,
    dates: DateStyle = DateStyle.LANGUAGE,
) -> Review:
    """Judge a draft among the other goals, on a day, as one of the two schools would."""
    setting = Setting(file, today, dialect, dates)
    return review_answers(read_answers(draft, setting))


def review_answers(answers: Answers) -> Review:
    """Judge a draft that was read already."""
    reading = reading_of(answers.draft, answers.setting)
    flaws = flaws_of(reading.text, reading)
    judge = _Judge(answers, reading, flaws, reach_of(answers))
    points = {
        Letter.SPECIFIC: judge.specific,
        Letter.MEASURABLE: judge.measurable,
        Letter.ACHIEVABLE: judge.achievable,
        Letter.RELEVANT: judge.relevant,
        Letter.TIMEBOUND: judge.timebound,
    }
    verdicts = {letter: Verdict(letter, tuple(say())) for letter, say in points.items()}
    return Review(reading, flaws, MappingProxyType(verdicts))


class _Judge(Struct, frozen=True):
    answers: Answers
    reading: SentenceReading
    flaws: Flaws
    reach: Reach | None

    @property
    def dialect(self) -> Dialect:
        """Which SMART is meant."""
        return self.answers.setting.dialect

    def specific(self) -> Iterator[Finding]:
        """Judge S: one clear outcome, for whom or where, and who is responsible (rows 4, 6, 36, 37)."""
        say = Says(Letter.SPECIFIC)
        if not self.answers.title:
            yield say.missing("no-sentence", Field.SENTENCE)
            return
        yield self._clear(say)
        if self.flaws.outcomes:
            first, second = self.flaws.outcomes
            yield say.ask(
                "two-outcomes",
                Field.SENTENCE,
                one_goal(self.reading, first, second),
                first=first,
                second=second,
            )
        else:
            yield say.strong("one-outcome")
        if self.flaws.activity:
            yield say.ask("activity", Field.SENTENCE, activity=self.flaws.activity)
        about = self.answers.text(Field.AUDIENCE) or self.answers.text(Field.CHANNEL)
        yield say.strong("about", about=about) if about else say.ask("no-audience", Field.AUDIENCE)
        if not self.dialect.assignable:
            owner = self.answers.text(Field.OWNER)
            yield say.strong("owner", owner=owner) if owner else say.ask("no-owner", Field.OWNER)

    def _clear(self, say: Says) -> Finding:
        words = self.flaws.vague_words
        if self.reading.vague and words and self.answers.number(Field.TARGET) is None:
            return say.ask("vague", Field.SENTENCE, rewrite(self.reading, "measure"), words=words)
        return say.strong("clear")

    def measurable(self) -> Iterator[Finding]:
        """Judge M: a number, of what, and where it comes from (rows 5, 7)."""
        say, answers = Says(Letter.MEASURABLE), self.answers
        metric = answers.text(Field.METRIC)
        yield say.strong("metric", metric=metric) if metric else say.missing("no-metric", Field.METRIC)
        if answers.kind is not Kind.YES_NO:
            yield self._number(say)
        source = answers.text(Field.SOURCE)
        yield (
            say.strong("source", source=source)
            if source
            else say.ask("no-source", Field.SOURCE, self._known_source())
        )

    def _number(self, say: Says) -> Finding:
        answers, reading = self.answers, self.reading
        if Field.TARGET in answers.doubts:
            return say.ask("unread-number", Field.TARGET, text=answers.draft.text(Field.TARGET))
        target = answers.number(Field.TARGET)
        if target is None and reading.change == "relative":
            return say.missing("no-baseline", Field.BASELINE, percent=reading.target)
        if target is None:
            return say.missing("no-number", Field.TARGET, rewrite(reading, "measure"))
        follows = answers.draft.filled.get(Field.TARGET) == answers.draft.text(Field.TARGET)
        if "target" in reading.doubts and follows:
            return say.ask("two-ways", Field.TARGET, value=target)
        return say.strong("number", value=target, unit=answers.unit)

    def _known_source(self) -> Rewrite | None:
        known = known_measure(self.answers.text(Field.METRIC) or "")
        if known is None:
            return None
        lang = self.answers.draft.lang
        return Rewrite(
            "source", fills=((Field.SOURCE, known.source[lang if lang in known.source else FIRST]),)
        )

    def achievable(self) -> Iterator[Finding]:
        """Judge A: who does it; their own past; what stands in the way, or their ability (rows 9, 11, 12, 35, 43, 44)."""
        say, reach = Says(Letter.ACHIEVABLE), self.reach
        if self.dialect.assignable:
            owner = self.answers.text(Field.OWNER)
            yield say.strong("owner", owner=owner) if owner else say.missing("no-owner", Field.OWNER)
        yield from self._past(say)
        if self.dialect.realistic:
            yield self._ability(say)
        if not self.dialect.realistic or self.answers.text(Field.OBSTACLE):
            yield self._obstacle(say)
        if reach is not None and (steps := reach.steps(self.answers)):
            yield say.note(
                "split",
                Rewrite("split", fills=((Field.MILESTONES, steps.text),)),
                count=steps.count,
                each=steps.each,
            )

    def _past(self, say: Says) -> Iterator[Finding]:
        if self.answers.values.get(Field.PAST):
            yield say.strong("past") if self.reach is None else self._reach(say, self.reach)
        elif Field.PAST in main_fields(Letter.ACHIEVABLE, self.dialect):
            yield say.ask("no-past", Field.PAST)
            if self.answers.number(Field.TARGET) is not None:
                yield say.note("learning")

    def _ability(self, say: Says) -> Finding:
        if not self.answers.text(Field.STRENGTHS):
            return say.ask("no-strengths", Field.STRENGTHS)
        if not self.answers.text(Field.WEAKNESSES):
            return say.ask("no-weaknesses", Field.WEAKNESSES)
        return say.strong("ability")

    def _obstacle(self, say: Says) -> Finding:
        if not self.answers.text(Field.OBSTACLE):
            return say.ask("no-obstacle", Field.OBSTACLE)
        planned = self.answers.text(Field.IF_THEN)
        return say.strong("obstacle") if planned else say.ask("no-if-then", Field.IF_THEN)

    def _reach(self, say: Says, reach: Reach) -> Finding:
        values = {
            "times": reach.times,
            "best": reach.best,
            "low": reach.low,
            "high": reach.high,
            "safe": reach.safe,
            "stretch": reach.stretch,
        }
        if reach.word == "out-of-reach":
            lower = Rewrite("lower", fills=((Field.TARGET, reach.lower_target(self.answers)),))
            later, means = self._later(reach), Rewrite("means", goes_to=Field.RESOURCES)
            return say.ask("out-of-reach", Field.TARGET, lower, later, means, **values)
        return say.strong("hard" if reach.word == "hard" else "easy", **values)

    def _is_slow(self, days: int) -> bool:
        """Whether less than one a week is wanted for half a year and longer (row 15)."""
        answers = self.answers
        target, baseline = answers.number(Field.TARGET), answers.number(Field.BASELINE) or 0
        counted = answers.kind is Kind.TOTAL and answers.unit is None
        return counted and target is not None and days > SMALL_GOAL_DAYS and target - baseline < days / WEEK

    def _later(self, reach: Reach) -> Rewrite | None:
        later = reach.later_text(self.answers)
        return Rewrite("later", fills=((Field.DEADLINE, later),)) if later else None

    def relevant(self) -> Iterator[Finding]:
        """Judge R: the larger goal, or realism and a plan; and the first step (rows 3, 13, 14, 17, 35, 45)."""
        say, answers = Says(Letter.RELEVANT), self.answers
        if self.dialect.realistic:
            why = answers.text(Field.REALISTIC)
            yield say.strong("realistic", why=why) if why else say.ask("no-realism", Field.REALISTIC)
        if not self.dialect.realistic or answers.larger is not None:
            yield self._larger(say)
        yield self._step(say)
        if (
            answers.horizon is Horizon.LONG
            and not _has_smaller(answers)
            and answers.number(Field.TARGET) is not None
        ):
            yield (
                say.note("money-steps", Rewrite("average", goes_to=Field.AVERAGE))
                if is_money(answers)
                else say.note("large-alone")
            )

    def _larger(self, say: Says) -> Finding:
        answers = self.answers
        is_main = answers.base is not None and answers.base.main
        if answers.larger is not None:
            return say.strong("larger", title=answers.larger.title)
        if is_main or (answers.horizon is Horizon.LONG and answers.text(Field.WHY)):
            return say.strong("why")
        return say.ask("no-larger", Field.SUPPORTS)

    def _step(self, say: Says) -> Finding:
        action = self.answers.text(Field.ACTION)
        if self.dialect.realistic:
            if self.answers.text(Field.PLAN):
                return say.strong("plan")
            if not action:
                return say.missing("no-plan", Field.PLAN, self._first_step())
        if action:
            return say.strong("action", action=action)
        return say.missing("no-action", Field.ACTION, self._first_step())

    def _first_step(self) -> Rewrite:
        return Rewrite("step", fills=((Field.ACTION, phrasing(self.answers.draft.lang).first_step),))

    def timebound(self) -> Iterator[Finding]:
        """Judge T: a day that is to come, long enough and not too long; what the timing meets (rows 15, 16, 46)."""
        say, answers = Says(Letter.TIMEBOUND), self.answers
        if Field.DEADLINE in answers.doubts:
            yield say.ask("unread-date", Field.DEADLINE, text=answers.draft.text(Field.DEADLINE))
            return
        deadline = answers.day(Field.DEADLINE)
        if deadline is None:
            yield say.missing("no-date", Field.DEADLINE, rewrite(self.reading, "deadline"))
            return
        today = answers.setting.today
        if deadline < today:
            yield say.ask("past-date", Field.DEADLINE, date=deadline)
            return
        follows = answers.draft.filled.get(Field.DEADLINE) == answers.draft.text(Field.DEADLINE)
        if "deadline" in self.reading.doubts and follows:
            yield say.ask("two-ways", Field.DEADLINE, value=deadline)
        else:
            yield say.strong("date", date=deadline, days=(deadline - today).days)
        yield self._length(say, deadline)
        for season, day in seasons_met(max(answers.start, today), deadline, answers.draft.lang):
            yield say.note("season", season=season, date=day)

    def _length(self, say: Says, deadline: date) -> Finding:
        days, reach = (deadline - self.answers.start).days, self.reach
        if reach is None:
            return say.note("slow", days=days) if self._is_slow(days) else say.strong("length", days=days)
        needed = reach.days_needed
        if needed is not None and days > SMALL_GOAL_DAYS and needed * MUCH_TOO_LONG < days:
            return say.ask("too-long", Field.DEADLINE, days=days, needed=needed)
        if reach.word == "out-of-reach":
            return say.ask("too-short", Field.DEADLINE, self._later(reach), times=reach.times)
        return say.strong("length", days=days)


def _has_smaller(answers: Answers) -> bool:
    base = answers.base
    return base is not None and any(goal.relevant.supports == base.id for goal in answers.setting.file.goals)
