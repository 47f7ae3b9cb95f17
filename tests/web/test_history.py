"""The history: who changed what, old and new, for every verb, and to the last page of it."""

import re
from datetime import date

import pytest
from cast import Plan, said
from flask import Flask
from props import hide, place
from web.browser import Browser
from web.fixtures import EVERY_LANGUAGE

from minplan import dialogue, journey, office
from minplan.access import HOME
from minplan.journey import Ball, HandOver, NewStep, NewWin, ProposalAnswer, SettleFirst, Split, Wait, When

DAY = date(2026, 12, 3)


def newest(browser: Browser, address: str = "/plan/history") -> str:
    """The newest change as it reads, without its tags."""
    page = browser.get(address).text
    entry = page[page.index('<ol class="list-rows history"') :].split("</li>")[0]
    return " ".join(re.sub(r"<[^>]+>", " ", entry).split())


def other(amira: Plan, title: str = "Skriv til skolen", tracks: tuple[str, ...] = ("work",)) -> object:
    new = NewStep(milestone=amira.milestone, title=said(title), tracks=list(tracks))
    return journey.add_step(amira.citizen, amira.id, new).subject_id


def test_smaller_steps_are_named(amira: Plan, citizen: Browser) -> None:
    journey.split(amira.citizen, amira.id, amira.step, Split(titles=[said("Find sko"), said("Gå til hjørnet")]))
    assert "Delt i Find sko , Gå til hjørnet" in newest(citizen) and "Nu: Find sko" in newest(citizen)
    school = other(amira)
    journey.split(amira.citizen, amira.id, school, Split(titles=[said("Find adressen")]))  # type: ignore[arg-type]
    assert "Delt i Find adressen" in newest(citizen) and "Næste skridt" not in newest(citizen)


def test_what_rests_for_something_else_is_named_with_its_day(amira: Plan, citizen: Browser) -> None:
    school = other(amira)
    first = SettleFirst(before=[school], look_again=DAY)  # type: ignore[list-item]
    journey.settle_first(amira.citizen, amira.id, amira.step, first)
    told = newest(citizen)
    assert "Næste skridt" not in told
    assert "Hviler så længe Skriv til skolen" in told and "Vi ser på det igen torsdag den 3. december" in told


def test_what_rests_and_is_hidden_is_not_named(amira: Plan, bo: Browser) -> None:
    home = other(amira, "Mal væggen", ("family",))
    first = SettleFirst(before=[home], look_again=DAY)  # type: ignore[list-item]
    journey.settle_first(amira.citizen, amira.id, amira.step, first)
    hide(amira, amira.bo, "family")
    told = newest(bo, f"/plans/{amira.id}/history")
    assert "Det her kommer først." in told and "Mal væggen" not in told and "Hviler så længe" not in told


@pytest.mark.parametrize(("place", "word"), [("before", "før"), ("after", "efter")])
def test_a_move_says_which_step_it_went_past(amira: Plan, citizen: Browser, place: str, word: str) -> None:
    school, town = other(amira), other(amira, "Tag bussen")
    moved, beside = (town, amira.step) if place == "before" else (amira.step, school)
    journey.move(amira.citizen, amira.id, moved, beside, place)  # type: ignore[arg-type]
    assert f"Kommer nu {word} {'Gå en tur' if place == 'before' else 'Skriv til skolen'}" in newest(citizen)


def test_the_token_is_told_by_its_word(amira: Plan, citizen: Browser) -> None:
    journey.choose_token(amira.citizen, amira.id, "boat")
    journey.choose_token(amira.citizen, amira.id, "sun")
    assert "Tegn Før: Båd Nu: Sol" in newest(citizen)


def test_the_citizen_alone_reads_which_tracks_were_hidden(amira: Plan, citizen: Browser, bo: Browser) -> None:
    journey.hide_tracks(amira.citizen, amira.id, amira.tove, {"family"})
    journey.hide_tracks(amira.citizen, amira.id, amira.tove, {"health", "economy"})
    assert "Ser ikke Før: Familie &amp; hjem Nu: Helbred, Økonomi &amp; bolig" in newest(citizen)
    assert "Ser ikke" not in bo.get(f"/plans/{amira.id}/history").text


def test_who_has_the_ball_is_told_by_name(amira: Plan, citizen: Browser) -> None:
    for name in ("Lægen", "Tolken"):
        held = "citizen" if name == "Lægen" else "other"
        journey.hand_over(
            amira.citizen, amira.id, amira.step, held, HandOver(ball=Ball(holder="other", name=name))
        )
    assert "Bolden Før: Lægen Nu: Tolken" in newest(citizen)


def test_the_municipality_keeps_its_capitals(apart: None, amira: Plan, citizen: Browser, app: Flask) -> None:
    app.jinja_env.globals["authority"] = "kolding Kommune"
    journey.hand_over(amira.citizen, amira.id, amira.step, "citizen", HandOver(ball=Ball(holder="municipality")))
    assert "Bolden Før: Dig Nu: Kolding Kommune" in newest(citizen)


