"""Whom a step lies with by name: told where the municipality wrote it, and not where the citizen named somebody."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from answering import answer_newest
from cast import Plan, said
from flask import Flask
from on_each import amira, app
from props import row
from systems import Machine, let_in
from systems_plan import agreed

from minplan import access, clock, journey
from minplan.journey.step import Step

__all__ = ["amira", "app"]
LENE, KLINIK = "Psykolog Lene Hansen", "Smerteklinikken"


@pytest.fixture
def step(amira: Plan) -> UUID:
    """Something that she has agreed to."""
    return suggested(amira)


def suggested(amira: Plan, **more: Any) -> UUID:
    """What Bo suggests and she says yes to."""
    words = {"title": said("Tal med nogen"), "why": said("Fordi det hjælper")}
    new = journey.NewStep(milestone=amira.milestone, tracks=["health"], kind="agreed", **words, **more)
    journey.add_step(amira.bo, amira.id, new)
    with access.view(amira.citizen, amira.id) as view:
        (laid,) = journey.way(view).suggestions
    answer_newest(amira, "yes")
    return laid.id


def waits(amira: Plan, by: UUID, step: UUID, name: str) -> None:
    """Somebody lets the step wait for somebody outside."""
    ball = journey.Ball(holder="other", name=name)
    command = journey.Wait(ball=ball, since=clock.today(), until=clock.today() + timedelta(days=9))
    assert journey.wait(by, amira.id, step, row(Step, step)["state"], command).kind == "done"


def hands_over(amira: Plan, by: UUID, step: UUID, name: str) -> None:
    """Somebody hands the ball to somebody outside."""
    command = journey.HandOver(ball=journey.Ball(holder="other", name=name))
    assert journey.hand_over(by, amira.id, step, row(Step, step)["ball"], command).kind == "done"


def name_of(machine: Machine, amira: Plan, step: UUID) -> Any:
    """Whom the system reads that it lies with: the same in the feed."""
    ball = machine.get(f"/plans/{amira.id}/steps/{step}").json["ball"]
    items = machine.get("/changes?after=0&limit=200").json["items"]
    assert {each["data"]["ball"]["name"] for each in items if each["subject"]["id"] == str(step)} == {ball["name"]}
    return ball["name"]


@pytest.mark.parametrize("does", [waits, hands_over])
def test_whom_the_citizen_names_is_not_told(machine: Machine, amira: Plan, step: UUID, does: Any) -> None:
    does(amira, amira.citizen, step, LENE)
    assert row(Step, step)["ball_name"] == LENE and name_of(machine, amira, step) is None
    assert LENE not in machine.get(f"/plans/{amira.id}/steps").text


def test_taking_it_up_again_is_no_naming(machine: Machine, amira: Plan) -> None:
    step = suggested(amira, ball=journey.Ball(holder="both"))
    waits(amira, amira.citizen, step, LENE)
    journey.complete(amira.citizen, amira.id, step, row(Step, step)["state"])
    journey.reopen(amira.citizen, amira.id, step, "done")
    assert row(Step, step)["ball_name"] == LENE and name_of(machine, amira, step) is None


def test_whom_a_professional_names_is_told_until_she_names_another(machine: Machine, amira: Plan) -> None:
    step = suggested(amira, ball=journey.Ball(holder="both"))
    waits(amira, amira.bo, step, KLINIK)
    assert name_of(machine, amira, step) == KLINIK
    hands_over(amira, amira.citizen, step, LENE)
    assert name_of(machine, amira, step) is None
    hands_over(amira, amira.citizen, step, KLINIK)
    assert name_of(machine, amira, step) == KLINIK


def test_who_was_named_in_the_suggestion_is_told(machine: Machine, amira: Plan) -> None:
    step = suggested(amira, ball=journey.Ball(holder="other", name=KLINIK))
    assert name_of(machine, amira, step) == KLINIK
    waits(amira, amira.citizen, step, LENE)
    assert name_of(machine, amira, step) is None


def test_whom_another_system_names_is_told(app: Flask, machine: Machine, amira: Plan) -> None:
    step = agreed(amira, ball=journey.Ball(holder="municipality"))
    ball = {"holder": "municipality", "name": "Ydelse"}
    until = (clock.today() + timedelta(days=9)).isoformat()
    sent = {"state": "waiting", "ball": ball, "until": until}
    done = let_in(app, "andet").ask("PATCH", f"/plans/{amira.id}/steps/{step}", sent, If_Match="*")
    assert done.status_code == 200, done.json
    assert name_of(machine, amira, step) == "Ydelse"


def test_a_step_is_sent_back_as_it_was_read_and_a_name_is_not_guessed(machine: Machine, amira: Plan) -> None:
    step = suggested(amira)
    waits(amira, amira.citizen, step, LENE)
    path = f"/plans/{amira.id}/steps/{step}"
    seen = machine.get(path)
    again = machine.ask("PATCH", path, seen.json, If_Match=seen.headers["ETag"])
    assert (again.status_code, again.json) == (200, seen.json)
    for name in (LENE, "Psykolog Mette"):
        ball = {"holder": "other", "name": name}
        for more in ({}, {"state": "waiting", "until": seen.json["until"]}):
            assert machine.ask("PATCH", path, {"ball": ball} | more, If_Match="*").status_code == 403
    assert row(Step, step)["ball_name"] == LENE


def test_somebody_outside_has_a_name_where_it_is_said_anew(machine: Machine, amira: Plan, step: UUID) -> None:
    sent = {"milestone": str(amira.milestone), "kind": "agreed", "tracks": ["health"], "title": {"text": "Ring"},
            "why": {"text": "Fordi"}, "ball": {"holder": "other", "name": None}}  # fmt: skip
    refused = machine.ask("POST", f"/plans/{amira.id}/steps", sent)
    assert (refused.status_code, refused.json["errors"]) == (422, [{"pointer": "/ball", "code": "who"}])
    until = (clock.today() + timedelta(days=9)).isoformat()
    later = {"state": "waiting", "until": until, "ball": sent["ball"]}
    refused = machine.ask("PATCH", f"/plans/{amira.id}/steps/{step}", later, If_Match="*")
    assert refused.status_code in (403, 422)


@pytest.mark.parametrize("waits_already", [True, False])
def test_no_system_gives_the_citizen_the_turn(machine: Machine, amira: Plan, waits_already: bool) -> None:
    step = agreed(amira, ball=journey.Ball(holder="municipality"))
    path, until = f"/plans/{amira.id}/steps/{step}", (clock.today() + timedelta(days=9)).isoformat()
    waiting = {"state": "waiting", "until": until}
    if waits_already:
        assert machine.ask("PATCH", path, waiting, If_Match="*").status_code == 200
    refused = machine.ask("PATCH", path, waiting | {"ball": {"holder": "citizen"}}, If_Match="*")
    assert (refused.status_code, refused.json["detail"]) == (403, "ball")
    assert machine.get(path).json["ball"]["holder"] == "municipality"
