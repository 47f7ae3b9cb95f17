"""What of a citizen's way is a part of the municipality's case, which systems read it, and the citizen's own yes."""

from typing import Any
from uuid import UUID

from flask import Blueprint, make_response, render_template
from flask.typing import ResponseReturnValue
from werkzeug.wrappers import Response

from minplan import access, sync
from minplan.errors import Conflict, Invalid, NotFound
from minplan.language import mark
from minplan.routes import fields, forms, reply
from minplan.routes.languages import gettext
from minplan.routes.marks import allows
from minplan.routes.visitor import visitor

bp = Blueprint("case", __name__)

CITIZEN = ("citizen",)
HERE = "/plan/case"
# The page where the question stood, and where the answer leads back to.
_BACK = {
    "step": "/plans/{plan}/steps/{subject}", "goal": "/plans/{plan}/goals/{subject}", "win": "/plans/{plan}/wins",
    "horizon": "/plans/{plan}/horizon",
}  # fmt: skip
_SAID = {
    ("yes", "done"): mark("Det er nu en del af kommunens sag."),
    ("no", "done"): mark("Det er kun på din vej nu."),
}
_ALREADY = mark("Sådan var det allerede.")


@bp.get(HERE)
@allows(*CITIZEN)
def case() -> ResponseReturnValue:
    return _page()


@bp.post("/plans/<uuid:plan>/case")
@allows(*CITIZEN)
def choose(plan: UUID) -> ResponseReturnValue:
    """A value that is set, and never turned round: asked twice it is done once."""
    by = visitor().person_id
    if access.viewer(by, plan, frozenset(CITIZEN)) is None:
        raise NotFound  # for a stranger it is not there, not even wrong
    try:
        subject, said = _needed("subject"), fields.text("case", required=True)
        outcome = _chosen(by, plan, subject, said)
    except Invalid as error:
        return _page(error), 422
    except Conflict as error:
        return _page(error), 409
    back = _BACK.get(fields.text("at"), HERE).format(plan=plan, subject=subject)
    return reply.done(back, gettext(_SAID.get((said, outcome.kind), _ALREADY)))


def _chosen(by: UUID, plan: UUID, subject: UUID, said: str) -> Any:
    if said == "yes":
        return sync.show_in_case(by, plan, subject, _needed("seen_text"))
    if said == "no":
        return sync.keep_from_case(by, plan, subject)
    raise Invalid({"case": "unknown"})


def _needed(name: str) -> UUID:
    found = fields.uuid(name, required=True)
    if found is None:
        raise Invalid({name: "required"})
    return found


def _page(error: Exception | None = None) -> Response:
    with access.view(visitor().person_id) as view:
        every, readers = list(sync.own_case(view).values()), sync.readers(view)
    by_state: dict[str, list[sync.Standing]] = {}
    for each in every:
        by_state.setdefault(each.state, []).append(each)
    page = render_template(
        "case/case.html",
        by_state=by_state,
        readers=readers,
        plan_id=view.plan.id,
        viewer=view.viewer,
        errors=forms.faults(error),
        conflict=isinstance(error, Conflict),
    )
    return reply.unkept(make_response(page))
