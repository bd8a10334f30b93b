"""The coach beside a draft: the rows of the requirements, with the numbers of their examples."""

from datetime import date

import pytest
from coach_builders import THOUSAND, TODAY, draft, found, judged
from goal_builders import goal
from hypothesis import given
from hypothesis import strategies as st

from smart_tui.coach.answers import Setting, read_answers
from smart_tui.coach.findings import Level
from smart_tui.coach.measures import known_measure
from smart_tui.coach.review import Review
from smart_tui.coach.rewriting import blanks_of
from smart_tui.coach.sentence.flaws import flaws_of
from smart_tui.coach.sentence.read import read
from smart_tui.goals.draft import Field
from smart_tui.goals.model import GoalFile
from smart_tui.goals.terms import Dialect, Kind, Letter, Period
from smart_tui.words.coaching import SAYINGS, finding_text
from smart_tui.words.language import language


def codes(of: Review, letter: Letter) -> list[str]:
    return [finding.code for finding in of.verdicts[letter].findings]


def said(of: Review, code: str, lang: str = "en") -> str:
    return finding_text(language(lang), found(of, code))


# Rows of the requirements.


@pytest.mark.parametrize(
    ("sentence", "lang", "words"),
    [
        ("Có được nhiều khách hàng tiềm năng mới", "vi", ("nhiều",)),
        ("Get many new leads", "en", ("many",)),
    ],
)
def test_row_04_a_vague_goal_is_asked_for_a_number(sentence: str, lang: str, words: tuple[str, ...]) -> None:
    verdict = judged(sentence, lang=lang)
    assert verdict.verdicts[Letter.SPECIFIC].level is Level.ASK
    assert verdict.verdicts[Letter.MEASURABLE].level is Level.MISSING
    assert found(verdict, "vague").values["words"] == words
    assert found(verdict, "no-number").field is Field.TARGET


def test_row_04_the_rewrite_has_a_blank_for_what_is_not_known() -> None:
    (suggestion,) = found(judged("Get many new leads by June"), "vague").suggestions
    assert suggestion.sentence == "Get [how many] new leads by June"
    assert blanks_of(suggestion.sentence) == ((4, 14),)


def test_row_05_a_thousand_leads_next_month_has_number_metric_and_day() -> None:
    answers = draft(THOUSAND)
    assert answers.text(Field.TARGET) == "1,000"
    assert answers.text(Field.METRIC) == "new leads"
    assert answers.text(Field.DEADLINE) == "2026-12-31"
    verdict = judged(THOUSAND)
    assert {"metric", "number"} <= set(codes(verdict, Letter.MEASURABLE))
    assert verdict.verdicts[Letter.TIMEBOUND].level is Level.STRONG


def test_row_09_a_target_far_above_the_past_is_so_many_times_the_best() -> None:
    verdict = judged(THOUSAND, {Field.PAST: "250; 280; 310"})
    finding = found(verdict, "out-of-reach")
    assert finding.level is Level.ASK
    assert said(verdict, "out-of-reach").startswith("3.2 times your best (310).")
    assert finding.suggestions[0].fills == ((Field.TARGET, "340"),)


def test_row_10_what_is_too_large_at_once_is_split_into_four_steps_of_250() -> None:
    finding = found(judged(THOUSAND, {Field.PAST: "250; 280; 310"}), "split")
    assert (finding.values["count"], finding.values["each"]) == (4, 250)
    (suggestion,) = finding.suggestions
    ((field, text),) = suggestion.fills
    steps = read_answers(draft(THOUSAND, {field: text}), Setting(GoalFile(), TODAY)).values[Field.MILESTONES]
    assert isinstance(steps, tuple)
    assert [step.value for step in steps] == [250, 500, 750, 1000]
    assert steps[-1].date == date(2026, 12, 31)  # type: ignore[union-attr]  # milestones


