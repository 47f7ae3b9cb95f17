"""A refusal points at the very field that was sent, wherever in the body it stands."""

from typing import Any

import pytest
from cast import Plan
from systems import Machine
from systems_plan import to_send

NEW = {"If_None_Match": "*"}
PAST = "2020-01-01"


@pytest.fixture
def step(amira: Plan) -> dict[str, Any]:
    """What a system sends."""
    return to_send(amira)


def told(answer: Any) -> dict[str, str]:
    assert answer.status_code in (400, 422), answer.text
    return {each["pointer"]: each["code"] for each in answer.json["errors"]}


def _of_message(answer: Any) -> dict[str, str]:
    return {each["pointer"]: each["code"] for each in answer.json["items"][0]["errors"]}


@pytest.mark.parametrize("more", [
    {"ball": {"holder": "municipality", "promised": PAST}}, {"when_on": PAST}, {"when_at": f"{PAST}T09:00:00Z"},
])  # fmt: skip
def test_a_day_gone_by_is_pointed_at_where_it_stands(
    machine: Machine, amira: Plan, step: dict[str, Any], more: Any
) -> None:
    at, field = (
        f"/plans/{amira.id}/steps/by-ref/fagsystem/s-1",
        "/ball/promised" if "ball" in more else f"/{[*more][0]}",
    )
    assert told(machine.ask("PUT", at, step | more, **NEW)) == {field: "in_the_past"}
    assert machine.ask("PUT", at, step, **NEW).status_code == 201
    assert told(machine.ask("PUT", at, more, If_Match="*")) == {field: "in_the_past"}


def test_what_is_missing_of_a_citizen_to_add_is_pointed_at_in_create(machine: Machine) -> None:
    asked: dict[str, Any] = {"number": "010190-9999", "create": {"name": "Karin"}}
    assert told(machine.ask("POST", "/citizens/lookup", asked)) == {"/create/contact": "required"}
    asked["create"]["contact"] = {"system": "fagsystem", "id": "nobody"}
    assert told(machine.ask("POST", "/citizens/lookup", asked)) == {"/create/contact": "not_yet_there"}
    assert told(machine.ask("POST", "/citizens/lookup", {"number": "x", "ref": "c-1"})) == {"/number": "bad_id_number"}


def test_a_ref_that_cannot_be_used_is_pointed_at_in_the_body(machine: Machine, amira: Plan) -> None:
    create = {"name": "Karin", "contact": str(amira.bo)}
    answer = machine.ask("POST", "/citizens/lookup", {"number": "010190-9999", "ref": "/c-1", "create": create})
    assert [*told(answer)] == ["/ref"]


@pytest.mark.parametrize("body", [[], "x", 1])
def test_a_body_of_another_kind_is_pointed_at_as_a_whole(machine: Machine, amira: Plan, body: Any) -> None:
    assert [*told(machine.ask("PUT", f"/plans/{amira.id}/steps/by-ref/fagsystem/s-1", body, **NEW))] == [""]


def test_a_message_with_an_id_number_says_where(machine: Machine, amira: Plan, step: dict[str, Any]) -> None:
    data = step | {"title": {"text": "Om 010190-1234"}, "milestone": {"system": "nav", "id": "sag-0101901234"}}
    sent = {"id": "m-1", "type": "step", "subject": "s-1", "plan": str(amira.id), "version": 1, "data": data}
    answer = machine.ask("POST", "/inbox", {"messages": [sent]})
    assert _of_message(answer) == {"/data/title/text": "id_number", "/data/milestone/id": "id_number"}
    assert "0101" not in answer.text


def test_an_id_number_that_is_a_name_of_a_member_is_not_said_again(machine: Machine, amira: Plan) -> None:
    sent = {"id": "m-1", "type": "step", "subject": "s-1", "plan": str(amira.id), "version": 1,
            "data": {"title": {"0101901234": "010190-1234"}, "sag0101901234": "010190-1234"}}  # fmt: skip
    answer = machine.ask("POST", "/inbox", {"messages": [sent]})
    assert _of_message(answer) == {"/data/title": "id_number", "/data": "id_number"}


def test_a_message_whose_data_has_a_strange_member_is_pointed_at_as_a_whole(machine: Machine, amira: Plan) -> None:
    sent = {"id": "m-1", "type": "step", "subject": "s-1", "plan": str(amira.id), "version": 1, "data": {"æ ø": 1}}
    answer = machine.ask("POST", "/inbox", {"messages": [sent]})
    assert _of_message(answer) == {"/data": "extra_forbidden"}


def test_a_meeting_that_is_over_is_pointed_at_by_its_state(machine: Machine, amira: Plan) -> None:
    at = f"/plans/{amira.id}/meetings/by-ref/fagsystem/m-1"
    times = {"starts": "2026-11-24T10:00:00+01:00", "ends": "2026-11-24T11:00:00+01:00"}
    assert machine.ask("PUT", at, times, **NEW).status_code == 202
    off = {"state": "cancelled", "because": {"text": "Bo er syg"}}
    assert machine.ask("PUT", at, off, If_Match="*").status_code == 200
    later = {"starts": "2026-11-25T10:00:00+01:00", "because": {"text": "En anden dag"}}
    assert told(machine.ask("PUT", at, later, If_Match="*")) == {"/state": "meeting_changed"}


@pytest.mark.parametrize("ref", ["a%20b", "%C3%A6", "x" * 201, "a%00", "a%0Ab", "%2Fa"])
def test_an_id_of_theirs_that_cannot_be_used_is_told_so(machine: Machine, amira: Plan, ref: str) -> None:
    at = f"/plans/{amira.id}/steps/by-ref/fagsystem/{ref}"
    answer = machine.ask("PUT", at, {}, **NEW)
    assert (answer.status_code, [*told(answer)]) == (400, ["ref"])
    assert machine.get(at).status_code == 404
