"""What people say about deadlines, as of Saturday 21 November 2026; each was decided before it was ever read."""

from datetime import date
from decimal import Decimal
from time import localtime

import pytest

from smart_tui.coach.dates import Day, read_date
from smart_tui.coach.days import easter
from smart_tui.coach.lexicon import tet_days
from smart_tui.coach.reading import Ambiguous
from smart_tui.coach.sentence.read import read

TODAY = date(2026, 11, 21)

ENGLISH = {
    # months
    "next month": "2026-12-01 2026-12-31",
    "by the end of next month": "2026-12-31",
    "by the end of the month": "2026-11-30",
    "this month": "2026-11-30",
    "for the rest of the month": "2026-11-30",
    "by month-end": "2026-11-30",
    "by EOM": "2026-11-30",
    "by June": "2027-06-30",
    "in June 2027": "2027-06-01 2027-06-30",
    "by the end of June": "2027-06-30",
    "by mid-March": "2027-03-15",
    "in the middle of March": "2027-03-15",
    "by next March": "2027-03-31",
    "by next November": "2027-11-30",
    "this December": "2026-12-01 2026-12-31",
    "before March": "2027-02-28",
    "by the start of March": "2027-03-01",
    "by the last day of January": "2027-01-31",
    "until the end of January": "2027-01-31",
    "through March": "2027-03-31",
    "by Mar. 31": "2027-03-31",
    "by the end of November 2027": "2027-11-30",
    # days
    "by the 15th": "2026-12-15",
    "by the 15th of next month": "2026-12-15",
    "by the 30th": "2026-11-30",
    "by the first of February": "2027-02-01",
    "by February 1st": "2027-02-01",
    "on the 1st of February": "2027-02-01",
    "by 1 February": "2027-02-01",
    "no later than 15 January 2027": "2027-01-15",
    "by 2027-03-31": "2027-03-31",
    "by 31/3/2027": "2027-03-31",
    "by 3/31/2027": "2027-03-31",
    "by tomorrow": "2026-11-22",
    # weeks and weekdays
    "by the end of the week": "2026-11-22",
    "by the end of next week": "2026-11-29",
    "next week": "2026-11-23 2026-11-29",
    "by the weekend": "2026-11-22",
    "by Monday": "2026-11-23",
    "by Friday": "2026-11-27",
    "by next Friday": "2026-11-27",
    "by EOD Friday": "2026-11-27",
    "by close of business on Friday": "2026-11-27",
    # quarters
    "by end of Q2": "2027-06-30",
    "in Q2": "2027-04-01 2027-06-30",
    "by the end of this quarter": "2026-12-31",
    "next quarter": "2027-01-01 2027-03-31",
    "by EOQ": "2026-12-31",
    "by the second quarter of 2027": "2027-06-30",
    "by the end of the third quarter": "2027-09-30",
    "in the last quarter of 2027": "2027-10-01 2027-12-31",
    "by Q1 next year": "2027-03-31",
    "by the end of Q1 next year": "2027-03-31",
    "by the beginning of Q2": "2027-04-01",
    "for the remainder of the quarter": "2026-12-31",
    # halves and years
    "in the first half of 2027": "2027-01-01 2027-06-30",
    "in H1 2027": "2027-01-01 2027-06-30",
    "by H2": "2026-12-31",
    "in the second half of next year": "2027-07-01 2027-12-31",
    "by the end of the first half": "2027-06-30",
    "in the first three months of 2027": "2027-01-01 2027-03-31",
    "by year-end": "2026-12-31",
    "before year end": "2026-12-31",
    "by EOY": "2026-12-31",
    "by EOY 2027": "2027-12-31",
    "by year-end 2027": "2027-12-31",
    "before the end of the year": "2026-12-31",
    "by the close of the year": "2026-12-31",
    "for the rest of the year": "2026-12-31",
    "by the end of next year": "2027-12-31",
    "next year": "2027-01-01 2027-12-31",
    "this year": "2026-12-31",
    "by 2028": "2028-12-31",
    "by the end of 2027": "2027-12-31",
    "by the end of the fiscal year": "2026-12-31",
    "by the end of FY27": "2027-12-31",
    "by the beginning of next year": "2027-01-01",
    # lengths of time
    "in 90 days": "2027-02-19",
    "within 100 days": "2027-03-01",
    "within six weeks": "2027-01-02",
    "over the next three months": "2027-02-21",
    "over the next 12 months": "2027-11-21",
    "in the next 30 days": "2026-12-21",
    "in a fortnight": "2026-12-05",
    "within a fortnight": "2026-12-05",
    "in two weeks' time": "2026-12-05",
    "two weeks from today": "2026-12-05",
    "a month from now": "2026-12-21",
    "in a couple of months": "2027-01-21",
    "within 2 quarters": "2027-05-21",
    "for the next year and a half": "2028-05-21",
    "in a year and a half": "2028-05-21",
    "in 18 months": "2028-05-21",
    "within half a year": "2027-05-21",
    "by this time next year": "2027-11-21",
    # holidays
    "before Christmas": "2026-12-25",
    "by Christmas": "2026-12-25",
    "by Black Friday": "2026-11-27",
    "before Thanksgiving": "2026-11-26",
    "by Cyber Monday": "2026-11-30",
    "before the new year": "2026-12-31",
    "by New Year's Eve": "2026-12-31",
    "by New Year's Day": "2027-01-01",
    "by Valentine's Day": "2027-02-14",
    "by International Women's Day": "2027-03-08",
    "by Easter": "2027-03-28",
    "by Halloween": "2027-10-31",
    "by Lunar New Year": "2027-02-06",
    # from a day to a day
    "between January and March": "2027-01-01 2027-03-31",
    "from January to March": "2027-01-01 2027-03-31",
    "from 1 December to 15 January": "2026-12-01 2027-01-15",
    "from December through February": "2026-12-01 2027-02-28",
    "starting in January, by the end of Q2": "2027-01-01 2027-06-30",
}

