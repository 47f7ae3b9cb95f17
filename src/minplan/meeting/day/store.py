"""What the day loads to change it: the points of an agenda, in their order."""

from typing import Any
from uuid import UUID

from sqlalchemy import exists, or_, select
from sqlalchemy.orm import aliased

from minplan.access import Change
from minplan.errors import NotFound
from minplan.meeting.agenda import AgendaPoint
from minplan.meeting.agreed import Agreement, Confirmation, Expectation
from minplan.meeting.booking import Attendance
from minplan.meeting.meeting import Meeting
from minplan.meeting.room import Note
from minplan.words import Text

_point: Any = AgendaPoint
_later: Any = aliased(AgendaPoint)
_meeting: Any = Meeting
_attendance: Any = Attendance
_text: Any = Text
_agreement: Any = Agreement
_expectation: Any = Expectation
_confirmation: Any = Confirmation
_note: Any = Note
FALLEN = ("cancelled", "missed")


def points(change: Change, meeting_id: UUID) -> list[AgendaPoint]:
    """The points on a meeting's agenda."""
    there = select(AgendaPoint).where(_point.meeting_id == meeting_id, ~_point.gone)
    return list(change.session.execute(there.order_by(_point.position, _point.id)).scalars())


def point(change: Change, meeting_id: UUID, point_id: UUID) -> AgendaPoint:
    """One point of a meeting, also one that was taken off; raises NotFound."""
    row = change.session.get(AgendaPoint, point_id)
    if row is None or row.meeting_id != meeting_id:
        raise NotFound
    return row


def texts(change: Change, ids: list[UUID]) -> list[Text]:
    """The texts of these ids, in any order."""
    return list(change.session.execute(select(Text).where(_text.id.in_(ids))).scalars())


def brought(change: Change, point_id: UUID) -> AgendaPoint | None:
    """The point on a later agenda that this one has become, or None."""
    later = select(AgendaPoint).where(_point.from_id == point_id, ~_point.gone)
    return change.session.execute(later).scalars().first()


def left(change: Change, meeting_id: UUID) -> list[AgendaPoint]:
    """What other meetings of the plan have left: carried over, or on the agenda of one that never was."""
    never = _meeting.state.in_(FALLEN) & _point.outcome.is_(None)
    found = (
        select(AgendaPoint)
        .join(Meeting, _meeting.id == _point.meeting_id)
        .where(_meeting.plan_id == change.plan.id, _meeting.id != meeting_id, ~_point.gone)
        .where(or_(_point.outcome == "carried", never))
        .where(~exists().where(_later.from_id == _point.id, ~_later.gone))
        .order_by(_meeting.starts, _point.position, _point.id)
    )
    return list(change.session.execute(found).scalars())


def next_after(change: Change, row: Meeting) -> Meeting | None:
    """The meeting that comes after this one, or None where none is planned yet."""
    later = select(Meeting).where(
        _meeting.plan_id == change.plan.id, _meeting.id != row.id, _meeting.state.in_(("offered", "agreed"))
    )
    found = later.where(_meeting.starts >= row.starts).order_by(_meeting.starts, _meeting.position)
    return change.session.execute(found).scalars().first()


def is_not_coming(change: Change, meeting_id: UUID) -> bool:
    """Whether the citizen has said no to whoever changes the plan, or they do not come after all."""
    mine = (_attendance.meeting_id == meeting_id, _attendance.person_id == change.viewer.person_id)
    no = select(_attendance.id).where(*mine, _attendance.answer == "not_coming")
    return change.session.execute(no).first() is not None


def has_words(change: Change, meeting_id: UUID) -> bool:
    """Whether something was written in the room that only its closing keeps, or that somebody said yes or no to."""
    written = (
        select(_agreement.id).where(_agreement.meeting_id == meeting_id, ~_agreement.gone),
        select(_expectation.id).where(_expectation.meeting_id == meeting_id, ~_expectation.gone),
        select(_confirmation.id).where(_confirmation.meeting_id == meeting_id),
        select(_note.id).where(_note.meeting_id == meeting_id, _note.shared_id.is_not(None)),
    )
    return any(change.session.execute(found.limit(1)).first() is not None for found in written)
