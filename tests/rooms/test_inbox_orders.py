"""Messages in any order, cut into any requests, some of them twice: the same stands in the end."""

from itertools import pairwise
from typing import Any

import pytest
from cast import prepare, said
from databases import fresh
from hypothesis import HealthCheck, given, settings, strategies as st
from sqlalchemy import Engine, select

from minplan import access, db, journey, office, sync
from minplan.sync.inbox_message import InboxMessage
from minplan.sync.shapes import Messages

_row = InboxMessage.__table__  # type: ignore[attr-defined]


def _sent(plan: str, milestone: str) -> list[dict[str, Any]]:
    """A citizen, their caseworker and a suggestion; and on a plan that is there a step in three versions."""
    contact = {"system": "fagsystem", "id": "w-1"}
    law = {"milestone": milestone, "kind": "law", "law": "LAB § 27", "title": {"text": "A"}, "why": {"text": "B"},
           "tracks": ["health"]}  # fmt: skip
    on = {"type": "step", "subject": "s-1", "plan": "sag-1"}
    return [
        {"id": "w", "type": "caseworker", "subject": "w-1", "version": 1,
         "data": {"name": "Bodil", "email": "bodil@kommune.example"}},
        {"id": "c1", "type": "citizen", "subject": "b-1", "version": 1, "data": {"name": "Karin", "contact": contact}},
        {"id": "c2", "type": "citizen", "subject": "b-1", "version": 2, "data": {"name": "Karin Holm"}},
        {"id": "g", "type": "goal", "subject": "g-1", "plan": "b-1", "version": 1,
         "data": {"title": {"text": "Et job"}, "track": "work"}},
        {"id": "p", "type": "plan", "subject": "sag-1", "plan": plan, "version": 1, "data": {}},
        on | {"id": "s1", "version": 1, "data": law},
        on | {"id": "s2", "version": 2, "data": law | {"title": {"text": "A2"}}},
        on | {"id": "s3", "version": 3, "data": {"title": {"text": "A3"}}},
    ]  # fmt: skip


ORDERS = st.permutations(range(8))
CUTS = st.sets(st.integers(1, 7), max_size=4)
AGAIN = st.lists(st.integers(0, 7), max_size=4)


@pytest.mark.slow
@given(ORDERS, CUTS, AGAIN)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_in_whatever_order_they_come(sqlite: Engine, order: list[int], cuts: set[int], again: list[int]) -> None:
    fresh(sqlite)
    amira = prepare()
    law = journey.NewStep(milestone=amira.milestone, tracks=["health"], kind="law", law="LAB § 1",
                          title=said("Samtale"), why=said("Så ses vi"))  # fmt: skip
    journey.add_step(amira.bo, amira.id, law)
    new = sync.NewSystem(code="fagsystem", name="Fagsystem", scopes=sync.SCOPES)
    caller = sync.by_key(str(sync.add_system(office.operator(access.HOME), new)[1]))
    every = _sent(str(amira.id), str(amira.milestone))
    line = [every[at] for at in (*order, *again)]
    for begin, end in pairwise([0, *sorted(cuts), len(line)]):
        sync.receive(caller, Messages.model_validate({"messages": line[begin:end]}))
    _must_stand(caller, amira.id)


def _must_stand(caller: sync.Caller, plan: Any) -> None:
    with db.reading() as connection:
        states = {row.message_id: row.state for row in connection.execute(select(_row))}
    assert len(states) == 8 and set(states.values()) <= {"done", "older"}, states
    assert {name for name, state in states.items() if state == "done"} >= {"w", "c2", "g", "p", "s3"}
    step: Any = sync.one_by_ref(caller, plan, "step", "fagsystem", "s-1")
    assert step.title.text == "A3" and step.why.text == "B"
    citizen = sync.citizen(caller, sync.called(caller, "citizen", "fagsystem", "b-1"))
    goals: Any = sync.shelf(caller, citizen.plan, "goal", sync.shapes.Paging()).items
    assert citizen.name == "Karin Holm" and [each.title.text for each in goals] == ["Et job"]
