"""Verbs: somebody at the table types the code, and their screen sits there in the citizen's name."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from minplan import access, clock, config, db, identity
from minplan.access import Change
from minplan.errors import Invalid
from minplan.journal import Record
from minplan.meeting import store as meetings
from minplan.meeting.meeting import Meeting
from minplan.meeting.room import JoinCode
from minplan.meeting.seats import code as codes, store

# Of a million codes a handful lives at any time. A town hall has one address, a meeting few screens, and the house
# as many meetings as it has.
TRIES = {"one": 10, "meeting": 20, "house": 300}
WITHIN = 600  # seconds
LONGER = timedelta(hours=2)  # than it was planned for: a meeting that nobody closes ends for its screens


@dataclass(frozen=True, slots=True)
class Table:
    """The meeting that a code opens, and in whose name a screen sits there."""

    code_id: UUID
    plan_id: UUID
    meeting_id: UUID
    citizen_id: UUID


def open_code(typed: str, who: str) -> Table:
    """The table that a code lets somebody in to. `who` tries: a person, or the net of an address.

    Raises Invalid: `no_join_code`, `unknown_join_code`, `join_code_used`, `join_code_over`, `meeting_over`,
    `too_many_codes`.
    """
    if not typed.strip():
        raise Invalid({"code": "no_join_code"})
    _within("one", who)
    _within("house", "")
    code = codes.plain(typed)
    with db.reading() as connection:
        found = store.opened_by(connection, codes.hashed(config.settings().secret, code)) if code else None
    if found is None:
        raise Invalid({"code": "unknown_join_code"})
    _within("meeting", str(found.meeting_id))
    for over, why in (
        (found.used_at is not None, "join_code_used"),
        (found.expires_at <= clock.now(), "join_code_over"),
        (found.state != "open", "meeting_over"),
    ):
        if over:
            raise Invalid({"code": why})
    return Table(found.id, found.plan_id, found.meeting_id, found.citizen_id)


def sit_down(table: Table, device: str) -> str:
    """Use the code up for this one device; returns the key for its cookie, and the citizen is told.

    Raises Invalid `join_code_used` where another device was faster, `meeting_over` where the meeting has ended.
    """
    with access.change(table.citizen_id, table.plan_id) as change:
        change.may("take_seat")
        hour = meetings.load(change, table.meeting_id)
        if hour.state != "open":
            raise Invalid({"code": "meeting_over"})
        if not store.claim(change.session, table.code_id, change.at):
            raise Invalid({"code": "join_code_used"})
        ends_at = _ends_at(hour, change.at)
        key = identity.take_seat(change.session, table.citizen_id, table.meeting_id, ends_at, device)
        _keep_with_seat(change, table.code_id, identity.hashed(key), ends_at)
        citizen, house = change.plan.citizen_id, change.plan.municipality_id
        access.tell(change.session, house, table.plan_id, [citizen], "seat", change.at)
        change.record(Record("take_seat", "meeting", table.meeting_id, audience="room"))
    return key


def _within(what: str, who: str) -> None:
    if not identity.within(f"join:{what}", who, TRIES[what], WITHIN):
        raise Invalid({"code": "too_many_codes"})


def _ends_at(hour: Meeting, now: datetime) -> datetime:
    return min(max(hour.ends, now) + LONGER, now + config.settings().longest)


def _keep_with_seat(change: Change, code_id: UUID, key: str, until: datetime) -> None:
    """The row of the code is the seat's from now on, and is kept for as long."""
    row = change.session.get_one(JoinCode, code_id)
    row.device, row.expires_at = key, until
