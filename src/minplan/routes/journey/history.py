"""The history: in plain words, who changed what, old and new."""

from uuid import UUID

from flask import render_template, request
from flask.typing import ResponseReturnValue

from minplan import access, journey
from minplan.routes import fields
from minplan.routes.journey.blueprint import ALL, CITIZEN, bp
from minplan.routes.marks import allows
from minplan.routes.visitor import visitor


@bp.get("/plan/history")
@allows(*CITIZEN)
def my_history() -> ResponseReturnValue:
    return _history(None)


@bp.get("/plans/<uuid:plan>/history")
@allows(*ALL)
def history(plan: UUID) -> ResponseReturnValue:
    return _history(plan)


def _history(plan: UUID | None) -> ResponseReturnValue:
    before = fields.moment(request.args.get("before", ""))
    with access.view(visitor().person_id, plan, "history") as view:
        story = journey.story(view, before)
    return render_template(
        "journey/history.html",
        story=story,
        plan_id=view.plan.id,
        viewer=view.viewer,
        citizen_name=view.plan.citizen_name,
    )
