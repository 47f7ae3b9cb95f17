"""Verb: what somebody writes for themselves is kept while they type. No change of the plan: nobody can know of it."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlmodel import Session

from minplan import access, clock, db
from minplan.errors import Conflict, Invalid
from minplan.meeting import store
from minplan.meeting.room import Note
from minplan.words import NewText, Words

_note = Note.__table__.c  # type: ignore[attr-defined]


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft as it stands; as text it is what a form says it has seen of it, empty where there is none."""

    seen: str
    words: Words | None

    def __str__(self) -> str:
        return self.seen


def save_draft(by: UUID, plan: UUID, meeting: UUID, seat: str | None, seen: str, new: NewText | None) -> str:
    """Keep the draft that is written on this screen; no words, no draft. Returns what its form has seen by now.

    `seat` is the key of a device at the table, None for somebody's own screen. Raises Conflict, with theirs as a
    Draft, where another screen of the same person has saved since `seen`; Invalid for a meeting that is not open.
    """
    with access.view(by, plan, "room") as view:
        if store.one(view.connection, plan, meeting).state != "open":
            raise Invalid({"text": "meeting_over"})
    with db.writing() as session:
        row = draft_on(session, by, meeting, seat)
        check(row, seen, new)
        fresh = Note(plan_id=plan, meeting_id=meeting, by_id=by, seat=seat, lang="", at=clock.now())
        return _kept(session, row, fresh, new)


def draft_on(session: Session, by: UUID, meeting: UUID, seat: str | None) -> Note | None:
    """The draft that this screen writes, locked; the oldest where two began at once."""
    mine = (_note.meeting_id == meeting, _note.by_id == by, _note.shared_id.is_(None), _note.seat == seat)
    return session.scalars(select(Note).where(*mine).order_by(_note.at).limit(1).with_for_update()).first()


def seen_of(note: UUID, version: int) -> str:
    """What a form says that showed this version of a draft."""
    return f"{note}.{version}"


def check(row: Note | None, seen: str, new: NewText | None) -> None:
    """Raise Conflict where the draft is another than the writer saw, and says something else."""
    stands = seen_of(row.id, row.version) if row else ""
    mine, theirs = new.text if new else None, row.body if row else None
    if seen != stands and mine != theirs:
        raise Conflict("text", mine=mine, theirs=Draft(stands, Words(row.body, row.lang) if row else None))


def _kept(session: Session, row: Note | None, fresh: Note, new: NewText | None) -> str:
    if new is None:
        if row:
            session.delete(row)
        return ""
    note = row or fresh
    if (note.body, note.lang) != (new.text, new.lang):
        note.version += row is not None
        note.body, note.lang, note.at = new.text or "", new.lang or "", fresh.at
        session.add(note)
    return seen_of(note.id, note.version)
