"""Lists of the file, read at once where everything fits and one by one where something does not."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from smart_tui.goals.terms import Kind
from smart_tui.store.codecs import Each, Finding
from smart_tui.store.fields import history_of

VALUES: st.SearchStrategy[Any] = st.sampled_from(
    [0, 5, -3, 10**15, Decimal("35.00"), Decimal("1.000"), Decimal("NaN"), True, "5", [], None]
)
DATES = st.sampled_from([date(2026, 11, 9), date(1969, 12, 31), datetime(2026, 11, 9), "2026-11-09", 5])  # noqa: DTZ001  # as TOML says it
TEXTS = st.sampled_from(["", "webinar", "Tê\u0301t", "a\u0007b", 7, None])
ROWS: st.SearchStrategy[Any] = st.one_of(
    st.fixed_dictionaries(
        {}, optional={"date": DATES, "value": VALUES, "note": TEXTS, "confidence": VALUES, "x": VALUES}
    ),
    st.fixed_dictionaries(
        {"date": st.just(date(2026, 11, 9)), "value": st.integers(-5, 5)}, optional={"note": TEXTS}
    ),
    st.sampled_from([{}, [], "date", 5, None]),
)


@given(st.sampled_from(Kind), st.lists(ROWS, max_size=4))
def test_checkins_read_at_once_are_those_read_one_by_one(kind: Kind, rows: list[Any]) -> None:
    each = history_of(kind).field("checkins").codec
    assert isinstance(each, Each)
    assert each.at_once is not None
    found: tuple[list[Finding], list[Finding]] = [], []
    assert each.read(rows, found[0]) == Each(each.item).read(rows, found[1])
    assert found[0] == found[1]
