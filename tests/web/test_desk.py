"""The professional's pages: the list, praise, the tone check, and what a leader reads."""

import re
from collections.abc import Callable

import pytest
from cast import Plan, said
from counting import selects
from sqlalchemy import Engine
from web.browser import Browser
from web.fixtures import EVERY_LANGUAGE

from minplan import access, clock, db, dialogue, journey
from minplan.content import forbidden_in
from minplan.dialogue import NewCall
from minplan.journey import Ball, HandOver, NewWin

Open = Callable[[access.PersonView], Browser]
Newcomer = Callable[..., access.PersonView]


def busy(amira: Plan) -> None:
    """A call, a ball with the municipality, a promise that is broken on Friday, and a new win."""
    dialogue.call(amira.citizen, amira.id, NewCall(topic="money"))
    ball = HandOver(ball=Ball(holder="municipality"))
    journey.hand_over(amira.citizen, amira.id, amira.step, "citizen", ball)
    journey.add_win(amira.citizen, amira.id, NewWin(text=said("Jeg ringede selv")))
    clock.start(clock.parse("2026-11-20"))


@pytest.mark.parametrize("lang", EVERY_LANGUAGE)
def test_the_list_reads_in_every_language(amira: Plan, bo: Browser, lang: str) -> None:
    assert bo.get(f"/citizens?lang={lang}").status_code == 200
    busy(amira)
    assert bo.get(f"/citizens?lang={lang}").status_code == 200


@pytest.mark.parametrize("lang", EVERY_LANGUAGE)
def test_the_citizens_page_reads_in_every_language(amira: Plan, bo: Browser, lang: str) -> None:
    assert bo.get(f"/plans/{amira.id}?lang={lang}").status_code == 200
    busy(amira)
    clock.start(clock.parse("2026-12-28"))
    assert bo.get(f"/plans/{amira.id}?lang={lang}").status_code == 200
    assert bo.get(f"/plans/{amira.id}/praise?lang={lang}").status_code == 200


def test_a_broken_promise_stands_on_top_with_one_link_to_what_to_do(amira: Plan, bo: Browser) -> None:
    busy(amira)
    text = bo.get("/citizens").text
    assert "Vi er bagud" in text and "Vi lovede at svare senest" in text
    call = access_thread(amira)
    assert f'href="/plans/{amira.id}/calls/{call}"' in text


def access_thread(amira: Plan) -> str:
    with access.view(amira.bo, amira.id) as view:
        return str(dialogue.open_threads(view)[0].id)


def test_own_words_come_first_and_the_law_last(amira: Plan, bo: Browser) -> None:
    words = {"title": said("Samtale"), "why": said("Loven siger det"), "kind": "law", "law": "LAB § 31"}
    journey.add_step(amira.bo, amira.id, journey.NewStep(milestone=amira.milestone, tracks=["work"], **words))
    text = bo.get(f"/plans/{amira.id}").text
    order = ["Det siger Amira selv", "Ønsker og spørgsmål", "Styrker og sejre", 'id="way-title"', "Det, loven beder om"]
    places = [text.index(each) for each in order]
    assert places == sorted(places)


def test_the_citizens_page_costs_the_same_whatever_the_plans_size(amira: Plan, bo: Browser, sqlite: Engine) -> None:
    busy(amira)
    bo.get("/citizens")  # in, and seen a moment ago
    counts = []
    for more in (4, 45):
        for number in range(more):
            new = journey.NewStep(milestone=amira.milestone, title=said(f"Nr. {number}"), tracks=["work"])
            journey.add_step(amira.citizen, amira.id, new)
        with selects(sqlite) as told:
            assert bo.get(f"/plans/{amira.id}").status_code == 200
        counts.append(len(told))
    assert counts[0] == counts[1] <= 8


def test_what_waits_for_me_is_told_also_when_only_today_is_shown(amira: Plan, bo: Browser) -> None:
    ball = HandOver(ball=Ball(holder="municipality"))
    new = journey.NewStep(milestone=amira.milestone, title=said("Bo finder en tolk"), tracks=["work"])
    step = journey.add_step(amira.citizen, amira.id, new).subject_id
    assert step
    journey.hand_over(amira.citizen, amira.id, step, "citizen", ball)
    assert "Bo finder en tolk" in bo.get(f"/plans/{amira.id}?show=today").text


def test_an_empty_plan_is_a_good_page_too(amira: Plan, bo: Browser, newcomer: Newcomer) -> None:
    citizen = newcomer("citizen", "Ny")
    with db.writing() as session:
        plan = access.Plan(citizen_id=citizen.id, created_at=clock.now())
        session.add(plan)
        session.flush()
        session.add(access.Membership(plan_id=plan.id, person_id=amira.bo, relation="contact", name="Bo"))
        address = f"/plans/{plan.id}"
    clock.start(clock.parse("2026-12-28"))
    assert "Ingen åbne skridt lige nu." in bo.get("/citizens").text
    assert "Horisonten er ikke sat i ord endnu." in bo.get(address).text