def test_row_11_a_stretch_is_named_up_to_450() -> None:
    values = found(judged(THOUSAND, {Field.PAST: "280; 300; 310"}), "out-of-reach").values
    assert (values["safe"], values["stretch"]) == (300, 450)


def test_row_12_a_little_above_the_best_of_310_is_320_to_370() -> None:
    values = found(judged(THOUSAND, {Field.PAST: "280; 300; 310"}), "out-of-reach").values
    assert (values["low"], values["high"]) == (320, 370)


def test_row_45_what_is_too_far_can_be_lower_later_or_with_more_means() -> None:
    lower, later, means = found(judged(THOUSAND, {Field.PAST: "250; 280; 310"}), "out-of-reach").suggestions
    assert [way.way for way in (lower, later, means)] == ["lower", "later", "means"]
    assert lower.fills == ((Field.TARGET, "340"),)
    ((field, day),) = later.fills
    assert field is Field.DEADLINE
    assert date.fromisoformat(day) > date(2026, 12, 31)
    assert means.goes_to is Field.RESOURCES


@pytest.mark.parametrize(("lang", "step"), [("en", "list the customers"), ("vi", "danh sách khách hàng")])
def test_row_45_the_first_step_can_be_to_find_out(lang: str, step: str) -> None:
    (way,) = found(judged(THOUSAND, lang=lang), "no-action").suggestions
    ((field, text),) = way.fills
    assert field is Field.ACTION
    assert step in text


def test_row_15_forty_leads_in_a_year_are_few_a_week() -> None:
    verdict = judged("Win 40 new leads in 12 months")
    assert said(verdict, "slow").endswith("is that long for this?")
    assert codes(judged("Win 1,000 new leads in 12 months"), Letter.TIMEBOUND).count("slow") == 0


def test_row_15_a_small_goal_with_much_time_is_asked_beside_the_past() -> None:
    verdict = judged("Win 40 new leads in 12 months", {Field.PAST: "30; 35"})
    assert verdict.verdicts[Letter.TIMEBOUND].level is Level.ASK
    assert "is that long for this?" in said(verdict, "too-long")


def test_row_03_a_large_goal_alone_asks_for_steps() -> None:
    verdict = judged("Earn $1,000,000 in the next two years")
    assert "which average value" in said(verdict, "money-steps")
    counted = judged("Win 1,000 contracts in the next two years")
    assert "needs smaller ones" in said(counted, "large-alone")


def test_row_07_without_a_number_and_its_source_m_is_not_strong() -> None:
    whole = {Field.SOURCE: "CRM"}
    assert judged("Get new leads", whole).verdicts[Letter.MEASURABLE].level is Level.MISSING
    assert judged(THOUSAND).verdicts[Letter.MEASURABLE].level is Level.ASK
    assert judged(THOUSAND, whole).verdicts[Letter.MEASURABLE].level is Level.STRONG


def test_row_36_two_outcomes_in_one_sentence_are_two_goals() -> None:
    verdict = judged("Get 40 new leads and publish 10 blog posts by June")
    finding = found(verdict, "two-outcomes")
    assert finding.values == {"first": "Get 40 new leads", "second": "publish 10 blog posts by June"}
    (suggestion,) = finding.suggestions
    assert suggestion.sentence == "Get 40 new leads by June"
    assert suggestion.then == "publish 10 blog posts by June"


@pytest.mark.parametrize(
    ("text", "lang", "outcomes"),
    [
        ("Tăng 20% doanh thu, giảm 10% chi phí", "vi", ("Tăng 20% doanh thu", "giảm 10% chi phí")),
        (
            "Cut waste by 20%, raise margins to 30% by June",
            "en",
            ("Cut waste by 20%", "raise margins to 30% by June"),
        ),
        ("Năm 2027 đạt 3.200 tỷ, tăng 14% so với năm 2026", "vi", None),
        ("Get churn to 2.5%, down from 4.1% today, by June", "en", None),
    ],
)
def test_row_36_a_second_change_after_a_comma_is_a_second_goal(
    text: str, lang: str, outcomes: tuple[str, str] | None
) -> None:
    reading = read(text, TODAY, lang=lang)
    assert flaws_of(text, reading).outcomes == outcomes


