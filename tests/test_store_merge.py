"""Two versions of a file put together record by record: what either side did is done, and what both did is said."""

import re
import tomllib
from typing import Any

import pytest

from smart_tui.store.codes import Misread, Refusal
from smart_tui.store.errors import CannotRead, CannotSave
from smart_tui.store.merge import Choices, Merged, MergeIn, merge
from smart_tui.store.merge_signs import SIGN, signs_left
from smart_tui.store.merge_text import merged_heads
from smart_tui.store.reader import read
from smart_tui.store.weave import GONE

BASE = """\
# Our goals
version = 1

# Lan's
[[goal]]
id = "leads"
title = "Leads"
mood = "brave"

[goal.measurable]
target = 100 # agreed in May

[goal.history]
checkins = [
  { date = 2026-10-05, value = 5 },
  { date = 2026-10-12, value = 6 }, # fair
]

[[goal]]
id = "walk"
title = "Walk"

[goal.measurable]
kind = "level"

[goal.history]
checkins = [
  { date = 2026-10-05, value = 1 },
]
"""
OCTOBER = "  { date = 2026-10-12, value = 6 }, # fair\n"
ENDING = "  { date = 2026-10-05, value = 1 },\n]\n"


def swapped(text: str, *pairs: tuple[str, str]) -> str:
    for old, new in pairs:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


def joined(ours: str, theirs: str, base: str | None = BASE, choices: Choices | None = None) -> Merged:
    merged = merge(None if base is None else base.encode(), ours.encode(), theirs.encode(), choices)
    tomllib.loads(merged.data.decode().removeprefix("\ufeff"))
    return merged


def text_of(merged: Merged) -> str:
    return merged.data.decode()


def checkin(day: str, value: int, more: str = "") -> str:
    return f"  {{ date = {day}, value = {value} }},{more}\n"


def readable(text: str) -> bool:
    try:
        tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return False
    return True


def clashes(merged: Merged) -> list[tuple[str, str, Any, Any]]:
    return [
        (it.goal, ".".join(map(str, it.clash.path)), it.clash.ours, it.clash.theirs) for it in merged.clashes
    ]


ALONE = {
    "a number": swapped(BASE, (OCTOBER, OCTOBER + checkin("2026-10-19", 7))),
    "a comment": swapped(BASE, ("# Lan's", "# Lan's, with Minh")),
    "a field": swapped(BASE, ("target = 100", "target = 120")),
    "a new goal": BASE + '\n[[goal]]\nid = "run"\n',
    "a deleted goal": BASE[: BASE.index('[[goal]]\nid = "walk"')].rstrip() + "\n",
    "another order": "# Our goals\nversion = 1\n\n"
    + BASE[BASE.index('[[goal]]\nid = "walk"') :]
    + "\n"
    + BASE[BASE.index("# Lan's") : BASE.index('[[goal]]\nid = "walk"')].rstrip()
    + "\n",
    "the file's own": swapped(BASE, ("version = 1", 'version = 1\ntitle = "VMO"\nworkdays = "mon-sat"')),
    "another table": BASE + '\n[settings]\ntheme = "dark"\n',
    "a number taken out": swapped(BASE, (OCTOBER, "")),
    "a key taken out": swapped(BASE, ('mood = "brave"\n', "")),
    "Windows": BASE.replace("\n", "\r\n"),
}


@pytest.mark.parametrize("name", ALONE)
def test_what_only_one_side_did_is_done(name: str) -> None:
    for merged in (joined(ALONE[name], BASE), joined(BASE, ALONE[name])):
        assert not merged.clashes
        assert merged.reading.file.goals == read(ALONE[name].encode()).goals
        assert tomllib.loads(text_of(merged)) == tomllib.loads(ALONE[name])
    assert text_of(joined(ALONE[name], BASE)) == ALONE[name], "our own words stay as they are"


