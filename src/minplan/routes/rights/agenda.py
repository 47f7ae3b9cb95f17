"""Taking a right along to a meeting: the citizen's tap puts "ask about …" on its agenda."""

from uuid import UUID

from flask import render_template, request
from flask.typing import ResponseReturnValue

from minplan import access, feelings, meeting as meetings, rights
from minplan.content import ShownRight
from minplan.errors import Invalid
from minplan.language import SOURCE, mark
from minplan.meeting import MeetingView
from minplan.routes import fields, forms, reply
from minplan.routes.languages import gettext, reader
from minplan.routes.marks import allows
from minplan.routes.rights.blueprint import CITIZEN, bp
from minplan.routes.rights.words import right_says
from minplan.routes.visitor import visitor
from minplan.words import NewText

_AGENDA = "/plans/<uuid:plan>/rights/<right>/agenda"
_SAID = {
    "done": mark("Det står på dagsordenen nu."),
    "unchanged": mark("Det står på dagsordenen allerede."),
}


@bp.get(_AGENDA)
@allows(*CITIZEN)
def ask_at_meeting(plan: UUID, right: str) -> ResponseReturnValue:
    return _page(plan, rights.one(right))


@bp.post(_AGENDA)
@allows(*CITIZEN)
def put_on_agenda(plan: UUID, right: str) -> ResponseReturnValue:
    found = rights.one(right)
    try:
        meeting = fields.uuid("meeting", required=True)
        if meeting not in {each.id for each in ahead(plan)}:
            raise Invalid({"meeting": "unknown"})
        assert meeting is not None  # else it is none of these
        outcome = meetings.add_point(visitor().person_id, plan, meeting, _words(found))
    except Invalid as error:
        return _page(plan, found, error), 422
    return reply.done(f"/plans/{plan}/meetings/{meeting}#agenda", gettext(_SAID[outcome.kind]))


def ahead(plan: UUID) -> list[MeetingView]:
    """The meetings on whose agenda something can be put, the nearest first."""
    with access.view(visitor().person_id, plan, "rights") as view:
        return feelings.meetings_ahead(view)


def _words(found: ShownRight) -> NewText:
    """In the reader's words, with the Danish name behind them: both sides know what is meant."""
    name = right_says(found.right, "name")
    text = gettext("Spørg om: %(what)s", what=name.text)
    code = reader().language.code
    return NewText(text=text if code == SOURCE else f"{text} ({found.right.name})", lang=code)


def _page(plan: UUID, found: ShownRight, error: Invalid | None = None) -> str:
    return render_template(
        "rights/agenda.html",
        shown=found,
        ahead=ahead(plan),
        plan_id=plan,
        errors=forms.faults(error),
        kept=request.form,
        opened="agenda" if error else "",
    )
