"""Date fields: what people type in English and Vietnamese, as of Saturday 21 November 2026."""

import unicodedata
from datetime import date, timedelta
from math import floor, pi, sin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smart_tui.coach.dates import Day, read_date
from smart_tui.coach.lexicon import tet_days
from smart_tui.coach.reading import MAX_LENGTH, Ambiguous, Unreadable

LANGS = ("en", "vi")
TODAY = date(2026, 11, 21)
THURSDAY = date(2026, 11, 19)

SAME_IN_BOTH = {
    # exact days
    "2027-06-30": "2027-06-30",
    "2027/6/30": "2027-06-30",
    "30/6/2027": "2027-06-30",
    "30-6-27": "2027-06-30",
    "30.6.2027": "2027-06-30",
    "30/6": "2027-06-30",
    "6/6": "2027-06-06",
    "20/10": "2027-10-20",
    "29/2": "2028-02-29",
    "21/11": "2026-11-21",
    "ngày 5/6": "2027-06-05",
    "30 June": "2027-06-30",
    "30 June 2027": "2027-06-30",
    "30th of June": "2027-06-30",
    "the 30th of June 2027": "2027-06-30",
    "June 30": "2027-06-30",
    "June 30th, 2027": "2027-06-30",
    "Jun 30 2027": "2027-06-30",
    "Jun. 30": "2027-06-30",
    "30-Jun-2027": "2027-06-30",
    "30 Jun '27": "2027-06-30",
    "30.6.27": "2027-06-30",
    "1 March 2020": "2020-03-01",
    "ngày 30 tháng 6": "2027-06-30",
    "ngay 30 thang 6": "2027-06-30",
    "30 tháng 6 năm 2027": "2027-06-30",
    "30/6 năm sau": "2027-06-30",
    "mùng 1 tháng 9": "2027-09-01",
    "Monday 30 November": "2026-11-30",
    "thứ hai, 30/11": "2026-11-30",
    "the 30th": "2026-11-30",
    "ngày 5": "2026-12-05",
    "15th of next month": "2026-12-15",
    "ngày 15 tháng sau": "2026-12-15",
    # from their first day to their last
    "all year": "2026-12-31",
    "throughout 2027": "2027-12-31",
    "for the whole of next year": "2027-12-31",
    "all through March": "2027-03-31",
    "the entire quarter": "2026-12-31",
    "cả năm": "2026-12-31",
    "cả năm sau": "2027-12-31",
    "suốt năm 2027": "2027-12-31",
    "suốt cả quý 1": "2027-03-31",
    "ca nam nay": "2026-12-31",
    # months
    "June": "2027-06-30",
    "in November": "2026-11-30",
    "June 2027": "2027-06-30",
    "2027-06": "2027-06-30",
    "6/2027": "2027-06-30",
    "tháng 6": "2027-06-30",
    "tháng sáu": "2027-06-30",
    "thang tu": "2027-04-30",
    "tháng mười hai": "2026-12-31",
    "thang muoi mot": "2026-11-30",
    "tháng giêng": "2027-01-31",
    "tháng 6/2027": "2027-06-30",
    "T6/2027": "2027-06-30",
    "T12": "2026-12-31",
    "end of June": "2027-06-30",
    "cuối tháng 6": "2027-06-30",
    "next March": "2027-03-31",
    "last June": "2026-06-30",
    "tháng 3 tới": "2027-03-31",
    # quarters, halves, years
    "Q2": "2027-06-30",
    "Q4": "2026-12-31",
    "Q2 2027": "2027-06-30",
    "Q2/2027": "2027-06-30",
    "2027 Q2": "2027-06-30",
    "quý 2/2027": "2027-06-30",
    "quy 2 nam 2027": "2027-06-30",
    "quý II năm sau": "2027-06-30",
    "second quarter of 2027": "2027-06-30",
    "end of Q2": "2027-06-30",
    "first half of 2027": "2027-06-30",
    "H1 2027": "2027-06-30",
    "nửa đầu năm 2027": "2027-06-30",
    "6 tháng cuối năm": "2026-12-31",
    "2027": "2027-12-31",
    "in 2027": "2027-12-31",
    "năm 2027": "2027-12-31",
    "through the end of 2027": "2027-12-31",
    # relative to today
    "today": "2026-11-21",
    "hôm nay": "2026-11-21",
    "tomorrow": "2026-11-22",
    "mai": "2026-11-22",
    "ngày mai": "2026-11-22",
    "yesterday": "2026-11-20",
    "hôm qua": "2026-11-20",
    "this week": "2026-11-22",
    "this month": "2026-11-30",
    "this quarter": "2026-12-31",
    "this year": "2026-12-31",
    "next week": "2026-11-29",
    "next month": "2026-12-31",
    "in the next month": "2026-12-31",
    "next quarter": "2027-03-31",
    "within the next quarter": "2027-03-31",
    "next year": "2027-12-31",
    "tuần tới": "2026-11-29",
    "tháng sau": "2026-12-31",
    "thang toi": "2026-12-31",
    "quý tới": "2027-03-31",
    "năm sau": "2027-12-31",
    "sang năm": "2027-12-31",
    "trong năm nay": "2026-12-31",
    "cuối tháng": "2026-11-30",
    "cuối quý": "2026-12-31",
    "cuoi quy": "2026-12-31",
    "hết quý này": "2026-12-31",
    "cuối quý tới": "2027-03-31",
    "cuối năm": "2026-12-31",
    "cuối tuần": "2026-11-22",
    "đến hết tháng 1": "2027-01-31",
    "từ nay đến hết tháng 1": "2027-01-31",
    "end of the month": "2026-11-30",
    "end of the quarter": "2026-12-31",
    "end of the year": "2026-12-31",
    "by the end of next quarter": "2027-03-31",
    "month-end": "2026-11-30",
    "year-end": "2026-12-31",
    "EOQ": "2026-12-31",
    # weekdays
    "Friday": "2026-11-27",
    "fri": "2026-11-27",
    "next friday": "2026-11-27",
    "last friday": "2026-11-20",
    "Friday next week": "2026-11-27",
    "thứ sáu": "2026-11-27",
    "thu sau": "2026-11-27",
    "thứ 6": "2026-11-27",
    "thứ tư": "2026-11-25",
    "chủ nhật": "2026-11-22",
    "thứ sáu tuần sau": "2026-11-27",
    # lengths of time
    "+90d": "2027-02-19",
    "+6w": "2027-01-02",
    "+3m": "2027-02-21",
    "+1y": "2027-11-21",
    "+90 days": "2027-02-19",
    "90 days": "2027-02-19",
    "in 90 days": "2027-02-19",
    "within the next 90 days": "2027-02-19",
    "within six weeks": "2027-01-02",
    "in the next four weeks": "2026-12-19",
    "in a month": "2026-12-21",
    "six months from now": "2027-05-21",
    "over the next two years": "2028-11-21",
    "two weeks ago": "2026-11-07",
    "half a year": "2027-05-21",
    "trong 3 tháng": "2027-02-21",
    "trong vòng 90 ngày": "2027-02-19",
    "trong 90 ngày tới": "2027-02-19",
    "3 tháng nữa": "2027-02-21",
    "3 tháng sau": "2027-02-21",
    "sau 1 năm": "2027-11-21",
    "trong 5 nam toi": "2031-11-21",
    "nửa năm": "2027-05-21",
    "một năm rưỡi": "2028-05-21",
    # before, the middle, the beginning
    "before 1 September 2027": "2027-09-01",
    "before March": "2027-02-28",
    "before November": "2027-10-31",
    "before the end of Q2": "2027-06-30",
    "before the new year": "2026-12-31",
    "trước ngày 15/12": "2026-12-15",
    "trước tháng 3": "2027-02-28",
    "trước tháng 9/2027": "2027-08-31",
    "trước cuối năm": "2026-12-31",
    "mid-March": "2027-03-15",
    "giữa tháng 3": "2027-03-15",
    "mid Q1": "2027-02-15",
    "mid 2027": "2027-06-30",
    "start of Q3": "2027-07-01",
    # holidays
    "Christmas": "2026-12-25",
    "Giáng sinh": "2026-12-25",
    "Black Friday": "2026-11-27",
    "Black Friday 2027": "2027-11-26",
    "Tết": "2027-02-06",
    "tet": "2027-02-06",
    "before Tết": "2027-02-06",
    "trước Tết Nguyên đán 2027": "2027-02-06",
    "mùng 3 Tết": "2027-02-08",
    "giao thừa": "2027-02-05",
    "Tết 2030": "2030-02-02",
    "hạn chót 31/1/2027": "2027-01-31",
}

