"""Goals of every kind, as a person or a careless hand may have written them into the file."""

from datetime import date
from decimal import Decimal

from hypothesis import strategies as st

from smart_tui.goals.model import (
    Achievable,
    Action,
    CheckIn,
    Goal,
    History,
    Measurable,
    Milestone,
    Past,
    Relevant,
    Specific,
    TimeBound,
)
from smart_tui.goals.terms import Bound, Cadence, Direction, Horizon, Kind, Period

DAYS = st.dates(date(2026, 1, 1), date(2027, 12, 31))
NUMBERS = st.decimals(-(10**9), 10**9, places=3) | st.integers(-(10**9), 10**9).map(Decimal)
TEXTS = st.text(st.sampled_from("ab ệđ:;,\n.-/5%$"), min_size=1, max_size=12).filter(str.strip)
WORDS = st.none() | TEXTS
UNITS = st.none() | st.sampled_from(["%", "USD", "VND", "$", "kg", "đồng"])

MEASURES = st.builds(
    Measurable,
    metric=WORDS,
    unit=UNITS,
    kind=st.sampled_from(Kind),
    direction=st.sampled_from(Direction),
    per=st.none() | st.sampled_from(Period),
    bound=st.sampled_from(Bound),
    baseline=st.none() | NUMBERS,
    target=st.none() | NUMBERS,
    source=WORDS,
)
GOALS = st.builds(
    Goal,
    id=st.just("a"),
    title=TEXTS,
    lang=st.sampled_from([None, "en", "vi"]),
    owner=WORDS,
    horizon=st.none() | st.sampled_from(Horizon),
    created=st.none() | DAYS,
    specific=st.builds(
        Specific, sentence=WORDS, audience=WORDS, channel=WORDS, product_line=WORDS, details=WORDS
    ),
    measurable=MEASURES,
    achievable=st.builds(
        Achievable,
        past=st.lists(st.builds(Past, NUMBERS, st.just("") | TEXTS), max_size=3).map(tuple),
        obstacle=WORDS,
    ),
    relevant=st.builds(
        Relevant,
        supports=WORDS,
        worth=st.none() | NUMBERS,
        why=WORDS,
        plan=WORDS,
        actions=st.lists(st.builds(Action, TEXTS, st.none() | DAYS, st.booleans()), max_size=2).map(tuple),
    ),
    timebound=st.builds(
        TimeBound,
        start=st.none() | DAYS,
        deadline=st.none() | DAYS,
        cadence=st.sampled_from(Cadence),
        timing=WORDS,
        milestones=st.lists(st.builds(Milestone, DAYS, NUMBERS), max_size=3).map(tuple),
    ),
    history=st.builds(
        History, checkins=st.lists(st.builds(CheckIn, date=DAYS, value=NUMBERS), max_size=2).map(tuple)
    ),
)
