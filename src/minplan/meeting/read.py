"""Verbs that read: the next meeting, one, and all of them. Nobody who has a place on the plan is kept from one."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from minplan import clock
from minplan.access import View
from minplan.meeting import store
from minplan.meeting.booking import is_host
from minplan.meeting.views import AttendanceView, Coming, MeetingView, PointView
from minplan.words import words_of

_TIMES = ("arrived_at", "opened_at", "closed_at")
_PLAIN = (
    *("id", "kind", "state", "place", "mode", "door", "link", "booked_by", "offered_by", "cancelled_by", "moved_by"),
    *("purpose_id", "decides_id", "not_today_id", "sequence", "answer_by"),
)


def coming(view: View) -> Coming | None:
    """The next meeting, or the one that is going on; None where none is planned."""
    row = store.coming(view.connection, view.plan.id, clock.now())
    return Coming(**row._asdict() | {"starts": clock.local(row.starts)}) if row else None


def one(view: View, meeting_id: UUID) -> MeetingView:
    """One meeting of the plan; raises NotFound."""
    return next(iter(_whole(view, [store.one(view.connection, view.plan.id, meeting_id)], meeting_id)))


def every(view: View) -> tuple[MeetingView, ...]:
    """All meetings, those that are over too, in the order in which they were written down."""
    return tuple(_whole(view, store.every(view.connection, view.plan.id)))


def tally(view: View) -> dict[str, int]:
    """How many needs, expectations, agreements, confirmations and shared notes hang on the meetings of a plan."""
    return store.tally(view.connection, view.plan.id)


def _whole(view: View, rows: list[Any], only: UUID | None = None) -> Iterable[MeetingView]:
    points = store.agenda(view.connection, view.plan.id, only)
    coming = store.attendance(view.connection, view.plan.id, only)
    for row in rows:
        yield _meeting(
            row,
            tuple(_attendance(each) for each in coming if each.meeting_id == row.id),
            tuple(_point(each, view) for each in points if each.meeting_id == row.id),
        )


def _meeting(row: Any, attendance: tuple[AttendanceView, ...], agenda: tuple[PointView, ...]) -> MeetingView:
    told: dict[str, Any] = {name: getattr(row, name) for name in _PLAIN}
    told |= {name: words_of(row, name) for name in ("purpose", "decides", "not_today", "reason")}
    told |= {name: clock.local(at) if (at := getattr(row, name)) else None for name in _TIMES}
    return MeetingView(
        **told,
        starts=clock.local(row.starts),
        minutes=round((row.ends - row.starts).total_seconds() / 60),
        attendance=attendance,
        agenda=agenda,
    )


def _attendance(row: Any) -> AttendanceView:
    plain = (row.id, row.person_id, row.name, row.role, row.kind, row.language, row.answer, row.asked_by)
    return AttendanceView(*plain, host=is_host(row), why=words_of(row, "why"))


def _point(row: Any, view: View) -> PointView:
    text = words_of(row, "said")
    assert text is not None  # every point has its text
    plain = (row.id, text, row.by_name, row.by_id, row.picture, row.outcome, row.text_id)
    whose = {"by_citizen": row.by_id == view.plan.citizen_id, "by_system": view.is_system(row.by_id)}
    return PointView(*plain, again=row.from_id is not None, **whose)
