"""A workshop as a value: agenda, clock, people, parking lot, and how it is kept."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smart_tui.goals.terms import Letter
from smart_tui.goals.workshop import (
    AGENDAS,
    MINUTE,
    PARTS,
    Agenda,
    Clock,
    Part,
    Person,
    Workshop,
    agenda_of,
    names_in,
)
from smart_tui.store.workshops import Workshops

NOW = 1_795_000_000.0
LAN, MINH = Person(key="a", name="Lan"), Person(key="b", name="Minh")


def test_the_two_agendas_have_the_minutes_of_the_method() -> None:
    assert AGENDAS[75].minutes == (5, 10, 10, 10, 10, 5, 5, 15, 5)
    assert AGENDAS[60].minutes == (5, 8, 8, 8, 8, 4, 4, 11, 4)
    assert [agenda.total for agenda in AGENDAS.values()] == [75, 60]


@given(st.integers(min_value=len(PARTS), max_value=300))
def test_an_agenda_of_any_length_takes_just_that_long(total: int) -> None:
    agenda = agenda_of(total)
    assert agenda.total == total
    assert min(agenda.minutes) >= 1


def test_row_02_the_parts_come_in_the_order_of_the_letters() -> None:
    assert [part.letter for part in PARTS if part.letter] == list(Letter)
    assert PARTS.index(Part.MAIN_GOAL) < PARTS.index(Part.SPECIFIC)


def test_a_part_that_grows_moves_what_follows() -> None:
    agenda = AGENDAS[75].changed(Part.MAIN_GOAL, 14)
    assert (agenda.total, agenda.starts(Part.SPECIFIC), agenda.starts(Part.MAIN_GOAL)) == (79, 19, 5)


def test_the_others_make_up_for_it_each_by_its_share() -> None:
    grown = AGENDAS[75].changed(Part.MAIN_GOAL, 20)
    fitted = grown.fitted(75, {Part.OPENING, Part.MAIN_GOAL})
    assert fitted.total == 75
    assert (fitted.of(Part.OPENING), fitted.of(Part.MAIN_GOAL)) == (5, 20)
    assert fitted.of(Part.CLARITY) < 15
    assert fitted.of(Part.SPECIFIC) < 10


@given(
    st.lists(st.integers(1, 90), min_size=9, max_size=9), st.integers(9, 400), st.sets(st.sampled_from(PARTS))
)
def test_nothing_is_left_over_and_no_part_disappears(
    minutes: list[int], total: int, fixed: set[Part]
) -> None:
    agenda = Agenda(tuple(minutes))
    fitted = agenda.fitted(total, fixed)
    assert min(fitted.minutes) >= 1
    assert all(fitted.of(part) == agenda.of(part) for part in fixed)
    kept = sum(agenda.of(part) for part in fixed)
    free = len(PARTS) - len(fixed)
    assert fitted.total == (max(total, kept + free) if free else agenda.total)


@pytest.mark.parametrize(("asked", "given"), [(0, 1), (-3, 1), (91, 90), (12, 12)])
def test_a_part_takes_one_to_ninety_minutes(asked: int, given: int) -> None:
    assert AGENDAS[60].changed(Part.CLOSE, asked).of(Part.CLOSE) == given


def test_the_clock_is_offered_runs_stands_and_stays_at_zero() -> None:
    clock = Clock(600)
    assert clock.offered
    running = clock.started(NOW)
    assert running.left(NOW + 100.2) == 500
    standing = running.paused(NOW + 100)
    assert standing.left(NOW + 9_999) == 500
    assert not standing.offered
    again = standing.started(NOW + 9_999)
    assert again.left(NOW + 9_999 + 499.5) == 1
    assert again.left(NOW + 99_999) == 0


def test_a_minute_more_counts_from_now_where_time_was_up() -> None:
    clock = Clock(60).started(NOW)
    assert clock.plus(60, NOW + 30).left(NOW + 30) == 90
    assert clock.plus(60, NOW + 300).left(NOW + 300) == 60


def test_a_clock_of_the_machine_that_is_set_back_takes_no_time_away() -> None:
    assert Clock(60).started(NOW).left(NOW - 3_600) == 60


def test_a_rehearsal_goes_ten_times_as_fast() -> None:
    workshop = Workshop(speed=10).goes_to(Part.OPENING, NOW).turns_clock(NOW)
    assert workshop.clock is not None
    assert workshop.clock.left(NOW + 20) == 300 - 200


def test_turning_to_a_part_clears_the_clock_and_remembers_the_time() -> None:
    workshop = Workshop().goes_to(Part.OPENING, NOW).turns_clock(NOW).goes_to(Part.MAIN_GOAL, NOW + 240)
    assert workshop.used == {Part.OPENING: 240}
    assert workshop.clock == Clock(600)
    assert workshop.following is Part.SPECIFIC


def test_the_times_used_are_whole_minutes_and_what_never_began_is_as_planned() -> None:
    workshop = Workshop().goes_to(Part.OPENING, NOW).turns_clock(NOW).ends(NOW + 7 * MINUTE + 10)
    assert workshop.over
    assert workshop.times_used().minutes == (7, 10, 10, 10, 10, 5, 5, 15, 5)


def test_going_back_to_a_part_adds_to_its_time() -> None:
    workshop = Workshop().goes_to(Part.OPENING, NOW).turns_clock(NOW).goes_to(Part.MAIN_GOAL, NOW + 60)
    workshop = (
        workshop.goes_to(Part.OPENING, NOW + 60).turns_clock(NOW + 60).goes_to(Part.MAIN_GOAL, NOW + 90)
    )
    assert workshop.used[Part.OPENING] == 90


def test_another_agenda_changes_the_clock_that_runs() -> None:
    workshop = Workshop().goes_to(Part.SPECIFIC, NOW).turns_clock(NOW)
    longer = workshop.retimed(workshop.agenda.changed(Part.SPECIFIC, 12))
    assert longer.clock is not None
    assert longer.clock.left(NOW + 60) == 11 * MINUTE


def test_ready_counts_people_for_each_part() -> None:
    workshop = Workshop().welcomes(LAN).welcomes(MINH).marks("a", Part.SPECIFIC, ready=True)
    assert (workshop.ready(Part.SPECIFIC), workshop.ready(Part.MEASURABLE)) == (1, 0)
    assert workshop.marks("a", Part.SPECIFIC, ready=False).ready(Part.SPECIFIC) == 0
    assert workshop.marks("nobody", Part.SPECIFIC, ready=True) == workshop
    assert workshop.named("MINH") == MINH
    assert workshop.parts_with("a").people == (MINH,)


def test_everything_is_kept_and_read_again(tmp_path: Path) -> None:
    kept = Workshops(tmp_path / "own", tmp_path / "shared")
    workshop = (
        Workshop(agenda=AGENDAS[60], main_draft="key")
        .welcomes(LAN)
        .welcomes(Person(key="g", name="Hà", guest=True, goal="goal-1"))
        .goes_to(Part.OPENING, NOW)
        .turns_clock(NOW)
        .goes_to(Part.SPECIFIC, NOW + 100)
        .turns_clock(NOW + 100)
        .marks("g", Part.SPECIFIC, ready=True)
        .parks("Ngân sách?")
    )
    kept.keep(workshop)
    assert kept.load() == workshop
    kept.forget()
    assert kept.load() is None


@pytest.mark.parametrize(
    "broken", ["{", "[]", "{}", '{"minutes": [1]}', '{"minutes": "x", "at": "S"}', '{"minutes": null}']
)
def test_what_cannot_be_read_is_no_workshop(tmp_path: Path, broken: str) -> None:
    kept = Workshops(tmp_path, tmp_path)
    (tmp_path / "workshop.json").write_text(broken, "utf-8")
    (tmp_path / "times.json").write_text(broken, "utf-8")
    assert kept.load() is None
    assert kept.times() is None


def test_the_times_used_last_are_offered_to_any_workshop(tmp_path: Path) -> None:
    Workshops(tmp_path / "a", tmp_path / "shared").keep_times(AGENDAS[60])
    assert Workshops(tmp_path / "b", tmp_path / "shared").times() == AGENDAS[60]


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        (" Lan , ,Trần  Minh", ("Lan", "Trần Minh")),
        ("3", ("", "", "")),
        ("0", ()),
        ("9" * 5_000, ("",) * 60),
        ("", ()),
    ],
)
def test_people_are_named_with_commas_or_counted_up_to_a_full_room(
    typed: str, names: tuple[str, ...]
) -> None:
    assert names_in(typed) == names
