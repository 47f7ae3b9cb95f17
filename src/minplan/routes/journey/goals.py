"""Goals and milestones: what stands at the horizon, and the landmarks on the way there."""

from typing import Any
from uuid import UUID

from flask.typing import ResponseReturnValue

from minplan import access, journey, rights, sync
from minplan.errors import Conflict, Invalid
from minplan.routes import fields, forms, reply, said, tone
from minplan.routes.journey.blueprint import ALL, bp
from minplan.routes.journey.page import home
from minplan.routes.journey.show import plan_page
from minplan.routes.marks import allows
from minplan.routes.visitor import visitor


@bp.get("/plans/<uuid:plan>/goals/new")
@allows(*ALL)
def new_goal(plan: UUID) -> ResponseReturnValue:
    return plan_page("journey/new_goal.html", plan)


@bp.post("/plans/<uuid:plan>/goals")
@allows(*ALL)
def add_goal(plan: UUID) -> ResponseReturnValue:
    try:
        title, why = forms.words("title", "goal"), forms.maybe_words("why")
        command = forms.read(journey.NewGoal, title=title, why=why, track=fields.text("track") or None)
        outcome = journey.add_goal(visitor().person_id, plan, command)
    except Invalid as error:
        return plan_page("journey/new_goal.html", plan, error), 422
    proposed = outcome.kind == "proposed" or visitor().kind != "citizen"
    to = home(plan) if proposed else f"/plans/{plan}/goals/{outcome.subject_id}"
    return reply.done(to, tone.heard(said.outcome("add_goal", outcome)))


@bp.get("/plans/<uuid:plan>/goals/<uuid:goal>")
@allows(*ALL)
def goal_page(plan: UUID, goal: UUID) -> ResponseReturnValue:
    return _goal(plan, goal)


@bp.post("/plans/<uuid:plan>/goals/<uuid:goal>/title")
@allows(*ALL)
def retitle_goal(plan: UUID, goal: UUID) -> ResponseReturnValue:
    try:
        seen, title = forms.seen_id("title") or goal, forms.words("title", "goal")
        outcome = journey.reword_goal(visitor().person_id, plan, goal, seen, title)
    except (Invalid, Conflict) as error:
        return _goal(plan, goal, error, "title")
    return reply.done(f"/plans/{plan}/goals/{goal}", tone.heard(said.outcome("title", outcome)))


@bp.post("/plans/<uuid:plan>/goals/<uuid:goal>/milestones")
@allows(*ALL)
def add_milestone(plan: UUID, goal: UUID) -> ResponseReturnValue:
    try:
        command = journey.NewMilestone(goal=goal, title=forms.words("milestone", "milestone"))
        outcome = journey.add_milestone(visitor().person_id, plan, command)
    except Invalid as error:
        return _goal(plan, goal, error, "milestone")
    return reply.done(f"/plans/{plan}/goals/{goal}", tone.heard(said.outcome("add_milestone", outcome)))


@bp.post("/plans/<uuid:plan>/goals/<uuid:goal>/milestones/<uuid:milestone>/title")
@allows(*ALL)
def retitle_milestone(plan: UUID, goal: UUID, milestone: UUID) -> ResponseReturnValue:
    try:
        seen, title = forms.seen_id("title") or milestone, forms.words("landmark", "milestone")
        outcome = journey.reword_milestone(visitor().person_id, plan, goal, milestone, seen, title)
    except (Invalid, Conflict) as error:
        return _goal(plan, goal, error, f"landmark-{milestone}")
    return reply.done(f"/plans/{plan}/goals/{goal}", tone.heard(said.outcome("title", outcome)))


def _goal(plan: UUID, goal: UUID, error: Exception | None = None, opened: str = "") -> ResponseReturnValue:
    """The goal's page; with an `error` the form `opened` stands open with its words kept."""
    status = {Invalid: 422, Conflict: 409}.get(type(error), 200) if error else 200
    return plan_page("journey/goal.html", plan, error, _choices, goal_id=goal, opened=opened), status


def _choices(view: access.View) -> dict[str, Any]:
    """What there is to choose at a landmark, now or later, and whether the goal is a part of the case."""
    choices = [each for each in rights.choices(view) if each.state == "open" or each.of("later")]
    return {"choices": choices, "case": sync.case_beside(view)}
