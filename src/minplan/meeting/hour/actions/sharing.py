"""Verbs: a draft becomes what both have before them; what was written is taken off again."""

from uuid import UUID

from minplan import access, db
from minplan.access import Change
from minplan.errors import Invalid, NotFound
from minplan.journal import Record
from minplan.journey import Outcome
from minplan.meeting import store as meetings
from minplan.meeting.day.actions.coming import must_come
from minplan.meeting.hour import rule, store
from minplan.meeting.room import Note
from minplan.words import NewText


def share_draft(by: UUID, plan: UUID, meeting: UUID, seat: str | None, seen: str, new: NewText) -> Outcome:
    """What stands in the field of this screen, saved or not, is read by both from now on. Raises Conflict, Invalid."""
    with access.change(by, plan) as change:
        _must_have_begun(change, meeting)
        row = store.draft_on(change.session, by, meeting, seat)
        rule.check(row, seen, new)
        note = row or Note(plan_id=plan, meeting_id=meeting, by_id=by, seat=seat, lang="", at=change.at)
        change.session.add(note)
        return _shared(change, note, new)


def share_note(by: UUID, plan: UUID, meeting: UUID, note: UUID, seat: str | None) -> Outcome:
    """A draft from another screen of the same person is read by both from now on."""
    with access.change(by, plan) as change:
        _must_have_begun(change, meeting)
        row = _own(change, meeting, note, seat)
        if row.shared_id:
            return Outcome("unchanged", row.id)
        return _shared(change, row, NewText(text=row.body, lang=row.lang))


def remove_note(by: UUID, plan: UUID, meeting: UUID, note: UUID, seat: str | None) -> Outcome:
    """The writer takes a note off. A draft leaves no trace, whatever has become of the meeting; of a shared one the
    journal knows that it was there. Raises Invalid."""
    with access.change(by, plan) as change:
        row = _own(change, meeting, note, seat)
        if row.shared_id:
            _must_have_begun(change, meeting)
            change.session.delete(row)
            _record(change, "remove_note", row)
            return Outcome("done", row.id)
    with db.writing() as session:  # no change of the plan: nobody can know of it
        return Outcome("done" if store.drop_draft(session, note) else "unchanged", note)


def _must_have_begun(change: Change, meeting: UUID) -> None:
    """What was written in the hour can also be shared or taken off when it is over."""
    change.may("share_note")
    if meetings.load(change, meeting).state not in rule.BEGUN:
        raise Invalid({"text": "meeting_over"})
    must_come(change, meeting)


def _own(change: Change, meeting: UUID, note: UUID, seat: str | None) -> Note:
    row = change.session.get(Note, note)
    if row is None or (row.meeting_id, row.by_id) != (meeting, change.viewer.person_id):
        raise NotFound
    if seat and row.seat != seat:
        raise NotFound  # a device at the table reaches only what was typed on it
    return row


def _shared(change: Change, row: Note, new: NewText) -> Outcome:
    if store.shared(change.session, row.meeting_id) >= rule.MOST_SHARED:
        raise Invalid({"text": "enough"})
    row.shared_id, row.shared_at, row.body = change.write(new).id, change.at, ""
    _record(change, "share_note", row)
    return Outcome("done", row.id)


def _record(change: Change, verb: str, row: Note) -> None:
    after = {"note": str(row.id), "text_id": str(row.shared_id)}
    change.record(Record(verb, "meeting", row.meeting_id, after=after, audience="room"))
