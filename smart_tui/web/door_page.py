"""What stands before the five pages: the code, the name, and why somebody cannot come in."""

from http import HTTPStatus

from msgspec import Struct

from smart_tui.words.language import Language, languages
from smart_tui.words.settings import language_name

LONGEST_NAME = 60


class Link(Struct, frozen=True):
    """A way to somewhere else."""

    href: str
    text: str
    lang: str = ""


class DoorForm(Struct, frozen=True, kw_only=True):
    """The one question of such a page."""

    action: str
    name: str
    label: str
    hint: str
    text: str = ""
    problem: str = ""
    button: str
    link: str = ""
    """The link of the workshop, where the form has to show it again."""
    autocomplete: str = "off"


class DoorPage(Struct, frozen=True, kw_only=True):
    """Such a page."""

    lang: str
    title: str
    heading: str
    lead: str = ""
    form: DoorForm | None = None
    onward: Link | None = None
    languages: tuple[Link, ...] = ()


def code_page(lang: Language, *, problem: str = "", typed: str = "") -> DoorPage:
    """Ask for the code."""
    heading = lang.say("Join the workshop")
    return _asking(
        lang,
        heading,
        DoorForm(
            action="/code",
            name="code",
            label=lang.say("Code of the workshop"),
            hint=lang.say("six characters; they stand on the wall"),
            text=typed,
            problem=problem,
            button=lang.say("Join"),
        ),
        "/",
    )


def name_page(
    lang: Language, link: str, *, problem: str = "", typed: str = "", known: bool = False
) -> DoorPage:
    """Ask for the name; whoever was here already may go on without saying it again."""
    heading = lang.say("Welcome")
    onward = lang.say("Begun already? Go on where you were")
    return _asking(
        lang,
        heading,
        DoorForm(
            action="/join",
            name="name",
            label=lang.say("Your name"),
            hint=lang.say("as the room knows you"),
            text=typed,
            problem=problem,
            button=lang.say("Begin"),
            link=link,
            autocomplete="name",
        ),
        f"/j/{link}",
        onward=None if known else Link("/", onward),
    )


def name_problem(lang: Language, name: str) -> str:
    """Say what is wrong with a name; empty where nothing is."""
    if not name:
        return lang.say("Say your name: the room has to know whose goal it is.")
    if len(name) > LONGEST_NAME:
        return lang.say("A shorter name, please: at most {most} characters.", most=LONGEST_NAME)
    return ""


def wrong_code(lang: Language) -> str:
    """Say that a code is not the one."""
    return lang.say("That is not the code. Look once more.")


def too_often(lang: Language) -> str:
    """Say that somebody was wrong too often."""
    return lang.say("Too many wrong codes. Wait a minute, then try again.")


def no_entry(lang: Language) -> str:
    """Say that somebody came without link, code or cookie."""
    return lang.say("This page opens through the workshop's link or its code.")


def full_page(lang: Language, capacity: int) -> DoorPage:
    """Say that nobody else fits in."""
    said = lang.count(
        "One guest writes already, no more fit in. Ask whoever leads the workshop.",
        "{n} guests write already, no more fit in. Ask whoever leads the workshop.",
        capacity,
    )
    return _told(lang, lang.say("The room is full"), said)


def trouble_page(lang: Language, status: int, onward: str = "") -> DoorPage:
    """Say in words what a status means; `onward` is where the guest's own page is."""
    onward_text = lang.say("To your goal") if onward else lang.say("To the workshop")
    link = Link(onward or "/", onward_text)
    match status:
        case HTTPStatus.FORBIDDEN:
            return _told(lang, lang.say("Not from here"), lang.say("Open the workshop's own link."), None)
        case HTTPStatus.NOT_FOUND:
            return _told(lang, lang.say("There is no such page"), "", link)
        case HTTPStatus.REQUEST_ENTITY_TOO_LARGE:
            said = lang.say("It is more than fits in here. Go back: what you typed still stands there.")
            return _told(lang, lang.say("Too much at once"), said, link)
        case HTTPStatus.INTERNAL_SERVER_ERROR:
            said = lang.say("What was saved before is safe. Go back and press again.")
            return _told(lang, lang.say("Something went wrong"), said, link)
    return _told(lang, lang.say("That does not work here"), "", link)


def _told(lang: Language, heading: str, lead: str, onward: Link | None = None) -> DoorPage:
    return DoorPage(lang=lang.code, title=heading, heading=heading, lead=lead, onward=onward)


def _languages(lang: Language, path: str) -> tuple[Link, ...]:
    return tuple(
        Link(f"{path}?lang={code}", language_name(code), code) for code in languages() if code != lang.code
    )


def _asking(
    lang: Language, heading: str, form: DoorForm, here: str, *, onward: Link | None = None
) -> DoorPage:
    return DoorPage(
        lang=lang.code,
        title=f"{form.problem} · {heading}" if form.problem else heading,
        heading=heading,
        lead=lang.say("Five questions turn a wish into a clear goal."),
        form=form,
        onward=onward,
        languages=_languages(lang, here),
    )
