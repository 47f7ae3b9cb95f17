"""The meeting ends, with a next step or a promise."""

from uuid import UUID

from flask import request
from flask.typing import ResponseReturnValue

from minplan import meeting as meetings
from minplan.errors import Invalid
from minplan.routes import fields, forms, reply
from minplan.routes.languages import gettext
from minplan.routes.marks import allows
from minplan.routes.meeting.blueprint import MEETING, STAFF, bp
from minplan.routes.meeting.frame import card
from minplan.routes.meeting.outcome import put_right
from minplan.routes.visitor import visitor

PROMISE = "promise"


@bp.post(f"{MEETING}/closing")
@allows(*STAFF)
def close_meeting(plan: UUID, meeting: UUID) -> ResponseReturnValue:
    try:
        meetings.close_meeting(visitor().person_id, plan, meeting, _command())
    except Invalid as error:
        return put_right(plan, meeting, "closing", error), 422
    return reply.done(f"{card(plan, meeting)}/summary", gettext("Mødet er slut. Her er det, I kom frem til."))


def _command() -> meetings.NewClosing:
    promised = request.form.get("next") == PROMISE
    return forms.read(
        meetings.NewClosing,
        next=None if promised else fields.uuid("next"),
        promised=promised,
        who=fields.text("who") if promised else "",
        on=fields.day("on", required=promised),
    )
