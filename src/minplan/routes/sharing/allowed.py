"""With whom a professional may talk about what: only what the citizen has said yes to, and only while it runs."""

from uuid import UUID

from flask import make_response, render_template
from flask.typing import ResponseReturnValue

from minplan import access, sharing
from minplan.routes import reply
from minplan.routes.marks import allows
from minplan.routes.sharing.blueprint import bp
from minplan.routes.visitor import visitor


@bp.get("/plans/<uuid:plan>/consents")
@allows("contact", "team")
def allowed(plan: UUID) -> ResponseReturnValue:
    with access.view(visitor().person_id, plan, "consents") as view:
        running = sharing.running_consents(view)
    page = render_template(
        "sharing/allowed.html",
        running=running,
        plan_id=plan,
        viewer=view.viewer,
        citizen_name=view.plan.citizen_name,
    )
    return reply.unkept(make_response(page))
