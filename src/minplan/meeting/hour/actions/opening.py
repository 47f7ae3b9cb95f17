"""Verb: a meeting begins."""

from uuid import UUID

from minplan import access, clock
from minplan.errors import Invalid
from minplan.journal import Record
from minplan.journey import Outcome
from minplan.meeting import store as meetings
from minplan.meeting.day.actions.coming import must_come
from minplan.meeting.hour import rule, store


def open_meeting(by: UUID, plan: UUID, meeting: UUID) -> Outcome:
    """The people sit together. Raises Invalid for a meeting that is over, called off, or only proposed for another day.

    What is typed in it is told once, by what comes of it: nobody is told that it began. One that was never closed does
    not keep the next one from beginning: it stays among what a professional has to do until it is.
    """
    with access.change(by, plan) as change:
        change.may("open_meeting")
        row = meetings.load(change, meeting)
        must_come(change, meeting)
        if row.state == "open":
            return Outcome("unchanged", row.id)
        days = {clock.local(at).date() for at in store.offered(change.session, row.id)}
        if not rule.may_open(row.state, days, change.today):
            raise Invalid({"meeting": "not_now"})
        before = row.state
        row.state, row.offered_by, row.answer_by, row.opened_at = "open", None, None, change.at
        store.drop_offers(change.session, row.id)
        was, now = {"state": before}, {"state": row.state}
        change.record(Record("open_meeting", "meeting", row.id, before=was, after=now, audience="room"))
        return Outcome("done", row.id)
