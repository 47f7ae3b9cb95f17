"""The receipt of a yes, in the very words that were read, to keep or to print."""

from uuid import UUID

from flask import make_response, render_template
from flask.typing import ResponseReturnValue

from minplan import access, sharing
from minplan.errors import NotFound
from minplan.routes import reply
from minplan.routes.marks import allows
from minplan.routes.sharing.blueprint import CITIZEN, MINE, bp
from minplan.routes.visitor import visitor


@bp.get(f"{MINE}/receipts/<uuid:consent>")
@allows(*CITIZEN)
def receipt(consent: UUID) -> ResponseReturnValue:
    with access.view(visitor().person_id) as view:
        found = next((each for each in sharing.consents(view) if each.id == consent), None)
    if found is None:
        raise NotFound
    page = render_template(
        "sharing/receipt.html", consent=found, plan_id=view.plan.id, citizen_name=view.plan.citizen_name
    )
    return reply.unkept(make_response(page))
