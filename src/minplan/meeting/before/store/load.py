"""What is loaded before a meeting to be changed: its times, its needs, and who comes."""

from typing import Any
from uuid import UUID

from sqlalchemy import delete, func, select

from minplan.access import Change
from minplan.errors import NotFound
from minplan.meeting.booking import Attendance, Need, TimeOffer
from minplan.meeting.meeting import Meeting

_meeting: Any = Meeting
_offer: Any = TimeOffer
_need: Any = Need
_attendance: Any = Attendance


def next_position(change: Change) -> int:
    """The place after the last meeting of the plan."""
    last = select(func.max(_meeting.position)).where(_meeting.plan_id == change.plan.id)
    found = change.session.execute(last).scalar()
    return 0 if found is None else found + 1


def offers(change: Change, meeting_id: UUID) -> list[TimeOffer]:
    """The times that wait for an answer, the earliest first."""
    found = select(TimeOffer).where(_offer.meeting_id == meeting_id).order_by(_offer.position)
    return list(change.session.execute(found).scalars())


def clear_offers(change: Change, meeting_id: UUID) -> None:
    """They are answered, or others stand in their place."""
    change.session.execute(delete(TimeOffer).where(_offer.meeting_id == meeting_id))


def offered_by(change: Change, side: str) -> list[Meeting]:
    """The meetings of the plan that a side has proposed, and the other has not answered."""
    found = select(Meeting).where(_meeting.plan_id == change.plan.id, _meeting.offered_by == side)
    return list(change.session.execute(found).scalars())


def needs(change: Change, meeting_id: UUID) -> dict[str, Need]:
    """What the citizen has said that they need, by its kind."""
    found = select(Need).where(_need.meeting_id == meeting_id)
    return {need.kind: need for need in change.session.execute(found).scalars()}


def need(change: Change, meeting_id: UUID, need_id: UUID) -> Need:
    """One need of a meeting; raises NotFound."""
    row = change.session.get(Need, need_id)
    if row is None or row.meeting_id != meeting_id:
        raise NotFound
    return row


def guests(change: Change, meeting_id: UUID) -> list[Attendance]:
    """Who comes, is asked about, or does not come after all, in their order."""
    found = select(Attendance).where(_attendance.meeting_id == meeting_id).order_by(_attendance.position)
    return list(change.session.execute(found).scalars())


def guest(change: Change, meeting_id: UUID, attendance_id: UUID) -> Attendance:
    """One of them; raises NotFound."""
    row = change.session.get(Attendance, attendance_id)
    if row is None or row.meeting_id != meeting_id:
        raise NotFound
    return row
