"""Answering what was proposed: yes, adjust, no thanks, or let us talk about it."""

from typing import Any
from uuid import UUID

from flask import after_this_request, render_template, request
from flask.typing import ResponseReturnValue

from minplan import access, clock, dialogue, feelings, journey, rights
from minplan.errors import Conflict, Invalid
from minplan.routes import fields, forms, reply, said, tone
from minplan.routes.journey.blueprint import ALL, bp
from minplan.routes.journey.page import home
from minplan.routes.marks import allows
from minplan.routes.visitor import visitor
from minplan.words import NewText


@bp.get("/plans/<uuid:plan>/proposals/<uuid:proposal>")
@allows(*ALL)
def proposal_page(plan: UUID, proposal: UUID) -> ResponseReturnValue:
    return _page(plan, proposal)


@bp.post("/plans/<uuid:plan>/proposals/<uuid:proposal>/answer")
@allows(*ALL)
def answer(plan: UUID, proposal: UUID) -> ResponseReturnValue:
    try:
        outcome = journey.answer(visitor().person_id, plan, proposal, _command())
    except (Invalid, Conflict) as error:
        return _page(plan, proposal, error, "answer")
    return reply.done(home(plan), tone.heard(said.outcome(f"answer_{fields.text('answer')}", outcome)))


@bp.post("/plans/<uuid:plan>/proposals/<uuid:proposal>/promise")
@allows(*ALL)
def promise_answer(plan: UUID, proposal: UUID) -> ResponseReturnValue:
    try:
        day, because = forms.needed_day("promised"), fields.own_words("because")
        outcome = journey.promise_proposal(visitor().person_id, plan, proposal, day, because)
    except (Invalid, Conflict) as error:
        return _page(plan, proposal, error, "promise")
    return reply.done(f"/plans/{plan}/proposals/{proposal}", tone.heard(said.outcome("promise", outcome)))


@bp.post("/plans/<uuid:plan>/proposals/<uuid:proposal>/withdrawal")
@allows(*ALL)
def withdraw(plan: UUID, proposal: UUID) -> ResponseReturnValue:
    outcome = journey.withdraw(visitor().person_id, plan, proposal)
    return reply.done(home(plan), tone.heard(said.outcome("withdrawal", outcome)))


def _command() -> journey.ProposalAnswer:
    return forms.read(
        journey.ProposalAnswer,
        answer=fields.text("answer") or None,
        text=_words(),
        when=forms.when(),
        because=fields.own_words("because"),
    )


def _words() -> NewText | None:
    """The answerer's own words; none where a yes leaves what stood in the field, perhaps in the reader's language."""
    left = fields.text("answer") != "adjust" and fields.text("text") == fields.text("seen_text")
    return None if left else fields.own_words("text")


def _page(
    plan: UUID, proposal: UUID, error: Exception | None = None, opened: str = ""
) -> tuple[str, int]:
    """The page; with an `error` the form `opened` comes back with its words, or with the answer given meanwhile."""
    with access.view(visitor().person_id, plan, "proposal") as view:
        way = journey.way(view)
        found = journey.proposal(view, way, proposal)
        built = feelings.builds_on(view, found.step_id) if found.step_id else None
        step = journey.find(way, found.step_id) if found.step_id else None
        told = _told(view, step, found) if step and found.what == "step" else {}
    if built:
        after_this_request(reply.unkept)  # what can be taken back stays in no browser
    page = render_template(
        "journey/proposal.html",
        proposal=found,
        way=way,
        step=step,
        title=way.titles.get(str(found.step_id)),
        goal=next((goal for goal in way.goals if goal.id == found.goal_id), None),
        builds_on=built if found.what == "step" else None,
        plan_id=plan,
        viewer=view.viewer,
        citizen_name=view.plan.citizen_name,
        citizen_language=view.plan.citizen_language,
        contact=view.contact,
        today=clock.today(),
        opened=opened if isinstance(error, Invalid) else "",
        errors=forms.faults(error),
        conflict=isinstance(error, Conflict),
        kept=request.form,
        **told,
    )
    return page, {Invalid: 422, Conflict: 409}[type(error)] if error else 200


def _told(view: access.View, step: journey.StepView, proposal: journey.ProposalView) -> dict[str, Any]:
    """What the municipality says of a suggested step, and what holds for it: read before the answer, not after."""
    meaning = rights.meaning(view, step)
    said = (step.title, step.why, proposal.text, proposal.why, *meaning.said)
    moment = rights.unless_threat("offer", *said)
    return {
        "meaning": meaning,
        "rights_here": rights.here_on(view, moment),
        "rights_folded": moment == "offer",
        "threads": [each for each in dialogue.open_threads(view) if each.step_id == step.id],
    }
