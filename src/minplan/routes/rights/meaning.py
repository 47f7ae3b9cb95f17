"""What a step means, on its own page: what it may lead to, whether it makes sense, and what it rests on."""

from collections.abc import Callable
from uuid import UUID

from flask import request
from flask.typing import ResponseReturnValue

from minplan import rights
from minplan.errors import Conflict, Invalid
from minplan.journey import Outcome
from minplan.routes import fields, forms, reply, said, tone
from minplan.routes.journey import resting
from minplan.routes.journey.step import show_late, show_step
from minplan.routes.languages import day, gettext
from minplan.routes.marks import allows
from minplan.routes.rights.blueprint import CITIZEN, STAFF, bp
from minplan.routes.visitor import visitor

_STEP = "/plans/<uuid:plan>/steps/<uuid:step>"


@bp.post(f"{_STEP}/sense")
@allows(*CITIZEN)
def sense(plan: UUID, step: UUID) -> ResponseReturnValue:
    def act(by: UUID) -> str:
        return _heard(rights.say_sense(by, plan, step, request.form.get("answer", "")))

    return _after(plan, step, "sense", act)


@bp.post(f"{_STEP}/prospect")
@allows(*STAFF)
def prospect(plan: UUID, step: UUID) -> ResponseReturnValue:
    def act(by: UUID) -> str:
        return _saved(rights.describe_step(by, plan, step, resting.prospect(), forms.seen("prospect")))

    return _after(plan, step, "prospect", act)


@bp.post(f"{_STEP}/decision")
@allows(*STAFF)
def decision(plan: UUID, step: UUID) -> ResponseReturnValue:
    def act(by: UUID) -> str:
        if fields.text("rests") == "no":
            return _saved(rights.say_no_decision(by, plan, step))
        return _saved(rights.record_decision(by, plan, step, resting.decision(), forms.seen("decision")))

    return _after(plan, step, "decision", act)


@bp.post(f"{_STEP}/decision/received")
@allows(*CITIZEN)
def received(plan: UUID, step: UUID) -> ResponseReturnValue:
    def act(by: UUID) -> str:
        return _saved(rights.receive_decision(by, plan, step, forms.needed_day("received"), forms.seen("decision")))

    return _after(plan, step, "received", act)


def _heard(outcome: Outcome) -> str:
    if outcome.promised:
        return gettext("Tak. Vi forklarer det. Du får svar senest %(day)s.", day=day(outcome.promised))
    return gettext("Tak. Dit svar er gemt.")


def _saved(outcome: Outcome) -> str:
    return said.sentence("unchanged") if outcome.kind == "unchanged" else tone.heard(gettext("Det er gemt."))


def _after(plan: UUID, step: UUID, form: str, act: Callable[[UUID], str]) -> ResponseReturnValue:
    """Do it and come back to the step; what cannot be used, or came too late, brings `form` back with its words."""
    try:
        told = act(visitor().person_id)
    except Invalid as error:
        return show_step(plan, step, form, error)
    except Conflict:
        return show_late(plan, step, form)
    return reply.done(f"/plans/{plan}/steps/{step}#{form}", told)