VIETNAMESE_ORDER = {
    "5/6": "2027-06-05",
    "8/3": "2027-03-08",
    "1/12/2026": "2026-12-01",
    "5-6-27": "2027-06-05",
}

ASKED_IN_ENGLISH = {
    "5/6": ["2027-05-06", "2027-06-05"],
    "5/6/2027": ["2027-05-06", "2027-06-05"],
    "Jun-27": ["2027-06-27", "2027-06-30"],
    "next December": ["2026-12-31", "2027-12-31"],
    "Saturday": ["2026-11-21", "2026-11-28"],
    "T6": ["2026-11-27", "2027-06-30"],
    "thang sau": ["2026-12-31", "2027-06-30"],
    "3 thang sau": ["2027-02-21", "2027-06-03"],
}

UNREADABLE = {
    "": ("empty", ""),
    " \n": ("empty", ""),
    "soon": ("not-a-date", "soon"),
    "by summer": ("not-a-date", "by summer"),
    "+90": ("not-a-date", "+90"),
    "/": ("not-a-date", "/"),
    "31/6": ("no-such-day", "31/6"),
    "30/2/2027": ("no-such-day", "30/2/2027"),
    "29/2/2027": ("no-such-day", "29/2/2027"),
    "2027-13-01": ("no-such-day", "2027-13-01"),
    "31 June": ("no-such-day", "31 June"),
    "ngày 31 tháng 6": ("no-such-day", "ngày 31 tháng 6"),
    "30/6/1969": ("out-of-range", "30/6/1969"),
    "9999": ("out-of-range", "9999"),
    "+99999y": ("out-of-range", "+99999y"),
    "+9999999999d": ("out-of-range", "+9999999999d"),
    "Tết 2199": ("no-such-day", "Tết 2199"),
    "Monday 1 December": ("wrong-weekday", "Monday 1 December"),
    "early March": ("vague", "early March"),
    "đầu tháng 3": ("vague", "đầu tháng 3"),
    "sau Tết": ("vague", "sau Tết"),
    "30/6 at noon": ("trailing", "at noon"),
    "Black Friday sale": ("trailing", "sale"),
    "30/6, 17h": ("trailing", "17h"),
}


