"""`coach`: what a sentence says, and what would make it SMART."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from gettext import gettext as _
from types import MappingProxyType
from typing import Any

import click

from smart_tui.cli.saying import tell
from smart_tui.cli.session import Session
from smart_tui.cli.trouble import Exit, Trouble
from smart_tui.coach.answers import Setting
from smart_tui.coach.filling import filled
from smart_tui.coach.findings import Level
from smart_tui.coach.review import Review, review
from smart_tui.goals.draft import Draft, Field
from smart_tui.goals.model import GoalFile
from smart_tui.words.clean import clean
from smart_tui.words.coaching import LEVEL_GLYPHS, finding_text, read_as
from smart_tui.words.language import Language
from smart_tui.words.standing import letter_word

LONGEST = 2_000
"""Characters of a sentence; what is longer is no sentence."""


@click.command(
    help=_(
        "Read goal sentences and say what would make them SMART; - reads them from standard input, one a line."
    ),
    epilog=_('Example: smart-tui coach "Get many new leads"'),
)
@click.argument("sentences", nargs=-1, metavar="SENTENCE…")
@click.option("--json", "as_json", is_flag=True, help=_("As JSON, for scripts."))
@click.pass_obj
def command(session: Session, *, sentences: Sequence[str], as_json: bool) -> None:
    """Print a reading and a verdict for each sentence."""
    if not sentences:
        raise click.UsageError(
            session.language.say("Which sentence? Give one, or - to read them from standard input.")
        )
    file = session.read()
    for number, sentence in enumerate(_all(session.language, sentences)):
        judged = review(
            _draft(sentence, file, session), file, session.today, session.dialect, session.language.dates
        )
        if as_json:
            _print_json(session.language, judged)
        else:
            if number:
                click.echo()
            for line in _lines(session, judged):
                tell(session, line)


def _all(lang: Language, sentences: Iterable[str]) -> Iterator[str]:
    for sentence in sentences:
        lines = (line.strip() for line in sys.stdin) if sentence == "-" else [sentence]
        for line in lines:
            if len(line) > LONGEST:
                wrong = lang.say("This is longer than a sentence: “{text}…”", text=clean(line[:40]))
                raise Trouble(Exit.WRONG_USAGE, wrong, lang.say("Give one goal a sentence."))
            if line.strip():
                yield line


def _draft(sentence: str, file: GoalFile, session: Session) -> Draft:
    draft = Draft(key="", lang=session.language.code, texts=MappingProxyType({Field.SENTENCE: sentence}))
    return filled(draft, Setting(file, session.today, dates=session.language.dates))


def _lines(session: Session, judged: Review) -> Iterator[str]:
    lang, reading = session.language, judged.reading
    yield clean(reading.text)
    said = ", ".join(read_as(lang, reading))
    yield "  " + (lang.say("Read: {what}", what=said) if said else lang.say("Nothing to count was found."))
    for letter, verdict in judged.verdicts.items():
        met, points = verdict.score
        headline = verdict.headline
        line = finding_text(lang, headline) if headline else ""
        word = lang.say(letter_word(letter, session.dialect))
        if session.plain:
            yield lang.count(
                "{letter}, {word}, {met} of {n} point: {text}",
                "{letter}, {word}, {met} of {n} points: {text}",
                points,
                letter=letter.value,
                word=word,
                met=met,
                text=line,
            )
        else:
            yield f"  {LEVEL_GLYPHS[verdict.level]} {letter.value} {word} {met}/{points}  {line}"
    suggested = (
        way.sentence
        for finding in judged.findings
        for way in finding.suggestions
        if finding.level is not Level.STRONG
    )
    if rewritten := next(filter(None, suggested), ""):
        better = clean(rewritten)
        yield lang.say("Better: {sentence}", sentence=better) if session.plain else f"  → {better}"


def _print_json(lang: Language, judged: Review) -> None:
    from smart_tui.cli.as_json import print_json

    reading = judged.reading
    print_json(
        {
            "text": reading.text,
            "lang": reading.lang,
            "metric": reading.metric,
            "baseline": reading.baseline,
            "target": reading.target,
            "unit": reading.unit,
            "change": reading.change,
            "direction": reading.direction,
            "per": reading.per,
            "start": reading.start,
            "deadline": reading.deadline,
            "vague": reading.vague,
            "missing": list(reading.missing),
            "spans": {name: list(span) for name, span in reading.spans.items()},
            "findings": list(_findings(lang, judged)),
        }
    )


def _findings(lang: Language, judged: Review) -> Iterator[dict[str, Any]]:
    for finding in judged.findings:
        yield {
            "letter": finding.letter,
            "level": finding.level,
            "code": finding.code,
            "message": finding_text(lang, finding),
            "suggestion": next((way.sentence for way in finding.suggestions if way.sentence), None),
        }
