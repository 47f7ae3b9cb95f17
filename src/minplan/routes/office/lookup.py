"""Finding a citizen by number: it comes in the body of a form, and stands in no address, page or log."""

from flask import make_response, render_template
from flask.typing import ResponseReturnValue

from minplan import office
from minplan.errors import Invalid
from minplan.routes import reply
from minplan.routes.marks import allows
from minplan.routes.office.blueprint import STAFF, at_work, bp, number


@bp.get("/lookup")
@allows(*STAFF)
def lookup() -> str:
    return _page()


@bp.post("/lookup")
@allows(*STAFF)
def find() -> ResponseReturnValue:
    try:
        found = office.look_up(at_work(), number())
    except Invalid as error:
        return reply.unkept(make_response(_page(error=error), 422))
    return reply.unkept(make_response(_page(asked=True, found=found)))


def _page(asked: bool = False, found: office.Found | None = None, error: Invalid | None = None) -> str:
    errors = error.fields if error else {}
    return render_template(
        "office/lookup.html", asked=asked, found=found, errors=errors, opened="lookup" if error else "", kept={}
    )