def read(text: str, lang: str, today: date = TODAY) -> date:
    reading = read_date(text, lang, today)
    assert isinstance(reading, Day), (text, reading)
    return reading.date


def asked(text: str, lang: str, today: date = TODAY) -> list[str]:
    reading = read_date(text, lang, today)
    assert isinstance(reading, Ambiguous), (text, reading)
    return sorted(str(option.date) for option in reading.options)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(("text", "day"), SAME_IN_BOTH.items())
def test_these_dates_mean_the_same_in_both_languages(text: str, day: str, lang: str) -> None:
    assert read(text, lang) == date.fromisoformat(day)


@pytest.mark.parametrize("text", [text for text in SAME_IN_BOTH if not text.isascii()])
def test_typed_letter_by_letter_accents_and_capitals_read_the_same(text: str) -> None:
    assert read(unicodedata.normalize("NFD", text), "vi") == read(text.upper(), "vi") == read(text, "vi")


@pytest.mark.parametrize(("text", "day"), VIETNAMESE_ORDER.items())
def test_a_vietnamese_field_reads_day_before_month(text: str, day: str) -> None:
    assert read(text, "vi") == date.fromisoformat(day)


@pytest.mark.parametrize(("text", "days"), ASKED_IN_ENGLISH.items())
def test_what_can_be_read_two_ways_is_asked(text: str, days: list[str]) -> None:
    assert asked(text, "en") == days


def test_an_english_field_takes_whichever_order_is_possible() -> None:
    assert read("12/15", "en") == date(2026, 12, 15)
    assert read("15/12", "en") == date(2026, 12, 15)
    assert read_date("12/15", "vi", TODAY) == Unreadable("no-such-day", "12/15")


