"""The guests' page: who asks for what, and what they get. The only place that speaks HTTP."""

import asyncio
import time
from collections.abc import Callable, Mapping
from http import HTTPStatus

from aiohttp import web
from aiohttp.typedefs import Handler
from msgspec.structs import replace

from smart_tui.coach.answers import Setting
from smart_tui.coach.guests import guest_setting
from smart_tui.goals.draft import Draft, Field
from smart_tui.goals.terms import Letter
from smart_tui.goals.workshop import Person
from smart_tui.screens.wizard.view import View
from smart_tui.web import door_page
from smart_tui.web.answering import GUEST, LANG, LOG, answer, goes_on, guarded, language_of, remember
from smart_tui.web.door import Door, Site, Tried, key_of, new_cookie
from smart_tui.web.guest_page import News, letter_page
from smart_tui.web.guest_sheet import sheet_page
from smart_tui.web.host import Host
from smart_tui.web.landing import landing
from smart_tui.web.sent import Sent, as_typed, pairs_of, read_sent
from smart_tui.words.language import Language, languages

CAPACITY = 20
LARGEST_BODY = 64 * 1024
BODY_SECONDS = 30.0
"""A form that takes longer to arrive is not waited for."""
FORM = "application/x-www-form-urlencoded"


class Guests:
    """Lets guests in and answers them; whatever they write goes to the host."""

    def __init__(
        self,
        host: Host,
        door: Door,
        site: Site,
        *,
        lang: str,
        capacity: int = CAPACITY,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._host, self._door, self._site = host, door, site
        self._lang, self._capacity, self._clock = lang, capacity, clock
        self._arriving: set[str] = set()
        """Keys of guests whom the host does not know yet."""

    def application(self) -> web.Application:
        """Make what is served."""
        application = web.Application(middlewares=[self._guard], client_max_size=LARGEST_BODY)
        application.on_response_prepare.append(guarded)
        application.add_routes(
            [
                web.get("/", self._begin),
                web.get("/j/{link}", self._link),
                web.post("/code", self._code),
                web.post("/join", self._join),
                web.get("/sheet", self._sheet),
                web.get("/{letter:[SMART]}", self._letter),
                web.post("/{letter:[SMART]}", self._submit),
            ]
        )
        return application

    @web.middleware
    async def _guard(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Answer only what was meant for this page, and say in words what goes wrong."""
        lang = language_of(request, self._lang)
        if not self._is_meant(request):
            return answer(door_page.trouble_page(lang, HTTPStatus.FORBIDDEN), HTTPStatus.FORBIDDEN)
        person = self._person(request)
        home = "" if person is None else self._home(person)
        try:
            return await handler(request)
        except web.HTTPRedirection:
            raise
        except web.HTTPException as error:
            if error.status == HTTPStatus.NOT_FOUND and person is None:
                return self._turned_away(lang)
            return answer(door_page.trouble_page(lang, error.status, home), error.status)
        except Exception:  # noqa: BLE001  # a guest is told in words, whatever it was
            LOG.exception("a guest could not be answered")
            status = HTTPStatus.INTERNAL_SERVER_ERROR
            return answer(door_page.trouble_page(lang, status, home), status)

    def _is_meant(self, request: web.Request) -> bool:
        host = request.headers.get("Host", "")
        if not self._site.is_ours(host):
            return False
        headers = request.headers
        return request.method in {"GET", "HEAD"} or self._site.comes_from(
            host, headers.get("Origin"), headers.get("Referer")
        )

    async def _begin(self, request: web.Request) -> web.Response:
        lang, person = language_of(request, self._lang), self._person(request)
        if person is not None:
            return goes_on(self._home(person))
        return answer(door_page.code_page(lang), lang=_chosen(request))

    async def _link(self, request: web.Request) -> web.Response:
        """Show the first page itself: a cookie is not sent along with a link that is followed from elsewhere."""
        lang, person, link = (
            language_of(request, self._lang),
            self._person(request),
            request.match_info["link"],
        )
        if person is not None:
            return goes_on(self._home(person))
        if not self._door.opens(link):
            return self._turned_away(lang)
        return answer(door_page.name_page(lang, link), lang=_chosen(request))

    async def _code(self, request: web.Request) -> web.Response:
        lang, said = language_of(request, self._lang), await _form(request)
        typed = said.get("code", "")
        match self._door.try_code(typed, request.remote or "", self._clock()):
            case Tried.RIGHT:
                return goes_on(f"/j/{self._door.link}")
            case Tried.WRONG:
                page = door_page.code_page(lang, problem=door_page.wrong_code(lang), typed=typed)
                return answer(page, HTTPStatus.FORBIDDEN)
            case Tried.TOO_OFTEN:
                page = door_page.code_page(lang, problem=door_page.too_often(lang))
                return answer(page, HTTPStatus.TOO_MANY_REQUESTS)

    async def _join(self, request: web.Request) -> web.Response:
        lang, person, said = language_of(request, self._lang), self._person(request), await _form(request)
        link = said.get("link", "")
        if person is None and not self._door.opens(link):
            return self._turned_away(lang)
        name = " ".join(as_typed(Field.OWNER, said.get("name", "")).split())
        problem = door_page.name_problem(lang, name)
        if problem:
            known = person is not None
            page = door_page.name_page(lang, self._door.link, problem=problem, typed=name, known=known)
            return answer(page, HTTPStatus.UNPROCESSABLE_ENTITY)
        if person is not None:
            await self._host.welcome(person.key, name)
            return goes_on(self._home(person))
        return await self._let_in(lang, name)

    async def _let_in(self, lang: Language, name: str) -> web.Response:
        """Let somebody in who was never here, if there is room."""
        here = {person.key for person in self._host.workshop.people if person.guest} | self._arriving
        if len(here) >= self._capacity:
            page = door_page.full_page(lang, self._capacity)
            return answer(page, HTTPStatus.SERVICE_UNAVAILABLE)
        cookie = new_cookie()
        key = key_of(cookie)
        self._arriving.add(key)
        try:
            await self._host.welcome(key, name)
        finally:
            self._arriving.discard(key)
        response = goes_on(f"/{Letter.SPECIFIC}")
        remember(response, GUEST, cookie)
        return response

    async def _letter(self, request: web.Request) -> web.Response:
        person, lang = self._person(request), language_of(request, self._lang)
        if person is None:
            return self._turned_away(lang)
        view, letter = self._view(person, lang), Letter(request.match_info["letter"])
        page = letter_page(view, letter, self._host.workshop, news=_news(request), at=_at(request))
        return answer(page, lang=_chosen(request))

    async def _sheet(self, request: web.Request) -> web.Response:
        person, lang = self._person(request), language_of(request, self._lang)
        if person is None:
            return self._turned_away(lang)
        page = sheet_page(self._view(person, lang), self._host.workshop, news=_news(request))
        return answer(page, lang=_chosen(request))

    async def _submit(self, request: web.Request) -> web.Response:
        person, lang = self._person(request), language_of(request, self._lang)
        if person is None:
            return self._turned_away(lang)
        sent = read_sent(Letter(request.match_info["letter"]), await _form(request))
        before, setting = self._draft(person, lang), self._setting(person)
        if sent.too_long:
            return self._as_typed(lang, sent, before, setting, News.TOO_LONG)
        after, news = sent.put_into(before, setting), None
        if not sent.leaves or _said(after) != _said(before):
            try:
                done = await self._host.submit(person.key, sent.letter, after)
            except Exception:  # noqa: BLE001  # whatever the host could not do, what was typed is shown again
                LOG.exception("what a guest sent was not kept")
                return self._as_typed(lang, sent, before, setting, News.FAILED)
            news = News.SAVED if done.error is None else News.KEPT
        view = View.of(lang, after, setting)
        response = goes_on(landing(sent, view, before, news))
        if sent.lang is not None and sent.lang in languages():
            remember(response, LANG, sent.lang)
        return response

    def _as_typed(
        self, lang: Language, sent: Sent, before: Draft, setting: Setting, news: News
    ) -> web.Response:
        """Show everything as it was typed, though it was not kept."""
        view = View.of(lang, sent.typed_into(before), setting)
        texts = {asked: sent.texts[asked] for asked in sent.too_long}
        page = letter_page(view, sent.letter, self._host.workshop, news=news, too_long=texts)
        failed = news is News.FAILED
        return answer(page, HTTPStatus.INTERNAL_SERVER_ERROR if failed else HTTPStatus.UNPROCESSABLE_ENTITY)

    def _turned_away(self, lang: Language) -> web.Response:
        page = door_page.code_page(lang)
        return answer(replace(page, lead=door_page.no_entry(lang)), HTTPStatus.FORBIDDEN)

    def _person(self, request: web.Request) -> Person | None:
        """Give who asks; the host knows everybody who ever came in."""
        cookie = request.cookies.get(GUEST)
        person = self._host.workshop.person(key_of(cookie)) if cookie else None
        return person if person is not None and person.guest else None

    def _home(self, person: Person) -> str:
        draft = self._host.draft(person.key)
        return f"/{draft.letter if draft else Letter.SPECIFIC}"

    def _draft(self, person: Person, lang: Language) -> Draft:
        """Give a guest's draft; who is to answer for a new one is clear."""
        kept = self._host.draft(person.key)
        if kept is not None:
            return kept
        return Draft(key=person.key, lang=lang.code).answered(Field.OWNER, person.name)

    def _setting(self, person: Person) -> Setting:
        return guest_setting(self._host.setting(), person.goal)

    def _view(self, person: Person, lang: Language) -> View:
        return View.of(lang, self._draft(person, lang), self._setting(person))


async def _form(request: web.Request) -> Mapping[str, str]:
    if (request.content_length or 0) > LARGEST_BODY:
        raise web.HTTPRequestEntityTooLarge(LARGEST_BODY, request.content_length or 0)
    if request.content_type != FORM or "Content-Encoding" in request.headers:
        raise web.HTTPUnsupportedMediaType
    try:
        async with asyncio.timeout(BODY_SECONDS):
            body = await request.read()
    except TimeoutError as error:
        raise web.HTTPRequestTimeout from error
    return pairs_of(body.decode("utf-8", errors="replace"))


def _chosen(request: web.Request) -> str:
    """Give the language that was just chosen."""
    code = request.query.get(LANG, "")
    return code if code in languages() else ""


def _news(request: web.Request) -> News | None:
    said = request.query.get("sent", "")
    return News(said) if said in {News.SAVED, News.KEPT} else None


def _at(request: web.Request) -> Field | None:
    said = request.query.get("at", "")
    return Field(said) if said in set(Field) else None


def _said(draft: Draft) -> Mapping[Field, str]:
    """Give what a draft says; a field that was left empty says as much as one that was never shown."""
    return {asked: text for asked, text in draft.texts.items() if text}
