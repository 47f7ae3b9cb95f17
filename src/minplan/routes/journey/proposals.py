"""Answering what was proposed: yes, adjust, no thanks, or let us talk about it."""

from typing import Any
from uuid import UUID

from flask import render_template, request
from flask.typing import ResponseReturnValue

from minplan import access, clock, journey
from minplan.errors import Conflict, Invalid, NotFound
from minplan.routes import fields, forms, reply, said, tone
from minplan.routes.journey.blueprint import ALL, bp
from minplan.routes.journey.page import home
from minplan.routes.marks import allows
from minplan.routes.visitor import visitor


@bp.get("/plans/<uuid:plan>/proposals/<uuid:proposal>")
@allows(*ALL)
def proposal_page(plan: UUID, proposal: UUID) -> ResponseReturnValue:
    return _page(plan, proposal)


@bp.post("/plans/<uuid:plan>/proposals/<uuid:proposal>/answer")
@allows(*ALL)
def answer(plan: UUID, proposal: UUID) -> ResponseReturnValue:
    try:
        outcome = journey.answer(visitor().person_id, plan, proposal, _command())
    except Invalid as error:
        return _page(plan, proposal, error), 422
    except Conflict:
        return reply.done(home(plan), said.sentence("already_answered"))
    return reply.done(home(plan), tone.heard(said.outcome(f"answer_{fields.text('answer')}", outcome)))


@bp.post("/plans/<uuid:plan>/proposals/<uuid:proposal>/withdrawal")
@allows(*ALL)
def withdraw(plan: UUID, proposal: UUID) -> ResponseReturnValue:
    outcome = journey.withdraw(visitor().person_id, plan, proposal)
    return reply.done(home(plan), tone.heard(said.outcome("withdrawal", outcome)))


def _command() -> journey.ProposalAnswer:
    return forms.read(
        journey.ProposalAnswer,
        answer=fields.text("answer") or None,
        text=fields.own_words("text"),
        when=forms.when(),
        because=fields.own_words("because"),
    )


def _page(plan: UUID, proposal: UUID, error: Invalid | None = None) -> str:
    with access.view(visitor().person_id, plan) as view:
        way = journey.way(view)
        found = next((each for each in journey.proposals(view, way) if each.id == proposal), None)
    if found is None:
        raise NotFound
    more: dict[str, Any] = {"step": journey.find(way, found.step_id) if found.step_id else None}
    return render_template(
        "journey/proposal.html",
        proposal=found,
        goal=next((goal for goal in way.goals if goal.id == found.goal_id), None),
        plan_id=plan,
        viewer=view.viewer,
        citizen_name=view.plan.citizen_name,
        contact=view.contact,
        today=clock.today(),
        errors=error.fields if error else {},
        kept=request.form,
        **more,
    )
