"""The discreet screen without a script: a page that says nothing, and a quiet way back."""

from flask import Blueprint, make_response, render_template, request
from werkzeug.wrappers import Response

from minplan.routes import reply
from minplan.routes.marks import EVERYBODY, allows, may_open
from minplan.routes.visitor import home_of, visitor

bp = Blueprint("discreet", __name__)


@bp.get("/discreet")
@allows(*EVERYBODY)
def show() -> Response:
    """Nothing to be seen. The way back is one of this person's own pages, whatever the address says."""
    back = request.args.get("back", "")
    found = visitor()
    goal = back if may_open(back, found) else home_of(found)
    return reply.unkept(make_response(render_template("discreet.html", back=goal)))
