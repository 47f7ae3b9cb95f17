"""What the citizen lives on: read and put right by them and their contact person, with what was said before."""

from uuid import UUID

from flask import render_template, request
from flask.typing import ResponseReturnValue

from minplan import access, rights
from minplan.errors import Conflict, Invalid
from minplan.language import mark
from minplan.routes import forms, reply
from minplan.routes.languages import gettext
from minplan.routes.marks import allows
from minplan.routes.rights.blueprint import bp
from minplan.routes.visitor import visitor

_BENEFIT = "/plans/<uuid:plan>/benefit"
_WHO = ("citizen", "contact")
_SAID = {
    "done": mark("Det er skrevet. Rettighederne passer til det fra nu."),
    "unchanged": mark("Sådan stod der allerede."),
}


@bp.get(_BENEFIT)
@allows(*_WHO)
def benefit(plan: UUID) -> ResponseReturnValue:
    return _page(plan)


@bp.post(_BENEFIT)
@allows(*_WHO)
def set_benefit(plan: UUID) -> ResponseReturnValue:
    """An empty choice is an answer too: nobody has to know."""
    try:
        if "benefit" not in request.form:
            raise Invalid({"benefit": "required"})
        code, seen = request.form["benefit"] or None, forms.seen("benefit") or None
        outcome = rights.set_benefit(visitor().person_id, plan, code, seen)
    except Invalid as error:
        return _page(plan, error), 422
    except Conflict as error:
        return _page(plan, error), 409
    return reply.done(f"/plans/{plan}/benefit", gettext(_SAID[outcome.kind]))


def _page(plan: UUID, error: Exception | None = None) -> str:
    with access.view(visitor().person_id, plan, "rights", frozenset(_WHO)) as view:
        lines = rights.benefit_lines(view)
    return render_template(
        "rights/benefit.html",
        plan_id=plan,
        viewer=view.viewer,
        citizen_name=view.plan.citizen_name,
        lines=lines,
        offered=rights.benefits_offered(),
        errors=forms.faults(error),
        late=isinstance(error, Conflict),
        kept=request.form,
        opened="benefit" if error else "",
    )