def test_next_friday_is_asked_while_this_weeks_friday_is_still_ahead() -> None:
    assert asked("next friday", "en", THURSDAY) == ["2026-11-20", "2026-11-27"]
    assert read("thứ sáu tới", "vi", THURSDAY) == date(2026, 11, 20)
    assert read("friday", "en", THURSDAY) == date(2026, 11, 20)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(("text", "expected"), UNREADABLE.items())
def test_what_is_no_date_says_why_and_names_the_words(
    text: str, expected: tuple[str, str], lang: str
) -> None:
    assert read_date(text, lang, TODAY) == Unreadable(*expected)


def test_a_very_long_text_is_refused() -> None:
    reading = read_date("1" * (MAX_LENGTH + 1), "en", TODAY)
    assert isinstance(reading, Unreadable)
    assert reading.code == "too-long"


@pytest.mark.parametrize("text", ["+90d", "+90 days", "90 days", "90 ngày"])
def test_a_bare_length_counts_from_the_start(text: str) -> None:
    assert read_date(text, "en", TODAY, start=date(2027, 1, 1)) == Day(date(2027, 4, 1))


@pytest.mark.parametrize("text", ["in 90 days", "90 days from now", "trong 90 ngày", "90 ngày nữa"])
def test_a_length_from_now_counts_from_today(text: str) -> None:
    assert read_date(text, "en", TODAY, start=date(2027, 1, 1)) == Day(date(2027, 2, 19))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Q1", "2027-06-30"),
        ("Q4", "2027-03-31"),
        ("Q1 2026", "2026-06-30"),
        ("Q4 2026", "2027-03-31"),
        ("quý này", "2026-12-31"),
        ("cuối năm", "2027-03-31"),
        ("next year", "2028-03-31"),
        ("H1 2027", "2027-09-30"),
        ("2027", "2027-12-31"),
        ("tháng 6", "2027-06-30"),
    ],
)
def test_a_year_that_starts_in_april_moves_quarters_and_relative_years(text: str, day: str) -> None:
    assert read_date(text, "en", TODAY, year_starts=4) == Day(date.fromisoformat(day))


def test_months_are_counted_by_the_calendar() -> None:
    assert read("+1m", "en", date(2027, 1, 31)) == date(2027, 2, 28)
    assert read("+1y", "en", date(2028, 2, 29)) == date(2029, 2, 28)


DAYS = st.dates(min_value=date(1990, 1, 1), max_value=date(2150, 12, 31))
PIECES = st.sampled_from(
    [*"0123456789/-.+' ", *SAME_IN_BOTH, *UNREADABLE, " of ", " tháng ", " năm ", "next ", "T"]
)


@given(st.text() | st.lists(PIECES, max_size=12).map(" ".join), st.sampled_from(LANGS), DAYS)
def test_any_text_is_read_asked_or_refused(text: str, lang: str, today: date) -> None:
    match read_date(text, lang, today):
        case Day(date=day):
            assert 1970 <= day.year <= 2200
        case Ambiguous(options=options):
            assert len(set(options)) == len(options) > 1
        case Unreadable(code=code):
            assert code in {
                "empty", "too-long", "not-a-date", "trailing", "no-such-day", "out-of-range", "wrong-weekday", "vague",
            }  # fmt: skip


@given(DAYS, DAYS)
def test_a_date_as_it_is_written_reads_back(day: date, today: date) -> None:
    assert read(day.isoformat(), "en", today) == day
    assert read(f"{day.day}/{day.month}/{day.year}", "vi", today) == day
    assert read(f"ngày {day.day} tháng {day.month} năm {day.year}", "en", today) == day
    assert read(f"{day.day} {day:%B} {day.year}", "vi", today) == day
    assert read(f"{day:%b} {day.day}, {day.year}", "en", today) == day


@given(st.integers(1, 12), st.integers(1, 28), DAYS)
def test_a_day_without_a_year_is_the_next_one_that_is_not_past(month: int, day: int, today: date) -> None:
    found = read(f"{day}/{month}", "vi", today)
    assert (found.month, found.day) == (month, day)
    assert today <= found <= today + timedelta(days=366)


