"""What has opened plans for systems, and closed them: as the journal tells it, whatever holds by now."""

from collections.abc import Collection
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, select, tuple_

from minplan.access import Consent
from minplan.handover.handover import Handover
from minplan.journal import Entry
from minplan.sync.could_hear import OPENS

_entry = Entry.__table__  # type: ignore[attr-defined]
_consent = Consent.__table__  # type: ignore[attr-defined]
_handover = Handover.__table__  # type: ignore[attr-defined]
_TOLD = _entry.c["plan_id", "revision", "verb", "subject_id", "before", "after"]


def entries(connection: Connection, plans: Collection[UUID]) -> dict[UUID, list[Any]]:
    """Those by which somebody hears of more or of less, of each plan, the oldest first."""
    found: dict[UUID, list[Any]] = {}
    these = (_entry.c.plan_id.in_(plans), tuple_(_entry.c.subject, _entry.c.verb).in_(list(OPENS)))
    for row in connection.execute(select(*_TOLD).where(*these).order_by(_entry.c.plan_id, _entry.c.revision)):
        found.setdefault(row.plan_id, []).append(row)
    return found


def first_contacts(connection: Connection, plans: Collection[UUID]) -> dict[UUID, UUID | None]:
    """Who was the contact person of each plan before the first handover; only where there was one."""
    found: dict[UUID, UUID | None] = {}
    rows = select(*_handover.c["plan_id", "from_id"]).where(_handover.c.plan_id.in_(plans))
    for row in connection.execute(rows.order_by(_handover.c.at, _handover.c.id)):
        found.setdefault(row.plan_id, row.from_id)
    return found


def ever_shared(connection: Connection, plans: Collection[UUID], departments: Collection[str]) -> dict[UUID, str]:
    """The track of each yes that was ever given to one of these departments, by its id."""
    theirs = (_consent.c.kind == "sharing", _consent.c.department.in_(departments))
    said = select(*_consent.c["id", "topic"]).where(_consent.c.plan_id.in_(plans), *theirs)
    return {row.id: row.topic for row in connection.execute(said)}
