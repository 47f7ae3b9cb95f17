"""How it hangs together: everybody around one citizen's plan, drawn, with who decides what."""

from uuid import UUID

from flask import render_template
from flask.typing import ResponseReturnValue

from minplan import access, journey, rights
from minplan.routes.marks import allows
from minplan.routes.rights.blueprint import CITIZEN, STAFF, bp
from minplan.routes.rights.frame import frame
from minplan.routes.visitor import visitor


@bp.get("/plans/<uuid:plan>/together")
@allows(*CITIZEN, *STAFF)
def together(plan: UUID) -> ResponseReturnValue:
    with access.view(visitor().person_id, plan, "rights") as view:
        figures = rights.around(view, journey.way(view))
    return render_template("rights/together.html", figures=figures, **frame(view))