VIETNAMESE = {
    # months
    "tháng tới": "2026-12-01 2026-12-31",
    "trong tháng sau": "2026-12-01 2026-12-31",
    "tháng này": "2026-11-30",
    "cuối tháng": "2026-11-30",
    "cuối tháng này": "2026-11-30",
    "hết tháng": "2026-11-30",
    "trước cuối tháng": "2026-11-30",
    "cuối tháng sau": "2026-12-31",
    "tháng 6": "2027-06-01 2027-06-30",
    "trong tháng 6": "2027-06-01 2027-06-30",
    "trước tháng 6": "2027-05-31",
    "đến hết tháng 6": "2027-06-30",
    "tháng ba năm sau": "2027-03-01 2027-03-31",
    "giữa tháng 3": "2027-03-15",
    "giữa tháng sau": "2026-12-15",
    "cuối tháng 3": "2027-03-31",
    "trong T6/2027": "2027-06-01 2027-06-30",
    "từ nay tới hết tháng 1": "2027-01-31",
    "ngày cuối cùng của tháng 2": "2027-02-28",
    # days
    "trước 30/6": "2027-06-30",
    "trước ngày 30/6": "2027-06-30",
    "đến 30.6.2027": "2027-06-30",
    "ngày 30 tháng 6": "2027-06-30",
    "trước ngày 15": "2026-12-15",
    "ngày 15 tháng sau": "2026-12-15",
    "mùng 1 tháng 9": "2027-09-01",
    "hết ngày 31/3": "2027-03-31",
    "chậm nhất 20/12": "2026-12-20",
    "muộn nhất là ngày 31/1": "2027-01-31",
    "trễ nhất cuối tháng 1": "2027-01-31",
    "không muộn hơn 15/1": "2027-01-15",
    "hạn chót 31/1/2027": "2027-01-31",
    "hạn cuối 15-05-2027": "2027-05-15",
    "ngày mai": "2026-11-22",
    "20/10 năm sau": "2027-10-20",
    # weeks and weekdays
    "tuần sau": "2026-11-23 2026-11-29",
    "cuối tuần": "2026-11-22",
    "cuối tuần này": "2026-11-22",
    "cuối tuần sau": "2026-11-29",
    "trước thứ sáu tuần sau": "2026-11-27",
    "thứ hai tới": "2026-11-23",
    "chủ nhật này": "2026-11-22",
    # quarters
    "hết quý này": "2026-12-31",
    "hết quý": "2026-12-31",
    "quý tới": "2027-01-01 2027-03-31",
    "trong quý sau": "2027-01-01 2027-03-31",
    "cuối quý 2": "2027-06-30",
    "quý 2 năm sau": "2027-04-01 2027-06-30",
    "quý I/2027": "2027-01-01 2027-03-31",
    "quý một năm tới": "2027-01-01 2027-03-31",
    "đến hết quý 3": "2027-09-30",
    "trong quý 4": "2026-12-31",
    "giữa quý 1": "2027-02-15",
    "trong Q2": "2027-04-01 2027-06-30",
    "cuối Q1/2027": "2027-03-31",
    # halves and years
    "nửa đầu năm sau": "2027-01-01 2027-06-30",
    "nửa cuối năm 2027": "2027-07-01 2027-12-31",
    "6 tháng đầu năm sau": "2027-01-01 2027-06-30",
    "6 tháng đầu năm 2027": "2027-01-01 2027-06-30",
    "6 tháng cuối năm": "2026-12-31",
    "3 tháng đầu năm sau": "2027-01-01 2027-03-31",
    "trong 6 tháng đầu năm 2027": "2027-01-01 2027-06-30",
    "trong 6 tháng cuối năm 2027": "2027-07-01 2027-12-31",
    "trong sáu tháng đầu năm sau": "2027-01-01 2027-06-30",
    "trong 9 tháng đầu năm 2027": "2027-01-01 2027-09-30",
    "trong 3 tháng cuối năm": "2026-12-31",
    "trong quý đầu năm 2027": "2027-01-01 2027-03-31",
    "quý đầu năm sau": "2027-01-01 2027-03-31",
    "quý đầu tiên của năm 2028": "2028-01-01 2028-03-31",
    "cuối năm": "2026-12-31",
    "hết năm nay": "2026-12-31",
    "cuối năm sau": "2027-12-31",
    "giữa năm sau": "2027-06-30",
    "sang năm": "2027-01-01 2027-12-31",
    "năm tới": "2027-01-01 2027-12-31",
    "trong năm 2027": "2027-01-01 2027-12-31",
    "đến năm 2028": "2028-12-31",
    "đến hết 2027": "2027-12-31",
    "từ nay đến cuối năm": "2026-12-31",
    "từ giờ đến cuối năm": "2026-12-31",
    "hết năm tài chính": "2026-12-31",
    # lengths of time
    "trong vòng 3 tháng": "2027-02-21",
    "trong 3 tháng tới": "2027-02-21",
    "trong 6 tháng": "2027-05-21",
    "6 tháng tới": "2027-05-21",
    "3 tháng nữa": "2027-02-21",
    "sau 3 tháng": "2027-02-21",
    "trong 90 ngày tới": "2027-02-19",
    "trong 100 ngày": "2027-03-01",
    "trong 6 tuần": "2027-01-02",
    "hai tuần nữa": "2026-12-05",
    "trong một năm rưỡi": "2028-05-21",
    "trong năm rưỡi tới": "2028-05-21",
    "nửa năm nữa": "2027-05-21",
    "trong vòng nửa tháng": "2026-12-06",
    "trong vòng hai quý": "2027-05-21",
    # holidays
    "trước Tết": "2027-02-06",
    "trước Tết Nguyên đán": "2027-02-06",
    "từ nay đến Tết": "2027-02-06",
    "trước giao thừa": "2027-02-05",
    "trước rằm tháng Giêng": "2027-02-20",
    "dịp 8/3": "2027-03-08",
    "trước 20/10": "2027-10-20",
    "trước 20/11": "2027-11-20",
    "trước 30/4": "2027-04-30",
    "trước lễ 2/9": "2027-09-02",
    "trước Giáng sinh": "2026-12-25",
    "dịp Noel": "2026-12-25",
    "trước Black Friday": "2026-11-27",
    "trước năm mới": "2026-12-31",
    # from a day to a day
    "từ tháng 1 đến tháng 3": "2027-01-01 2027-03-31",
    "từ 1/12 đến 15/1": "2026-12-01 2027-01-15",
    "từ tháng 12 đến hết tháng 2": "2026-12-01 2027-02-28",
}