@pytest.mark.parametrize("first", ALONE)
@pytest.mark.parametrize("second", ALONE)
def test_what_both_sides_did_is_done_from_either_side(first: str, second: str) -> None:
    one, other = joined(ALONE[first], ALONE[second]), joined(ALONE[second], ALONE[first])
    pair = {first, second}
    both_goals = {goal.id for goal in one.reading.file.goals}
    assert both_goals == {goal.id for goal in other.reading.file.goals}
    assert not one.clashes
    assert ("run" in both_goals) is ("a new goal" in pair)
    assert ("walk" in both_goals) is ("a deleted goal" not in pair)
    leads = next(goal for goal in one.reading.file.goals if goal.id == "leads")
    values = [int(it.value) for it in leads.history.checkins]
    expected = [5] + [6] * ("a number taken out" not in pair)
    times = (first == "a number") + (second == "a number")
    assert values == expected + [7] * times
    assert leads.measurable.target == (120 if "a field" in pair else 100)
    text = text_of(one).replace("\r\n", "\n")
    assert ("mood" in text) is ("a key taken out" not in pair)
    assert ("# Lan's, with Minh" in text) is ("a comment" in pair)
    assert ('theme = "dark"' in text or 'theme="dark"' in text) is ("another table" in pair)
    assert (one.reading.file.title == "VMO") is ("the file's own" in pair)
    assert text.count("# agreed in May") == 1
    assert text.count("# fair") == 1 or "a number taken out" in pair


def test_numbers_of_both_sides_stay_ours_first() -> None:
    ours = swapped(BASE, (OCTOBER, OCTOBER + checkin("2026-10-19", 7, " # ours")))
    theirs = swapped(BASE, (OCTOBER, OCTOBER + checkin("2026-10-20", 8, " # theirs")))
    merged = joined(ours, theirs)
    assert text_of(merged) == swapped(
        ours,
        (
            checkin("2026-10-19", 7, " # ours"),
            checkin("2026-10-19", 7, " # ours") + checkin("2026-10-20", 8, " # theirs"),
        ),
    )


def test_equal_numbers_that_add_up_are_two_events_and_equal_readings_one() -> None:
    both = swapped(
        BASE,
        (OCTOBER, OCTOBER + checkin("2026-10-19", 1)),
        (ENDING, ENDING.replace("]\n", checkin("2026-10-19", 2) + "]\n")),
    )
    leads, walk = joined(both, both.replace("Our goals", "My goals")).reading.file.goals
    assert [int(it.value) for it in leads.history.checkins] == [5, 6, 1, 1]
    assert [int(it.value) for it in walk.history.checkins] == [1, 2]


def test_a_field_that_both_changed_stays_ours_and_keeps_theirs_beside_it() -> None:
    ours, theirs = (swapped(BASE, ("target = 100", f"target = {it}")) for it in (120, 150))
    merged = joined(ours, theirs)
    assert clashes(merged) == [("leads", "measurable.target", 120, 150)]
    assert text_of(merged) == swapped(ours, ("target = 120", f"{SIGN} measurable.target = 150\ntarget = 120"))
    (problem,) = merged.reading.file.problems
    assert (problem.code, problem.line, problem.detail) == (
        Misread.TWO_VERSIONS,
        11,
        "measurable.target = 150",
    )
    assert text_of(joined(ours, theirs, choices={("leads", ("measurable", "target")): True})) == theirs
    assert text_of(joined(ours, theirs, choices={("leads", ("measurable", "target")): False})) == ours


def test_the_same_change_on_both_sides_is_no_clash() -> None:
    ours = swapped(BASE, ("target = 100", "target = 120"), ("# Lan's", "# ours"))
    theirs = swapped(BASE, ("target = 100", "target = 120"), ("# fair", "# theirs"))
    merged = joined(ours, theirs)
    assert not merged.clashes
    assert "# ours" in text_of(merged)
    assert "# theirs" in text_of(merged)


def test_a_removed_field_that_the_other_side_changed_is_kept() -> None:
    gone, changed = swapped(BASE, ('mood = "brave"\n', "")), swapped(BASE, ("brave", "calm"))
    for merged in (joined(gone, changed), joined(changed, gone)):
        assert 'mood = "calm"' in text_of(merged)
        assert [it[1] for it in clashes(merged)] == ["mood"]
    assert f"{SIGN} mood = (deleted)" in text_of(joined(changed, gone))
    assert "mood =" not in text_of(joined(gone, changed, choices={("leads", ("mood",)): False}))
    assert "mood =" not in text_of(joined(changed, gone, choices={("leads", ("mood",)): True}))


