"""After a meeting its citizen may be asked three questions, once a month at most."""

from collections.abc import Iterable
from uuid import UUID

from minplan import access, feelings
from minplan.errors import Locked
from minplan.meeting import MeetingView


def asked_after(view: access.View, found: Iterable[MeetingView]) -> UUID | None:
    """About which of these meetings the citizen who reads is asked today; none where their key is lost."""
    closed = [(each.closed_at.date(), each.id) for each in found if each.closed_at]
    if not closed or not view.viewer.is_citizen:
        return None
    try:
        return feelings.asked_after(view.plan.citizen_id, closed)
    except Locked:
        return None