BARE = {
    "truoc 30/6": "2027-06-30",
    "het quy nay": "2026-12-31",
    "thang 6": "2027-06-01 2027-06-30",
    "trong 6 thang": "2027-05-21",
    "cuoi thang": "2026-11-30",
    "quy toi": "2027-01-01 2027-03-31",
    "trong vong 3 thang": "2027-02-21",
    "giua thang 3": "2027-03-15",
    "nua dau nam sau": "2027-01-01 2027-06-30",
    "truoc tet": "2027-02-06",
    "den het nam": "2026-12-31",
    "cuoi nam sau": "2027-12-31",
    "cuoi tuan sau": "2026-11-29",
    "ngay 30 thang 6": "2027-06-30",
    "tu thang 1 den thang 3": "2027-01-01 2027-03-31",
}

WITHOUT_A_DATE = {
    "by early March": "en",
    "in late January": "en",
    "by summer": "en",
    "in a few weeks": "en",
    "after the holidays": "en",
    "đầu tháng sau": "vi",
    "đầu năm sau": "vi",
    "dau thang 3": "bare",
    "ra Tết": "vi",
    "sau Tết": "vi",
    "trước Trung thu": "vi",
    "trước mùng 10 tháng 3 âm lịch": "vi",
    "vài tháng nữa": "vi",
    "trước hè": "vi",
}
"""A limit is named, and on which day is for the person to say."""

