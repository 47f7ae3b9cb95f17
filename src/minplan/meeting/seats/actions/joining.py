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

# Of a million codes a handful lives at any time. Only what fails is counted, and whoever has failed too often waits,
# with the right code too: else nothing would keep anybody from trying them all. A house in which many fail lets each
# address fail less often, and shuts nobody out who has not guessed.
TRIES = {"one": 10, "careful": 3, "house": 300}
WITHIN = 600  # seconds
LONGER = timedelta(hours=2)  # than it was planned for: a meeting that nobody closes ends for its screens


@dataclass(frozen=True, slots=True)
class Table:
    """The meeting that a code opens, and in whose name a screen sits there."""

    code_id: UUID
    plan_id: UUID
    meeting_id: UUID
    citizen_id: UUID


def open_code(typed: str, who: str, signed_in: UUID | None = None) -> Table:
    """The table that a code lets somebody in to. `who` tries: a person, or the net of an address.

    Raises Invalid: `no_join_code`, `unknown_join_code` for every code that opens nothing, `somebody_else` where another
    than the citizen is `signed_in`, `too_many_codes`.
    """
    if not typed.strip():
        raise Invalid({"code": "no_join_code"})
    _count(who)
    found = _opened_by(codes.plain(typed))
    if found is None:
        raise Invalid({"code": "unknown_join_code"})
    if signed_in not in (None, found.citizen_id):
        raise Invalid({"code": "somebody_else"})
    for counted in (("join:house", ""), ("join:one", who)):
        identity.not_counted(*counted, WITHIN)
    return found


def sit_down(table: Table, device: str) -> str:
    """Use the code up for this one device; returns the key for its cookie, and the citizen is told.

    Raises Invalid `unknown_join_code` where another device was faster, or the meeting has ended.
    """
    with access.change(table.citizen_id, table.plan_id) as change:
        change.may("take_seat")
        hour = meetings.load(change, table.meeting_id)
        if hour.state != "open" or not store.claim(change.session, table.code_id, change.at):
            raise Invalid({"code": "unknown_join_code"})
        ends_at = _ends_at(hour, change.at)
        key = identity.take_seat(change.session, table.citizen_id, table.meeting_id, ends_at, device)
        _keep_with_seat(change, table.code_id, identity.hashed(key), ends_at)
        citizen, house = change.plan.citizen_id, change.plan.municipality_id
        access.tell(change.session, house, table.plan_id, [citizen], "seat", change.at)
        change.record(Record("take_seat", "meeting", table.meeting_id, audience="room"))
    return key


def _count(who: str) -> None:
    """One more try, counted before anybody looks, so that many at once are no more than one after the other."""
    calm = identity.within("join:house", "", TRIES["house"], WITHIN)
    if not identity.within("join:one", who, TRIES["one" if calm else "careful"], WITHIN):
        identity.not_counted("join:house", "", WITHIN)  # it found out nothing
        raise Invalid({"code": "too_many_codes"})


def _opened_by(code: str | None) -> Table | None:
    """The table that these digits open now: nobody is told of one that they opened once, or will not open again."""
    if code is None:
        return None
    with db.reading() as connection:
        row = store.opened_by(connection, codes.hashed(config.settings().secret, code))
    if row is None or row.used_at is not None or row.expires_at <= clock.now() or row.state != "open":
        return None
    return Table(row.id, row.plan_id, row.meeting_id, row.citizen_id)


def _ends_at(hour: Meeting, now: datetime) -> datetime:
    return min(max(hour.ends, now) + LONGER, now + config.settings().longest)


def _keep_with_seat(change: Change, code_id: UUID, key: str, until: datetime) -> None:
    """The row of the code is the seat's from now on, and is kept for as long."""
    row = change.session.get_one(JoinCode, code_id)
    row.device, row.expires_at = key, until
