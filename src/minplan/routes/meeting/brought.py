"""What a citizen brings along to a meeting: theirs to take back, and to be read by those alone to whom they show it."""

from typing import Any

from flask import after_this_request

from minplan import access, feelings
from minplan.meeting import MeetingView
from minplan.routes import reply
from minplan.routes.visitor import visitor


def for_room(view: access.View, found: MeetingView) -> dict[str, Any]:
    """As far as this screen may show it; None on a device at the table, which others read too. No browser keeps
    a page on which it stands: it would be there by the back button after the meeting."""
    if visitor().meeting_id:
        return {"brought": None}
    given = _mine(view, found) if view.viewer.is_citizen else {"brought": feelings.shown(view, "checkin", found.id)}
    if given["brought"]:
        after_this_request(reply.unkept)
    return given


def _mine(view: access.View, found: MeetingView) -> dict[str, Any]:
    with feelings.reading(view.viewer.person_id) as own:
        mine = feelings.brought(own, found.id)
    return {"brought": mine}


def for_card(view: access.View, found: MeetingView) -> dict[str, Any]:
    """The same; that somebody has read it is written down beside that they have opened the card."""
    given = for_room(view, found)
    if given["brought"] and not view.viewer.is_citizen:
        with access.view(view.viewer.person_id, view.plan.id, "shown"):
            return given
    return given