ASKED = {
    "by 5/6": ["2027-05-06", "2027-06-05"],
    "by next December": ["2026-12-31", "2027-12-31"],
    "by Saturday": ["2026-11-21", "2026-11-28"],
    "trước T3": ["2026-11-24", "2027-02-28"],
    "truoc thang sau": ["2026-11-30", "2027-05-31"],
}
SENTENCES = {
    "en": ("Win 40 leads {}", "{}, win 40 leads"),
    "vi": ("Ký 40 hợp đồng {}", "{}, ký 40 hợp đồng"),
    "bare": ("ky 40 hop dong {}", "{}, ky 40 hop dong"),
}
PHRASES = [
    *((phrase, "en", means) for phrase, means in ENGLISH.items()),
    *((phrase, "vi", means) for phrase, means in VIETNAMESE.items()),
    *((phrase, "bare", means) for phrase, means in BARE.items()),
]
STARTING = ("from", "between", "starting", "từ tháng", "từ 1/12", "tu thang")
"""How phrases begin that name a start, too: no answer to "until when"."""


def days_of(means: str) -> list[date]:
    """Give the deadline, after the start where there is one."""
    return [date.fromisoformat(day) for day in means.split()]


@pytest.mark.parametrize("place", [0, 1], ids=["last", "first"])
@pytest.mark.parametrize(("phrase", "lang", "means"), PHRASES)
def test_a_sentence_knows_what_people_say_of_deadlines(
    phrase: str, lang: str, means: str, place: int
) -> None:
    reading = read(SENTENCES[lang][place].format(phrase), TODAY)
    found = [day for day in (reading.start, reading.deadline) if day is not None]
    assert (found, reading.target, reading.doubts) == (days_of(means), Decimal(40), ())


@pytest.mark.parametrize(
    ("phrase", "lang", "means"), [it for it in PHRASES if not it[0].startswith(STARTING)]
)
def test_a_date_field_knows_the_same(phrase: str, lang: str, means: str) -> None:
    assert read_date(phrase, "en" if lang == "en" else "vi", TODAY) == Day(days_of(means)[-1])