def test_a_deleted_goal_that_the_other_side_changed_is_kept() -> None:
    gone, changed = (
        ALONE["a deleted goal"],
        swapped(BASE, (ENDING, ENDING.replace("]", "  { date = 2026-10-12, value = 2 },\n]"))),
    )
    for ours, theirs, mine, says in ((gone, changed, False, "changed"), (changed, gone, True, "deleted")):
        merged = joined(ours, theirs)
        assert [goal.id for goal in merged.reading.file.goals] == ["leads", "walk"]
        assert len(merged.reading.file.goals[1].history.checkins) == 2
        ((goal, path, one, other),) = clashes(merged)
        assert (goal, path) == ("walk", "")
        assert (one is GONE) is not mine
        assert (other is GONE) is mine
        assert f'{SIGN} goal = ({says})\n[[goal]]\nid = "walk"' in text_of(merged)
        kept = joined(ours, theirs, choices={("walk", ()): not mine})
        assert [goal.id for goal in kept.reading.file.goals] == ["leads", "walk"]
        assert SIGN not in text_of(kept)
        dropped = joined(ours, theirs, choices={("walk", ()): mine})
        assert [goal.id for goal in dropped.reading.file.goals] == ["leads"]


def test_a_number_that_one_side_edited_and_the_other_took_out_is_kept() -> None:
    edited, gone = swapped(BASE, ("value = 6 }", "value = 66 }")), ALONE["a number taken out"]
    for merged in (joined(edited, gone), joined(gone, edited)):
        assert [int(it.value) for it in merged.reading.file.goals[0].history.checkins] == [5, 66]
        assert len(merged.clashes) == 1


def test_two_fields_of_one_number_are_changed_together() -> None:
    ours = swapped(BASE, ("date = 2026-10-12, value = 6 }", "date = 2026-10-12, value = 66 }"))
    theirs = swapped(BASE, ("date = 2026-10-12, value = 6 }", 'date = 2026-10-12, value = 6, note = "x" }'))
    merged = joined(ours, theirs)
    last = merged.reading.file.goals[0].history.checkins[-1]
    assert (int(last.value), last.note, merged.clashes) == (66, "x", ())


def test_a_deleted_goal_that_is_kept_stays_in_its_place() -> None:
    one, two, three = (f'# {name}\n[[goal]]\nid = "{name}"\n' for name in ("one", "two", "three"))
    for gone in (one, two, three):
        theirs = "\n".join(
            it.replace("]]\n", "]]\nn = 1\n") if it is gone else it for it in (one, two, three)
        )
        ours = "\n".join(it for it in (one, two, three) if it is not gone)
        merged = joined(ours, theirs, f"{one}\n{two}\n{three}")
        assert text_of(merged) == theirs.replace("[[goal]]\nn", f"{SIGN} goal = (changed)\n[[goal]]\nn")


def test_a_clash_is_told_above_what_holds_it() -> None:
    edited, gone = swapped(BASE, ("value = 6 }", "value = 66 }")), ALONE["a number taken out"]
    says = f"{SIGN} history.checkins.2026-10-12 = (deleted)\ncheckins = [\n"
    assert text_of(joined(edited, gone)) == edited.replace("checkins = [\n", says, 1)
    number = swapped(
        BASE, ("[goal.measurable]\ntarget = 100 # agreed in May\n", ""), ("brave", 'brave"\nmeasurable = "5')
    )
    says = f'{SIGN} measurable = "5"\n[goal.measurable]\n'
    assert text_of(joined(BASE, number, None)) == BASE.replace("[goal.measurable]\n", says, 1)
    dotted = swapped(BASE, ("version = 1", "version = 1\nlook.x = 1"))
    value = swapped(BASE, ("version = 1", "version = 1\nlook = 5"))
    assert text_of(joined(dotted, value)) == f"{SIGN} look = 5\n{dotted}"


def test_signs_are_found_on_their_lines() -> None:
    assert signs_left("") == []
    assert signs_left(f"# {SIGN}\nx = 1 {SIGN} y\n") == []
    assert signs_left(f"\n {SIGN} a = 1 \r\n\t{SIGN}b\n\n{SIGN}") == [(2, "a = 1"), (3, "b"), (5, "")]


