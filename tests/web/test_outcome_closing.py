"""Nobody goes home without a next step, and everybody reads what came of it: in two languages, on paper too."""

from typing import Any
from uuid import UUID

import pytest
from cast import Plan, said
from flask import Flask
from gathered import agreed, close, confirm, notices, outcome
from web.browser import Browser
from web.table import amira, at, bo, plan, where

from minplan import access, journey, meeting

__all__ = ["amira", "bo", "plan", "where"]


def _state(plan: Plan, where: UUID) -> str:
    with access.view(plan.citizen) as view:
        return meeting.one(view, where).state


def test_with_a_next_step_it_ends_with_the_summary(bo: Browser, plan: Plan, where: UUID) -> None:
    assert "Gå en tur" in bo.get(at(plan, where, "room")).text
    found = bo.post(at(plan, where, "closing"), data={"next": ""})
    assert found.headers["Location"].endswith("/summary")
    assert "Gå en tur" in bo.get(at(plan, where, "summary")).text
    assert _state(plan, where) == "closed" and notices(plan.citizen) == ["meeting"]


@pytest.mark.parametrize(
    "typed",
    [{}, {"next": ""}, {"next": "x"}, {"next": "promise"}, {"next": "promise", "on": "2026-11-01", "who": "Bo"},
     {"next": "promise", "on": "2026-11-20", "who": "Ingen"}, {"next": "promise", "on": "2026-13-40"},
     {"next": "00000000-0000-0000-0000-000000000000"}],
)  # fmt: skip
def test_without_one_it_does_not_end_whatever_is_sent(
    bo: Browser, plan: Plan, where: UUID, typed: dict[str, str]
) -> None:
    journey.complete(plan.citizen, plan.id, plan.step, "later")
    found = bo.post(at(plan, where, "closing"), data=typed)
    assert found.status_code in (404, 422) and _state(plan, where) == "open"


def test_a_promise_is_the_next_step(bo: Browser, amira: Browser, plan: Plan, where: UUID) -> None:
    journey.complete(plan.citizen, plan.id, plan.step, "later")
    found = bo.post(at(plan, where, "closing"), data={"next": "promise", "who": "Bo", "on": "2026-11-20"})
    assert found.status_code == 303
    assert "Bo skriver og foreslår et næste skridt" in amira.get("/plan").text


def test_no_other_address_of_the_meeting_ends_it(bo: Browser, app: Flask, plan: Plan, where: UUID) -> None:
    journey.complete(plan.citizen, plan.id, plan.step, "later")
    bo.inspecting = False
    for rule in app.url_map.iter_rules():
        if "<uuid:meeting>" in rule.rule and "POST" in (rule.methods or ()):
            values: dict[str, Any] = dict.fromkeys(rule.arguments, where) | {"plan": plan.id, "meeting": where}
            with app.test_request_context():
                to = rule.build(values, append_unknown=False)
            bo.post(to[1] if to else "", data={"state": "closed", "outcome": "closed", "answer": "closed"})
    assert _state(plan, where) in ("open", "cancelled", "missed")


def test_the_summary_stands_in_the_citizens_language_and_in_danish(
    amira: Browser, plan: Plan, where: UUID
) -> None:
    meeting.agree_ready(plan.bo, plan.id, where, "call_and_ask")
    confirm(plan, where, words=said("Ja, gerne"))
    close(plan, where)
    page = amira.get(at(plan, where, "summary?lang=ar")).text
    assert "Bo ringer og hører, hvordan det går" in page and 'dir="rtl"' in page and "Ja, gerne" in page


def test_what_was_not_agreed_is_told_apart_with_everybodys_words(amira: Browser, plan: Plan, where: UUID) -> None:
    agreed(plan, where, "Søg tre job")
    confirm(plan, where, says="differently", words=said("Jeg vil vente til foråret"))
    close(plan, where)
    page = amira.get(at(plan, where, "summary")).text
    assert "Det er I ikke enige om endnu" in page and "Jeg vil vente til foråret" in page


def test_a_yes_that_waited_is_asked_once_more_after_own_sign_in(amira: Browser, plan: Plan, where: UUID) -> None:
    agreed(plan, where)
    confirm(plan, where, how="joined")
    close(plan, where)
    page = amira.get(at(plan, where, "summary")).text
    assert "Du sagde ja ved bordet. Er det stadig et ja?" in page
    mark = outcome(plan, where).digest
    found = amira.post(at(plan, where, "confirmation"), data={"side": "citizen", "says": "agree", "digest": mark})
    assert found.headers["Location"].endswith("/summary") and outcome(plan, where).agreements[0].sealed
    assert "Er det stadig et ja?" not in amira.get(at(plan, where, "summary")).text


def test_a_workplace_takes_home_what_it_was_shown(bo: Browser, plan: Plan, where: UUID) -> None:
    shown, _ = agreed(plan, where, "Tre timer i køkkenet"), agreed(plan, where, "Tal om sorgen")
    mark = meeting.mark_of(outcome(plan, where), [shown])
    who = {"by": plan.bo, "how": "handed", "name": "Ida Holm", "role": "køkkenchef", "about": [shown]}
    confirm(plan, where, "workplace", digest=mark, **who)
    close(plan, where)
    assert "Udskrift til Ida Holm" in bo.get(at(plan, where, "summary")).text
    key = outcome(plan, where).said_by("workplace")[0].id
    page = bo.get(at(plan, where, f"summary?copy={key}")).text
    assert "Tre timer i køkkenet" in page and "køkkenchef" in page and "Tal om sorgen" not in page
    assert "Bolden ligger hos <b>dig" not in page
    assert bo.get(at(plan, where, "summary?copy=x")).status_code == 404


def test_the_paper_for_the_citizen_speaks_to_the_citizen(
    bo: Browser, amira: Browser, plan: Plan, where: UUID
) -> None:
    meeting.agree_ready(plan.bo, plan.id, where, "call_and_ask")
    close(plan, where)
    page = bo.get(at(plan, where, "summary?copy=citizen")).text
    assert "Bo ringer og hører" in page and "Navn og dag" in page and "Det kan I forvente af mig" not in page
    assert "Ring og hør" in bo.get(at(plan, where, "summary")).text
    assert amira.get(at(plan, where, "summary?copy=citizen")).status_code == 404


def test_before_it_is_closed_there_is_no_summary(amira: Browser, plan: Plan, where: UUID) -> None:
    assert amira.get(at(plan, where, "summary")).status_code == 303


def test_a_device_at_the_table_is_out_when_it_ends(app: Flask, bo: Browser, plan: Plan, where: UUID) -> None:
    seat: Browser = app.test_client()  # type: ignore[assignment]
    seat.sit_down(plan.citizen, where)
    assert seat.get(at(plan, where, "room")).status_code == 200
    bo.post(at(plan, where, "closing"), data={"next": ""})
    assert seat.get(at(plan, where, "room")).status_code in (303, 404)
