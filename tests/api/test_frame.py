"""Who asks is asked for a key; every refusal is a problem document."""

import pytest
from cast import Plan, said
from flask import Flask
from systems import Machine, let_in

from minplan import journey


def _agreed(amira: Plan):
    words = {"title": said("Besøg skolen"), "why": said("For at se den"), "law": "LAB § 1"}
    new = journey.NewStep(milestone=amira.milestone, tracks=["health"], kind="law", **words)
    return journey.add_step(amira.bo, amira.id, new).subject_id


def test_a_step_of_the_case_is_read_with_a_strong_etag(machine: Machine, amira: Plan) -> None:
    step = _agreed(amira)
    answer = machine.get(f"/plans/{amira.id}/steps/{step}")
    assert answer.status_code == 200 and answer.json["title"] == {"text": "Besøg skolen", "lang": "da", "phrase": None}
    assert answer.headers["ETag"].startswith('"')
    assert machine.get(f"/plans/{amira.id}/steps/{step}").headers["ETag"] == answer.headers["ETag"]
    for seen in (answer.headers["ETag"], f'"x", W/{answer.headers["ETag"]}', "*"):
        assert machine.get(f"/plans/{amira.id}/steps/{step}", If_None_Match=seen).status_code == 304
    assert machine.get(f"/plans/{amira.id}/steps/{step}", If_None_Match='W/"x"').status_code == 200


def test_a_citizens_own_step_is_not_there(machine: Machine, amira: Plan) -> None:
    answer = machine.get(f"/plans/{amira.id}/steps/{amira.step}")
    assert (answer.status_code, answer.mimetype) == (404, "application/problem+json")
    assert answer.json["type"] == "/api/v1/problems/not-found"


@pytest.mark.parametrize("shown", ["", "Bearer", "Bearer mp_x", "Basic abc", "Bearer " + "mp_" + "a" * 43])
def test_without_a_key_nothing_is_told(app: Flask, amira: Plan, shown: str) -> None:
    answer = app.test_client().get(f"/api/v1/plans/{amira.id}/steps/{amira.step}", headers={"Authorization": shown})
    assert answer.status_code == 401 and answer.headers["WWW-Authenticate"] == "Bearer"


def test_a_missing_scope_is_told(app: Flask, amira: Plan) -> None:
    machine = let_in(app, "lille", "home", "consents:read")
    assert machine.get(f"/plans/{amira.id}/steps/{_agreed(amira)}").status_code == 403
