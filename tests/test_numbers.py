"""Number fields: what people type in English and Vietnamese, and what it is read as."""

import unicodedata
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smart_tui.coach.amount import LIMIT, Amount, of_digits
from smart_tui.coach.numbers import read_number
from smart_tui.coach.reading import MAX_LENGTH, Ambiguous, Unreadable

LANGS = ("en", "vi")

SAME_IN_BOTH = {
    "0": "0",
    "007": "7",
    "1000": "1000",
    "1.5": "1.5",
    "0.4": "0.4",
    "0,4": "0.4",
    ".5": "0.5",
    "5.": "5",
    "1,234.5": "1234.5",
    "1.234,5": "1234.5",
    "1,234,567": "1234567",
    "1.234.567": "1234567",
    "1.234.567,89": "1234567.89",
    "1 234 567": "1234567",
    "1 234,56": "1234.56",
    "1\u00a0234": "1234",
    "1\u202f234.5": "1234.5",
    "1'234": "1234",
    "1’234’567": "1234567",
    "1_000": "1000",
    "５００": "500",
    "1k": "1000",
    "4.2k": "4200",
    "1K": "1000",
    "1m": "1000000",
    "2.5M": "2500000",
    "3 million": "3000000",
    "2bn": "2000000000",
    "2 B": "2000000000",
    "5 thousand": "5000",
    "2 hundred": "200",
    "2 dozen": "24",
    "2½": "2.5",
    "800 ngàn": "800000",
    "800 nghìn": "800000",
    "1tr2": "1200000",
    "1tr25": "1250000",
    "1tr250": "1250000",
    "1 tr 2": "1200000",
    "1k5": "1500",
    "2 triệu rưỡi": "2500000",
    "2 trieu ruoi": "2500000",
    "triệu rưỡi": "1500000",
    "3 tỷ 5": "3500000000",
    "3 tỉ 5": "3500000000",
    "3 ty 500 trieu": "3500000000",
    "1,5 tỷ": "1500000000",
    "1.5 tỷ": "1500000000",
    "2 trăm triệu": "200000000",
    "3 nghìn tỷ": "3000000000000",
    "5 chục": "50",
    "nửa triệu": "500000",
    "forty": "40",
    "forty-two": "42",
    "twenty five hundred": "2500",
    "a hundred thousand": "100000",
    "one hundred and five": "105",
    "two million five hundred thousand and six": "2500006",
    "half a million": "500000",
    "one and a half million": "1500000",
    "bốn mươi": "40",
    "bon muoi": "40",
    "bốn mươi tư": "44",
    "hai mươi mốt": "21",
    "hai lăm": "25",
    "mười lăm": "15",
    "một trăm linh hai": "102",
    "một trăm hai": "120",
    "hai trăm": "200",
    "hai trăm triệu": "200000000",
    "một triệu rưỡi": "1500000",
    "hai triệu tư": "2400000",
    "một nghìn không trăm linh năm": "1005",
    "hai nghìn năm trăm": "2500",
    "999999 tỷ": "999999000000000",
}

BY_LANGUAGE = {
    ("1,000", "en"): "1000",
    ("12,500", "en"): "12500",
    ("1.000", "vi"): "1000",
    ("12.500", "vi"): "12500",
    ("1,5", "vi"): "1.5",
    ("1,234", "vi"): "1.234",
    ("4,2k", "vi"): "4200",
    ("185.000 tỷ", "vi"): "185000000000000",
    ("1.500 triệu", "vi"): "1500000000",
    ("1234.567", "en"): "1234.567",
    ("0.123", "en"): "0.123",
    ("0.123", "vi"): "0.123",
}

ASKED = {
    ("1.234", "en"): ["1.234", "1234"],
    ("1.000", "en"): ["1", "1000"],
    ("1,23", "en"): ["1.23", "123"],
    ("1,5", "en"): ["1.5", "15"],
    ("1.234 million", "en"): ["1234000", "1234000000"],
    ("1,234 tỷ", "en"): ["1234000000000", "1234000000"],
    ("một triệu hai trăm", "vi"): ["1000200", "1200000"],
}

UNITS = {
    "$1M": ("1000000", "USD"),
    "$ 1,000,000": ("1000000", "USD"),
    "US$5k": ("5000", "USD"),
    "5 USD": ("5", "USD"),
    "usd 5": ("5", "USD"),
    "$5 USD": ("5", "USD"),
    "20 dollars": ("20", "USD"),
    "1 triệu đô": ("1000000", "USD"),
    "1 triệu đô la": ("1000000", "USD"),
    "1 trieu do la": ("1000000", "USD"),
    "£20": ("20", "GBP"),
    "€250": ("250", "EUR"),
    "250 euro": ("250", "EUR"),
    "¥300": ("300", "JPY"),
    "500₫": ("500", "VND"),
    "120.000đ": ("120000", "VND"),
    "80k đồng": ("80000", "VND"),
    "80 nghin dong": ("80000", "VND"),
    "1,5 tỷ VNĐ": ("1500000000", "VND"),
    "hai trăm triệu đồng": ("200000000", "VND"),
    "20%": ("20", "%"),
    "20 %": ("20", "%"),
    "20％": ("20", "%"),
    "20 percent": ("20", "%"),
    "twenty per cent": ("20", "%"),
    "20 phần trăm": ("20", "%"),
    "20 phan tram": ("20", "%"),
    "3.5%": ("3.5", "%"),
}

