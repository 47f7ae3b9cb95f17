"""What the plan's rules keep for people: the refusal says what it was about."""

from typing import Any

import pytest
from answering import answer_newest
from cast import Plan
from systems import Machine
from systems_plan import to_send

NEW, ANY = {"If_None_Match": "*"}, {"If_Match": "*"}


@pytest.fixture
def step(amira: Plan) -> dict[str, Any]:
    """A step to suggest."""
    whole = to_send(amira) | {"kind": "agreed"}
    return {name: value for name, value in whole.items() if name not in ("law", "ball")}


def _at(amira: Plan) -> str:
    return f"/plans/{amira.id}/steps/by-ref/fagsystem/s-1"


@pytest.mark.parametrize(("sent", "about"), [
    ({"state": "done"}, "state"), ({"state": "resting"}, "state"),
    ({"ball": {"holder": "citizen", "promised": "2026-11-30"}}, "promised"), ({"ball": {"holder": "both"}}, "ball"),
])  # fmt: skip
def test_what_is_not_a_systems_to_say(
    machine: Machine, amira: Plan, step: dict[str, Any], sent: Any, about: str
) -> None:
    machine.ask("PUT", _at(amira), step, **NEW)
    answer_newest(amira, "yes")
    refused = machine.ask("PUT", _at(amira), sent, **ANY)
    assert (refused.status_code, refused.json["detail"]) == (403, about)
    assert machine.ask("DELETE", _at(amira), **ANY).json["detail"] == "agreed"


def test_a_citizens_own_kind_of_step_is_theirs_to_add(machine: Machine, amira: Plan, step: dict[str, Any]) -> None:
    refused = machine.ask("PUT", _at(amira), step | {"kind": "own"}, **NEW)
    assert (refused.status_code, refused.json["detail"]) == (403, "kind")


def test_a_state_that_there_is_not_is_wrong_and_not_forbidden(machine: Machine, amira: Plan, step: Any) -> None:
    refused = machine.ask("PUT", _at(amira), step | {"state": "bogus"}, **NEW)
    assert (refused.status_code, refused.json["errors"][0]) == (422, {"pointer": "/state", "code": "literal_error"})
