"""The other side answers: yes to a time, none of them, or other times."""

from uuid import UUID

from flask import render_template, request
from flask.typing import ResponseReturnValue

from minplan import access, meeting as meetings
from minplan.errors import Invalid
from minplan.journey import Outcome
from minplan.language import mark
from minplan.routes import fields, forms, reply
from minplan.routes.languages import day, gettext
from minplan.routes.marks import allows
from minplan.routes.meeting import card, when
from minplan.routes.meeting.blueprint import ALL, MEETING, bp
from minplan.routes.meeting.frame import card as card_of, frame
from minplan.routes.visitor import visitor

_SAID = {
    "yes": mark("Godt. I har en aftale."),
    "none": mark("Det er helt i orden. Du får andre tider senest %(day)s."),
    "offered": mark("De nye tider er sendt."),
    "promised": mark("Tak. Du får svar senest %(day)s."),
    "unchanged": mark("Sådan var det allerede."),
}


@bp.post(f"{MEETING}/answer")
@allows(*ALL)
def answer(plan: UUID, meeting: UUID) -> ResponseReturnValue:
    none = request.form.get("answer") == "none"

    def act(by: UUID) -> Outcome:
        if none:
            return meetings.none_fits(by, plan, meeting)
        starts = fields.moment(fields.text("starts", required=True))
        if starts is None:
            raise Invalid({"starts": "unknown"})
        return meetings.accept(by, plan, meeting, starts, forms.maybe_seen("frame"))

    return card.after(plan, meeting, "answer", lambda outcome: _said("none" if none else "yes", outcome), act)


@bp.get(f"{MEETING}/times")
@allows(*ALL)
def times(plan: UUID, meeting: UUID) -> ResponseReturnValue:
    return _page(plan, meeting)


@bp.post(f"{MEETING}/times")
@allows(*ALL)
def offer(plan: UUID, meeting: UUID) -> ResponseReturnValue:
    try:
        command = forms.read(meetings.NewTimes, **when.times())
        outcome = meetings.offer(visitor().person_id, plan, meeting, command)
    except Invalid as error:
        return _page(plan, meeting, error), 422
    return reply.done(card_of(plan, meeting), _said("promised" if outcome.promised else "offered", outcome))


def _said(told: str, outcome: Outcome) -> str:
    if outcome.kind == "unchanged":
        return gettext(_SAID["unchanged"])
    return gettext(_SAID[told], **({"day": day(outcome.promised)} if outcome.promised else {}))


def _page(plan: UUID, meeting: UUID, error: Invalid | None = None) -> str:
    with access.view(visitor().person_id, plan, "meeting") as view:
        found, rhythm = meetings.one(view, meeting), meetings.rhythm(view)
    return render_template("meeting/times.html", rhythm=rhythm, **frame(view, found, error, "times"))
