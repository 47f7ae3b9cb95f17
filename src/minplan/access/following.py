"""The reading door for a system that follows many plans: each is opened as one is, and each citizen reads of it."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, bindparam, insert, select
from sqlmodel import Session

from minplan import clock, db
from minplan.access import store
from minplan.access.eyes import close_what_is_over
from minplan.access.opening import Opening
from minplan.access.view import AN_HOUR, View

_opening = Opening.__table__.c  # type: ignore[attr-defined]
_NOTED: Any = db.Query(
    select(_opening.plan_id).where(
        _opening.plan_id.in_(bindparam("plans", expanding=True)),
        _opening.person_id == bindparam("person_id"),
        _opening.what == bindparam("what"),
        _opening.at > bindparam("since"),
    )
)


@contextmanager
def views(system_id: UUID, plan_ids: Collection[UUID], what: str) -> Iterator[dict[UUID, View]]:
    """Those of the plans that a system may open, in a number of selects that they do not change.

    What a yes showed until yesterday is hidden first. That one was read is written down once an hour, of all at once.
    """
    with db.reading() as connection:
        found = store.find_for_system(connection, system_id, plan_ids)
        opened = {plan: View(connection, *each) for plan, each in found.items()}
        over = [plan for plan, view in opened.items() if view.plan.has_a_yes_that_is_over(clock.today())]
        if not over:
            _write_down(connection, opened, system_id, what)
            yield opened
            return
    for plan in over:
        close_what_is_over(plan)
    with views(system_id, plan_ids, what) as again:
        yield again


def all_within(session: Session, system_id: UUID, plan_ids: Collection[UUID]) -> dict[UUID, View]:
    """Those of the plans that a system may open, in the middle of a transaction that is about to change them."""
    connection = session.connection()
    found = store.find_for_system(connection, system_id, plan_ids)
    return {plan: View(connection, *each) for plan, each in found.items()}


def _write_down(connection: Connection, opened: dict[UUID, View], system_id: UUID, what: str) -> None:
    now = clock.now()
    values = {"plans": list(opened), "person_id": system_id, "what": what, "since": now - AN_HOUR}
    noted = {row.plan_id for row in _NOTED(connection, **values)} if opened else set()
    rows = [
        {name: getattr(view.viewer, name) for name in ("person_id", "relation", "name", "role", "department")}
        | {"municipality_id": view.plan.municipality_id, "plan_id": plan, "at": now, "what": what, "reason": None}
        for plan, view in opened.items()
        if plan not in noted
    ]
    if rows:
        with db.noting() as session:
            session.execute(insert(Opening), rows)
