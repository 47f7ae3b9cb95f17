"""A meeting is moved: other times are proposed, or the one written down that both have agreed on."""

from uuid import UUID

from flask import redirect, render_template, request
from flask.typing import ResponseReturnValue

from minplan import access, journey, meeting as meetings
from minplan.errors import Conflict, Invalid
from minplan.language import mark
from minplan.routes import fields, forms, reply, tone
from minplan.routes.languages import day, gettext
from minplan.routes.marks import allows
from minplan.routes.meeting import when
from minplan.routes.meeting.blueprint import ALL, MEETING, bp
from minplan.routes.meeting.frame import card, frame
from minplan.routes.visitor import visitor

_PROMISED = mark("Tak. Du får svar senest %(day)s.")
_SENT = mark("Mødet er flyttet. Alle, der skal med, får besked.")


@bp.get(f"{MEETING}/move")
@allows(*ALL)
def move_page(plan: UUID, meeting: UUID) -> ResponseReturnValue:
    return _page(plan, meeting)


@bp.post(f"{MEETING}/move")
@allows(*ALL)
def move(plan: UUID, meeting: UUID) -> ResponseReturnValue:
    try:
        outcome = _move(plan, meeting)
    except (Invalid, Conflict) as error:
        return _page(plan, meeting, error)
    told = gettext(_PROMISED, day=day(outcome.promised)) if outcome.promised else gettext(_SENT)
    return reply.done(card(plan, meeting), tone.heard(told))


def _move(plan: UUID, meeting: UUID) -> journey.Outcome:
    seen = fields.moment(forms.seen("starts"))
    if seen is None:
        raise Invalid({"seen_starts": "bad_time"})
    rows, because, settled = when.times()["times"], fields.own_words("because"), bool(request.form.get("settled"))
    return meetings.move(visitor().person_id, plan, meeting, rows, seen, because, settled)


def _page(plan: UUID, meeting: UUID, error: Exception | None = None) -> ResponseReturnValue:
    with access.view(visitor().person_id, plan, "meeting") as view:
        found = meetings.one(view, meeting)
    if found.state != "agreed" and not error:
        return redirect(card(plan, meeting), 303)
    late = isinstance(error, Conflict)
    given = frame(view, found, error, "move") | {"late": late, "promised": journey.answer_by()}
    return render_template("meeting/move.html", **given), 409 if late else 422 if error else 200
