"""Somebody proposes a meeting."""

from uuid import UUID

from flask import render_template, request
from flask.typing import ResponseReturnValue

from minplan import access, journey, meeting as meetings
from minplan.access import View
from minplan.errors import Invalid
from minplan.language import mark
from minplan.routes import fields, forms, reply, tone
from minplan.routes.languages import day, gettext
from minplan.routes.marks import allows
from minplan.routes.meeting import when
from minplan.routes.meeting.blueprint import ALL, bp
from minplan.routes.meeting.frame import card
from minplan.routes.visitor import visitor
from minplan.words import NewText

_MEETINGS = "/plans/<uuid:plan>/meetings"
_TEXTS = ("purpose", "decides", "not_today")
_PROMISED = mark("Tak. Du får svar senest %(day)s.")
_SENT = mark("Forslaget er sendt.")
_ALREADY = mark("Det har du allerede foreslået.")


@bp.get(f"{_MEETINGS}/new")
@allows(*ALL)
def new(plan: UUID) -> ResponseReturnValue:
    return _page(plan)


@bp.post(_MEETINGS)
@allows(*ALL)
def propose(plan: UUID) -> ResponseReturnValue:
    try:
        outcome = meetings.propose(visitor().person_id, plan, _command())
    except Invalid as error:
        return _page(plan, error), 422
    return reply.done(card(plan, outcome.subject_id), tone.heard(_told(outcome)))  # type: ignore[arg-type]


def _told(outcome: journey.Outcome) -> str:
    if outcome.kind == "unchanged":
        return gettext(_ALREADY)
    return gettext(_PROMISED, day=day(outcome.promised)) if outcome.promised else gettext(_SENT)


def _command() -> meetings.NewMeeting:
    texts = {name: forms.maybe_words(name) for name in _TEXTS}
    people = forms.ids("people") if request.form.getlist("people") else []
    kind = fields.text("kind") or "talk"
    return forms.read(meetings.NewMeeting, kind=kind, notes=_notes(), people=people, **texts, **when.times())


def _notes() -> list[NewText]:
    """The pictures that were picked, and what was written beside them."""
    own = fields.own_words("note")
    return [NewText(phrase=picked) for picked in request.form.getlist("notes") if picked] + ([own] if own else [])


def _page(plan: UUID, error: Invalid | None = None) -> str:
    with access.view(visitor().person_id, plan, "meeting") as view:
        rhythm = meetings.rhythm(view)
    return render_template(
        "meeting/new.html",
        plan_id=plan,
        viewer=view.viewer,
        staff=not view.viewer.is_citizen,
        citizen_name=view.plan.citizen_name,
        citizen_language=view.plan.citizen_language,
        contact=view.contact,
        others=_others(view),
        rhythm=rhythm,
        promised=journey.answer_by(),
        errors=forms.faults(error),
        kept=request.form,
        opened="new" if error else "",
    )


def _others(view: View) -> list[tuple[UUID, str]]:
    """The professionals whom somebody can ask to come: not whom the meeting is with anyway."""
    with_whom = view.contact.person_id if view.viewer.is_citizen and view.contact else view.viewer.person_id
    names = [(each.person_id, each.name, each.role) for each in view.members if each.person_id != with_whom]
    return [(who, f"{name} ({role})" if role else name) for who, name, role in names]
