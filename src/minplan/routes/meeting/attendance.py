"""Who comes: anybody is asked, and the citizen decides."""

from uuid import UUID

from flask.typing import ResponseReturnValue

from minplan import meeting as meetings
from minplan.journey import Outcome
from minplan.language import mark
from minplan.routes import fields, forms
from minplan.routes.languages import gettext
from minplan.routes.marks import allows
from minplan.routes.meeting import card
from minplan.routes.meeting.blueprint import ALL, MEETING, bp
from minplan.routes.visitor import visitor

_SAID = {
    "invited": mark("Det er skrevet på."),
    "asked": mark("Nu spørger vi borgeren."),
    "coming": mark("Godt. Det ved alle nu."),
    "not_coming": mark("Det er helt i orden. Det ved alle nu."),
    "unchanged": mark("Sådan var det allerede."),
}


@bp.post(f"{MEETING}/attendance")
@allows(*ALL)
def invite(plan: UUID, meeting: UUID) -> ResponseReturnValue:
    def act(by: UUID) -> Outcome:
        plain = {name: fields.text(name) for name in ("name", "role")}
        chosen = {name: value for name in ("kind", "language") if (value := fields.text(name))}
        known = {"person": fields.uuid("person"), "why": fields.own_words("why")}
        return meetings.invite(by, plan, meeting, forms.read(meetings.NewGuest, **plain, **chosen, **known))

    told = "invited" if visitor().kind == "citizen" else "asked"
    return card.after(plan, meeting, "guest", lambda outcome: _said(told, outcome), act)


@bp.post(f"{MEETING}/attendance/<uuid:attendee>/answer")
@allows(*ALL)
def answer_guest(plan: UUID, meeting: UUID, attendee: UUID) -> ResponseReturnValue:
    answer = fields.text("answer")

    def act(by: UUID) -> Outcome:
        return meetings.answer_guest(by, plan, meeting, attendee, answer, forms.maybe_seen("answer"))

    return card.after(plan, meeting, "people", lambda outcome: _said(answer, outcome), act)


def _said(told: str, outcome: Outcome) -> str:
    return gettext(_SAID["unchanged" if outcome.kind == "unchanged" else told])
