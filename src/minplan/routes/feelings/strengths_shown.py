"""The strengths that a citizen shows, for those who work with the plan: what they say of work and hopes comes first."""

from uuid import UUID

from flask import render_template

from minplan import access, feelings, journey
from minplan.routes.feelings.blueprint import STAFF, bp
from minplan.routes.marks import allows
from minplan.routes.visitor import visitor


@bp.get("/plans/<uuid:plan>/strengths")
@allows(*STAFF)
def shown_strengths(plan: UUID) -> str:
    with access.view(visitor().person_id, plan, "shown") as view:
        cards, horizon = feelings.shown_strengths(view), journey.way(view).horizon
    return render_template(
        "feelings/shown_strengths.html",
        cards=cards,
        horizon=horizon,
        plan_id=plan,
        viewer=view.viewer,
        citizen_name=view.plan.citizen_name,
    )