def test_row_37_forty_leads_online_have_their_channel() -> None:
    answers = draft("Get 40 new leads through our online channels")
    assert (answers.text(Field.TARGET), answers.text(Field.CHANNEL)) == ("40", "online")
    assert "leads" in answers.text(Field.METRIC)


def test_row_41_a_hundred_a_day_for_children_of_three() -> None:
    sentence = "Mỗi nhân viên nội dung bán 100 sản phẩm cho bé 3 tuổi mỗi ngày trong tháng 12"
    answers = read_answers(draft(sentence, lang="vi"), Setting(GoalFile(), TODAY))
    assert answers.number(Field.TARGET) == 100
    assert answers.chosen(Field.PER, Period) is Period.DAY
    assert answers.kind is Kind.RATE


@pytest.mark.parametrize(
    ("target", "word"),
    [("300", "easy"), ("310", "easy"), ("350", "hard"), ("449", "hard"), ("500", "out-of-reach")],
)
def test_row_44_the_word_follows_from_the_best_month(target: str, word: str) -> None:
    verdict = judged("New leads next month", {Field.TARGET: target, Field.PAST: "250; 280; 310"})
    assert word in codes(verdict, Letter.ACHIEVABLE)


@pytest.mark.parametrize(
    ("sentence", "lang", "season", "day"),
    [
        ("1000 new leads next month", "en", "christmas", date(2026, 12, 25)),
        ("Bán 500 sản phẩm trước 10/2/2027", "vi", "tet", date(2027, 2, 6)),
        ("Sell 500 units by 30 November 2026", "en", "black-friday", date(2026, 11, 27)),
    ],
)
def test_row_46_the_seasons_that_a_time_meets_are_named(
    sentence: str, lang: str, season: str, day: date
) -> None:
    verdict = judged(sentence, lang=lang)
    seasons = [f.values for f in verdict.findings if f.code == "season"]
    assert {"season": season, "date": day} in seasons


def test_row_46_no_season_is_named_that_the_time_does_not_meet() -> None:
    assert "season" not in codes(judged("Sell 500 units from 1 May to 31 May 2027"), Letter.TIMEBOUND)


def test_row_47_every_letter_has_a_score() -> None:
    more = {
        Field.SOURCE: "CRM",
        Field.OWNER: "Lan",
        Field.ACTION: "Call ten customers",
        Field.PAST: "900; 950",
    }
    scores = {letter: verdict.score for letter, verdict in judged(THOUSAND, more).verdicts.items()}
    assert scores == {
        Letter.SPECIFIC: (3, 4),
        Letter.MEASURABLE: (3, 3),
        Letter.ACHIEVABLE: (1, 2),
        Letter.RELEVANT: (1, 2),
        Letter.TIMEBOUND: (2, 2),
    }


# The rest of the verdict.


@pytest.mark.parametrize(
    ("more", "codes_of_r"),
    [
        ({}, ["no-realism", "no-plan"]),
        ({Field.REALISTIC: "it went well", Field.PLAN: "first one school"}, ["realistic", "plan"]),
        ({Field.REALISTIC: "it went well", Field.ACTION: "call Lan"}, ["realistic", "action"]),
        ({Field.SUPPORTS: "Revenue"}, ["no-realism", "larger", "no-plan"]),
    ],
)
def test_row_35_realistic_asks_for_realism_and_a_plan(more: dict[Field, str], codes_of_r: list[str]) -> None:
    larger = goal("Revenue", target=9000, deadline="2027-12-31")
    verdict = judged(THOUSAND, more, goals=(larger,), dialect=Dialect.REALISTIC)
    assert codes(verdict, Letter.RELEVANT) == codes_of_r


