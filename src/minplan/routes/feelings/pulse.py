"""A citizen's own answers after meetings: theirs to see first, to show and to delete. No line and no average."""

from uuid import UUID

from flask import render_template
from flask.typing import ResponseReturnValue

from minplan import access, feelings, meeting as meetings
from minplan.errors import Conflict, Invalid
from minplan.feelings import PULSE_QUESTIONS, Pulse
from minplan.routes import reply
from minplan.routes.feelings.blueprint import CITIZEN, bp
from minplan.routes.feelings.consent import seen_and_agreed
from minplan.routes.languages import gettext
from minplan.routes.marks import allows
from minplan.routes.visitor import visitor

HOME = "/mine/pulse"
_ONE = f"{HOME}/<uuid:pulse>"


@bp.get(HOME)
@allows(*CITIZEN)
def pulses() -> str:
    return _page()


@bp.post(f"{_ONE}/showing")
@allows(*CITIZEN)
def show_pulse(pulse: UUID) -> ResponseReturnValue:
    try:
        feelings.show_to_team(visitor().person_id, "pulse", pulse, *seen_and_agreed())
    except (Conflict, Invalid):
        return _page(changed=True), 409
    return reply.done(f"{HOME}#p-{pulse}", gettext("De kan læse det nu."))


@bp.post(f"{_ONE}/hiding")
@allows(*CITIZEN)
def hide_pulse(pulse: UUID) -> ResponseReturnValue:
    feelings.hide_from_team(visitor().person_id, "pulse", pulse)
    return reply.done(f"{HOME}#p-{pulse}", gettext("Kun du kan se det nu."))


@bp.post(f"{_ONE}/removal")
@allows(*CITIZEN)
def let_pulse_go(pulse: UUID) -> ResponseReturnValue:
    feelings.let_pulse_go(visitor().person_id, pulse)
    return reply.done(HOME, gettext("Det er slettet."))


def _page(changed: bool = False) -> str:
    by = visitor().person_id
    kept = [each for each in feelings.pulses(by) if not each.is_blank]
    with access.view(by) as view:
        behind = sorted(meetings.every(view), key=lambda each: each.starts, reverse=True)
    return render_template(
        "feelings/pulse.html",
        groups=[(each, about) for each in behind if (about := _about(each.id, kept))],
        questions=PULSE_QUESTIONS,
        plan_id=view.plan.id,
        viewer=view.viewer,
        people=[member.name for member in view.members],
        changed=changed,
    )


def _about(meeting: UUID, kept: list[Pulse]) -> list[Pulse]:
    """What was kept about this meeting, the answers before the words."""
    return sorted((each for each in kept if each.meeting == meeting), key=lambda each: each.words is not None)
