"""Before a sign-in ends by itself: how long it lasts, what is said about that, and staying."""

from flask import Blueprint, abort, g, make_response, render_template, session
from werkzeug.wrappers import Response

from minplan import clock, identity
from minplan.identity import Visit
from minplan.routes import readers, reply
from minplan.routes.marks import EVERYBODY, allows, open_to_all
from minplan.routes.visitor import KEY, visitor

LEFT = "X-Left"
SAYINGS = frozenset({"soon", "last", "over"})

bp = Blueprint("stay", __name__)


@bp.get("/stay")
@allows(*EVERYBODY)
def left() -> Response:
    """204; X-Left says in how many seconds the sign-in ends if nothing happens, and in how many it ends for certain."""
    return _left(visitor())


@bp.post("/stay")
@allows(*EVERYBODY)
def stay() -> Response:
    """The person is still here. The same answer."""
    identity.stay(session[KEY])
    g.pop("visitor", None)
    return _left(visitor())


@bp.get("/stay/<lang>/<saying>")
@open_to_all
def say(lang: str, saying: str) -> Response:
    """What a dialog says. It does not ask who reads it, because that would count as being here."""
    if saying not in SAYINGS or not readers.read_in(lang):
        abort(404)
    return reply.unkept(make_response(render_template("stay/_dialog.html", saying=saying)))


def _left(found: Visit) -> Response:
    now = clock.now()
    seconds = (round((until - now).total_seconds()) for until in (found.ends_at, found.latest))
    response = make_response("", 204)
    response.headers[LEFT] = " ".join(map(str, seconds))
    return reply.unkept(response)
