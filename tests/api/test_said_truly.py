"""A refusal says what is so, and what cannot be done as it was sent is refused and not left out."""

from typing import Any

import pytest
from cast import Plan
from systems import Machine
from systems_plan import to_send

NEW, ANY = {"If_None_Match": "*"}, {"If_Match": "*"}
NUMBER = "999999-0001"


@pytest.fixture
def step(amira: Plan) -> dict[str, Any]:
    """What a system sends."""
    return to_send(amira)


def _at(amira: Plan, what: str = "steps") -> str:
    return f"/plans/{amira.id}/{what}/by-ref/fagsystem/x-1"


def test_what_was_expected_is_said(machine: Machine, amira: Plan, step: dict[str, Any]) -> None:
    refused = machine.ask("PUT", _at(amira), step, **ANY)
    assert (refused.status_code, refused.json["detail"]) == (412, "If-Match asks for something, and there is nothing.")
    made = machine.ask("PUT", _at(amira), step, **NEW)
    other = {"title": {"text": "Et andet besøg"}}
    refused = machine.ask("PUT", _at(amira), other, **NEW)
    assert (refused.status_code, refused.json["detail"][:16]) == (412, "If-None-Match: *")
    assert machine.ask("PUT", _at(amira), other, If_Match=made.headers["ETag"]).status_code == 200
    refused = machine.ask("PUT", _at(amira), {"title": {"text": "Et tredje"}}, If_Match=made.headers["ETag"])
    assert refused.status_code == 412 and "detail" not in refused.json


def test_one_id_of_a_system_for_a_thing(machine: Machine, amira: Plan) -> None:
    karin = {"name": "Karin", "contact": str(amira.bo)}
    look = {"number": NUMBER, "ref": "c-1", "create": karin}
    assert machine.ask("POST", "/citizens/lookup", look).status_code == 201
    refused = machine.ask("POST", "/citizens/lookup", {"number": NUMBER, "ref": "c-2"})
    assert (refused.status_code, refused.json["detail"]) == (409, "It has another id of this system already.")
    machine.ask("PUT", "/citizens/by-ref/fagsystem/c-3", karin, **NEW)
    refused = machine.ask("POST", "/citizens/lookup", {"number": NUMBER, "ref": "c-3"})
    assert (refused.status_code, refused.json["detail"]) == (409, "This id stands for something else.")


@pytest.mark.parametrize(("more", "pointer", "code"), [
    ({"ball": {"holder": "citizen", "promised": "2026-11-30"}}, "/ball/promised", "only_of_municipality"),
    ({"title": {"text": "Besøg", "phrase": "nope"}}, "/title/phrase", "read_only"),
    ({"when_on": 1797000000}, "/when_on", "not_iso"), ({"when_on": "20261130"}, "/when_on", "not_iso"),
    ({"when_at": "1797000000"}, "/when_at", "not_iso"), ({"when_at": 1797000000.5}, "/when_at", "not_iso"),
])  # fmt: skip
def test_what_would_be_left_out_is_refused(
    machine: Machine, amira: Plan, step: dict[str, Any], more: Any, pointer: str, code: str
) -> None:
    refused = machine.ask("PUT", _at(amira), step | more, **NEW)
    assert refused.status_code == 422 and refused.json["errors"] == [{"pointer": pointer, "code": code}]


def test_a_moment_is_no_number(machine: Machine, amira: Plan) -> None:
    sent = {"starts": 1797000000, "ends": "2026-12-11T11:00:00+01:00"}
    refused = machine.ask("PUT", _at(amira, "meetings"), sent, **NEW)
    assert refused.json["errors"] == [{"pointer": "/starts", "code": "not_iso"}]


def test_a_phrase_may_come_back_as_it_was_read(machine: Machine, amira: Plan, step: dict[str, Any]) -> None:
    made = machine.ask("PUT", _at(amira), step, **NEW)
    seen = made.json["title"]
    assert machine.ask("PUT", _at(amira), {"title": seen}, **ANY).headers["ETag"] == made.headers["ETag"]
    refused = machine.ask("PUT", _at(amira), {"title": seen | {"phrase": "nope"}}, **ANY)
    assert refused.json["errors"] == [{"pointer": "/title/phrase", "code": "read_only"}]