@pytest.mark.parametrize(
    ("more", "codes_of_a"),
    [
        ({Field.WEAKNESSES: "no time"}, ["no-past", "learning", "no-strengths"]),
        ({Field.STRENGTHS: "a list"}, ["no-past", "learning", "no-weaknesses"]),
        (
            {Field.STRENGTHS: "a list", Field.WEAKNESSES: "no time", Field.OBSTACLE: "Tết"},
            ["no-past", "learning", "ability", "no-if-then"],
        ),
    ],
)
def test_row_43_the_other_school_asks_for_ones_own_ability(
    more: dict[Field, str], codes_of_a: list[str]
) -> None:
    assert codes(judged(THOUSAND, more, dialect=Dialect.REALISTIC), Letter.ACHIEVABLE) == codes_of_a


def test_a_larger_goal_is_named() -> None:
    larger = goal("Revenue", target=9000, deadline="2027-12-31")
    assert (
        said(judged(THOUSAND, {Field.SUPPORTS: "Revenue"}, goals=(larger,)), "larger")
        == "It serves “Revenue”."
    )


def test_a_day_that_is_over_is_no_deadline() -> None:
    verdict = judged(THOUSAND, {Field.DEADLINE: "2026-11-01", Field.START: "2026-10-01"})
    assert codes(verdict, Letter.TIMEBOUND) == ["past-date"]


def test_a_plan_for_an_obstacle_needs_both_halves() -> None:
    one = judged(THOUSAND, {Field.OBSTACLE: "Nobody answers"})
    both = judged(THOUSAND, {Field.OBSTACLE: "Nobody answers", Field.IF_THEN: "If so, we call"})
    assert "no-if-then" in codes(one, Letter.ACHIEVABLE)
    assert "obstacle" in codes(both, Letter.ACHIEVABLE)


FIELD_TEXTS = st.text(max_size=30) | st.sampled_from(
    [
        "0",
        "-5",
        "310",
        "250; 280",
        "2026-Q3: 40",
        "next month",
        "1/1/2020",
        "31/12/9999",
        "100%",
        "rate",
        "month",
        "vi",
    ]
)


@given(
    st.sampled_from(["", THOUSAND, "Get many leads", "Tăng doanh thu 20% trong quý tới", "Halve churn"])
    | st.text(),
    st.dictionaries(st.sampled_from(Field), FIELD_TEXTS, max_size=8),
    st.sampled_from(["en", "vi"]),
    st.sampled_from(Dialect),
)
def test_no_draft_is_too_strange_to_be_judged(
    sentence: str, more: dict[Field, str], lang: str, dialect: Dialect
) -> None:
    verdict = judged(sentence, more, lang, dialect=dialect)
    assert list(verdict.verdicts) == list(Letter)
    for finding in verdict.findings:
        assert finding.code in SAYINGS
        assert finding_text(language(lang), finding)
    for each in verdict.verdicts.values():
        met, points = each.score
        assert 0 <= met <= points
        assert (met == points) is (each.level is Level.STRONG)


def test_two_sums_that_may_both_be_meant_are_asked_and_an_answer_settles_it() -> None:
    sentence = "Raise $25,000 and sign 12 sponsors by June"
    asked = found(judged(sentence), "two-ways")
    assert (asked.field, asked.values["value"]) == (Field.TARGET, 25_000)
    assert "two-ways" not in {it.code for it in judged(sentence, {Field.TARGET: "12"}).findings}


def test_a_day_that_can_be_another_one_is_asked_and_an_answer_settles_it() -> None:
    asked = found(judged("Win 40 leads by 5/6"), "two-ways")
    assert (asked.field, asked.values["value"]) == (Field.DEADLINE, date(2027, 5, 6))
    settled = judged("Win 40 leads by 5/6", {Field.DEADLINE: "2027-06-05"})
    assert "two-ways" not in {it.code for it in settled.findings}


def test_a_measure_is_found_in_a_metric_of_many_words() -> None:
    known = known_measure("so many words " * 2_000 + "conversion rate")
    assert known is not None
    assert known == known_measure("conversion rate")