@pytest.mark.parametrize(("phrase", "lang"), WITHOUT_A_DATE.items())
def test_a_limit_without_a_date_is_a_limit_and_no_guess(phrase: str, lang: str) -> None:
    reading = read(SENTENCES[lang][0].format(phrase), TODAY)
    assert (reading.start, reading.deadline, reading.target, reading.missing) == (None, None, Decimal(40), ())
    assert not isinstance(read_date(phrase, "en" if lang == "en" else "vi", TODAY), Day)


@pytest.mark.parametrize(("phrase", "days"), ASKED.items())
def test_what_can_mean_two_days_is_asked(phrase: str, days: list[str]) -> None:
    typed = "en" if phrase.startswith("by") else "bare" if phrase.isascii() else "vi"
    reading = read_date(phrase, "en" if typed == "en" else "vi", TODAY)
    assert isinstance(reading, Ambiguous)
    assert sorted(str(option.date) for option in reading.options) == days
    assert "deadline" in read(SENTENCES[typed][0].format(phrase), TODAY).doubts


NAMING = {
    "Bake 60 loaves for the weekend stall": None,
    "Train 20 stewards for the May marathon before 10 April": "2027-04-10",
    "Enrol 25 adults in the Monday choir": None,
    "Sell 90 pots of jam at our Christmas stall": None,
    "Bake 60 loaves this weekend": "2026-11-22",
    "Bake 60 loaves by the weekend": "2026-11-22",
    "Sell 90 pots of jam over the weekend": "2026-11-22",
    "Win 40 leads in the June quarter": "2027-06-30",
    "Sell 90 pots of jam for Christmas": "2026-12-25",
}
"""A name of days before a noun says which thing is meant, and not until when."""


@pytest.mark.parametrize(("text", "day"), NAMING.items())
def test_the_name_of_a_thing_is_no_deadline(text: str, day: str | None) -> None:
    reading = read(text, TODAY)
    assert reading.deadline == (date.fromisoformat(day) if day else None)
    assert ("deadline" in reading.missing) is (day is None)


def test_what_the_goal_is_compared_with_leads_to_no_other_time() -> None:
    reading = read("Xuất 5.400 tấn, giảm 3% so với năm trước, trong năm 2027", TODAY)
    assert reading.deadline == date(2027, 12, 31)


def test_a_fiscal_year_ends_where_the_file_says() -> None:
    assert read_date("end of the fiscal year", "en", TODAY, year_starts=4) == Day(date(2027, 3, 31))
    reading = read("Ký 40 hợp đồng đến hết năm tài chính", TODAY, year_starts=4)
    assert reading.deadline == date(2027, 3, 31)


def test_next_november_said_in_november_is_a_year_away_and_next_june_is_not() -> None:
    assert read_date("next November", "en", TODAY) == Day(date(2027, 11, 30))
    assert read_date("next June", "en", TODAY) == Day(date(2027, 6, 30))
    assert read_date("next November", "en", date(2026, 6, 1)) == Ambiguous(
        (Day(date(2026, 11, 30)), Day(date(2027, 11, 30)))
    )


@pytest.mark.parametrize(
    ("year", "day"),
    [(2024, "03-31"), (2025, "04-20"), (2026, "04-05"), (2038, "04-25"), (2049, "04-18"), (2076, "04-19")],
)
def test_easter_is_where_the_almanac_has_it(year: int, day: str) -> None:
    assert easter(year) == date.fromisoformat(f"{year}-{day}")


def test_the_table_of_tet_reaches_far_enough_for_plans_of_two_years() -> None:
    # This one test looks at the real clock, on purpose: the table ends in 2045, and nobody would notice before a
    # person's "trước Tết" is not understood. It fails two years before that, for whoever works on this then.
    assert localtime().tm_year <= max(tet_days()) - 2, (
        "add the Vietnamese Tết days after 2045 to lexicon/vi.json"
    )
