"""The five screens as questions: each a line that stands by itself when it is heard."""

from collections.abc import Iterable, Iterator

from smart_tui.coach.answers import CHOICES, Answers
from smart_tui.coach.findings import NOTES, Level, Verdict
from smart_tui.goals.draft import NEVER_STORED, Field, asked_on
from smart_tui.goals.terms import Dialect, Letter
from smart_tui.words.asking import FIELD_TEXTS, letter_texts
from smart_tui.words.clean import clean
from smart_tui.words.coaching import finding_text
from smart_tui.words.dates import from_today
from smart_tui.words.explaining import EXPLAINED
from smart_tui.words.language import Language
from smart_tui.words.readings import choice_text, echo
from smart_tui.words.standing import letter_word

APART = "   "
"""What stands between the examples of a hint."""


def opening_lines(lang: Language) -> Iterator[str]:
    """Say what is coming, and which keys mean what: a sign alone is not heard."""
    yield lang.say("Five letters, a few questions each. Every answer is kept at once.")
    yield from key_lines(lang)
    yield lang.say("Minus, -, empties an answer.")


def key_lines(lang: Language) -> Iterator[str]:
    """Say the keys of every question, their signs by name."""
    yield lang.say("Enter keeps or skips, q stops.")
    yield lang.say("Less-than, <, goes back. Question mark, ?, explains.")


def letter_heading(lang: Language, letter: Letter, dialect: Dialect) -> str:
    """Say which letter begins, and what it asks."""
    word = lang.say(letter_word(letter, dialect))
    question = lang.say(letter_texts(letter, dialect).question)
    return lang.say("{letter}, {word}. {question}", letter=letter.value, word=word, question=question)


def question_text(lang: Language, asked: Field, answers: Answers) -> str:
    """Ask for a field, naming what Enter keeps."""
    label, held = label_text(lang, asked), held_text(lang, asked, answers)
    if held:
        return lang.say("{label}? Enter keeps: {value}.", label=label, value=held.rstrip("."))
    return lang.say("{label}?", label=label)


def label_text(lang: Language, asked: Field) -> str:
    """Name a field; some names are questions themselves."""
    return lang.say(FIELD_TEXTS[asked].label).rstrip(" ?")


def held_text(lang: Language, asked: Field, answers: Answers) -> str:
    """Say what a field holds, or what counts where it holds nothing."""
    if asked in CHOICES:
        implied = {
            Field.KIND: answers.kind,
            Field.DIRECTION: answers.direction,
            Field.CADENCE: answers.cadence,
            Field.HORIZON: answers.horizon,
        }
        choice = answers.values.get(asked) or implied.get(asked)
        return choice_text(lang, choice) if isinstance(choice, CHOICES[asked]) else ""
    typed = _on_a_line(answers.draft.text(asked))
    if asked is Field.START and not typed:
        return from_today(lang, answers.start, answers.setting.today)
    if not typed or asked in answers.doubts or asked in NEVER_STORED:
        return typed
    return echo(lang, asked, answers) or typed


def explained(lang: Language, asked: Field, letter: Letter, dialect: Dialect) -> Iterator[str]:
    """Explain a field, and show a good and a weak answer to its letter."""
    yield lang.say(EXPLAINED[asked])
    texts, hint = letter_texts(letter, dialect), lang.say(FIELD_TEXTS[asked].hint)
    if hint:
        yield _titled(lang, lang.say("For example"), hint.replace(APART, ", "))
    yield lang.say(texts.meaning)
    yield _titled(lang, lang.say("Good"), lang.say(texts.good))
    yield _titled(lang, lang.say("Weak"), f"{lang.say(texts.bad)}. {lang.say(texts.why_bad)}")


def sentence_read(lang: Language, reading: Iterable[str]) -> str:
    """Say what a sentence was read as."""
    said = ", ".join(reading)
    return lang.say("Read: {what}", what=said) if said else lang.say("Nothing to count was found.")


def verdict_lines(lang: Language, verdict: Verdict) -> Iterator[str]:
    """Say how a letter stands: its points, what is open, what is worth knowing."""
    yield _score(lang, verdict)
    order = (Level.MISSING, Level.ASK)
    found = (it for it in verdict.findings if it.code not in NOTES and it.level in order)
    for finding in sorted(found, key=lambda it: order.index(it.level)):
        yield finding_text(lang, finding)
    for finding in verdict.findings:
        if finding.code in NOTES:
            yield finding_text(lang, finding)


def _score(lang: Language, verdict: Verdict) -> str:
    met, points = verdict.score
    return lang.count(
        "{letter}: {met} of {n} point.",
        "{letter}: {met} of {n} points.",
        points,
        letter=verdict.letter.value,
        met=met,
    )


def goal_lines(lang: Language, answers: Answers) -> Iterator[str]:
    """Say every answer, letter by letter."""
    for letter in Letter:
        asked = (it for it in asked_on(letter, answers.setting.dialect) if it not in NEVER_STORED)
        for place, field in enumerate(it for it in asked if answers.draft.text(it).strip()):
            said = _titled(lang, label_text(lang, field), held_text(lang, field, answers))
            yield said if place else lang.say("{letter}. {text}", letter=letter.value, text=said)


def needed_text(lang: Language, fields: Iterable[Field]) -> str:
    """Name what keeps a goal from being saved."""
    names = ", ".join(label_text(lang, asked) for asked in fields)
    return lang.say("Needed before it can be saved: {names}", names=names)


def more_text(lang: Language, fields: Iterable[Field]) -> str:
    """Offer a letter's other questions."""
    names = "; ".join(label_text(lang, asked).lower() for asked in fields)
    return lang.say("More questions: {names}", names=names)


def answer_text(lang: Language, asked: Field) -> str:
    """Offer to answer a question that is not asked by itself."""
    return lang.say("Answer: {field}", field=label_text(lang, asked))


def draft_text(lang: Language, sentence: str) -> str:
    """Say which draft there is to go on with."""
    said = _on_a_line(sentence)
    return lang.say("A draft is kept: {sentence}", sentence=said) if said else lang.say("A draft is kept.")


def _titled(lang: Language, title: str, text: str) -> str:
    return lang.say("{title}: {text}", title=title, text=text)


def _on_a_line(text: str) -> str:
    return clean(" ".join(text.split()))
