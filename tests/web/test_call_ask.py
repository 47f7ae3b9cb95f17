"""Asking on the web: one tap, a receipt with a day, the words kept when something is to be put right."""

import re
from collections.abc import Callable
from uuid import UUID

import pytest
from cast import Plan, prepare, said
from flask import Flask
from web.browser import Browser

from minplan import access, clock, dialogue, journey
from minplan.access import PersonView

Come = Callable[[PersonView], Browser]


@pytest.fixture
def plan(app: Flask) -> Plan:
    """Amira's plan, on a Monday morning."""
    return prepare()


@pytest.fixture
def amira(browser: Come, plan: Plan) -> Browser:
    """Amira's browser."""
    return browser(_person(plan.citizen))


def _person(person: object) -> PersonView:
    found = access.person(person)  # type: ignore[arg-type]
    assert found
    return found


def test_one_tap_is_enough_and_the_receipt_names_the_day(amira: Browser, plan: Plan) -> None:
    answer = amira.post(f"/plans/{plan.id}/calls", data={"topic": "forgotten"})
    assert answer.status_code == 303
    page = amira.get(answer.location).text
    assert "Tak. Vi har fået det. Du får svar senest onsdag den 18. november." in page
    assert page.count("Har I glemt mig?") >= 2  # the heading, and the words that were sent
    assert "Det er rigtigt at spørge." in page
    again = amira.post(f"/plans/{plan.id}/calls", data={"topic": "forgotten"})
    assert again.location == answer.location
    assert "Det har vi allerede fået." in amira.get(again.location).text


def _asked(page: str) -> list[str]:
    """The topics that can be asked about before anything is unfolded."""
    form = page.split('<form class="ask"')[1].split("<details")[0].split("</form>")[0]
    return re.findall(r'name="topic" value="(\w+)"', form)


def test_a_step_offers_what_fits_where_it_stands(amira: Browser, plan: Plan) -> None:
    address = f"/plans/{plan.id}/steps/{plan.step}"
    page = amira.get(address).text
    assert _asked(page) == ["question", "does_not_fit", "talk"]
    elsewhere = {"no_sense", "disagree", "letter"}  # these begin at a question of their own
    assert set(re.findall(r'name="topic" value="(\w+)"', page)) == set(dialogue.TOPICS) - elsewhere
    assert "Spørg om noget andet" in page
    ours = journey.NewStep(
        milestone=plan.milestone, title=said("Bo ringer"), tracks=["health"], ball=journey.Ball(holder="municipality")
    )
    theirs = journey.add_step(plan.citizen, plan.id, ours).subject_id
    assert _asked(amira.get(f"/plans/{plan.id}/steps/{theirs}").text) == ["forgotten", "question", "talk"]
    journey.complete(plan.citizen, plan.id, plan.step, "later")
    done = amira.get(address).text
    assert _asked(done) == ["question"]
    assert sorted(re.findall(r'name="topic" value="(\w+)"', done)) == ["money", "question"]


def test_words_in_another_language_are_asked_about_in_one_tap(amira: Browser, plan: Plan) -> None:
    address = f"/plans/{plan.id}/steps/{_agreed(plan)}"
    assert "Jeg forstår ikke ordene" not in amira.get(address).text
    page = amira.get(f"{address}?lang=ar").text
    assert page.count("لا أفهم الكلمات") == 1
    form = {"topic": "question", "step": address.rpartition("/")[2]}
    assert amira.post(f"/plans/{plan.id}/calls", data=form).status_code == 303
    with access.view(plan.bo, plan.id) as view:
        (thread,) = dialogue.open_threads(view)
    assert thread.last.words and thread.last.words.phrase == "say.dont_understand"


def _agreed(plan: Plan) -> UUID:
    ours = journey.NewStep(
        milestone=plan.milestone,
        title=said("Bo ringer"),
        why=said("Det hjælper"),
        tracks=["health"],
        kind="agreed",
        ball=journey.Ball(holder="municipality"),
    )
    suggestion = journey.add_step(plan.bo, plan.id, ours).subject_id
    found = journey.answer(plan.citizen, plan.id, suggestion, journey.ProposalAnswer(answer="yes")).subject_id
    assert found
    return found


