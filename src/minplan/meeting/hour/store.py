"""Every query of the hour."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, String, bindparam, cast, delete, exists, func, or_, select
from sqlmodel import Session

from minplan.db import Query
from minplan.journal import Entry
from minplan.meeting.booking import TimeOffer
from minplan.meeting.meeting import Meeting
from minplan.meeting.room import Note
from minplan.words import Text, beside

_note = Note.__table__  # type: ignore[attr-defined]
_text = Text.__table__  # type: ignore[attr-defined]
_offer = TimeOffer.__table__.c  # type: ignore[attr-defined]
_meeting = Meeting.__table__.c  # type: ignore[attr-defined]
_entry = Entry.__table__.c  # type: ignore[attr-defined]
_said, _said_columns = beside("said")
_NOTES = Query(
    select(*_note.c, *_said_columns)
    .outerjoin(_said, _said.c.id == _note.c.shared_id)
    .where(_note.c.plan_id == bindparam("plan_id"), _note.c.meeting_id == bindparam("meeting_id"))
    .where(or_(_note.c.shared_id.is_not(None), _note.c.by_id == bindparam("by_id")))
    .order_by(_note.c.shared_at, _note.c.at, _note.c.id)
)
_WORDS = Query(
    select(*_said_columns).where(_said.c.plan_id == bindparam("plan_id"), _said.c.id == bindparam("text_id"))
)

_AFTER = cast(_entry.after, String)
_WORDS_OF = Query(
    select(*_said_columns)
    .where(_said.c.plan_id == bindparam("plan_id"), _said.c.id == bindparam("text_id"))
    .where(
        exists()
        .where(_entry.plan_id == bindparam("plan_id"), _entry.subject_id == bindparam("meeting_id"))
        .where(_AFTER.like(bindparam("row")), _AFTER.like(bindparam("text")))
    )
)


def notes(connection: Connection, plan_id: UUID, meeting_id: UUID, by: UUID) -> list[Any]:
    """The notes of a meeting that this person may read: what is shared, with its words, and their own drafts."""
    return _NOTES(connection, plan_id=plan_id, meeting_id=meeting_id, by_id=by)


def words(connection: Connection, plan_id: UUID, text_id: UUID) -> list[Any]:
    """The words of a text of this plan, as `said`; nothing where it is none."""
    return _WORDS(connection, plan_id=plan_id, text_id=text_id)


def words_of(connection: Connection, plan_id: UUID, meeting_id: UUID, row_id: UUID, text_id: UUID) -> list[Any]:
    """The same, where a line of this meeting has once said it, as its journal knows."""
    marks = {"row": f"%{row_id}%", "text": f"%{text_id}%"}
    return _WORDS_OF(connection, plan_id=plan_id, meeting_id=meeting_id, text_id=text_id, **marks)


def draft_on(session: Session, by: UUID, meeting: UUID, seat: str | None) -> Note | None:
    """The draft that this screen writes, locked; the oldest where two began at once."""
    c = _note.c
    mine = (c.meeting_id == meeting, c.by_id == by, c.shared_id.is_(None), c.seat == seat)
    return session.scalars(select(Note).where(*mine).order_by(c.at).limit(1).with_for_update()).first()


def shared(session: Session, meeting: UUID) -> int:
    """How many notes of a meeting are shared."""
    found = select(func.count()).where(_note.c.meeting_id == meeting, _note.c.shared_id.is_not(None))
    return int(session.execute(found).scalar_one())


def drop_draft(session: Session, note: UUID) -> bool:
    """Let go of a draft; False where there is none by now, because it was shared meanwhile or is gone already."""
    gone = delete(_note).where(_note.c.id == note, _note.c.shared_id.is_(None)).returning(_note.c.id)
    return session.execute(gone).first() is not None


def state_of(session: Session, plan: UUID, meeting: UUID) -> str | None:
    """The state of a meeting of this plan, which stays as it is until the transaction is over; None where none is."""
    found = select(_meeting.state).where(_meeting.id == meeting, _meeting.plan_id == plan)
    return session.execute(found.with_for_update(read=True)).scalar_one_or_none()


def offered(session: Session, meeting: UUID) -> list[datetime]:
    """When the times begin that wait for an answer; none where the citizen has asked for others."""
    return list(session.execute(select(_offer.starts).where(_offer.meeting_id == meeting)).scalars())


def drop_offers(session: Session, meeting: UUID) -> None:
    """Times that nobody needs to answer any more."""
    session.execute(delete(TimeOffer).where(_offer.meeting_id == meeting))
