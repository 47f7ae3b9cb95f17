"""A meeting is opened by whoever works with the citizen, when they sit together."""

from uuid import UUID

from flask.typing import ResponseReturnValue

from minplan import meeting as meetings
from minplan.errors import Invalid
from minplan.routes import reply
from minplan.routes.languages import gettext
from minplan.routes.marks import allows
from minplan.routes.meeting.blueprint import MEETING, STAFF, bp
from minplan.routes.meeting.frame import card
from minplan.routes.visitor import visitor


@bp.post(f"{MEETING}/opening")
@allows(*STAFF)
def open_meeting(plan: UUID, meeting: UUID) -> ResponseReturnValue:
    try:
        meetings.open_meeting(visitor().person_id, plan, meeting)
    except Invalid:
        return reply.done(card(plan, meeting), gettext("Mødet kan ikke åbnes nu. Her står, hvad der gælder."))
    return reply.done(f"{card(plan, meeting)}/room", gettext("Mødet er åbent."))