SIGNS = {
    "+25": ("25", "+", None),
    "-5": ("-5", "-", None),
    "−5": ("-5", "-", None),
    "- 5": ("-5", "-", None),
    "minus five": ("-5", "-", None),
    "âm 5": ("-5", "-", None),
    "=120": ("120", "=", None),
    "= 1,200,000": ("1200000", "=", None),
    "=-5": ("-5", "=", None),
    "+$25": ("25", "+", "USD"),
    "$-25": ("-25", "-", "USD"),
    "-0": ("0", "-", None),
    "+20%": ("20", "+", "%"),
}

UNREADABLE = {
    "": ("empty", ""),
    "  \t ": ("empty", ""),
    "leads": ("not-a-number", "leads"),
    "1,00,000": ("not-a-number", "1,00,000"),
    "12.34.56": ("not-a-number", "12.34.56"),
    "nan": ("not-a-number", "nan"),
    "infinity": ("not-a-number", "infinity"),
    "-": ("not-a-number", "-"),
    "$": ("not-a-number", "$"),
    "+-5": ("not-a-number", "+-5"),
    "1000 leads": ("trailing", "leads"),
    "forty new leads": ("trailing", "new leads"),
    "1.000 khách hàng": ("trailing", "khách hàng"),
    "80-90": ("trailing", "-90"),
    "30/6": ("trailing", "/6"),
    "1e6": ("trailing", "e6"),
    "5²": ("trailing", "²"),
    "$5,000/month": ("trailing", "/month"),
    "$5 EUR": ("trailing", "EUR"),
    "1000000 tỷ": ("too-large", "1000000 tỷ"),
    "1" * 16: ("too-large", "1" * 16),
}


def read(text: str, lang: str) -> Amount:
    reading = read_number(text, lang)
    assert isinstance(reading, Amount), (text, reading)
    return reading


def values(reading: object) -> list[Decimal]:
    assert isinstance(reading, Ambiguous), reading
    return [option.value for option in reading.options]


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(("text", "value"), SAME_IN_BOTH.items())
def test_these_numbers_mean_the_same_in_both_languages(text: str, value: str, lang: str) -> None:
    assert read(text, lang) == Amount(Decimal(value), None)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("text", [text for text in SAME_IN_BOTH if not text.isascii()])
def test_typed_letter_by_letter_accents_read_the_same(text: str, lang: str) -> None:
    assert read_number(unicodedata.normalize("NFD", text), lang) == read_number(text, lang)


@pytest.mark.parametrize(("typed", "value"), BY_LANGUAGE.items())
def test_separators_follow_the_language(typed: tuple[str, str], value: str) -> None:
    assert read(*typed).value == Decimal(value)


@pytest.mark.parametrize(("typed", "options"), ASKED.items())
def test_what_can_be_read_two_ways_is_asked_the_likeliest_first(
    typed: tuple[str, str], options: list[str]
) -> None:
    assert values(read_number(*typed)) == [Decimal(option) for option in options]


@pytest.mark.parametrize(("text", "expected"), UNITS.items())
def test_money_and_percent_are_the_unit(text: str, expected: tuple[str, str]) -> None:
    value, unit = expected
    for lang in LANGS:
        assert read(text, lang) == Amount(Decimal(value), unit)


@pytest.mark.parametrize(("text", "expected"), SIGNS.items())
def test_a_leading_sign_is_kept_beside_the_value(text: str, expected: tuple[str, str, str | None]) -> None:
    value, sign, unit = expected
    reading = read(text, "en")
    assert (reading.value, reading.sign, reading.unit) == (Decimal(value), sign, unit)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(("text", "expected"), UNREADABLE.items())
def test_what_is_no_number_says_why_and_names_the_words(
    text: str, expected: tuple[str, str], lang: str
) -> None:
    assert read_number(text, lang) == Unreadable(*expected)


def test_a_counted_thing_has_no_decimals_so_one_group_is_not_asked() -> None:
    assert read_number("1.234", "en", decimals=False) == Amount(Decimal(1234), None)
    assert read_number("1.000", "en", decimals=False) == Amount(Decimal(1000), None)
    assert read_number("1.5", "en", decimals=False) == Amount(Decimal("1.5"), None)
    assert read_number("1,23", "en", decimals=False) == Amount(Decimal("1.23"), None)
    assert read_number("1,5M", "en", decimals=False) == Amount(Decimal(1500000), None)
    assert values(read_number("1.234 million", "en", decimals=False)) == [1234000, 1234000000]


