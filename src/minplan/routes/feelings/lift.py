"""Does it lift or drain? One tap about a step, for the citizen alone until they show it."""

from uuid import UUID

from flask import render_template, request
from flask.typing import ResponseReturnValue

from minplan import access, feelings, journey
from minplan.errors import Conflict, Invalid, NotFound
from minplan.routes import forms, reply
from minplan.routes.feelings.blueprint import CITIZEN, bp
from minplan.routes.feelings.consent import must_agree, seen_and_agreed
from minplan.routes.languages import gettext
from minplan.routes.marks import allows
from minplan.routes.visitor import visitor

_STEP = "/plans/<uuid:plan>/steps/<uuid:step>"
_SKIP = "skip"


@bp.get(f"{_STEP}/lift")
@allows(*CITIZEN)
def show_lift(plan: UUID, step: UUID) -> str:
    return _page(plan, step)


@bp.post(f"{_STEP}/lift")
@allows(*CITIZEN)
def say_lift(plan: UUID, step: UUID) -> ResponseReturnValue:
    by, answer = _own(plan, step), request.form.get("answer", "")
    try:
        must_agree()
        feelings.say_lift(by, step, None if answer == _SKIP else answer, forms.maybe_seen("answer"))
    except Invalid as error:
        return _page(plan, step, error), 422
    except Conflict:
        return _page(plan, step, late=True), 409
    told = gettext("Det er fint. Vi spørger ikke igen.") if answer == _SKIP else gettext("Gemt. Kun du kan se det.")
    return reply.done(f"/plans/{plan}/steps/{step}#lift", told)


@bp.post(f"{_STEP}/lift/showing")
@allows(*CITIZEN)
def open_lift(plan: UUID, step: UUID) -> ResponseReturnValue:
    try:
        feelings.show_lift(_own(plan, step), step, *seen_and_agreed())
    except (Conflict, Invalid):
        return _page(plan, step, changed=True), 409
    return reply.done(f"/plans/{plan}/steps/{step}/lift", gettext("De kan læse dit svar nu."))


@bp.post(f"{_STEP}/lift/hiding")
@allows(*CITIZEN)
def hide_lift(plan: UUID, step: UUID) -> ResponseReturnValue:
    feelings.hide_lift(_own(plan, step), step)
    return reply.done(f"/plans/{plan}/steps/{step}/lift", gettext("Kun du kan se dit svar nu."))


@bp.post(f"{_STEP}/lift/removal")
@allows(*CITIZEN)
def let_lift_go(plan: UUID, step: UUID) -> ResponseReturnValue:
    feelings.let_lift_go(_own(plan, step), step)
    return reply.done(f"/plans/{plan}/steps/{step}", gettext("Dit svar er slettet."))


def _page(plan: UUID, step: UUID, error: Invalid | None = None, changed: bool = False, late: bool = False) -> str:
    by = visitor().person_id
    with access.view(by, plan, "step") as view:
        found = _step(view, step)
    return render_template(
        "feelings/lift.html",
        step=found,
        plan_id=plan,
        viewer=view.viewer,
        people=[member.name for member in view.members],
        lift=feelings.lift(by, step),
        errors=forms.faults(error),
        opened="lift" if error else "",
        changed=changed,
        late=late,
    )


def _own(plan: UUID, step: UUID) -> UUID:
    """Who is here; raises NotFound where the plan is another one than theirs, or has no such step."""
    by = visitor().person_id
    with access.view(by, plan, "step") as view:
        if not view.viewer.is_citizen:
            raise NotFound
        _step(view, step)
    return by


def _step(view: access.View, step: UUID) -> journey.StepView:
    found = journey.find(journey.way(view), step)
    if found is None:
        raise NotFound
    return found
