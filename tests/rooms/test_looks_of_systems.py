"""A citizen reads that a system looked when it was given something of their plan, and never when it was not."""

from typing import Any
from uuid import uuid4

import pytest
from cast import Plan
from consenting import give, works_in
from counting import selects
from props import row
from receiving import Receiver
from rooms.test_deliveries import caller, hooked, later, listed, receiver, states, system, tell
from sqlalchemy import Engine
from systems_plan import agreed, kept_back, shown

from minplan import access, clock, db, sharing, sync
from minplan.access import Opening
from minplan.errors import NotFound
from minplan.journey.step import Step
from minplan.sync.read.changes import changes
from minplan.sync.shapes import Following, Paging
from minplan.sync.store import feed

__all__ = ["caller", "listed", "receiver"]
_opening = Opening.__table__  # type: ignore[attr-defined]


def looks() -> list[tuple[str, str]]:
    """Of systems, as the citizens read them."""
    with db.reading() as connection:
        found = connection.execute(_opening.select().where(_opening.c.relation == "system").order_by(_opening.c.id))
        return [(each.name, each.what) for each in found]


def items(who: sync.Caller, after: str = "0") -> list[Any]:
    return changes(who, Following(after=after, limit=200)).items


@pytest.fixture
def clinic(amira: Plan) -> sync.Caller:
    """The system of another department than Bo's."""
    works_in(amira, amira.bo, "Jobcenter")
    return system("klinik", departments=("health",))


def test_who_hears_nothing_has_not_looked(amira: Plan, clinic: sync.Caller) -> None:
    agreed(amira)
    assert items(clinic) == [] and sync.plans(clinic, Paging()).items == []
    for look in (
        lambda: sync.plan(clinic, amira.id),
        lambda: sync.citizen(clinic, amira.citizen),
        lambda: sync.shelf(clinic, amira.id, "step", Paging()),
        lambda: sync.one(clinic, amira.id, "step", amira.step),
        lambda: sync.plan(clinic, uuid4()),
    ):
        with pytest.raises(NotFound):
            look()
    assert looks() == []
    with access.view(amira.citizen, amira.id) as view:
        assert [each.last for each in sync.readers(view)] == [None]


def test_what_is_not_there_was_not_read(amira: Plan, caller: sync.Caller) -> None:
    for look in (
        lambda: sync.one(caller, amira.id, "step", uuid4()),
        lambda: sync.one_by_ref(caller, amira.id, "step", "fagsystem", "1"),
    ):
        with pytest.raises(sync.Problem):
            look()
    assert sync.shelf(caller, amira.id, "meeting", Paging()).items == [] and looks() == []


def test_what_is_there_is_a_look_once_an_hour(amira: Plan, caller: sync.Caller) -> None:
    step = agreed(amira)
    for _ in range(2):
        sync.plan(caller, amira.id)
        sync.citizen(caller, amira.citizen)
        sync.one(caller, amira.id, "step", step)
        assert sync.shelf(caller, amira.id, "step", Paging()).items and items(caller)
    assert looks() == [("fagsystem", "case")]
    later(minutes=61)
    sync.shelf(caller, amira.id, "step", Paging())
    assert looks() == [("fagsystem", "case")] * 2


def test_that_something_is_gone_is_no_look(amira: Plan, caller: sync.Caller) -> None:
    shown(amira, "step", amira.step, row(Step, amira.step)["title_id"])
    kept_back(amira, "step", amira.step)
    assert {each.deleted for each in items(caller)} == {True} and looks() == []
    agreed(amira)
    assert items(caller) and looks() == [("fagsystem", "case")]


def test_that_a_yes_has_ended_is_read_by_whom_it_was_said_to(amira: Plan, clinic: sync.Caller) -> None:
    yes = give(amira)
    sharing.withdraw_consent(amira.citizen, amira.id, yes)
    assert {each.subject.type for each in items(clinic) if each.data} == {"consent"}
    assert looks() == [("klinik", "case")]


def test_of_many_plans_it_is_written_down_at_once(amira: Plan, caller: sync.Caller, database: Engine) -> None:
    agreed(amira)
    items(caller)
    later(hours=2)
    with selects(database) as one:
        items(caller)
    others = [sync.citizen(caller, each.citizen).plan for each in sync.plans(caller, Paging()).items]
    _seen_on(others)
    later(hours=2)
    before = len(looks())
    with selects(database) as all_of_them:
        items(caller)
    assert len(looks()) - before == len(others) == 2 and len(all_of_them) == len(one)


def _seen_on(plans: list[Any]) -> None:
    """Something that each system hears, on each of these plans."""
    said = {"revision": 1, "type": "plan", "what": "updated", "verb": "set_horizon", "municipality_id": access.HOME}
    with db.writing() as session:
        feed.put(session, [said | {"plan_id": plan, "subject_id": plan, "at": clock.now()} for plan in plans])


def test_a_webhook_that_is_told_nothing_has_not_looked(amira: Plan, clinic: sync.Caller, listed: Receiver) -> None:
    sync.sequence()
    hooked(clinic, listed)
    agreed(amira)
    tell()
    assert listed.got == [] and looks() == []
    give(amira)
    agreed(amira, "Ring")
    tell()
    assert listed.got and looks() == [("klinik", "case")]


def test_what_reached_nobody_is_no_look(amira: Plan, caller: sync.Caller, listed: Receiver) -> None:
    hooked(caller, listed)
    agreed(amira)
    listed.answers = lambda _: None
    tell()
    assert states() == ["waiting"] * 3 and looks() == []
    listed.answers = lambda _: 204
    later(minutes=1)
    tell()
    assert states() == ["delivered"] * 3 and looks() == [("fagsystem", "case")]
    agreed(amira, "Ring")
    tell()
    assert looks() == [("fagsystem", "case")], "once an hour"


def test_to_be_told_that_something_is_gone_is_no_look(amira: Plan, caller: sync.Caller, listed: Receiver) -> None:
    shown(amira, "step", amira.step, row(Step, amira.step)["title_id"])
    sync.sequence()
    hooked(caller, listed)
    kept_back(amira, "step", amira.step)
    tell()
    assert {got.event["type"].split(".")[3] for got in listed.got} == {"deleted"} and looks() == []
