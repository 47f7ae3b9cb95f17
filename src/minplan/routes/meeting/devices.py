"""Which screens are at the table, for both sides to see; each of them can be sent from it, and a screen can leave."""

from typing import Any
from uuid import UUID

from flask import session
from flask.typing import ResponseReturnValue

from minplan import access, meeting as meetings
from minplan.meeting import MeetingView
from minplan.routes import reply
from minplan.routes.languages import gettext
from minplan.routes.marks import SEAT, allows
from minplan.routes.meeting.blueprint import MEETING, TABLE, bp
from minplan.routes.security import CLEAR
from minplan.routes.visitor import go_out, own_key, visitor


def for_room(view: access.View, found: MeetingView) -> dict[str, Any]:
    """The screens that sit there."""
    return {"seats": meetings.seats(view, found.id, own_key())}


@bp.post(f"{MEETING}/seats/<uuid:seat>/end")
@allows(*TABLE)
def end_seat(plan: UUID, meeting: UUID, seat: UUID) -> ResponseReturnValue:
    """A screen that came in by a code ends no other than itself."""
    here = visitor()
    own = own_key() if here.meeting_id else None
    meetings.end_seat(here.person_id, plan, meeting, seat, own)
    if own:
        return _away()
    room = f"/plans/{plan}/meetings/{meeting}/room#devices"
    return reply.done(room, gettext("Skærmen er ikke med ved bordet længere."))


@bp.post(f"{MEETING}/leaving")
@allows(SEAT)
def leave(plan: UUID, meeting: UUID) -> ResponseReturnValue:
    meetings.leave(visitor().person_id, plan, meeting, own_key())
    return _away()


def _away() -> ResponseReturnValue:
    """Nothing of the meeting stays in this browser."""
    go_out()
    session.clear()
    answer = reply.done("/join", gettext("Du er gået fra bordet. Der ligger ikke noget tilbage på skærmen her."))
    answer.headers["Clear-Site-Data"] = CLEAR
    return answer
