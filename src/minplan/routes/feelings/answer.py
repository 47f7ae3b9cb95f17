"""Whoever was shown a picture says that they have read it, with a sentence or without."""

from typing import Any
from uuid import UUID

from flask import render_template, request
from flask.typing import ResponseReturnValue

from minplan import access, feelings, meeting as meetings
from minplan.errors import Conflict, Invalid, NotFound
from minplan.language import mark
from minplan.routes import fields, forms, reply
from minplan.routes.feelings.blueprint import STAFF, bp
from minplan.routes.languages import gettext
from minplan.routes.marks import allows
from minplan.routes.visitor import visitor

_ANSWER = "/plans/<uuid:plan>/meetings/<uuid:meeting>/pictures/<uuid:showing>/answer"
_READ = mark("Borgeren kan se, at du har læst det.")


@bp.get(_ANSWER)
@allows(*STAFF)
def answer_page(plan: UUID, meeting: UUID, showing: UUID) -> ResponseReturnValue:
    return _page(plan, meeting, showing)


@bp.post(_ANSWER)
@allows(*STAFF)
def answer(plan: UUID, meeting: UUID, showing: UUID) -> ResponseReturnValue:
    try:
        seen = forms.seen("words").replace("\r\n", "\n")
        feelings.answer_shown(visitor().person_id, plan, meeting, showing, seen, fields.own_words("text"))
    except Invalid as error:
        return _page(plan, meeting, showing, error), 422
    except Conflict as late:
        return _page(plan, meeting, showing, late=late), 409
    here = f"/plans/{plan}/meetings/{meeting}"
    return reply.done(f"{here}/room#brought" if request.form.get("at") == "room" else here, gettext(_READ), here=True)


def _page(
    plan: UUID, meeting: UUID, showing: UUID, error: Invalid | None = None, late: Conflict | None = None
) -> str:
    with access.view(visitor().person_id, plan, "shown") as view:
        found = meetings.one(view, meeting)
        each = next((each for each in feelings.shown(view, "checkin", meeting) if each.id == showing), None)
        given: dict[str, Any] = {"viewer": view.viewer, "citizen_name": view.plan.citizen_name}
        given["citizen_language"] = view.plan.citizen_language
    if each is None:
        raise NotFound
    return render_template(
        "feelings/answer.html",
        each=each,
        found=found,
        plan_id=plan,
        here=f"/plans/{plan}/meetings/{meeting}",
        at=request.form.get("at", "card"),
        late=late,
        errors=forms.faults(error),
        kept=request.form,
        opened=f"answer-{showing}" if error or late else "",
        **given,
    )