def test_decimals_stay_as_they_were_typed() -> None:
    assert str(read("1.50", "en").value) == "1.50"
    assert str(read("1.5M", "en").value) == "1500000"


def test_a_very_long_text_is_refused() -> None:
    reading = read_number("1" * (MAX_LENGTH + 1), "en")
    assert isinstance(reading, Unreadable)
    assert reading.code == "too-long"


PIECES = st.sampled_from(
    [*"0123456789+-=.,' %$đk", *SAME_IN_BOTH, *UNITS, " and ", " tỷ ", "rưỡi", "tr", "½"]
)


@given(
    number=st.integers(1, int(LIMIT) - 1),
    sign=st.sampled_from(["", "+", "-", "−", "="]),
    unit=st.sampled_from(["", "%"]),
    lang=st.sampled_from(LANGS),
)
def test_plain_digits_are_read_without_the_grammar_as_the_grammar_reads_them(
    number: int, sign: str, unit: str, lang: str
) -> None:
    # Spaces leave it to the grammar.
    assert of_digits(f"{sign}{number}{unit}") == read_number(f"{sign} {number} {unit}", lang)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "+",
        "5 ",
        "1.5",
        "1,000",
        "1k",
        "20 %",
        "%",
        "+%",
        "$5",
        "٥",
        "²",
        "+-5",
        "007",
        "0",
        "1" * 16,
        "five",
    ],
)
def test_all_else_is_left_to_the_grammar(text: str) -> None:
    assert of_digits(text) is None


@given(st.text() | st.lists(PIECES, max_size=60).map("".join), st.sampled_from(LANGS), st.booleans())
def test_any_text_is_read_asked_or_refused(text: str, lang: str, decimals: bool) -> None:
    match read_number(text, lang, decimals=decimals):
        case Amount(value=value):
            assert value.is_finite()
            assert abs(value) < LIMIT
        case Ambiguous(options=options):
            assert len(set(options)) == len(options) > 1
        case Unreadable(code=code):
            assert code in {"empty", "too-long", "not-a-number", "trailing", "too-large"}


@given(st.integers(min_value=-(10**15) + 1, max_value=10**15 - 1))
def test_whole_numbers_as_each_language_writes_them_read_back(number: int) -> None:
    english = f"{number:,}"
    assert read(english, "en").value == number
    assert read(english.replace(",", "."), "vi").value == number
    assert read(english.replace(",", "\u202f"), "vi").value == number


@given(st.decimals(min_value=0, max_value=10**12, places=2))
def test_decimals_as_each_language_writes_them_read_back(number: Decimal) -> None:
    english = f"{number:,.2f}"
    swapped = english.translate(str.maketrans(",.", ".,"))
    assert read(english, "en").value == number
    assert read(swapped, "vi").value == number


ENGLISH_ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
]
ENGLISH_ONES += ["fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
ENGLISH_TENS = ["-", "-", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
VIETNAMESE = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"]


def in_english(number: int) -> str:
    if number < 20:
        return ENGLISH_ONES[number]
    if number < 100:
        return ENGLISH_TENS[number // 10] + (f"-{ENGLISH_ONES[number % 10]}" if number % 10 else "")
    for scale, name in ((10**9, "billion"), (10**6, "million"), (1000, "thousand"), (100, "hundred")):
        if number >= scale:
            rest = number % scale
            return f"{in_english(number // scale)} {name}" + (f" {in_english(rest)}" if rest else "")
    raise AssertionError(number)


def in_vietnamese(number: int) -> str:
    if number < 10:
        return VIETNAMESE[number]
    if number < 100:
        tens, ones = divmod(number, 10)
        unit = "" if not ones else "lăm" if ones == 5 else "mốt" if ones == 1 < tens else VIETNAMESE[ones]
        return f"{'mười' if tens == 1 else VIETNAMESE[tens] + ' mươi'} {unit}".strip()
    hundreds, rest = divmod(number, 100)
    link = "linh " if 0 < rest < 10 else ""
    return f"{VIETNAMESE[hundreds]} trăm" + (f" {link}{in_vietnamese(rest)}" if rest else "")


@given(st.integers(min_value=0, max_value=10**12 - 1))
def test_english_words_read_back(number: int) -> None:
    assert read(in_english(number), "en").value == number


@pytest.mark.parametrize("accents", [True, False])
def test_vietnamese_words_below_a_thousand_read_back(accents: bool) -> None:
    for number in range(1000):
        words = in_vietnamese(number)
        typed = words if accents else unicodedata.normalize("NFD", words).encode("ascii", "ignore").decode()
        assert read(typed, "vi").value == number, words