def test_a_goal_that_both_added_is_one() -> None:
    ours = BASE + '\n[[goal]]\nid = "run"\ntitle = "Run"\nowner = "Lan"\n'
    theirs = BASE + '\n[[goal]]\nid = "run"\ntitle = "Jog"\n'
    merged = joined(ours, theirs)
    assert [goal.id for goal in merged.reading.file.goals] == ["leads", "walk", "run"]
    assert clashes(merged) == [("run", "title", "Run", "Jog")]


def test_goals_that_both_added_at_the_end_both_stay() -> None:
    ours, theirs = (BASE + f'\n# {it}\n[[goal]]\nid = "{it}"\n' for it in ("run", "swim"))
    merged = joined(ours, theirs)
    assert text_of(merged) == ours + '\n# swim\n[[goal]]\nid = "swim"\n'


def test_a_new_goal_of_theirs_stands_where_it_stood() -> None:
    theirs = swapped(BASE, ('[[goal]]\nid = "walk"', '[[goal]]\nid = "run"\n\n[[goal]]\nid = "walk"'))
    merged = joined(ALONE["a number"], theirs)
    assert [goal.id for goal in merged.reading.file.goals] == ["leads", "run", "walk"]


def test_without_a_base_nothing_counts_as_removed_and_equal_numbers_as_seen_twice() -> None:
    ours = swapped(BASE, (OCTOBER, OCTOBER + checkin("2026-10-19", 7)), ("target = 100", "target = 120"))
    theirs = ALONE["a deleted goal"].replace(
        OCTOBER, OCTOBER + checkin("2026-10-19", 7) + checkin("2026-10-20", 8)
    )
    for base in (None, "", "\n"):
        merged = joined(ours, theirs, base)
        leads, walk = merged.reading.file.goals
        assert [int(it.value) for it in leads.history.checkins] == [5, 6, 7, 8]
        assert walk.id == "walk"
        assert clashes(merged) == [("leads", "measurable.target", 120, 100)]


def test_comments_of_both_sides_stay_without_a_base() -> None:
    ours = swapped(BASE, ("# Our goals", "# Ours\n# more"), ("# fair", "# fair, ours"))
    theirs = swapped(
        BASE,
        ("# Our goals", "# Theirs"),
        ("# fair", "# fair, theirs"),
        ("# agreed in May", "# agreed in June"),
    )
    text = text_of(joined(ours, theirs, None))
    for comment in ("# Ours", "# more", "# Theirs", "# fair, ours", "# fair, theirs", "# agreed in June"):
        assert len(re.findall(rf"{comment}$", text, re.MULTILINE)) == 1


@pytest.mark.parametrize(
    ("ours", "theirs", "base", "head"),
    [
        ("# A\nversion = 1\n", "# B\nversion = 1\n", None, "# A\nversion = 1\n# B\n"),
        ("# A\nversion = 1", "# B\n# A\n", None, "# A\nversion = 1\n# B\n"),
        ("# A\r\n", "# B\n# C\n", None, "# A\r\n# B\r\n# C\r\n"),
        ("", "# B\n", None, "# B\n"),
        ("", "# B\n", "", "# B\n"),
        ("# A\r\n# B\n", "# A\n", "# A\n", "# A\r\n# B\n"),
        ("# A\n", "# A\n", "", "# A\n"),
        ("# A\n# X\n", "# A\n# Y\n", "", "# A\n# X\n# Y\n"),
        ("# A\n# X\n", "# A\n# A\n", "# A\n", "# A\n# X\n# A\n"),
        ("# A\n", "# A\nx = 1\n", "# A\n# B\n", "# A\nx = 1\n"),
        ("# A\r\nx = 1\r\n", "# B\n", "# A\n", "x = 1\r\n# B\r\n"),
        ("x = 1\r\n", "# B\nx = 2\n", "# C\n", "x = 1\r\n# B\r\n"),
        ("# C\nx = 1\n", "# C\n# C\nx = 2\n", "# C\n", "# C\nx = 1\n# C\n"),
        ("# C\nx = 1\n", "# C\n# D\nx = 2\n", "# C\n", "# C\nx = 1\n# D\n"),
    ],
)
def test_what_stands_before_the_goals_has_the_lines_of_both_sides(
    ours: str, theirs: str, base: str | None, head: str
) -> None:
    ways = merged_heads(ours, theirs, base)
    assert next(way for way in ways if readable(way)) == head


