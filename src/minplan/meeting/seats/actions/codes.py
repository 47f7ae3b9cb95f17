"""Verb: whoever sits with the citizen makes a code for one screen. It is shown once and kept nowhere."""

import secrets
from datetime import timedelta
from uuid import UUID

from sqlmodel import Session

from minplan import access, clock, config
from minplan.access import View
from minplan.errors import Invalid
from minplan.journal import Record
from minplan.meeting import store as meetings
from minplan.meeting.room import JoinCode
from minplan.meeting.seats import code as codes, store

VALID = timedelta(minutes=10)


def make_code(by: UUID, plan: UUID, meeting_id: UUID) -> str:
    """The code for one screen, once, until ten minutes are over; an older one that nobody used is over at once.

    Raises Invalid `not_going_on` for a meeting that is not open.
    """
    with access.change(by, plan) as change:
        change.may("make_join_code")
        if meetings.load(change, meeting_id).state != "open":
            raise Invalid({"code": "not_going_on"})
        store.remove_unused(change.session, meeting_id)
        code, code_hash = _drawn(change.session)
        change.session.add(
            JoinCode(
                plan_id=plan, meeting_id=meeting_id, code_hash=code_hash,
                made_by=by, made_at=change.at, expires_at=change.at + VALID,
            )
        )  # fmt: skip
        change.record(Record("make_join_code", "meeting", meeting_id, audience="room"))
    return code


def code_state(view: View, meeting_id: UUID, code: str) -> str:
    """What has become of a code of this meeting: `waiting`, `used`, or `over`."""
    found = store.opened_by(view.connection, codes.hashed(config.settings().secret, code))
    if found is None or (found.plan_id, found.meeting_id) != (view.plan.id, meeting_id):
        return "over"
    if found.used_at is not None:
        return "used"
    return "waiting" if found.expires_at > clock.now() and found.state == "open" else "over"


def _drawn(session: Session) -> tuple[str, str]:
    """Six digits that mean nothing else as long as they are kept, and what is kept of them."""
    while True:
        code = f"{secrets.randbelow(10**codes.DIGITS):0{codes.DIGITS}}"
        code_hash = codes.hashed(config.settings().secret, code)
        if not store.is_taken(session, code_hash):
            return code, code_hash
