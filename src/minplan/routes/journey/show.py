"""Showing one of a plan's own pages, with what every such page needs."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from flask import render_template, request

from minplan import access, clock, journey
from minplan.errors import Conflict, NotFound
from minplan.routes import forms
from minplan.routes.visitor import visitor

# What the citizen reads that somebody opened. Pages that are not named here are the citizen's alone.
_OPENED = {
    "journey/new_step.html": "new_step",
    "journey/new_goal.html": "new_goal",
    "journey/goal.html": "goal",
    "journey/wins.html": "wins",
    "desk/praise.html": "praise",
}


def plan_page(
    template: str,
    plan: UUID,
    error: Exception | None = None,
    also: Callable[[access.View], dict[str, Any]] = lambda _view: {},
    **more: Any,
) -> str:
    """The page; with an `error` its fields are marked and the words typed are kept. Raises NotFound.

    `also` reads what else the page needs while the plan is open. `goal_id` among `more` becomes the `goal` that the
    viewer sees.
    """
    with access.view(visitor().person_id, plan, _OPENED.get(template, "plan")) as view:
        way = journey.way(view)
        more |= also(view)
    if "goal_id" in more:
        more["goal"] = _goal(way, more["goal_id"])
    return render_template(
        template,
        way=way,
        horizon_id=view.plan.horizon_id,
        plan_id=plan,
        citizen_name=view.plan.citizen_name,
        citizen_language=view.plan.citizen_language,
        viewer=view.viewer,
        contact=view.contact,
        members=view.members,
        people=[member.name for member in view.members],
        today=clock.today(),
        errors=forms.faults(error),
        conflict=error if isinstance(error, Conflict) else None,
        kept=request.form,
        **more,
    )


def _goal(way: journey.Way, goal: UUID) -> journey.GoalView:
    found = next((each for each in way.goals if each.id == goal), None)
    if found is None:
        raise NotFound
    return found
