"""Every query of the hour."""

from typing import Any
from uuid import UUID

from sqlalchemy import Connection, bindparam, delete, select
from sqlmodel import Session

from minplan.db import Query
from minplan.meeting.booking import TimeOffer
from minplan.meeting.room import Note
from minplan.words import Text, beside

_note = Note.__table__  # type: ignore[attr-defined]
_text = Text.__table__  # type: ignore[attr-defined]
_offer = TimeOffer.__table__.c  # type: ignore[attr-defined]
_said, _said_columns = beside("said")
_NOTES = Query(
    select(*_note.c, *_said_columns)
    .outerjoin(_said, _said.c.id == _note.c.shared_id)
    .where(_note.c.plan_id == bindparam("plan_id"), _note.c.meeting_id == bindparam("meeting_id"))
    .order_by(_note.c.shared_at, _note.c.at, _note.c.id)
)
_WORDS = Query(
    select(*_said_columns).where(_said.c.plan_id == bindparam("plan_id"), _said.c.id == bindparam("text_id"))
)


def notes(connection: Connection, plan_id: UUID, meeting_id: UUID) -> list[Any]:
    """All notes of a meeting, drafts too, with their words where they are shared."""
    return _NOTES(connection, plan_id=plan_id, meeting_id=meeting_id)


def words(connection: Connection, plan_id: UUID, text_id: UUID) -> list[Any]:
    """The words of a text of this plan, as `said`; nothing where it is none."""
    return _WORDS(connection, plan_id=plan_id, text_id=text_id)


def draft_on(session: Session, by: UUID, meeting: UUID, seat: str | None) -> Note | None:
    """The draft that this screen writes, locked; the oldest where two began at once."""
    c = _note.c
    mine = (c.meeting_id == meeting, c.by_id == by, c.shared_id.is_(None), c.seat == seat)
    return session.scalars(select(Note).where(*mine).order_by(c.at).limit(1).with_for_update()).first()


def drop_offers(session: Session, meeting: UUID) -> None:
    """Times that nobody needs to answer any more."""
    session.execute(delete(TimeOffer).where(_offer.meeting_id == meeting))
