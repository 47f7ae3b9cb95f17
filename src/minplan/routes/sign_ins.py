"""Where am I signed in? Each browser that this person has come in with, and the way to end one or all of them."""

from flask import Blueprint, make_response, redirect, render_template, request, session
from flask.typing import ResponseReturnValue
from werkzeug.wrappers import Response

from minplan import identity
from minplan.errors import NotFound
from minplan.routes import doors, reply
from minplan.routes.languages import gettext, reader
from minplan.routes.marks import EVERYBODY, allows
from minplan.routes.security import CLEAR
from minplan.routes.visitor import KEY, home_of, visitor

bp = Blueprint("sign_ins", __name__)


@bp.get("/sign-ins")
@allows(*EVERYBODY)
def show() -> str:
    found = identity.sign_ins(visitor().person_id, identity.hashed(session[KEY]))
    labels = {device.provider: _label(device.provider) for device in found}
    return render_template("sign_ins.html", devices=found, labels=labels, home=home_of(visitor()))


@bp.post("/sign-ins/end")
@allows(*EVERYBODY)
def end() -> ResponseReturnValue:
    """One browser that is not this one. Raises NotFound for anybody else's."""
    if not identity.end_one(visitor().person_id, request.form.get("sign_in", "")):
        raise NotFound
    return reply.done("/sign-ins", gettext("Du er logget ud der."))


@bp.post("/sign-ins/end-all")
@allows(*EVERYBODY)
def end_all() -> Response:
    """Everywhere, here too, and what this browser kept of the pages goes."""
    identity.end_all(visitor().person_id)
    session.clear()
    response = make_response(redirect("/sign-in", 303))
    response.headers["Clear-Site-Data"] = CLEAR
    return response


def _label(provider: str) -> tuple[str, str]:
    """What a provider is called, and in which language that is."""
    found = doors.known(provider) if provider else None
    names = found.label if found else {}
    code = reader().language.code
    code = code if code in names else "da"
    return names.get(code, ""), code