@pytest.mark.parametrize(
    "text", ["thứ 6", "tháng 6", "Q3", "before March", "cuối tháng 8", "mid-May", "Christmas"]
)
@given(today=DAYS)
def test_what_comes_again_is_never_past(text: str, today: date) -> None:
    reading = read_date(text, "vi", today)
    days = reading.options if isinstance(reading, Ambiguous) else (reading,)
    assert all(isinstance(day, Day) and day.date >= today for day in days)


# The Vietnamese lunar calendar after Hồ Ngọc Đức: new moons and the sun's longitude at UTC+7.
HANOI = 7 / 24
RADIANS = pi / 180
JULIAN_DAY_OF_ORDINAL_0 = 1721425
SYNODIC_MONTH = 29.530588853


def new_moon(k: int) -> int:
    """The day number in Hanoi of the k-th new moon after 1 January 1900."""
    t = k / 1236.85
    sun = (359.2242 + 29.10535608 * k - 0.0000333 * t**2 - 0.00000347 * t**3) * RADIANS
    moon = (306.0253 + 385.81691806 * k + 0.0107306 * t**2 + 0.00001236 * t**3) * RADIANS
    node = (21.2964 + 390.67050646 * k - 0.0016528 * t**2 - 0.00000239 * t**3) * RADIANS
    mean = 2415020.75933 + 29.53058868 * k + 0.0001178 * t**2 - 0.000000155 * t**3
    mean += 0.00033 * sin((166.56 + 132.87 * t - 0.009173 * t**2) * RADIANS)
    terms = (
        ((0.1734 - 0.000393 * t), sun), (0.0021, 2 * sun), (-0.4068, moon), (0.0161, 2 * moon), (-0.0004, 3 * moon),
        (0.0104, 2 * node), (-0.0051, sun + moon), (-0.0074, sun - moon), (0.0004, 2 * node + sun),
        (-0.0004, 2 * node - sun), (-0.0006, 2 * node + moon), (0.0010, 2 * node - moon), (0.0005, 2 * moon + sun),
    )  # fmt: skip
    clock = -0.000278 + 0.000265 * t + 0.000262 * t**2
    return floor(mean + sum(size * sin(angle) for size, angle in terms) - clock + 0.5 + HANOI)


def sun_sign(day: int) -> int:
    """Which twelfth of its yearly way the sun is in as that day begins in Hanoi; 9 starts at the winter solstice."""
    t = (day - 0.5 - HANOI - 2451545.0) / 36525
    mean = (357.52910 + 35999.05030 * t - 0.0001559 * t**2) * RADIANS
    centre = (1.914600 - 0.004817 * t) * sin(mean) + 0.019993 * sin(2 * mean) + 0.000290 * sin(3 * mean)
    return int((280.46645 + 36000.76983 * t + 0.0003032 * t**2 + centre) % 360 / 30)


def eleventh_month(year: int) -> int:
    """The number k of the new moon that begins the lunar month with the winter solstice."""
    end_of_year = date(year, 12, 31).toordinal() + JULIAN_DAY_OF_ORDINAL_0
    k = int((end_of_year - 2415021) / SYNODIC_MONTH)
    return k - 1 if sun_sign(new_moon(k)) >= 9 else k


def computed_tet(year: int) -> date:
    """The first day of the first month: two months after the eleventh, three with a leap month between."""
    eleventh = eleventh_month(year - 1)
    leap_year = eleventh_month(year) - eleventh == 13
    months = [sun_sign(new_moon(eleventh + i)) for i in range(1, 14)]
    leap = next((i for i in range(1, 13) if months[i] == months[i - 1]), None) if leap_year else None
    first = new_moon(eleventh + (3 if leap is not None and leap <= 2 else 2))
    return date.fromordinal(first - JULIAN_DAY_OF_ORDINAL_0)


def test_the_table_of_tet_agrees_with_the_moon_over_hanoi() -> None:
    assert dict(tet_days()) == {year: str(computed_tet(year)) for year in range(2024, 2046)}


def test_tet_2030_is_a_day_before_the_chinese_new_year() -> None:
    assert computed_tet(2030) == date(2030, 2, 2)