def test_where_there_is_a_time_one_can_say_first_that_one_cannot_come(amira: Browser, plan: Plan) -> None:
    timed = journey.NewStep(
        milestone=plan.milestone, title=said("Møde"), tracks=["health"], when=journey.When(at=clock.now())
    )
    step = journey.add_step(plan.citizen, plan.id, timed).subject_id
    assert _asked(amira.get(f"/plans/{plan.id}/steps/{step}").text) == ["cannot_come", "question", "does_not_fit"]


@pytest.mark.parametrize("topic", ["", "?", *dialogue.TOPICS])
def test_every_topic_has_its_page(amira: Browser, plan: Plan, topic: str) -> None:
    page = amira.get(f"/plans/{plan.id}/calls/new?topic={topic}&step={plan.step}&lang=xx")
    assert page.status_code == 200
    assert "Gå en tur" in page.text


def test_own_words_are_kept_when_something_is_to_be_put_right(amira: Browser, plan: Plan) -> None:
    answer = amira.post(f"/plans/{plan.id}/calls", data={"topic": "idea", "text": "Mit nummer er 010190-1234"})
    assert answer.status_code == 422
    assert "Det ligner et CPR-nummer" in answer.text


def test_a_call_without_a_topic_asks_for_one_and_keeps_the_words(amira: Browser, plan: Plan) -> None:
    answer = amira.post(f"/plans/{plan.id}/calls", data={"text": "Jeg har en <b>idé</b>"})
    assert answer.status_code == 422
    assert "Jeg har en &lt;b&gt;idé&lt;/b&gt;</textarea>" in answer.text


@pytest.mark.parametrize(
    ("form", "status"),
    [
        ({"topic": "weather"}, 422),
        ({"topic": "money", "phrase": "say.call_me"}, 422),
        ({"topic": "money", "text": "a" * 2001}, 422),
        ({"topic": "money", "text": "a\0b"}, 422),
        ({"topic": "money", "text": "hi", "lang": "<script>"}, 422),
        ({"topic": "money", "step": "5"}, 404),
        ({"topic": "money", "step": "00000000-0000-0000-0000-000000000000"}, 404),
    ],
)
def test_odd_calls_write_nothing(amira: Browser, plan: Plan, form: dict[str, str], status: int) -> None:
    assert amira.post(f"/plans/{plan.id}/calls", data=form).status_code == status
    with access.view(plan.citizen, plan.id) as view:
        assert journey.story(view).changes[0].entry.verb != "call"


def test_a_step_that_the_contact_cannot_see_leads_to_the_plan(amira: Browser, plan: Plan) -> None:
    journey.hide_tracks(plan.citizen, plan.id, plan.bo, {"health"})
    page = amira.get(f"/plans/{plan.id}/calls/new?topic=talk&step={plan.step}").text
    assert "Spørg på planen" in page
    assert "<textarea" not in page
    form = {"topic": "talk", "step": str(plan.step)}
    assert "Spørg på planen" in amira.post(f"/plans/{plan.id}/calls", data=form).text


def test_the_page_apologises_when_the_day_has_passed(amira: Browser, plan: Plan) -> None:
    receipt = amira.post(f"/plans/{plan.id}/calls", data={"topic": "money"}).location
    clock.start(clock.parse("2026-11-19"))
    page = amira.get(receipt).text
    assert "Vi er bagud. Undskyld. Vi lovede at svare senest onsdag den 18. november." in page
    assert "Undskyld" in amira.get("/plan").text


def test_strangers_and_staff_do_not_ask(browser: Come, nobody: Browser, plan: Plan) -> None:
    address = f"/plans/{plan.id}/calls"
    assert nobody.post(address, data={"topic": "talk"}).status_code == 303
    for person, status in ((plan.dorte, 404), (plan.bo, 403), (plan.camilla, 404)):
        there = browser(_person(person))
        assert there.post(address, data={"topic": "talk"}).status_code == status
        assert there.get(f"{address}/new").status_code == status
