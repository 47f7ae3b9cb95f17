"""Verbs that read: a citizen's own wish for another contact person, and what the leaders may read of them."""

from typing import Any
from uuid import UUID

from minplan import access, clock, db
from minplan.access import View
from minplan.errors import NotAllowed, NotFound
from minplan.handover.store import petitions as store
from minplan.handover.views import Asked
from minplan.words import words_of


def asked(view: View) -> Asked | None:
    """The citizen's newest wish, None where there is none or it was taken back. Raises NotAllowed for others."""
    if not view.viewer.is_citizen:
        raise NotAllowed
    rows = store.of_plan(view.connection, view.plan.id)
    return _asked(rows[0]) if rows and rows[0].state != "withdrawn" else None


def readers(view: View) -> tuple[str, ...]:
    """The names of those who can read a wish of this plan's citizen."""
    return tuple(store.readers(view.connection, view.plan.id).values())


def petitions(by: UUID) -> tuple[Asked, ...]:
    """The wishes that this leader may read, those that wait for an answer first. Raises NotAllowed for others."""
    return tuple(map(_asked, _for_leader(by)))


def petition(by: UUID, petition_id: UUID) -> Asked:
    """One wish. Raises NotFound."""
    rows = _for_leader(by, petition_id)
    if not rows:
        raise NotFound
    return _asked(rows[0])


def _for_leader(by: UUID, petition_id: UUID | None = None) -> list[Any]:
    reader = access.person(by)
    if reader is None or access.on_house(reader.kind, "read_petitions") != access.YES:
        raise NotAllowed
    with db.reading() as connection:
        return store.for_leader(connection, by, petition_id)


def _asked(row: Any) -> Asked:
    return Asked(
        row.id, row.plan_id, row.citizen, row.contact_id, row.contact, clock.local(row.asked_at).date(), row.promised,
        row.state == "open" and row.promised < clock.today(), row.state, row.words_id,
        words_of(row, "words"), words_of(row, "answer"), row.by,
    )  # fmt: skip
