"""What the verbs share: which side somebody is on, and that everybody else who comes hears of it."""

from typing import Any
from uuid import UUID

from sqlalchemy import select

from minplan import access
from minplan.access import Change
from minplan.journal import Record
from minplan.meeting.booking import Attendance
from minplan.meeting.meeting import Meeting

_attendance: Any = Attendance


def side(change: Change) -> str:
    """On whose side the person is who changes the plan."""
    return "citizen" if change.viewer.is_citizen else "municipality"


def record(change: Change, verb: str, row: Meeting, audience: str = "all", **after: Any) -> None:
    """Tell the journal, and everybody else who comes to the meeting that there is news of it."""
    change.record(Record(verb, "meeting", row.id, after=after, audience=audience))
    tell_others(change, row)


def tell_others(change: Change, row: Meeting) -> None:
    """A notice to the citizen, and to the professionals who come or are asked; not to whoever did it."""
    change.session.flush()
    told = {change.plan.citizen_id, *_professionals(change, row.id)} - {change.viewer.person_id}
    access.tell(change.session, change.plan.municipality_id, change.plan.id, told, "meeting", change.at)


def _professionals(change: Change, meeting_id: UUID) -> set[UUID]:
    """Those who come; where nobody of them has an account, the contact person."""
    coming = select(_attendance.person_id).where(
        _attendance.meeting_id == meeting_id, _attendance.answer != "not_coming"
    )
    here = {member.person_id for member in change.members}
    found = here & set(change.session.execute(coming).scalars())
    return found or {member.person_id for member in change.members if member.relation == "contact"}
