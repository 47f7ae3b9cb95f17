"""Typed words outlive the end of a sign-in: they stand on the page that says so, and can be sent once more from there.

Another person may sit there by then. So a form says for whom it was typed, in a word that only this house can make,
and is refused when somebody else is in.
"""

from flask import abort, make_response, render_template, request, session
from werkzeug.wrappers import Response

from minplan.identity import Visit
from minplan.routes import errors, typed
from minplan.routes.languages import reader
from minplan.routes.visitor import SEATED, WHOSE, whose

HEADER = "X-Whose"
# The page stays as it is, and a dialog comes on top of it.
ON_TOP = {"HX-Retarget": "body", "HX-Reswap": "beforeend", "Cache-Control": "no-store"}


def over() -> Response | None:
    """For a form of somebody who is not signed in any more; None where there is nothing to keep."""
    if request.headers.get("HX-Request"):
        reader()
        return make_response(render_template("stay/_dialog.html", saying="over", seated=SEATED in session), 401, ON_TOP)
    if WHOSE not in session and not any(field.typed for field in typed.fields()):
        return None
    return errors.page(401, over=True, whose=session.get(WHOSE), seated=SEATED in session)


def check_whose(visitor: Visit) -> None:
    """Refuse what somebody else typed in this browser."""
    said = request.form.get(typed.WHOSE) or request.headers.get(HEADER)
    if said and said != whose(visitor.person_id):
        abort(errors.page(403, another=True))
