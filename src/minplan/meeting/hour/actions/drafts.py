"""Verb: what somebody writes for themselves is kept while they type. No change of the plan: nobody can know of it."""

from uuid import UUID

from sqlmodel import Session

from minplan import access, clock, db
from minplan.errors import Invalid
from minplan.meeting import store as meetings
from minplan.meeting.hour import rule, store
from minplan.meeting.room import Note
from minplan.words import NewText


def save_draft(by: UUID, plan: UUID, meeting: UUID, seat: str | None, seen: str, new: NewText | None) -> str:
    """Keep the draft that is written on this screen; no words, no draft. Returns what its form has seen by now.

    `seat` is the key of a device at the table, None for somebody's own screen. Raises Conflict, with theirs as a
    Draft, where another screen of the same person has saved since `seen`; Invalid for a meeting that has not begun.
    """
    with access.view(by, plan, "room") as view:
        meetings.one(view.connection, plan, meeting)
    with db.writing() as session:
        if store.state_of(session, plan, meeting) not in rule.BEGUN:
            raise Invalid({"text": "meeting_over"})
        row = store.draft_on(session, by, meeting, seat)
        rule.check(row, seen, new)
        fresh = Note(plan_id=plan, meeting_id=meeting, by_id=by, seat=seat, lang="", at=clock.now())
        return _kept(session, row, fresh, new)


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
    return rule.seen_of(note.id, note.version)
