"""When a citizen is forgotten, so is what systems call them, and every message about them, whatever became of it."""

from typing import Any
from uuid import UUID

from cast import Plan
from flask import Flask
from on_each import amira, app
from sqlalchemy import select
from systems import Machine, let_in

from minplan import db
from minplan.own_data.actions import ended
from minplan.sync.external_ref import ExternalRef
from minplan.sync.inbox_message import InboxMessage

__all__ = ["amira", "app"]
_ref = ExternalRef.__table__  # type: ignore[attr-defined]
_message = InboxMessage.__table__  # type: ignore[attr-defined]
SECRET = {"title": {"text": "Hemmelige ord"}}


def _sent(name: str, plan: str) -> list[dict[str, Any]]:
    """A citizen by this name, and messages of every fate about them."""
    one = {"type": "step", "subject": f"{name}-s", "plan": plan, "version": 2, "data": SECRET}
    waits = SECRET | {"goal": {"system": "fagsystem", "id": "nobody"}}
    sent = [
        one,  # refused: it is not whole
        one | {"subject": f"{name}-by-name", "plan": name},
        one | {"subject": f"{name}-unreadable", "version": "1"},
        one | {"subject": f"{name}-named-unreadable", "plan": name, "version": "1"},
        one | {"subject": f"{name}-m", "type": "milestone", "data": waits},
        {"type": "plan", "subject": f"{name}-p", "plan": name, "version": 1, "data": {}},
        {"type": "plan", "subject": f"{name}-p", "version": 2, "data": SECRET},
        {"type": "citizen", "subject": name, "version": 1, "data": {"language": "ar"}},
        {"type": "citizen", "subject": name, "version": 3, "data": {"name": "Karin"}},
        {"type": "citizen", "subject": name, "version": 2, "data": {"name": "Karin"}},
    ]
    return [each | {"id": f"{name}-{at}"} for at, each in enumerate(sent)]


def _left() -> tuple[set[str], set[str]]:
    with db.reading() as connection:
        names = connection.execute(select(_ref.c.external_id)).scalars()
        return set(names), set(connection.execute(select(_message.c.message_id)).scalars())


def test_what_systems_call_a_citizen_and_sent_about_them_goes_with_them(
    app: Flask, machine: Machine, amira: Plan
) -> None:
    made: dict[str, Any] = {}
    for name in ("sag-1", "sag-2"):
        sent = {"name": "Karin", "contact": str(amira.bo)}
        answer = machine.ask("PUT", f"/citizens/by-ref/fagsystem/{name}", sent, If_None_Match="*")
        made[name] = answer.json
        came = machine.ask("POST", "/inbox", {"messages": _sent(name, answer.json["plan"])}).json["items"]
        assert {each["outcome"] for each in came} == {"done", "older", "refused", "waiting"}, came
    other = let_in(app, "andet")
    sent = {"type": "plan", "subject": "X", "plan": made["sag-1"]["plan"].upper(), "version": "1", "id": "x"}
    assert other.ask("POST", "/inbox", {"messages": [sent]}).json["items"][0]["outcome"] == "refused"
    ended.empty(UUID(made["sag-1"]["plan"]))
    names, messages = _left()
    assert names == {"sag-2", "sag-2-p"} and messages == {each["id"] for each in _sent("sag-2", "")}


def test_of_what_is_refused_it_is_known_of_which_plan_it_is(machine: Machine, amira: Plan) -> None:
    for_all = {"type": "step", "subject": "s-1", "plan": str(amira.id), "version": 1, "data": SECRET}
    machine.ask("POST", "/inbox", {"messages": [for_all | {"id": "m-1"}]})
    lot = [for_all | {"id": f"m-{at}", "subject": f"s-{at}"} for at in (2, 3)]
    machine.ask("POST", "/inbox", {"messages": lot})
    with db.reading() as connection:
        found = connection.execute(select(_message.c.state, _message.c.plan_id)).all()
    assert found == [("refused", amira.id)] * 3


def test_a_citizens_name_is_of_their_plan(machine: Machine, amira: Plan) -> None:
    sent = {"name": "Karin", "contact": str(amira.bo)}
    made = machine.ask("PUT", "/citizens/by-ref/fagsystem/c-1", sent, If_None_Match="*").json
    with db.reading() as connection:
        assert [str(each) for each in connection.execute(select(_ref.c.plan_id)).scalars()] == [made["plan"]]
