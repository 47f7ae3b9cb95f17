"""Goals and milestones that a system sends: suggested, and the citizen's own from their yes on."""

from typing import Any

import pytest
from answering import answer_newest
from cast import Plan
from systems import Machine

NEW = {"If_None_Match": "*"}
GOAL = {"title": {"text": "Et job med dyr"}, "track": "work"}


def _at(amira: Plan, what: str, ref: str) -> str:
    return f"/plans/{amira.id}/{what}/by-ref/fagsystem/{ref}"


@pytest.fixture
def goal(machine: Machine, amira: Plan) -> Any:
    """A goal that waits for Amira's answer."""
    return machine.ask("PUT", _at(amira, "goals", "g-1"), GOAL, **NEW)


def test_a_goal_is_suggested_and_keeps_its_id_when_the_citizen_says_yes(
    machine: Machine, amira: Plan, goal: Any
) -> None:
    assert (goal.status_code, goal.json["state"], goal.json["title"]["text"]) == (202, "suggested", "Et job med dyr")
    path = goal.headers["Location"].removeprefix("/api/v1")
    assert machine.get(path).json == goal.json
    answer_newest(amira, "yes")
    agreed = machine.get(path).json
    assert (agreed["id"], agreed["state"], agreed["title"]["text"]) == (goal.json["id"], "agreed", "Et job med dyr")
    assert agreed["external_refs"] == [{"system": "fagsystem", "id": "g-1"}]


def test_the_way_from_a_goal_to_a_step_is_sent_as_the_citizen_says_yes(
    machine: Machine, amira: Plan, goal: Any
) -> None:
    sent = {"goal": {"system": "fagsystem", "id": "g-1"}, "title": {"text": "Kende et sted"}}
    at = _at(amira, "milestones", "m-1")
    early = machine.ask("PUT", at, sent, **NEW)
    assert (early.status_code, early.json["errors"]) == (422, [{"pointer": "/goal", "code": "not_yet_there"}])
    answer_newest(amira, "yes")
    landmark = machine.ask("PUT", at, sent, **NEW)
    assert (landmark.status_code, landmark.json["goal"]) == (202, goal.json["id"])
    step = {
        "milestone": {"system": "fagsystem", "id": "m-1"}, "kind": "agreed", "title": {"text": "Ring til et sted"},
        "why": {"text": "Så ved vi mere"}, "tracks": ["work"],
    }  # fmt: skip
    assert machine.ask("PUT", _at(amira, "steps", "s-1"), step, **NEW).json["errors"][0]["code"] == "not_yet_there"
    answer_newest(amira, "yes")
    added = machine.ask("PUT", _at(amira, "steps", "s-1"), step, **NEW)
    assert (added.status_code, added.json["milestone"]) == (202, landmark.json["id"])
    assert machine.ask("PUT", _at(amira, "steps", "s-1"), step, **NEW).status_code == 200


def test_what_the_citizen_has_said_yes_to_is_theirs(machine: Machine, amira: Plan, goal: Any) -> None:
    answer_newest(amira, "yes")
    at = _at(amira, "goals", "g-1")
    again = machine.ask("PUT", at, GOAL, If_Match="*")
    assert (again.status_code, again.json["state"]) == (200, "agreed")
    for sent, code in (({"title": {"text": "Andet"}}, "citizens_own"), ({"track": "health"}, "fixed")):
        refused = machine.ask("PUT", at, sent, If_Match="*")
        assert (refused.status_code, refused.json["errors"][0]["code"]) == (422, code)
    assert machine.ask("DELETE", at, If_Match="*").status_code == 403


def test_a_suggested_goal_is_said_anew_and_taken_back(machine: Machine, amira: Plan, goal: Any) -> None:
    at = _at(amira, "goals", "g-1")
    anew = machine.ask("PUT", at, {"title": {"text": "Et job ude"}}, If_Match=goal.headers["ETag"])
    assert (anew.status_code, anew.json["title"]["text"], anew.json["track"]) == (202, "Et job ude", "work")
    assert anew.json["external_refs"] == goal.json["external_refs"]
    assert machine.ask("DELETE", at, If_Match=goal.headers["ETag"]).status_code == 412
    assert machine.ask("DELETE", at, If_Match=anew.headers["ETag"]).status_code == 204
    assert machine.get(f"/plans/{amira.id}/goals").json["items"] == []


def test_a_goal_that_was_turned_down_stays_so(machine: Machine, amira: Plan, goal: Any) -> None:
    answer_newest(amira, "no")
    assert machine.ask("PUT", _at(amira, "goals", "g-1"), GOAL, **NEW).status_code == 409
    assert machine.get(f"/plans/{amira.id}/goals/{goal.json['id']}").status_code == 404


def test_the_citizens_own_goal_is_not_there_for_writing(machine: Machine, amira: Plan) -> None:
    landmark = {"goal": str(amira.milestone), "title": {"text": "x"}}
    refused = machine.ask("PUT", _at(amira, "milestones", "m-1"), landmark, **NEW)
    assert refused.json["errors"] == [{"pointer": "/goal", "code": "not_there"}]
    assert machine.ask("PATCH", f"/plans/{amira.id}/milestones/{amira.milestone}", {}, If_Match="*").status_code == 404
