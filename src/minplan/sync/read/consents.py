"""Consents as a system reads them: those to its own departments, and for the contact person's whom it may tell."""

from typing import Any
from uuid import UUID

from sqlalchemy import or_

from minplan import access, clock, db
from minplan.sync import paging
from minplan.sync.caller import Caller
from minplan.sync.read.opening import Opened, served
from minplan.sync.shapes.consent import Consent
from minplan.sync.shapes.page import Page, Paging
from minplan.sync.store import consents as store, plans


def consents(caller: Caller, found: Opened) -> list[Consent]:
    """The yeses on a plan that is open: to the caller's departments, and as the contact person's each to be told."""
    concerns = store.of_departments(served(caller))
    if found.own:
        concerns = or_(concerns, store.sharing_of(None))
    of_plan = store.of_plan(found.view.plan.id)
    rows = store.found(found.view.connection, caller.municipality_id, of_plan, concerns)
    return [_written(row) for row in rows]


def every_consent(caller: Caller, which: Paging) -> Page[Any]:
    """The same of all plans, also where a yes has ended and nothing else is heard of the plan any more. Each citizen
    reads once a day that they stood in its list."""
    after, theirs = paging.after_of(which.after), served(caller)
    with db.reading() as connection:
        names = plans.own_names(connection, caller.municipality_id, theirs) if theirs else None
        concerns = or_(store.of_departments(theirs), store.sharing_of(names))
        rows = store.found(connection, caller.municipality_id, concerns, after=after, most=which.limit + 1)
    rows, onward = paging.cut(rows, which.limit)
    access.note_list_of_system(caller.person_id, list({row.plan_id for row in rows}))
    return Page[Any](items=[_written(row) for row in rows], next=onward)


def to_them(caller: Caller, plan_id: UUID) -> list[Consent]:
    """The yeses on a plan to the caller's own departments, whether it hears of the plan otherwise or not."""
    with db.reading() as connection:
        only = (store.of_plan(plan_id), store.of_departments(served(caller)))
        return [_written(row) for row in store.found(connection, caller.municipality_id, *only)]


def _written(row: Any) -> Consent:
    return Consent(
        id=row.id,
        plan=row.plan_id,
        kind=row.kind,
        department=row.department,
        topic=row.topic,
        given_at=row.given_at,
        until=row.until,
        withdrawn_at=row.withdrawn_at,
        runs=row.withdrawn_at is None and row.until >= clock.today(),
    )
