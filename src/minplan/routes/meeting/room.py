"""The room: everything that the people at the table have before them, on as many screens as there are."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from flask import redirect, render_template
from flask.typing import ResponseReturnValue

from minplan import access, journey, meeting as meetings, rights
from minplan.errors import NotFound
from minplan.meeting import MeetingView
from minplan.routes import reply
from minplan.routes.marks import allows
from minplan.routes.meeting import brought, devices, live, notes, outcome, since
from minplan.routes.meeting.blueprint import MEETING, TABLE, bp
from minplan.routes.meeting.frame import frame
from minplan.routes.visitor import visitor


def _rights(_view: access.View, _found: MeetingView) -> dict[str, Any]:
    """What holds for everybody: what somebody lives on is not for whoever sits at the table."""
    return {"rights_here": rights.here("during_meeting"), "rights_folded": True}


# What each section of the room needs to be shown, in the order in which they stand.
ROOM: tuple[Callable[[access.View, MeetingView], dict[str, Any]], ...] = (
    live.for_room,
    since.for_room,
    brought.for_room,
    notes.for_room,
    outcome.for_room,
    devices.for_room,
    _rights,
)


@bp.get(f"{MEETING}/room")
@allows(*TABLE)
def room(plan: UUID, meeting: UUID) -> ResponseReturnValue:
    with access.view(visitor().person_id, plan, "room") as view:
        found = meetings.one(view, meeting)
        if found.state == "open":
            return reply.loaded_anew() or _page(view, found)
    if visitor().meeting_id:
        raise NotFound
    return redirect(f"/plans/{plan}/meetings/{meeting}{'/summary' if found.state == 'closed' else ''}", 303)


def _page(view: access.View, found: MeetingView) -> str:
    sections: dict[str, Any] = {}
    for section in ROOM:
        sections |= section(view, found)
    return render_template("meeting/room.html", way=journey.way(view), **frame(view, found), **sections)
