"""Merging for people: what another version would bring, which side counts where both differ, then all at once."""

from pathlib import Path

import click

from smart_tui.cli.agreeing import agreed
from smart_tui.cli.saying import tell
from smart_tui.cli.session import Session
from smart_tui.cli.talk import StoppedError, Talk, WentBackError
from smart_tui.cli.trouble import CLASHES_KEPT, Exit, Trouble
from smart_tui.goals.comparing import Difference, compare
from smart_tui.store import disk
from smart_tui.store.copies import Copy
from smart_tui.store.offers import Offer, accept, choices_of, differences, offer_of, offers, put_copy_away
from smart_tui.words.clean import clean
from smart_tui.words.merging import difference_name, difference_text, merged_lines, value_text


def merge_copies(session: Session, named: str | None, *, yes: bool) -> int:
    """Go through the versions that there are; give 1 where both of two values were kept."""
    with session.saying():
        found = offers(session.store) if named is None else [_named(session, Path(named))]
    if not found:
        click.echo(session.language.say("No other version of the file lies beside it."))
    kept = [_merge(session, offer, yes=yes) for offer in found]
    return CLASHES_KEPT if any(kept) else Exit.DONE


def _named(session: Session, path: Path) -> Offer:
    data = disk.look(path).data
    if data is None:
        say = session.language.say
        wrong = say("There is no file “{name}”.", name=clean(str(path)))
        raise Trouble(
            Exit.WRONG_USAGE, wrong, say("smart-tui merge without a name looks beside the goal file.")
        )
    return offer_of(session.store, Copy(disk.target_of(path), data))


def _merge(session: Session, offer: Offer, *, yes: bool) -> bool:
    """Show one, ask, merge it; whether both of two values were kept."""
    lang = session.language
    if offer.copy is not None:
        # An earlier one may have brought the same.
        with session.saying():
            offer = offer_of(session.store, offer.copy)
    clashes = differences(offer.clashes, offer.after, offer.theirs)
    _show(session, offer, clashes)
    sides: list[bool | None] = [None] * len(clashes)
    if not yes:
        if session.in_terminal and clashes and (chosen := _choose(session, clashes)) is not None:
            sides = chosen
        if not agreed(session, lang.say("Merge it? A backup is made first. (yes or no)")):
            click.echo(lang.say("Nothing was changed."))
            return False
    with session.saying():
        accept(session.store, offer, choices_of(offer.clashes, sides))
    click.echo(lang.say("Merged."))
    if place := put_copy_away(session.store, offer):
        click.echo(lang.say("The copy lies with the backups now: {path}", path=clean(str(place))))
    open_ones = sides.count(None)
    if open_ones:
        said = lang.count(
            "Both values were kept at {n} place: look for # MERGE in the file, or run smart-tui validate.",
            "Both values were kept at {n} places: look for # MERGE in the file, or run smart-tui validate.",
            open_ones,
        )
        click.echo(said)
    return bool(open_ones)


def _show(session: Session, offer: Offer, clashes: tuple[Difference, ...]) -> None:
    lang = session.language
    if offer.copy is None:
        click.echo(lang.say("The file holds two versions that git could not join. Together they would be:"))
    else:
        click.echo(lang.say("Another version: {path}", path=clean(str(offer.copy.path))))
    lines = list(merged_lines(lang, compare(offer.before.goals, offer.after.goals)))
    if not lines and not clashes:
        click.echo("  " + lang.say("nothing that is not in the file already"))
    for line in lines:
        tell(session, f"  {line}")
    for clash in clashes:
        tell(session, f"  {difference_text(lang, clash)}")


def _choose(session: Session, clashes: tuple[Difference, ...]) -> list[bool | None] | None:
    """Ask about each; None where the person has had enough, and both are kept everywhere."""
    lang = session.language
    talk = Talk(lang, plain=session.plain)
    sides: list[bool | None] = []
    while len(sides) < len(clashes):
        clash = clashes[len(sides)]
        offered = (
            lang.say("here: {value}", value=value_text(lang, clash.here)),
            lang.say("there: {value}", value=value_text(lang, clash.there)),
        )
        tell(session, difference_name(lang, clash))
        try:
            chosen = _one_of(talk, offered, lang.say("Which one counts? (Enter: keep both)"))
        except WentBackError:
            sides = sides[:-1]
            continue
        except StoppedError:
            return None
        sides.append(None if chosen is None else bool(chosen))
    return sides


def _one_of(talk: Talk, offered: tuple[str, ...], question: str) -> int | None:
    talk.offer(offered)
    while answer := talk.ask(question):
        if answer.isdecimal() and 1 <= int(answer) <= len(offered):
            return int(answer) - 1
    return None
