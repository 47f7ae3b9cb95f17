"""Meetings and what was agreed at them, written out as a system reads them."""

from minplan import meeting
from minplan.meeting import MeetingView
from minplan.sync.caller import Caller
from minplan.sync.case import IN_CASE
from minplan.sync.read.opening import Opened
from minplan.sync.read.refs import known
from minplan.sync.shapes.common import said
from minplan.sync.shapes.meeting import Agreement, Meeting, Side
from minplan.sync.store import agreements as store
from minplan.words import words_of

_SAME = ("id", "kind", "state", "starts", "ends", "place", "mode", "offered_by", "answer_by", "cancelled_by")
_AGREED = ("id", "kind", "law", "when_on")


def meetings(caller: Caller, found: Opened) -> list[Meeting]:
    """When, where and how; nothing of what is said there. No track tells whom else they could concern."""
    rows = meeting.every(found.view) if found.own else ()
    refs = known(found.view.connection, caller, [each.id for each in rows])
    return [
        Meeting(
            **{name: getattr(each, name) for name in _SAME}, plan=found.view.plan.id, external_refs=refs(each.id),
            called_by=_called_by(found, each),
        )
        for each in rows
    ]  # fmt: skip


def agreements(caller: Caller, found: Opened) -> list[Agreement]:
    """What stands on the way just as it was agreed at a meeting that has closed."""
    steps = {each.id for each in found.part.steps}
    rows = [each for each in store.settled(found.view.connection, found.view.plan.id) if each.step_id in steps]
    refs = known(found.view.connection, caller, [each.id for each in rows])
    return [
        Agreement(
            **{name: getattr(each, name) for name in _AGREED}, plan=found.view.plan.id, meeting=each.meeting_id,
            step=each.step_id, external_refs=refs(each.id), what=said(words_of(each, "what")),
            why=said(words_of(each, "why")), holder=each.ball, agreed_at=each.closed_at,
        )
        for each in rows
        if each.kind in IN_CASE
    ]  # fmt: skip


def _called_by(found: Opened, one: MeetingView) -> Side | None:
    if one.booked_by is None:
        return None
    return "citizen" if one.booked_by == found.view.plan.citizen_id else "municipality"