def test_a_rest_has_a_day_to_look_again_and_waiting_one_to_wait_for(amira: Plan, citizen: Browser) -> None:
    journey.rest(amira.citizen, amira.id, amira.step, "later", DAY)
    assert "Vi ser på det igen torsdag den 3. december" in newest(citizen)
    waiting = Wait(ball=Ball(holder="other", name="Lægen"), since=date(2026, 11, 10), until=DAY)
    journey.wait(amira.citizen, amira.id, amira.step, "resting", waiting)
    told = newest(citizen)
    assert "Siden tirsdag den 10. november" in told and "Bolden Før: Dig Nu: Lægen" in told
    journey.complete(amira.citizen, amira.id, amira.step, "waiting")
    assert "ingenting" not in newest(citizen)


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        (ProposalAnswer(answer="yes"), "Der er sagt ja."),
        (ProposalAnswer(answer="adjust", text=said("Dans")), "Det er rettet, og der er sagt ja."),
        (ProposalAnswer(answer="no"), "Der er sagt nej tak."),
        (ProposalAnswer(answer="talk"), "I taler om det."),
    ],
)
def test_an_answer_says_which(amira: Plan, citizen: Browser, bo: Browser, answer: ProposalAnswer, told: str) -> None:
    new = NewStep(milestone=amira.milestone, title=said("Svømning"), tracks=["health"])
    asked = journey.add_step(amira.bo, amira.id, new).subject_id
    journey.answer(amira.citizen, amira.id, asked, answer)  # type: ignore[arg-type]
    for text in (newest(citizen), newest(bo, f"/plans/{amira.id}/history")):
        assert told in text
        assert ("Nu: Nej tak" in text) == (answer.answer == "no")


def test_a_day_that_is_promised_is_told(amira: Plan, citizen: Browser) -> None:
    agreed = place(amira, "agreed", ball="both")
    journey.set_date(amira.citizen, amira.id, agreed, "", When(on=DAY))
    told = newest(citizen)
    assert "Dag torsdag den 3. december" in told and "Svar senest onsdag den 18. november" in told
    dialogue.call(amira.citizen, amira.id, dialogue.NewCall(topic="money"))
    assert "Svar senest onsdag den 18. november" in newest(citizen)


@pytest.mark.parametrize("lang", EVERY_LANGUAGE)
def test_every_page_of_a_long_history_is_one_link_away(amira: Plan, citizen: Browser, lang: str) -> None:
    for number in range(203):
        journey.choose_token(amira.citizen, amira.id, ("boat", "sun")[number % 2])
    journey.add_win(amira.citizen, amira.id, NewWin(text=said("Jeg gik ud")))
    first = citizen.get(f"/plan/history?lang={lang}").text
    (link,) = re.findall(r'href="(\?before=[^"]+)"', first)
    second = citizen.get(f"/plan/history{link}").text
    assert "?before=" not in second
    assert first.count("<li><h2>") == 200 and second.count("<li><h2>") == 204 + 3 - 200
    assert "Gå en tur" in second and "Gå en tur" not in first


@pytest.mark.parametrize("before", ["0", "-5", "x", "9" * 40, "2026-11-16", "2026-11-16T09:00:00"])
def test_an_odd_page_of_the_history_is_no_failure(citizen: Browser, before: str) -> None:
    assert citizen.get(f"/plan/history?before={before}").status_code == 200


def test_a_proposal_is_headed_by_what_it_is_and_its_maker_by_the_readers_own_comma(
    amira: Plan, citizen: Browser
) -> None:
    law = place(amira, "law")
    journey.rest(amira.citizen, amira.id, law, "active", DAY)
    told = newest(citizen)
    assert "Ønske om, at skridtet hviler" in told and " Du, " in told and "nyt forslag" not in told
    assert " أنت، " in newest(citizen, "/plan/history?lang=ar")


def test_a_wish_in_the_place_of_another_says_so(amira: Plan, citizen: Browser) -> None:
    here, seen = f"/plans/{amira.id}/steps/{place(amira, 'law')}/rest", {"seen_state": "active"}
    told = "Det nye ønske står i stedet for det gamle."
    assert told not in citizen.post(here, data=seen, follow_redirects=True).text and told not in newest(citizen)
    assert told in citizen.post(here, data=seen | {"until": "2026-12-03"}, follow_redirects=True).text
    assert told in newest(citizen)


def test_a_new_step_is_named_in_what_is_said_and_a_long_one_shortly(amira: Plan, citizen: Browser) -> None:
    form = {"milestone": str(amira.milestone), "ball": "citizen"}
    for title, named in (("Køb en gave", "Køb en gave"), ("a" * 2000, "a" * 79 + "…")):
        page = citizen.post(f"/plans/{amira.id}/steps", data=form | {"title": title}, follow_redirects=True).text
        assert f"\u2068{named}\u2069” ligger nu på vejen." in page


def test_the_citizen_reads_that_another_department_hears_of_the_plan(
    amira: Plan, citizen: Browser, bo: Browser
) -> None:
    before = newest(bo, f"/plans/{amira.id}/history")
    for department, told in (("health", "i en anden afdeling: Sundhed"), ("", "ikke længere til den afdeling som før")):
        card = office.NewPerson(kind="staff", name="Bo", email="bo@kommune.example", department=department)
        office.change(office.operator(HOME), amira.bo, card, {})
        assert f"Din kontaktperson Bo {'arbejder nu' if department else 'hører'} {told}" in newest(citizen)
    assert newest(bo, f"/plans/{amira.id}/history") == before