def test_a_finished_plan_is_a_good_page_too(amira: Plan, bo: Browser) -> None:
    journey.complete(amira.citizen, amira.id, amira.step, "later")
    assert "Ingen åbne skridt lige nu." in bo.get("/citizens").text
    assert bo.get(f"/plans/{amira.id}").status_code == 200


def test_stillness_brings_subgoals_forward_and_counts_no_days(amira: Plan, bo: Browser) -> None:
    clock.start(clock.parse("2026-12-28"))
    text = bo.get(f"/plans/{amira.id}").text
    assert "Vis delmål og sejre ved næste møde" in text and "Se skridtet sammen" in text
    told = re.search(r'id="still">(.*?)</section>', text, re.DOTALL)
    assert told and forbidden_in(told[1], "da") == [] and not re.search(r">[^<]*\d", told[1])


def test_a_nudge_to_praise_is_never_the_citizens_to_read(amira: Plan, bo: Browser, citizen: Browser) -> None:
    clock.start(clock.parse("2026-12-28"))
    assert "Det er længe siden, Amira har fået ros." in bo.get(f"/plans/{amira.id}").text
    assert "længe siden" not in citizen.get("/plan").text


def test_praise_arrives_as_a_card(amira: Plan, bo: Browser, citizen: Browser) -> None:
    sentence = "Jeg lagde mærke til, at du ringede, selv om det var svært."
    answer = bo.post(f"/plans/{amira.id}/praise", data={"text": sentence})
    assert (answer.status_code, answer.location) == (303, f"/plans/{amira.id}")
    assert "Din ros er sendt." in bo.get(answer.location).text
    assert sentence in citizen.get("/plan").text


def test_praise_can_be_a_sentence_that_everybody_reads_in_their_own_language(
    amira: Plan, bo: Browser, citizen: Browser
) -> None:
    data = {"text": "Jeg lagde mærke til, at du ", "phrase": "praise.you_came"}
    assert bo.post(f"/plans/{amira.id}/praise", data=data).status_code == 303
    assert "selv om det var svært" in citizen.get("/plan").text


UNUSABLE = (
    {},
    {"text": "Jeg lagde mærke til, at du …"},
    {"text": "Flot " * 500},
    {"text": "Flot", "answers": "x"},
    {"phrase": "step.call_doctor"},
)


@pytest.mark.parametrize("data", UNUSABLE)
def test_praise_without_a_sentence_comes_back_with_its_words(amira: Plan, bo: Browser, data: dict[str, str]) -> None:
    answer = bo.post(f"/plans/{amira.id}/praise", data=data)
    assert answer.status_code == 422 and 'role="alert"' in answer.text
    assert data.get("text", "").strip() in answer.text


def test_pressure_is_whispered_after_saving_and_never_stopped(amira: Plan, bo: Browser) -> None:
    bo.post(f"/plans/{amira.id}/praise", data={"text": "Du skal huske fristen næste gang, men flot."})
    text = bo.get(f"/plans/{amira.id}").text
    assert "Din ros er sendt. Du har skrevet:" in text


def test_the_tone_is_heard_while_writing(bo: Browser) -> None:
    fragment = bo.post("/tone", data={"text": "Du skal ringe i dag"}, headers={"HX-Request": "true"})
    assert fragment.status_code == 200 and "Et lille råd" in fragment.text
    assert "<li>" not in bo.post("/tone", data={"text": "Ring gerne, når det passer dig"}).text


@pytest.mark.parametrize("lang", EVERY_LANGUAGE)
def test_a_leader_reads_whom_to_ask_and_nothing_of_the_plan(
    amira: Plan, browser: Open, newcomer: Newcomer, lang: str
) -> None:
    busy(amira)
    leader = browser(newcomer("leader", "Inger"))
    text = leader.get(f"/waiting?lang={lang}").text
    assert "Bo" in text
    assert not [word for word in ("Amira", "Gå en tur", str(amira.id), str(amira.step)) if word in text]


def test_doors_are_shut_for_those_they_are_not_for(
    amira: Plan, nobody: Browser, bo: Browser, citizen: Browser, browser: Open
) -> None:
    assert nobody.get("/citizens").status_code == nobody.get("/waiting").status_code == 303
    assert citizen.get("/citizens").status_code == citizen.get("/waiting").status_code == 404
    assert citizen.get(f"/plans/{amira.id}/praise").status_code == 404
    assert citizen.post("/tone", data={"text": "Du skal"}).status_code == 404
    assert bo.get("/waiting").status_code == 403
    elsewhere = browser(access.person(amira.camilla))  # type: ignore[arg-type]
    assert elsewhere.post(f"/plans/{amira.id}/praise", data={"text": "Flot gået"}).status_code == 404
    assert "Amira" not in elsewhere.get("/citizens").text
