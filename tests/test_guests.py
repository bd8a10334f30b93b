"""A guest writes a goal in a browser: five questions, what the coach says, and nothing is ever lost."""

from pathlib import Path

import pytest
from guest_browser import Browser, browser, served
from guest_host import RefusingHost, StoreHost
from sample_goals import TODAY

from smart_tui.goals.draft import Field
from smart_tui.goals.model import Goal
from smart_tui.goals.terms import Dialect, Letter
from smart_tui.goals.workshop import Part
from smart_tui.store.codes import Refusal
from smart_tui.store.errors import CannotSave
from smart_tui.store.operations import AddGoal
from smart_tui.web.sent import most
from smart_tui.words.asking import letter_texts
from smart_tui.words.language import language

LETTERS = tuple(Letter)
SENTENCE = "Get 1,000 new leads by 31 December"


def main_goal(host: StoreHost, *, title: str = "40 new contracts") -> None:
    host._file = host.store.apply(AddGoal(Goal(id="main-1", title=title, main=True))).file


@pytest.mark.parametrize("lang", ["en", "vi"])
async def test_a_goal_is_written_from_the_code_to_the_sheet(tmp_path: Path, lang: str) -> None:
    host, say = StoreHost(tmp_path), language(lang).say
    sentence = {"en": SENTENCE, "vi": "Có được 1.000 khách hàng tiềm năng mới đến hết 31/12"}[lang]
    async with served(host) as server, browser(server, lang) as guest:
        assert await guest.open("/") == 200
        assert await guest.post("/code", {**guest.page.fields, "code": server.door.code}) == 200
        assert await guest.post("/join", {**guest.page.fields, "name": "Ngọc"}) == 200
        for letter in LETTERS:
            assert guest.url.partition("?")[0] == f"/{letter}"
            assert guest.page.all("html")[0].attrs["lang"] == lang
            assert say(letter_texts(letter, Dialect.RELEVANT).question) in guest.page.all("h1")[0].text
            answers = {"sentence": sentence} if letter is Letter.SPECIFIC else {}
            await guest.send("coach", **answers)
            assert say("Saved.") in guest.page.all("p", role="status")[0].text
            assert guest.page.by_id("coach").text.startswith(say("Coach"))
            await guest.send("next")
        assert guest.url.partition("?")[0] == "/sheet"
        assert sentence in guest.text
    kept = host.store.read().file.goals
    assert [(goal.specific.sentence, goal.owner, str(goal.measurable.target)) for goal in kept] == [
        (sentence, "Ngọc", "1000")
    ]
    assert host.workshop.people[0].ready == {Part(letter.value) for letter in LETTERS}


async def joined(guest: Browser, link: str, name: str = "Lan") -> None:
    assert await guest.join(link, name) == 200


async def test_the_sentence_fills_in_the_other_pages_and_they_follow_it(tmp_path: Path) -> None:
    async with served(StoreHost(tmp_path)) as server, browser(server) as guest:
        await joined(guest, server.links[0])
        await guest.send("next", sentence=SENTENCE)
        assert guest.page.fields["measurable.target"] == "1,000"
        await guest.send("go:S")
        await guest.send("next", sentence="Get 900 new leads by 31 December")
        assert guest.page.fields["measurable.target"] == "900"
        await guest.send("go:S", target="700")
        await guest.send("next", sentence=SENTENCE)
        assert guest.page.fields["measurable.target"] == "700"  # a person typed it


async def test_going_back_and_forward_keeps_what_was_typed(tmp_path: Path) -> None:
    host = StoreHost(tmp_path)
    async with served(host) as server, browser(server) as guest:
        await joined(guest, server.links[0])
        await guest.send("go:A", sentence="win leads", audience="parents")
        await guest.send("go:S", obstacle="rain")
        assert guest.page.fields["specific.audience"] == "parents"
        await guest.send("go:A")
        assert guest.page.fields["achievable.obstacle"] == "rain"
    assert host.store.read().file.goals[0].achievable.obstacle == "rain"


async def test_to_look_around_is_not_to_be_done(tmp_path: Path) -> None:
    host = StoreHost(tmp_path)
    async with served(host) as server, browser(server) as guest:
        await joined(guest, server.links[0])
        for letter in ("M", "T", "S"):
            await guest.send(f"go:{letter}")
        await guest.send("go:sheet")
    assert host.workshop.people[0].ready == frozenset()
    assert host.store.read().file.goals == ()


async def test_the_coach_asks_and_what_it_offers_is_taken(tmp_path: Path) -> None:
    async with served(StoreHost(tmp_path)) as server, browser(server) as guest:
        await joined(guest, server.links[0])
        assert "Coach" not in guest.text
        await guest.send(sentence="get many new leads")
        assert "“many” is how much?" in guest.text
        assert guest.url.endswith("#coach")
        await guest.press("Get [how many] new leads [by when]")
        assert guest.page.fields["specific.sentence"] == "Get [how many] new leads [by when]"
        assert guest.url.endswith("#f-specific-sentence")
        sentence = guest.page.by_id("f-specific-sentence")
        assert sentence.attrs["aria-invalid"] == "true"
        assert "brackets" in guest.page.by_id(sentence.attrs["aria-describedby"].split()[0]).text


