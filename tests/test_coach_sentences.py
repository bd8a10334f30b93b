"""How well goal sentences are read: never worse than now, field by field (`python tests/scoring.py` shows the rest)."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import cache

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from scoring import AS_OF, SENTENCES, Score, overlap, rows, scored

from smart_tui.coach.sentence.read import read
from smart_tui.goals.terms import Direction, Period

FIELDS = (
    "target",
    "baseline",
    "unit",
    "change",
    "direction",
    "per",
    "deadline",
    "missing",
    "vague",
    "not vague",
)
MISREAD: Mapping[tuple[str, str], int] = {
    ("invented_vi", "missing"): 1,
    ("invented_vi", "vague"): 1,
    ("invented2_vi", "per"): 1,
}
"""Sentences of a file of which a field is not read as it should be; none where nothing is said."""
OVERLAP = {
    "goals_en": 0.88,
    "goals_vi": 0.94,
    "invented_en": 0.83,
    "invented_vi": 0.85,
    "invented2_en": 0.95,
    "invented2_vi": 0.98,
    "invented3_en": 0.88,
    "invented3_vi": 0.99,
    "invented4_en": 0.95,
    "invented4_vi": 0.95,
    "invented5_en": 0.96,
    "invented5_vi": 0.91,
    "invented6_en": 0.99,
    "invented6_vi": 0.99,
    "unaccented_vi": 0.99,
}
"""How much of a metric's words is found."""


@cache
def score_of(name: str) -> Score:
    return scored(SENTENCES / f"{name}.jsonl")


@pytest.mark.parametrize("name", OVERLAP)
@pytest.mark.parametrize("field", FIELDS)
def test_a_field_is_read_as_well_as_before(name: str, field: str) -> None:
    score = score_of(name)
    misread = [line for line in score.wrong if line.split(":")[0].endswith(f" {field}")]
    assert score.asked[field] >= 1
    assert score.asked[field] - score.exact[field] <= MISREAD.get((name, field), 0), misread


@pytest.mark.parametrize("name", OVERLAP)
def test_metrics_are_named_as_well_as_before(name: str) -> None:
    assert score_of(name).overlap >= OVERLAP[name]


@pytest.mark.parametrize("name", OVERLAP)
def test_the_language_of_a_sentence_is_found_out(name: str) -> None:
    path = SENTENCES / f"{name}.jsonl"
    assert [row["id"] for row in rows(path) if read(row["text"], AS_OF).lang != row["lang"]] == []


def test_the_score_knows_a_misreading() -> None:
    assert overlap("new leads", "leads") == pytest.approx(2 / 3)
    assert overlap("new leads", "Leads, new") == 1
    assert overlap("new leads", None) == 0
    assert overlap(None, None) == 1


def test_a_sentence_is_read_whole() -> None:
    reading = read("Raise our open rate from 21% to 30% by the end of June", AS_OF)
    assert (reading.metric, reading.baseline, reading.target, reading.unit) == (
        "open rate",
        Decimal(21),
        Decimal(30),
        "%",
    )
    assert (reading.change, reading.direction, reading.deadline) == (
        "absolute",
        Direction.INCREASE,
        date(2027, 6, 30),
    )
    words = {name: reading.text[start:end] for name, (start, end) in reading.spans.items()}
    assert words == {
        "metric": "open rate",
        "baseline": "21%",
        "target": "30%",
        "deadline": "the end of June",
    }


def test_a_share_in_a_time_to_come_is_a_change() -> None:
    reading = read("Tăng doanh thu 20% trong quý tới", AS_OF)
    assert (reading.change, reading.target, reading.deadline) == ("relative", Decimal(20), date(2027, 3, 31))


@pytest.mark.parametrize(
    "text",
    [
        "The museum wants to hit 40,000 in 2027",
        "We are hoping to reach 500 by June",
        "Sell 40 by Friday",
    ],
)
def test_who_wants_something_is_never_what_is_counted(text: str) -> None:
    assert read(text, AS_OF).metric is None


def test_a_rate_has_its_period() -> None:
    reading = read("42 leads every month", AS_OF)
    assert (reading.target, reading.per, reading.missing) == (Decimal(42), Period.MONTH, ("deadline",))


TEXTS = st.text() | st.lists(
    st.sampled_from(
        [
            *(
                "raise",
                "sales",
                "from",
                "to",
                "by",
                "%",
                "$",
                "5",
                "1,000",
                "half",
                "next",
                "month",
                "2027",
                "double",
            ),
            *(
                "tăng",
                "doanh thu",
                "từ",
                "lên",
                "triệu",
                "rưỡi",
                "quý",
                "tới",
                "gấp",
                "đôi",
                "mỗi",
                "ngày",
                "1tr2",
            ),
            *(
                "-",
                "/",
                ",",
                ".",
                "(",
                "x",
                "and",
                "và",
                "e\u0301",
                "\u200b",
                "٣",
                "²",
                "½",
                "\x00",
                "[b]",
                "30/2",
            ),
        ]
    ),
    max_size=12,
).map(" ".join)


@given(TEXTS, st.sampled_from(["en", "vi", None]))
@example("12/12/12/12 " * 40, None)
@example("9" * 400 + "%", None)
@example("by 9999999999999 years", "en")
def test_no_text_is_too_strange_and_every_span_lies_inside_it(text: str, lang: str | None) -> None:
    reading = read(text, AS_OF, lang=lang)
    for start, end in reading.spans.values():
        assert 0 <= start < end <= len(reading.text)
    assert reading.vague is (reading.target is None)
    assert ("measure" in reading.missing) is reading.vague


@pytest.mark.parametrize(
    ("text", "baseline", "target"),
    [
        ("Grow sales from 3 to 5 million by June", 3_000_000, 5_000_000),
        ("Grow views from 900 to 5 thousand by June", 900, 5_000),
        ("Giảm chi phí từ 5 xuống 3 triệu", 5_000_000, 3_000_000),
        ("tang luot theo doi tu 900 len 5 nghin", 900, 5_000),
    ],
)
def test_a_scale_serves_both_numbers_where_they_are_alike(text: str, baseline: int, target: int) -> None:
    reading = read(text, date(2026, 11, 21))
    assert (reading.baseline, reading.target) == (Decimal(baseline), Decimal(target))
