"""Messages that are taken in together have the effect that each has by itself, and cost less."""

from typing import Any

import pytest
from answering import revision
from cast import Plan, prepare, said
from databases import fresh
from followed import line
from sqlalchemy import Engine, event, select

from minplan import clock, db, journey, office, sync
from minplan.access import HOME
from minplan.sync.actions import inbox_lot
from minplan.sync.inbox_message import InboxMessage
from minplan.sync.shapes import Messages

_row = InboxMessage.__table__  # type: ignore[attr-defined]
EACH = 15  # statements; what a lot costs by itself comes on top


def goal(plan: object, at: object, version: int = 1, **more: Any) -> dict[str, Any]:
    data = {"title": {"text": f"Et job {version}"}, "track": "work"}
    return {"id": f"m-{at}-{version}", "type": "goal", "subject": f"g-{at}", "plan": str(plan), "version": version,
            "data": data, **more}  # fmt: skip


def system() -> sync.Caller:
    new = sync.NewSystem(code="fagsystem", name="Fagsystem", scopes=sync.SCOPES)
    return sync.by_key(str(sync.add_system(office.operator(HOME), new)[1]))


def sent(caller: sync.Caller, messages: list[Any]) -> list[Any]:
    return sync.receive(caller, Messages.model_validate({"messages": messages})).items


def _odd(plan: object) -> list[Any]:
    """Of one plan, of one subject, older, twice, taken back and sent anew, unreadable, and of people in between."""
    worker = {"id": "w", "type": "caseworker", "subject": "w-1", "version": 3,
              "data": {"name": "Bodil", "email": "bodil@kommune.example"}}  # fmt: skip
    case = {"id": "p", "type": "plan", "subject": "sag-1", "plan": str(plan), "version": 1, "data": {}}
    return [
        goal(plan, 1), goal(plan, 1, 3), goal(plan, 1, 2), goal(plan, 1), goal("sag-1", 2), "nothing", worker,
        worker | {"id": "w2", "version": 2, "data": {"name": "Bo"}}, case, goal("sag-1", 2, 2),
        goal(plan, 1, 4, deleted=True), goal(plan, 1, 5), goal(plan, 3, data={"track": "moon"}), goal(plan, 4),
        goal(None, 4, 2) | {"plan": None}, goal(None, 5) | {"plan": None}, goal(plan, 6, id="010180-1234"),
    ]  # fmt: skip


def _told(caller: sync.Caller, messages: list[Any], plan: Any) -> tuple[Any, ...]:
    items = [(each.id, each.outcome, each.reason, each.errors) for each in sent(caller, messages)]
    with db.reading() as connection:
        kept = connection.execute(select(*_row.c["message_id", "state", "version", "reason", "waits_for", "body"]))
        rows = sorted((tuple(row) for row in kept), key=lambda row: str(row[0]))
    goals: Any = [sync.one_by_ref(caller, plan, "goal", "fagsystem", f"g-{at}").title for at in (1, 2, 4)]
    return items, rows, goals


def test_a_lot_does_what_each_does_by_itself(database: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    found = []
    for most in (1, inbox_lot.LOT, 500):
        fresh(database)
        clock.start(clock.now().replace(microsecond=0))
        amira, caller = prepare(), system()
        monkeypatch.setattr(inbox_lot, "LOT", most)
        told = _told(caller, _odd(amira.id), amira.id)
        found.append(_without(told, str(amira.id)))
    assert found[0] == found[1] == found[2]
    outcomes = [outcome for _, outcome, *_ in told[0]]
    assert {"done", "older", "refused", "twice"} <= set(outcomes)


def _without(told: tuple[Any, ...], plan: str) -> str:
    return str(told).replace(plan, "PLAN")


def step(amira: Plan, version: int, **data: Any) -> dict[str, Any]:
    """What the law asks, so that nobody is asked for their yes."""
    return goal(amira.id, "s", version) | {"type": "step", "subject": "s-1", "data": data}


def test_what_is_undone_of_a_message_is_seen_by_none_after_it(database: Engine, amira: Plan) -> None:
    caller = system()
    asked = journey.NewStep(milestone=amira.milestone, tracks=["health"], kind="law", law="LAB § 1",
                            title=said("Samtale"), why=said("Så ses vi"))  # fmt: skip
    journey.add_step(amira.bo, amira.id, asked)
    law = {"milestone": str(amira.milestone), "kind": "law", "law": "LAB § 27", "title": {"text": "Samtale"},
           "why": {"text": "Det står der"}, "tracks": ["health"]}  # fmt: skip
    assert sent(caller, [step(amira, 1, **law)])[0].outcome == "done"
    before = revision(amira)
    found = sent(caller, [
        step(amira, 2, title={"text": "Halvt"}, state="waiting"),  # the words come first, then the missing day
        step(amira, 3, title={"text": "Samtale"}), step(amira, 4, why={"text": "Fordi"}),
        step(amira, 5, title={"text": "Møde"}), step(amira, 6, title={"text": "Møde"}), goal(amira.id, 1),
    ])  # fmt: skip
    assert [each.outcome for each in found] == ["refused", *["done"] * 5]
    now: Any = sync.one_by_ref(caller, amira.id, "step", "fagsystem", "s-1")
    assert (now.title.text, now.why.text, revision(amira)) == ("Møde", "Fordi", before + 3)


def test_what_comes_in_beside_a_lot_undoes_none_of_it(amira: Plan, monkeypatch: pytest.MonkeyPatch) -> None:
    caller, lay = system(), inbox_lot._laid

    def laid(*told: Any) -> Any:
        lot = lay(*told)
        lot.kept.discard("m-2-1")  # as if it had come since
        return lot

    sent(caller, [goal(amira.id, 2)])
    monkeypatch.setattr(inbox_lot, "_laid", laid)
    outcomes = [each.outcome for each in sent(caller, [goal(amira.id, at) for at in (1, 2, 3)])]
    assert outcomes == ["done", "twice", "done"]


def test_each_message_more_costs_as_little_as_the_one_before(database: Engine) -> None:
    amira, caller = prepare(), system()
    plans = [line(amira.bo, f"Borger {at}").plan for at in range(inbox_lot.LOT)]
    sent(caller, [goal(plan, f"before-{plan}") for plan in plans])
    counts = [_statements(database, caller, plans[:many], many) for many in (2, 4, inbox_lot.LOT)]
    each = {(more - fewer) / by for fewer, more, by in ((*counts[:2], 2), (*counts[1:], inbox_lot.LOT - 4))}
    assert each == {EACH}, counts


def _statements(database: Engine, caller: sync.Caller, plans: list[Any], turn: int) -> int:
    told: list[str] = []

    def tell(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        told.append(statement)

    event.listen(database, "before_cursor_execute", tell)
    items = sent(caller, [goal(plan, f"{turn}-{plan}") for plan in plans])
    event.remove(database, "before_cursor_execute", tell)
    assert {each.outcome for each in items} == {"done"}
    return len(told)