async def test_an_offer_takes_what_is_typed_beside_it_along(tmp_path: Path) -> None:
    async with served(StoreHost(tmp_path)) as server, browser(server) as guest:
        await joined(guest, server.links[0])
        await guest.send("next", sentence=SENTENCE)
        await guest.press("CRM", metric="leads from the fair")
        assert guest.page.fields["measurable.metric"] == "leads from the fair"
        assert "CRM" in guest.page.fields["measurable.source"]


async def test_an_offer_may_lead_to_a_field_that_was_folded_away(tmp_path: Path) -> None:
    async with served(StoreHost(tmp_path)) as server, browser(server) as guest:
        await joined(guest, server.links[0])
        await guest.send("go:A", sentence=SENTENCE)
        assert "open" not in guest.page.all("details")[0].attrs
        await guest.send(past="310")
        await guest.press("More means")
        assert guest.url.endswith("#f-achievable-resources")
        assert "open" in guest.page.all("details")[0].attrs


async def test_what_cannot_be_read_is_kept_as_typed_and_marked(tmp_path: Path) -> None:
    host = StoreHost(tmp_path)
    async with served(host) as server, browser(server) as guest:
        await joined(guest, server.links[0])
        await guest.send("next", sentence="win leads")
        await guest.send("next", target="abc")
        assert guest.url.startswith("/M?")  # it is said before going on
        assert guest.url.endswith("#f-measurable-target")
        target = guest.page.by_id("f-measurable-target")
        assert (target.attrs["value"], target.attrs["aria-invalid"]) == ("abc", "true")
        told = [guest.page.by_id(name).text for name in target.attrs["aria-describedby"].split()]
        assert "no number to be read in “abc”" in told[0]
        await guest.send("next")  # and holds nobody up
        assert guest.url.startswith("/A?")
        await guest.open("/sheet")
        assert "“abc” cannot be read as one number." in guest.text
    assert host.store.read().file.goals[0].measurable.target is None


async def test_of_two_readings_one_is_taken(tmp_path: Path) -> None:
    async with served(StoreHost(tmp_path)) as server, browser(server) as guest:
        await joined(guest, server.links[0])
        await guest.send("go:T", sentence="win 40 leads")
        await guest.send(deadline="3/4/2027")
        assert guest.page.by_id("f-timebound-deadline").attrs["aria-invalid"] == "true"
        await guest.press("3 April 2027")
        assert guest.page.fields["timebound.deadline"] == "2027-04-03"
        assert "aria-invalid" not in guest.page.by_id("f-timebound-deadline").attrs


async def test_of_all_goals_only_the_main_one_is_seen_and_served(tmp_path: Path) -> None:
    host = StoreHost(tmp_path)
    main_goal(host)
    async with served(host) as server, browser(server) as one, browser(server) as other:
        await joined(one, server.links[0], "Lan")
        await one.send("go:R", sentence="win 40 secret leads by 31 December")
        await joined(other, server.links[0], "Minh")
        await other.send("go:R", sentence="win 50 leads by 31 December")
        for guest in (one, other):
            assert guest.buttons("40 new contracts")
        assert "secret" not in other.text
        await other.send(supports="secret")
        assert "no goal is called “secret”" in other.text
        await other.send(supports="")
        await other.press("40 new contracts")
        assert "supports 40 new contracts" in other.text
    goals = host.store.read().file.goals
    assert [goal.relevant.supports for goal in goals] == [None, None, "main-1"]


async def test_the_horizon_follows_the_dates_as_long_as_the_guest_writes(tmp_path: Path) -> None:
    host = StoreHost(tmp_path)
    async with served(host) as server, browser(server) as guest:
        await joined(guest, server.links[0])
        await guest.send("go:T", sentence="win 40 leads")
        for deadline, horizon in (("2028-12-31", "long"), ("2026-12-31", "short")):
            await guest.send(deadline=deadline)
            assert host.store.read().file.goals[0].horizon == horizon


async def test_the_other_school_asks_its_own_questions(tmp_path: Path) -> None:
    host = StoreHost(tmp_path, dialect=Dialect.REALISTIC)
    async with served(host) as server, browser(server) as guest:
        await joined(guest, server.links[0])
        await guest.send("go:R", sentence=SENTENCE)
        assert "Is this goal realistic, and what is the plan?" in guest.text
        assert guest.page.by_id("f-relevant-plan").tag == "textarea"
        await guest.send(plan="first the list\r\nthen ten calls")
    assert host.store.read().file.goals[0].relevant.plan == "first the list\nthen ten calls"


async def test_a_choice_is_made_and_what_it_needs_is_asked_for(tmp_path: Path) -> None:
    host = StoreHost(tmp_path)
    async with served(host) as server, browser(server) as guest:
        await joined(guest, server.links[0])
        await guest.send("next", sentence="win 40 leads")
        assert "measurable.per" not in guest.page.fields
        await guest.send(kind="rate")
        await guest.send(per="week")
        assert guest.page.fields["measurable.per"] == "week"
    assert host.store.read().file.goals[0].measurable.per == "week"


