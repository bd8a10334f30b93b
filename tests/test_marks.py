"""What the catalogues say about numbers and months is what CLDR says."""

from datetime import date
from decimal import Decimal

import pytest
from babel.dates import format_date
from babel.numbers import format_decimal
from hypothesis import given, settings
from hypothesis import strategies as st

from smart_tui.words.dates import MONTHS
from smart_tui.words.language import language, languages
from smart_tui.words.numbers import number


@settings(max_examples=100)
@given(
    st.decimals("-1e15", "1e15", allow_nan=False, allow_infinity=False, places=4),
    st.sampled_from(languages()),
)
def test_numbers_are_grouped_as_cldr_groups_them(value: Decimal, lang: str) -> None:
    assert number(language(lang), value) == format_decimal(
        value.normalize() if value else 0, "#,##0.############", lang
    )


def test_the_noise_of_floats_is_not_written() -> None:
    assert number(language("en"), 0.1 + 0.2) == "0.3"


@pytest.mark.parametrize("lang", languages())
def test_months_are_called_as_cldr_calls_them(lang: str) -> None:
    for place, (name, short) in enumerate(MONTHS):
        first = date(2026, place + 1, 1)
        assert language(lang).say(name) == format_date(first, "MMMM", lang)
        if name != short:  # "May" is one text; a language that shortens it writes the number
            assert language(lang).say(short) == format_date(first, "MMM", lang)
