"""What is wrong with a goal file, or with saving it, in words that a marketer understands."""

from collections.abc import Iterable, Mapping

from smart_tui.goals.model import Problem
from smart_tui.words.clean import clean_title
from smart_tui.words.language import Language, msgid
from smart_tui.words.system import system_reason

PROBLEMS: Mapping[str, str] = {
    "syntax": msgid("this line is neither a heading, nor name = value, nor a remark with #"),
    "missing-comma": msgid("a comma is missing between this and what comes next"),
    "extra-comma": msgid("there is a comma too many"),
    "merge-markers": msgid(
        "two versions of the file meet here, between <<<<<<< and >>>>>>>: "
        "keep one and delete the marks, or join them with smart-tui merge"
    ),
    "duplicate-key": msgid("“{detail}” stands here a second time; keep one of them"),
    "duplicate-table": msgid(
        "{detail} stands here a second time; join the two, or put [[goal]] above it if a new goal begins here"
    ),
    "single-brackets": msgid("a goal begins with two brackets: [[goal]]"),
    "bad-heading": msgid("a heading stands alone on its line, like [[goal]] or [goal.history]"),
    "open-bracket": msgid("“{detail}” is opened here and never closed"),
    "closes-nothing": msgid("“{detail}” on this line closes what was never opened"),
    "open-text": msgid("a quotation mark opens here and is never closed; put one at the end of the text"),
    "inner-quotes": msgid('this quotation mark ends the text too early; inside a text write \\"'),
    "curly-quotes": msgid('{detail} is a curly quotation mark; type a straight one: "'),
    "wide-character": msgid("{detail} is a full-width character; type the ordinary one"),
    "backslash": msgid("inside a text a backslash is written twice: \\\\"),
    "missing-equals": msgid("between a name and its value stands one ="),
    "bad-name": msgid("a name with spaces or accents needs quotation marks"),
    "remark": msgid("a remark begins with #"),
    "no-value": msgid("the value is missing here"),
    "several-values": msgid('several values stand in brackets: ["one", "two"]'),
    "one-a-line": msgid("this belongs on a line of its own"),
    "bad-truth": msgid("here stands true or false, in small English letters"),
    "bad-value": msgid("text needs quotation marks; a number, a date, true and false stand without"),
    "written-date": msgid("“{detail}”: a date is written year-month-day, like 2026-12-31"),
    "written-number": msgid("“{detail}”: a number has digits and at most a decimal point, like 1000 or 1.5"),
    "no-such-date": msgid("there is no such date"),
    "control-character": msgid(
        "there is an invisible character; delete it, and type a space if one is needed"
    ),
    "not-utf8": msgid("the file is not saved as UTF-8; open it in an editor and save it as UTF-8"),
    "too-large": msgid("the file is too large"),
    "too-many": msgid("the file holds more than can be read at once; move old goals to a file of their own"),
    "long-line": msgid("this line is too long"),
    "long-key": msgid("a name on this line has too many parts"),
    "too-deep": msgid("too many brackets stand inside one another"),
    "long-number": msgid("a number on this line is too long"),
    "not-a-file": msgid("this is not a file"),
    "no-permission": msgid("you may not read this file"),
    "disk": msgid("the disk did not answer: {detail}"),
    "emptied": msgid("the file is empty, but its newest backup is not (goals: {detail})"),
    "newer-version": msgid("a newer version of this program wrote the file; it can be read, not changed"),
    "long-text": msgid("{field} is longer than forty pages: only its beginning is shown"),
    "perhaps-thousands": msgid("{field}: {detail} has a decimal point; a thousand is written 1000"),
    "not-text": msgid("{field} must be text in quotation marks"),
    "not-a-number": msgid("{field} must be a number"),
    "not-a-whole-number": msgid("{field} must be a whole number"),
    "out-of-range": msgid("{field} is out of range: {detail}"),
    "not-a-date": msgid("{field} must be a date, like 2026-12-31, without quotation marks"),
    "has-time": msgid("{field} has a time of day; only the date counts"),
    "not-true-or-false": msgid("{field} must be true or false"),
    "unknown-word": msgid("{field} cannot be “{detail}”"),
    "not-a-list": msgid("{field} must be a list in [ ]"),
    "not-a-table": msgid("{field} must have names and values"),
    "missing": msgid("{field} is missing"),
    "no-such-goal": msgid("{field} names a goal that is not here: {detail}"),
    "circle": msgid("goals support one another in a circle"),
    "too-far-down": msgid("more than 20 goals hang under one another here; this one stands on its own"),
    "duplicate-id": msgid("two goals have the id “{detail}”; rename one, until then neither is changed"),
    "two-versions": msgid(
        "a merge kept both values, choose one and delete the line # MERGE; the other: {detail}"
    ),
}
EMPTIED = msgid("smart-tui restore 1 brings the goals back. To start afresh, delete the file.")
MARKED = msgid("smart-tui merge sorts them out. Nothing was changed.")
REFUSALS: Mapping[str, tuple[str, str]] = {
    "locked": (
        msgid("Not saved: another program is writing the file ({holder})."),
        msgid("Try again in a moment."),
    ),
    "lock-in-the-way": (
        msgid("Not saved: {lock} is in the way; a file has to stand there."),
        msgid("Remove it and try again."),
    ),
    "read-only": (msgid("Not saved: the disk can only be read."), msgid("Choose another place with --file.")),
    "no-permission": (
        msgid("Not saved: you may not write here."),
        msgid("Change the permissions of the file or its folder, or choose another place with --file."),
    ),
    "newer-version": (
        msgid("Not saved: a newer version of this program wrote the file."),
        msgid("Update smart-tui."),
    ),
    "older-version": (
        msgid("Not saved: the file is of an older version of this program."),
        msgid(
            "Save something from a terminal, smart-tui log for example: it asks, keeps a backup, and upgrades."
        ),
    ),
    "disk-full": (msgid("Not saved: the disk is full."), msgid("Make room and try again; nothing is lost.")),
    "disk": (msgid("Not saved: the disk did not answer."), msgid("Try again; nothing is lost.")),
    "changed": (
        msgid("Not saved: the file was changed by another program at the same place."),
        msgid("Look at the goal as it is now and try again."),
    ),
    "not-a-file": (msgid("Not saved: this is not a file."), msgid("Choose another place with --file.")),
    "too-large": (
        msgid("Not saved: the file would be too large."),
        msgid("Move old goals to a file of their own."),
    ),
    "long-text": (
        msgid("Not saved: a text is longer than forty pages."),
        msgid("Keep it in a document of its own, and note here where that lies."),
    ),
    "verify-failed": (
        msgid("Not saved: the file is written in a way that this change cannot be fitted into safely."),
        msgid("Make the change in an editor."),
    ),
    "nothing-to-undo": (
        msgid("There is nothing to take back."),
        msgid("smart-tui undo --list shows what can be taken back."),
    ),
    "no-backup": (
        msgid("Not saved: the backup that is made before this could not be made."),
        msgid("Make room where smart-tui backups says that they lie, and try again."),
    ),
    "may-not-survive": (
        msgid("Saved, but it may not survive a power cut: the disk did not confirm."),
        msgid("Save once more later."),
    ),
    "no-such-goal": (
        msgid("There is no such goal any more."),
        msgid("smart-tui list shows the goals that there are."),
    ),
    "duplicate-id": (
        msgid("Not saved: two goals have the same id."),
        msgid("Rename one in the file; smart-tui validate says where."),
    ),
}