async def test_the_language_is_changed_with_everything_kept(tmp_path: Path) -> None:
    async with served(StoreHost(tmp_path)) as server, browser(server) as guest:
        await joined(guest, server.links[0])
        await guest.send("lang:vi", sentence="win 40 new leads", audience="parents")
        assert guest.page.all("html")[0].attrs["lang"] == "vi"
        assert "Cụ thể, bạn muốn đạt được điều gì?" in guest.text
        assert guest.page.fields["specific.audience"] == "parents"
        assert guest.page.all("p", **{"class": "sentence"})[0].attrs["lang"] == "en"  # the goal's own
        await guest.open("/sheet?lang=en")
        assert guest.page.all("html")[0].attrs["lang"] == "en"
        await guest.open("/S")
        assert "Exactly what do you want to achieve?" in guest.text


async def test_who_asks_for_a_language_nobody_speaks_gets_the_workshops(tmp_path: Path) -> None:
    async with served(StoreHost(tmp_path), lang="vi") as server, browser(server, "fr-FR") as guest:
        await guest.open("/")
        assert guest.page.all("html")[0].attrs["lang"] == "vi"


async def test_what_is_too_long_is_said_and_stays_in_its_field(tmp_path: Path) -> None:
    host = StoreHost(tmp_path)
    long = "x" * 801
    async with served(host) as server, browser(server) as guest:
        await joined(guest, server.links[0])
        assert await guest.send(sentence=SENTENCE, audience=long) == 422
        assert guest.page.fields["specific.sentence"] == SENTENCE
        assert guest.page.fields["specific.audience"] == long
        audience = guest.page.by_id("f-specific-audience")
        told = guest.page.by_id(audience.attrs["aria-describedby"].split()[0]).text
        assert "801 characters are too many: 800 are kept" in told
        assert await guest.send(audience="parents") == 200
    assert host.store.read().file.goals[0].specific.audience == "parents"


@pytest.mark.parametrize("letter", LETTERS)
async def test_a_page_that_is_full_to_the_brim_still_fits(tmp_path: Path, letter: Letter) -> None:
    host = StoreHost(tmp_path)
    async with served(host) as server, browser(server) as guest:
        await joined(guest, server.links[0])
        await guest.send(f"go:{letter}", sentence=SENTENCE)
        full = {it.attrs["name"]: it for it in (*guest.page.all("input"), *guest.page.all("textarea"))}
        answers = {name: "ữ" * most(Field(name)) for name in full}
        assert await guest.post(f"/{letter}", {**guest.page.fields, **answers, "do": "coach"}) == 200
        assert all(guest.page.fields[name] == text for name, text in answers.items())


async def test_what_is_kept_but_not_in_the_file_is_said(tmp_path: Path) -> None:
    host = RefusingHost(tmp_path, lambda: CannotSave(Refusal.LOCKED, holder="x"))
    async with served(host) as server, browser(server) as guest:
        await joined(guest, server.links[0])
        await guest.send(sentence=SENTENCE)
        assert "kept, but they are not in the goal file yet" in guest.page.all("p", role="status")[0].text
        assert guest.page.fields["specific.sentence"] == SENTENCE


async def test_a_host_that_fails_loses_nothing_and_shows_no_traceback(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    host = RefusingHost(tmp_path, lambda: RuntimeError("very secret"))
    async with served(host) as server, browser(server) as guest:
        await joined(guest, server.links[0])
        assert await guest.send(sentence=SENTENCE, audience="parents") == 500
        assert guest.page.fields["specific.sentence"] == SENTENCE
        assert guest.page.fields["specific.audience"] == "parents"
        assert "something went wrong" in guest.text
        assert "secret" not in guest.html
        assert "Traceback" not in guest.html
    assert capfd.readouterr() == ("", "")


async def test_the_room_is_told(tmp_path: Path) -> None:
    host = StoreHost(tmp_path)
    host.workshop = host.workshop.goes_to(Part.MEASURABLE, 0)
    async with served(host) as server, browser(server) as guest:
        await joined(guest, server.links[0])
        assert "The room is at: M Measurable" in guest.text
        host.workshop = host.workshop.goes_to(Part.CLARITY, 0)
        await guest.open("/sheet")
        assert "The room is at: Clarity round" in guest.text


async def test_a_draft_in_the_past_tense_of_the_day_is_still_shown(tmp_path: Path) -> None:
    host = StoreHost(tmp_path, today=TODAY.replace(year=2030))
    async with served(host) as server, browser(server) as guest:
        await joined(guest, server.links[0])
        await guest.send("go:T", sentence="win 40 leads")
        await guest.send(deadline="2026-12-31")
        assert guest.page.fields["timebound.deadline"] == "2026-12-31"
        assert "the deadline lies before the start" in guest.text
