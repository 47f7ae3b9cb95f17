"""Verbs: what became of a point. Talked about, or carried over to the next meeting, which need not be planned yet."""

from uuid import UUID

from minplan import access
from minplan.access import Change
from minplan.errors import Invalid
from minplan.journal import Record
from minplan.journey import Outcome
from minplan.meeting import store as meetings
from minplan.meeting.agenda import OUTCOMES, AgendaPoint
from minplan.meeting.day import line, store
from minplan.meeting.day.actions.agenda import stands
from minplan.meeting.day.actions.coming import must_come
from minplan.meeting.day.ahead import GOING, must_be
from minplan.meeting.meeting import Meeting


def settle_point(
    by: UUID, plan: UUID, meeting: UUID, point: UUID, outcome: str, seen: str | None = None
) -> Outcome:
    """`talked`, `carried`, or empty for "not yet"; a carried one stands on the next agenda. Raises Invalid.

    `seen` is what stood there, empty for "not yet"; raises Conflict where somebody else has said meanwhile.
    """
    with access.change(by, plan) as change:
        change.may("write_agenda")
        row = meetings.load(change, meeting)
        must_be(row, GOING)
        must_come(change, meeting)
        if outcome and outcome not in OUTCOMES:
            raise Invalid({"outcome": "unknown"})
        found = store.point(change, meeting, point)
        if (found.outcome or "") == outcome:
            return Outcome("unchanged", found.id)
        if seen is not None:
            change.compare("outcome", seen, found.outcome or "", outcome)
        before, found.outcome = found.outcome or "", outcome or None
        _carry(change, row, found)
        told = {"point": str(found.id), "outcome": outcome}
        change.record(
            Record("settle_point", "meeting", row.id, before={"outcome": before}, after=told, audience="room")
        )
        return Outcome("done", found.id)


def bring_along(change: Change, row: Meeting) -> None:
    """A new meeting begins with what the earlier ones have left, within the change that makes it."""
    for point in store.left(change, row.id):
        _copy(change, row.id, point)


def _carry(change: Change, row: Meeting, point: AgendaPoint) -> None:
    change.session.flush()
    brought, following = store.brought(change, point.id), store.next_after(change, row)
    if point.outcome != "carried":
        if brought and brought.outcome is None:
            brought.gone = True
    elif brought is None and following:
        _copy(change, following.id, point)


def _copy(change: Change, meeting: UUID, point: AgendaPoint) -> None:
    points = store.points(change, meeting)
    if stands(change, points, change.words(point.text_id)):
        return
    same = {name: getattr(point, name) for name in ("text_id", "by_name", "by_id", "picture")}
    copy = AgendaPoint(meeting_id=meeting, from_id=point.id, position=len(points), **same)
    change.session.add(copy)
    line.place_new(points, copy, change.plan.citizen_id)
    change.session.flush()
