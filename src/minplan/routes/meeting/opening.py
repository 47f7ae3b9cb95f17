"""A meeting is opened by whoever works with the citizen, when they sit together."""

from uuid import UUID

from flask.typing import ResponseReturnValue

from minplan import meeting as meetings
from minplan.routes import reply
from minplan.routes.languages import gettext
from minplan.routes.marks import allows
from minplan.routes.meeting.blueprint import MEETING, STAFF, bp
from minplan.routes.visitor import visitor


@bp.post(f"{MEETING}/opening")
@allows(*STAFF)
def open_meeting(plan: UUID, meeting: UUID) -> ResponseReturnValue:
    meetings.open_meeting(visitor().person_id, plan, meeting)
    return reply.done(f"/plans/{plan}/meetings/{meeting}/room", gettext("Mødet er åbent."))
