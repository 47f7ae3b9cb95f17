"""Which of the things that messages wait for are there by now."""

from collections.abc import Collection
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, select, tuple_

from minplan.journey.goal import Goal, Milestone
from minplan.sync.external_ref import ExternalRef
from minplan.sync.shapes.inbox import Wanted

_ref = ExternalRef.__table__  # type: ignore[attr-defined]
# What is suggested has an id already, and stands here once the citizen has said yes.
_LANDED: dict[str, Any] = {"goal": Goal.__table__, "milestone": Milestone.__table__}  # type: ignore[attr-defined]
AT_ONCE = 400


def come(connection: Connection, municipality: str, wanted: Collection[Wanted]) -> list[Wanted]:
    """Those of these that are there."""
    found: list[Wanted] = []
    every = list(wanted)
    for at in range(0, len(every), AT_ONCE):
        found += _come(connection, municipality, every[at : at + AT_ONCE])
    return found


def _come(connection: Connection, municipality: str, wanted: list[Wanted]) -> list[Wanted]:
    named = _named(connection, municipality, wanted)
    ids = {each: _own_id(each) or named.get((each.type, each.system, each.id)) for each in wanted}
    landed = {type: _landed(connection, table, ids, type) for type, table in _LANDED.items()}
    return [each for each, id in ids.items() if id and id in landed.get(each.type, (id,))]


def _named(connection: Connection, municipality: str, wanted: list[Wanted]) -> dict[tuple[str, str, str], UUID]:
    """Our ids by what they are waited for as. A plan goes by the name of its citizen, too."""
    names = [(each.system, type, each.id) for each in wanted for type in _types(each)]
    keys = tuple_(_ref.c.system, _ref.c.type, _ref.c.external_id)
    found = select(*_ref.c["system", "type", "external_id", "subject_id"])
    rows = connection.execute(found.where(_ref.c.municipality_id == municipality, keys.in_(names)))
    told = {(row.type, row.system, row.external_id): row.subject_id for row in rows}
    return told | {("plan", *rest): id for (type, *rest), id in told.items() if type == "citizen"}


def _types(wanted: Wanted) -> tuple[str, ...]:
    return ("plan", "citizen") if wanted.type == "plan" else (wanted.type,)


def _landed(connection: Connection, table: Any, ids: dict[Wanted, UUID | None], type: str) -> set[UUID]:
    asked = [id for each, id in ids.items() if each.type == type and id]
    return set(connection.execute(select(table.c.id).where(table.c.id.in_(asked))).scalars()) if asked else set()


def _own_id(wanted: Wanted) -> UUID | None:
    return UUID(wanted.id) if not wanted.system else None
