"""Verb: whoever stood by somebody and does not any more is forgotten after a while."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import delete, select

from minplan import db, sharing
from minplan.access import Person
from minplan.identity import Identity
from minplan.own_data.retention import Limits, gone

_person = Person.__table__.c  # type: ignore[attr-defined]
_identity = Identity.__table__  # type: ignore[attr-defined]


def forget_supporters(limits: Limits, dry_run: bool) -> int:
    """How many there are (or would be) fewer to be known; a dry run leaves out who never answered an invitation.

    Their row stays without a name, for the journal and the list of openings point at it. There the citizen's own word
    for them stands until the opening goes.
    """
    before = limits.before(limits.supporters)
    if before is None:
        return 0
    if dry_run:
        return len(_past(before))
    return sharing.forget_strangers(limits.now - sharing.VALID) + sum(_forget(each, before) for each in _past(before))


def _past(before: datetime) -> set[UUID]:
    with db.reading() as connection:
        return set(connection.execute(select(_person.id).where(gone(db.metadata(), before))).scalars())


def _forget(person: UUID, before: datetime) -> bool:
    with db.writing() as session:
        # Whoever comes in at this moment is looked for after their row is held.
        row = session.get(Person, person, with_for_update=True)
        still = select(_person.id).where(_person.id == person, gone(db.metadata(), before))
        if row is None or session.execute(still).first() is None:
            return False
        session.execute(delete(_identity).where(_identity.c.person_id == person))
        row.name, row.email, row.number_hash, row.notice_email, row.phone = "", None, None, None, None
    return True