NOTICES: Mapping[str, str] = {
    "link-split": msgid("Saved; the file's other name (a hard link) keeps the old goals."),
    "owner-changed": msgid("Saved; the file's owner could not be kept."),
    "mode-changed": msgid("Saved; the file's permissions could not be kept."),
    "no-locks": msgid("Saved; this disk has no locks: write from one program at a time."),
}


def problem_text(lang: Language, problem: Problem) -> str:
    """Say what is wrong, after line and goal: "line 12, “40 contracts”: target must be a number"."""
    said = what_is_wrong(lang, problem)
    where = position(lang, problem)
    goal = f"“{clean_title(problem.goal)}”" if problem.goal else ""
    place = ", ".join(part for part in (where, goal) if part)
    return f"{place}: {said}" if place else said


def position(lang: Language, problem: Problem) -> str:
    """Say on which line, and at which column unless a field is named: "line 14, column 37"."""
    if problem.line is None:
        return ""
    if problem.column is None or problem.field:
        return lang.say("line {line}", line=problem.line)
    return lang.say("line {line}, column {column}", line=problem.line, column=problem.column)


def what_is_wrong(lang: Language, problem: Problem) -> str:
    """Say what is wrong, without its place."""
    return lang.say(
        PROBLEMS.get(problem.code, msgid("this cannot be read: {detail}")),
        field=problem.field or "",
        detail=clean_title(system_reason(lang, problem.detail) if problem.code == "disk" else problem.detail),
    )


def remedy_text(lang: Language, problem: Problem) -> str:
    """Say what to do about a file that cannot be read."""
    remedies = {"emptied": EMPTIED, "merge-markers": MARKED}
    return lang.say(remedies.get(problem.code, msgid("Nothing was changed. smart-tui validate says more.")))


def refusal_text(lang: Language, code: str, values: Mapping[str, object]) -> tuple[str, str]:
    """Say why nothing was saved, and what to do."""
    wrong, remedy = REFUSALS.get(code, (msgid("Not saved."), msgid("Try again; nothing is lost.")))
    said = {name: clean_title(str(values.get(name) or "?")) for name in ("holder", "lock")}
    return lang.say(wrong, **said), lang.say(remedy)


def notices_text(lang: Language, codes: Iterable[str]) -> str:
    """Say what else is to be told about a save that went well; nothing where there is nothing."""
    return " ".join(lang.say(NOTICES[code]) for code in codes)
