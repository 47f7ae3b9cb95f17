"""What a system may not hear of it does not write either."""

from datetime import timedelta
from typing import Any

import pytest
from answering import revision
from cast import Plan, said
from consenting import give, works_in
from flask import Flask
from props import hide, row
from sqlalchemy import func, select
from systems import Machine, let_in
from systems_plan import agreed

from minplan import clock, db, journey
from minplan.journal import Entry
from minplan.journey.step import Step

NEW = {"If_None_Match": "*"}


@pytest.fixture
def health(app: Flask, amira: Plan) -> Machine:
    """The system of another department than the contact person's, which is told of her health by her yes."""
    works_in(amira, amira.bo, "employment")
    words = {"title": said("Samtale"), "why": said("Loven"), "law": "LAB § 1"}
    new = journey.NewStep(milestone=amira.milestone, tracks=["health"], kind="law", **words)
    journey.add_step(amira.bo, amira.id, new)
    return let_in(app, "sundhed", departments=("health",))


def _law(amira: Plan, *tracks: str) -> dict[str, Any]:
    words = {"title": {"text": "Samtale"}, "why": {"text": "Så ses vi"}, "law": "SEL § 1"}
    return {"milestone": str(amira.milestone), "kind": "law", "tracks": list(tracks), **words}


def _put(machine: Machine, amira: Plan, sent: Any, ref: str = "s-1") -> Any:
    return machine.ask("PUT", f"/plans/{amira.id}/steps/by-ref/sundhed/{ref}", sent, **NEW)


def test_without_a_yes_there_is_no_plan_to_write_in(health: Machine, amira: Plan) -> None:
    before = revision(amira)
    assert _put(health, amira, _law(amira, "health")).status_code == 404
    assert health.ask("PATCH", f"/plans/{amira.id}", {}, If_Match="*").status_code == 404
    assert revision(amira) == before


def test_a_yes_to_one_track_is_a_yes_to_write_on_it(health: Machine, amira: Plan) -> None:
    give(amira)
    with_more = _put(health, amira, _law(amira, "health", "work"))
    assert with_more.json["errors"] == [{"pointer": "/tracks/1", "code": "not_shared"}]
    assert _put(health, amira, _law(amira, "health")).status_code == 201


def test_a_yes_to_a_track_is_to_nothing_else(health: Machine, amira: Plan) -> None:
    give(amira)
    plan, before = f"/plans/{amira.id}", revision(amira)
    other = {"contact": str(amira.camilla), "because": {"text": "Ferie"}}
    assert health.ask("PATCH", plan, other, If_Match="*").status_code == 403
    assert health.ask("PATCH", f"/citizens/{amira.citizen}", {"name": "Anna"}, If_Match="*").status_code == 403
    assert revision(amira) == before


def test_what_is_over_is_closed_before_anything_is_written(health: Machine, app: Flask, amira: Plan) -> None:
    give(amira)
    own = let_in(app, "job", departments=("employment",))
    clock.start(clock.now() + timedelta(days=400))
    path = f"/plans/{amira.id}/steps/by-ref/job/s-1"
    assert own.ask("PUT", path, _law(amira, "health"), **NEW).status_code == 201
    with db.reading() as connection:
        ended = select(func.count()).where(Entry.plan_id == amira.id, Entry.verb == "consent_over")  # type: ignore[arg-type]
        assert connection.scalar(ended) == 1
    assert _put(health, amira, _law(amira, "health")).status_code == 404


def test_what_is_kept_from_the_contact_person_is_kept_from_whoever_writes(health: Machine, amira: Plan) -> None:
    give(amira)
    added = _put(health, amira, _law(amira, "health"))
    hide(amira, amira.bo, "health")
    change = {"title": {"text": "Andet"}}
    by_ref = health.ask("PUT", f"/plans/{amira.id}/steps/by-ref/sundhed/s-1", change, If_Match="*")
    by_id = health.ask("PATCH", f"/plans/{amira.id}/steps/{added.json['id']}", change, If_Match="*")
    assert (by_ref.status_code, by_id.status_code) == (404, 404)


def test_a_step_on_a_track_without_a_yes_is_neither_heard_nor_written(health: Machine, amira: Plan) -> None:
    give(amira)
    step = agreed(amira, "Gældsrådgivning", tracks=["health", "work"])
    path, words = f"/plans/{amira.id}/steps/{step}", {"title": {"text": "Andre ord"}}
    assert str(step) not in health.get(f"/plans/{amira.id}/steps").text and health.get(path).status_code == 404
    assert health.ask("PATCH", path, words, If_Match="*").status_code == 404
    assert str(step) not in health.get("/changes?after=0").text
    give(amira, "sharing.health_work")
    assert health.get(path).json["tracks"] == ["health", "work"]
    assert str(step) in health.get("/changes?after=0").text
    assert health.ask("PATCH", path, words, If_Match="*").json["title"]["text"] == "Andre ord"


def test_when_one_of_its_tracks_is_hidden_the_step_is_gone_for_who_heard_of_it(health: Machine, amira: Plan) -> None:
    give(amira), give(amira, "sharing.health_work")
    step = agreed(amira, "Gældsrådgivning", tracks=["health", "work"])
    at = health.get("/changes").json["next"]
    journey.hide_tracks(amira.citizen, amira.id, amira.bo, {"work"})
    journey.complete(amira.citizen, amira.id, step, row(Step, step)["state"])
    items = health.get(f"/changes?after={at}").json["items"]
    assert [each["deleted"] for each in items if each["subject"]["id"] == str(step)] == [True]
