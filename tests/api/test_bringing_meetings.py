"""Meetings that a system proposes, moves and calls off."""

from typing import Any

import pytest
from cast import Plan
from systems import Machine, let_in

from minplan import access, meeting

NEW = {"If_None_Match": "*"}
MEETING = {
    "kind": "law", "starts": "2026-11-24T10:00:00+01:00", "ends": "2026-11-24T11:00:00+01:00", "place": "Rådhuset",
    "mode": "office",
}  # fmt: skip
BECAUSE = {"because": {"text": "Bo er på kursus"}}


def _at(amira: Plan) -> str:
    return f"/plans/{amira.id}/meetings/by-ref/fagsystem/m-1"


@pytest.fixture
def offered(machine: Machine, amira: Plan) -> Any:
    """A meeting that waits for Amira's yes."""
    return machine.ask("PUT", _at(amira), MEETING, **NEW)


def _say_yes(amira: Plan, offered: Any) -> None:
    with access.view(amira.citizen, amira.id) as view:
        (found,) = meeting.every(view)
    meeting.accept(amira.citizen, amira.id, found.id, found.starts)


def test_a_meeting_is_proposed_and_is_with_the_contact_person(machine: Machine, amira: Plan, offered: Any) -> None:
    assert (offered.status_code, offered.json["state"], offered.json["offered_by"]) == (202, "offered", "municipality")
    assert machine.ask("PUT", _at(amira), MEETING, **NEW).json == offered.json
    with access.view(amira.citizen, amira.id) as view:
        (found,) = meeting.every(view)
    assert found.host == "Bo"


def test_an_agreed_one_is_moved_and_says_why(machine: Machine, amira: Plan, offered: Any) -> None:
    _say_yes(amira, offered)
    assert machine.ask("PUT", _at(amira), MEETING, If_Match="*").status_code == 200
    later = {"starts": "2026-11-25T10:00:00+01:00"}
    refused = machine.ask("PUT", _at(amira), later, If_Match="*")
    assert refused.json["errors"] == [{"pointer": "/because", "code": "required"}]
    moved = machine.ask("PUT", _at(amira), later | BECAUSE, If_Match="*")
    assert (moved.status_code, moved.json["state"], moved.json["ends"]) == (202, "offered", "2026-11-25T11:00:00+01:00")
    assert machine.ask("PUT", _at(amira), later | BECAUSE, If_Match="*").status_code == 200
    assert machine.ask("PUT", _at(amira), {"place": "Biblioteket"}, If_Match="*").status_code == 202


def test_it_is_called_off_once_and_says_why(machine: Machine, amira: Plan, offered: Any) -> None:
    _say_yes(amira, offered)
    off = {"state": "cancelled"}
    assert machine.ask("PUT", _at(amira), off, If_Match="*").status_code == 422
    done = machine.ask("PUT", _at(amira), off | BECAUSE, If_Match="*")
    assert (done.status_code, done.json["cancelled_by"]) == (200, "municipality")
    again = machine.ask("PUT", _at(amira), off | BECAUSE, If_Match="*")
    assert (again.status_code, again.headers["ETag"]) == (200, done.headers["ETag"])
    assert machine.ask("PUT", _at(amira), {"state": "closed"}, If_Match="*").status_code == 403


@pytest.mark.parametrize(
    ("sent", "pointer", "code"),
    [
        ({"starts": "2020-11-24T10:00:00+01:00"}, "/starts", "past"),
        ({"ends": "2026-11-24T10:01:00+01:00"}, "/ends", "bad_length"),
        ({"ends": None}, "/ends", "required"),
        ({"offered_by": "citizen"}, "/offered_by", "read_only"),
        ({"place": "010190-1234"}, "/place", "id_number"),
        ({"place": "a" * 81}, "/place", "string_too_long"),
    ],
)
def test_what_cannot_be_proposed_is_told_by_field(
    machine: Machine, amira: Plan, sent: Any, pointer: str, code: str
) -> None:
    when = {"ends": "2020-11-24T11:00:00+01:00"} if code == "past" else {}
    refused = machine.ask("PUT", _at(amira), MEETING | when | sent, **NEW)
    assert (refused.status_code, refused.json["errors"]) == (422, [{"pointer": pointer, "code": code}])


def test_a_department_that_is_only_told_of_a_track_proposes_no_meeting(app: Any, amira: Plan) -> None:
    other = let_in(app, "fagsystem", "home", departments=("Sundhedshuset",))
    assert other.ask("PUT", _at(amira), MEETING, **NEW).status_code == 404
