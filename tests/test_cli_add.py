"""`add`: a goal without the wizard."""

import pytest
from shell import Shell, goal

ENOUGH = ("--target", "40", "--deadline", "2026-12-31")


def test_the_id_is_printed_and_finds_the_goal(shell: Shell) -> None:
    said = shell("add", "Win 40 leads online", *ENOUGH)
    assert (said.code, said.err) == (0, "")
    [goal_id] = said.lines
    assert goal_id.startswith("win-40-leads-online-")
    assert shell("show", goal_id, "--json").json["title"] == "Win 40 leads online"


def test_every_answer_of_the_wizard_has_its_option(shell: Shell) -> None:
    shell.write(goal("contracts-1", "1,000 hợp đồng", measure="target = 1000"))
    options = {
        "--audience": "parents",
        "--owner": "Lan",
        "--channel": "online",
        "--product-line": "milk",
        "--metric": "leads",
        "--target": "1k",
        "--source": "CRM",
        "--kind": "level",
        "--unit": "%",
        "--baseline": "2.5",
        "--supports": "hop dong",
        "--why": "contracts",
        "--worth": "0.04",
        "--past": "2026-09: 280; 2026-10: 310",
        "--deadline": "end of next month",
        "--start": "tomorrow",
        "--cadence": "daily",
        "--horizon": "long",
        "--title": "Short",
    }
    said = shell("add", "A longer sentence", *(part for pair in options.items() for part in pair), "--json")
    assert said.code == 0, said.err
    made = said.json
    known: dict[str, object] = {
        "audience": "parents",
        "owner": "Lan",
        "channel": "online",
        "product_line": "milk",
    }
    known |= {"metric": "leads", "target": 1000, "kind": "level", "unit": "%", "baseline": 2.5}
    known |= {"supports": "contracts-1", "start": "2026-11-22", "deadline": "2026-12-31"}
    known |= {"horizon": "long", "title": "Short"}
    assert {name: made[name] for name in known} == known
    assert '{ period = "2026-10", value = 310 }' in shell.file.read_text("utf-8")


def test_vietnamese_numbers_and_dates_are_read_as_people_write_them(shell: Shell) -> None:
    said = shell(
        "--lang", "vi", "add", "Đạt doanh thu", "--target", "1,5 tỷ", "--deadline", "cuối quý", "--json"
    )
    assert (said.json["target"], said.json["deadline"]) == (1_500_000_000, "2026-12-31")
    assert said.json["id"].startswith("dat-doanh-thu-")
    assert shell("--lang", "vi", "add", "Bán", "--target", "1.000", "--deadline", "30/6", "--json").json[
        "deadline"
    ] == ("2027-06-30")


@pytest.mark.parametrize(
    ("options", "missing"),
    [
        ((), "--target, --deadline"),
        (("--target", "40"), "--deadline"),
        (("--deadline", "2026-12-31"), "--target"),
        ((*ENOUGH, "--kind", "rate"), "--per"),
        (("--kind", "yes-no"), "--deadline"),
    ],
)
def test_a_wish_is_no_goal_yet_and_what_is_missing_is_named(
    shell: Shell, options: tuple[str, ...], missing: str
) -> None:
    said = shell("add", "Win leads", *options)
    assert (said.code, said.out) == (2, "")
    assert said.complaint == [
        f"This is not a goal yet. Missing: {missing}",
        "smart-tui new asks for everything, one letter at a time.",
    ]
    assert not shell.file.exists()


def test_a_yes_no_goal_needs_no_target(shell: Shell) -> None:
    assert shell("add", "Hire a designer", "--kind", "yes-no", "--deadline", "2026-12-31").code == 0


@pytest.mark.parametrize("sentence", ["", "   ", "\t"])
def test_a_goal_has_a_sentence(shell: Shell, sentence: str) -> None:
    said = shell("add", sentence, *ENOUGH)
    assert (said.code, said.complaint[0]) == (2, "This is not a goal yet. Missing: SENTENCE")


@pytest.mark.parametrize(
    ("option", "typed", "ways"),
    [
        ("--target", "1,23", "1.23 · 123"),
        ("--target", "$1.234", "1.2340 USD · 1,234 USD"),
        ("--deadline", "5/6", "2027-05-06 · 2027-06-05"),
    ],
)
def test_what_reads_two_ways_is_asked_and_the_answers_can_be_typed(
    shell: Shell, option: str, typed: str, ways: str
) -> None:
    said = shell("add", "X", *ENOUGH, option, typed)
    assert said.code == 2
    assert said.complaint[0].startswith(f"{option}: “{typed}” can be read two ways: ")
    assert said.complaint[1] == f"Write one of these: {ways}"
    for way in ways.split(" · "):
        assert shell("add", "X", *ENOUGH, option, way).code == 0, way


@pytest.mark.parametrize(
    ("option", "typed", "wrong"),
    [
        ("--target", "many", "--target: no number to be read in “many”"),
        ("--deadline", "soon", "--deadline: no date to be read in “soon”"),
        ("--deadline", "2020-01-01", "--deadline: the deadline lies before the start"),
    ],
)
def test_what_cannot_be_read_comes_back_with_an_example(
    shell: Shell, option: str, typed: str, wrong: str
) -> None:
    said = shell("add", "X", *ENOUGH, option, typed)
    assert (said.code, said.complaint[0]) == (2, wrong)
    assert said.complaint[1].startswith("For example: ")


def test_a_larger_goal_that_is_none_or_several_is_asked_back(shell: Shell) -> None:
    shell.write(goal("a-1", "Hợp đồng A"), goal("b-1", "Hợp đồng B"))
    said = shell("add", "X", *ENOUGH, "--supports", "nothing")
    assert (said.code, said.complaint[0]) == (3, "--supports: no goal is called “nothing”")
    said = shell("add", "X", *ENOUGH, "--supports", "hop dong")
    assert (said.code, said.complaint[1]) == (3, "Use the id in brackets.")


def test_a_sentence_that_says_it_all_needs_no_option(shell: Shell) -> None:
    made = shell("add", "Win 40 new leads by the end of next month", "--json").json
    assert (made["target"], made["metric"], made["deadline"]) == (40, "new leads", "2026-12-31")


def test_an_option_wins_over_the_sentence(shell: Shell) -> None:
    said = shell("add", "Win 40 new leads next month", "--target", "50", "--deadline", "2026-11-30", "--json")
    assert said.code == 0, said.err
    made = said.json
    assert (made["target"], made["deadline"], made["start"]) == (50, "2026-11-30", "2026-11-21")


def test_a_change_needs_to_know_from_where(shell: Shell) -> None:
    sentence = "Increase website visits by 20% this year"
    assert shell("add", sentence).complaint[0] == "This is not a goal yet. Missing: --target"
    assert shell("add", sentence, "--baseline", "1,200", "--json").json["target"] == 1440