def test_lines_that_both_sides_wrote_stand_once() -> None:
    ours = swapped(
        BASE, ("# Lan's", "# Lan's\n# since June"), ("target = 100 # agreed", "target = 90 # changed")
    )
    theirs = ours.replace("Leads", "Contacts").replace("# Our", "# Your")
    merged = joined(ours.replace("# fair", "# good"), theirs)
    assert text_of(merged) == theirs.replace("# fair", "# good")
    assert not merged.clashes


@pytest.mark.parametrize("end", ["", "\n", "\n# MAX\n", "\n# end  \n", "\n\n\n", "\n# end"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_the_end_of_our_file_stays_as_it_is(end: str, newline: str) -> None:
    ours = (ALONE["a number"] + end).replace("\n", newline)
    both = (swapped(ALONE["a number"], ("target = 100", "target = 120")) + end).replace("\n", newline)
    assert text_of(joined(ours, ALONE["a field"])) == both


def test_what_stands_between_our_goals_stays_there() -> None:
    between = ('\n[[goal]]\nid = "walk"', '\n# the look\n[look]\nx = 1\n\n# end\n\n[[goal]]\nid = "walk"')
    ours = swapped(ALONE["a field"], between)
    theirs = ALONE["a number"].replace("# fair", "# good")
    expected = swapped(ours, (OCTOBER, OCTOBER.replace("fair", "good") + checkin("2026-10-19", 7)))
    assert text_of(joined(ours, theirs)) == expected


def test_the_file_s_own_values_can_clash_too() -> None:
    ours, theirs = (swapped(BASE, ("version = 1", f'version = 1\ntitle = "{it}"')) for it in ("A", "B"))
    merged = joined(ours, theirs)
    assert clashes(merged) == [("", "title", "A", "B")]
    assert f'{SIGN} title = "B"\ntitle = "A"' in text_of(merged)
    assert joined(ours, theirs, choices={("", ("title",)): True}).reading.file.title == "B"


def test_what_one_side_took_out_of_the_file_s_own_is_gone() -> None:
    more = swapped(BASE, ("version = 1", 'version = 1\ntitle = "VMO" # us\n# later\n\n[look]\nx = 1\ny = 2'))
    less = swapped(more, ('title = "VMO" # us\n# later\n', ""), ("x = 1\n", ""), ("# Our goals\n", ""))
    assert text_of(joined(more, less, more)) == less
    assert text_of(joined(less, more, more)) == less
    ours = more.replace(OCTOBER, OCTOBER + checkin("2026-10-19", 7))
    assert text_of(joined(ours, less, more)) == less.replace(OCTOBER, OCTOBER + checkin("2026-10-19", 7))


def test_files_without_a_goal_are_merged() -> None:
    assert (
        text_of(joined("version = 1\n", 'version = 1\ntitle = "A"\n', None)) == 'version = 1\ntitle = "A"\n'
    )
    assert text_of(joined("version = 1\n", BASE, "version = 1\n")) == BASE


def test_what_stood_below_goals_that_are_gone_stays_in_its_order() -> None:
    one, two, three = (f'[[goal]]\nid = "{name}"\n' for name in ("one", "two", "three"))
    looks = "[look]\nx = 1\n", "[more]\ny = 1\n"
    base = f"version = 1\n\n{one}\n{looks[0]}\n{two}\n{looks[1]}\n{three}"
    gone = f"version = 1\n\n{looks[0]}\n{looks[1]}\n{three}"
    merged = joined(base, gone, base)
    assert [goal.id for goal in merged.reading.file.goals] == ["three"]
    assert re.sub("\n+", "\n", text_of(merged)) == re.sub("\n+", "\n", gone)


def test_a_table_that_they_moved_before_the_goals_is_not_there_twice() -> None:
    look = "# the look\n[look]\nx = 1\n"
    base = swapped(BASE, ('\n[[goal]]\nid = "walk"', f'\n{look}\n[[goal]]\nid = "walk"'))
    theirs = swapped(BASE, ("version = 1\n", f"version = 1\ntitle = 'VMO'\n\n{look}"))
    merged = joined(swapped(base, ("# fair", "# good")), theirs, base)
    assert merged.reading.file.title == "VMO"
    assert merged.reading.document.raw["look"] == {"x": 1}
    assert text_of(merged).count("# good") == 1


def test_without_a_base_their_new_goal_stands_where_it_stood() -> None:
    theirs = swapped(BASE, ('[[goal]]\nid = "walk"', '[[goal]]\nid = "run"\n\n[[goal]]\nid = "walk"'))
    assert text_of(joined(BASE, theirs, None)) == theirs


def test_a_goal_of_ours_keeps_its_look_and_theirs_takes_on_the_look_of_our_file() -> None:
    windows = BASE.replace("\n", "\r\n")
    mixed = windows + '\n[[goal]]\nid = "run"\n\n# the look\n[look]\nx = 1\r\n'
    assert text_of(joined(mixed, BASE)) == mixed
    for theirs in (ALONE["a new goal"], ALONE["a new goal"].replace("\n", "\r\n")):
        assert text_of(joined(BASE, theirs)) == ALONE["a new goal"]
        assert text_of(joined(windows, theirs)) == ALONE["a new goal"].replace("\n", "\r\n")


def test_the_look_of_our_file_stays() -> None:
    ours = "\ufeff" + ALONE["a field"].replace("\n", "\r\n")
    merged = joined(ours, ALONE["a new goal"].replace(OCTOBER, OCTOBER + checkin("2026-10-19", 7)))
    text = text_of(merged)
    assert text.startswith("\ufeff")
    assert text.count("\n") == text.count("\r\n")
    assert len(merged.reading.file.goals) == 3


def test_shapes_that_people_write_by_hand_are_merged() -> None:
    base = '[[goal]]\nid = "a"\nmeasurable.target = 1\nhistory = { checkins = [{ date = 2026-10-05, value = 5 }] }\n'
    ours = base.replace("value = 5 }]", "value = 5 }, { date = 2026-10-06, value = 6 }]")
    theirs = base.replace("target = 1", "target = 2").replace(
        "value = 5 }]", "value = 5 }, { date = 2026-10-07, value = 7 }]"
    )
    goal = joined(ours, theirs, base).reading.file.goals[0]
    assert [int(it.value) for it in goal.history.checkins] == [5, 6, 7]
    assert goal.measurable.target == 2
    nested = '[[goal]]\nid = "a"\n[[goal.history.checkins]]\ndate = 2026-10-05\nvalue = 5\n'
    ours = nested + "[[goal.history.checkins]]\ndate = 2026-10-06\nvalue = 6\n"
    theirs = (
        nested.replace('"a"', '"a"\nowner = "Lan"')
        + "[[goal.history.checkins]]\ndate = 2026-10-07\nvalue = 7\n"
    )
    merged = joined(ours, theirs, nested)
    assert [int(it.value) for it in merged.reading.file.goals[0].history.checkins] == [5, 6, 7]


@pytest.mark.parametrize("side", [0, 1, 2])
@pytest.mark.parametrize(
    ("text", "error", "code"),
    [("a = [", CannotRead, Misread.OPEN_BRACKET), ("version = 2\n", CannotSave, Refusal.NEWER_VERSION)],
)
def test_a_side_that_cannot_be_read_or_is_newer_is_not_merged(
    side: int, text: str, error: type[CannotRead | CannotSave], code: str
) -> None:
    sides = [BASE, ALONE["a field"], ALONE["a number"]]
    sides[side] = text
    with pytest.raises(error) as caught:
        merge(sides[0].encode(), sides[1].encode(), sides[2].encode())
    assert caught.value.code is code
    assert isinstance(caught.value, CannotRead) or caught.value.values == {"version": 2}


def test_goals_of_a_shape_that_cannot_be_cut_are_not_merged() -> None:
    with pytest.raises(CannotSave) as caught:
        merge(BASE.encode(), b'goal = [{ id = "a" }]\n', ALONE["a field"].encode())
    assert caught.value.code is Refusal.VERIFY_FAILED


def test_a_copy_is_merged_in_as_an_operation() -> None:
    theirs = ALONE["a new goal"].encode()
    after = MergeIn(theirs).apply(ALONE["a number"].encode())
    assert [goal.id for goal in read(after).goals] == ["leads", "walk", "run"]
    assert len(read(after).goals[0].history.checkins) == 3
    chosen = MergeIn(ALONE["a field"].encode(), {("leads", ("measurable", "target")): True})
    assert chosen.apply(BASE.encode()) == ALONE["a field"].encode()
