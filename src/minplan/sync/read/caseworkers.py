"""Who works in the municipality, and who asks, as a system reads them."""

from typing import Any
from uuid import UUID

from sqlalchemy import Connection

from minplan import clock, db
from minplan.access import has_left
from minplan.sync import paging
from minplan.sync.caller import Caller
from minplan.sync.problem import Problem
from minplan.sync.read.refs import known
from minplan.sync.shapes.caseworker import Caseworker, Me
from minplan.sync.shapes.page import Page, Paging
from minplan.sync.store import caseworkers as store

_SAME = ("id", "name", "email", "phone", "role", "department")


def caseworkers(caller: Caller, which: Paging) -> Page[Any]:
    """A page of the municipality's professionals, also those who have left."""
    after = paging.after_of(which.after)
    with db.reading() as connection:
        rows = store.some(connection, caller.municipality_id, after, which.limit + 1)
        rows, onward = paging.cut(rows, which.limit)
        return Page[Any](items=_written(connection, caller, rows), next=onward)


def caseworker(caller: Caller, id: UUID) -> Caseworker:
    """One of them. Raises Problem."""
    with db.reading() as connection:
        return caseworker_in(connection, caller, id)


def caseworker_in(connection: Connection, caller: Caller, id: UUID) -> Caseworker:
    """The same in the middle of something else. Raises Problem."""
    row = store.one(connection, caller.municipality_id, id)
    if row is None:
        raise Problem("not-found")
    return _written(connection, caller, [row])[0]


def me(caller: Caller) -> Me:
    """Who asks."""
    return Me(
        id=caller.person_id,
        system=caller.code,
        municipality=caller.municipality_id,
        scopes=sorted(caller.scopes),
        departments=sorted(caller.departments),
    )


def _written(connection: Connection, caller: Caller, rows: list[Any]) -> list[Caseworker]:
    refs = known(connection, caller, [each.id for each in rows])
    return [
        Caseworker(
            **{name: getattr(each, name) for name in _SAME}, external_refs=refs(each.id),
            active=not has_left(each, clock.today()),
        )
        for each in rows
    ]  # fmt: skip
