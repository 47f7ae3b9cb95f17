"""Accepting: the code, then signing in, then what it brings in plain words, and yes or no.

The code stands in no address and no log. Across the sign-in the house remembers which invitation it opened, once and
soon, under a key that this browser alone holds.
"""

import secrets
from uuid import UUID

from flask import make_response, redirect, render_template, request, session
from flask.typing import ResponseReturnValue
from werkzeug.wrappers import Response

from minplan import access, sharing
from minplan.errors import Invalid, NotFound
from minplan.routes import forms, reply
from minplan.routes.marks import allows, open_to_all
from minplan.routes.supporting.blueprint import RELATIONS, bp, said
from minplan.routes.visitor import go_out, home_of, visitor

ASKED = "asked"
LONG_ENOUGH = 1800  # seconds, to sign in and to read
ANSWER = "/invitation/answer"


@bp.get("/invitation")
@open_to_all
def knock() -> str:
    return _door()


@bp.post("/invitation")
@open_to_all
def enter() -> ResponseReturnValue:
    try:
        found = sharing.open_code(request.form.get("code", ""), request.remote_addr or "")
    except Invalid as error:
        return reply.unkept(make_response(_door(error), 429 if "too_often" in error.fields.values() else 422))
    session[ASKED] = secrets.token_urlsafe(32)
    access.put(session[ASKED], str(found), LONG_ENOUGH)
    return redirect(ANSWER, 303)


@bp.get("/invitation/answer")
@allows(*RELATIONS)
def read() -> ResponseReturnValue:
    return _page()


@bp.post("/invitation/answer")
@allows(*RELATIONS)
def accept() -> ResponseReturnValue:
    found = asked()
    try:
        outcome = sharing.accept(visitor().person_id, found) if found else None
    except Invalid as error:
        return _page(error)
    except NotFound:
        outcome = None
    if outcome is None:
        return _again()
    forget()
    return reply.done(f"/plans/{outcome.subject_id}/supporting", said("accepted"))


@bp.post("/invitation/no")
@allows(*RELATIONS)
def refuse() -> ResponseReturnValue:
    forget()
    home = home_of(visitor())
    if sharing.refuse(visitor().person_id):
        go_out()
        home = "/sign-in"
    return reply.done(home, said("refused"))


def asked() -> UUID | None:
    """The invitation that this browser has the code of, or None."""
    key = session.get(ASKED)
    found = access.take(key) if key else None
    if key and found:
        access.put(key, found, LONG_ENOUGH)  # it may be read again, in another language or after a wrong turn
    return UUID(found) if found else None


def forget() -> None:
    """The code has been answered."""
    key = session.pop(ASKED, None)
    if key:
        access.take(key)


def _door(error: Invalid | None = None) -> str:
    return render_template("supporting/invitation.html", errors=forms.faults(error), kept=request.form)


def _page(error: Invalid | None = None) -> ResponseReturnValue:
    found = asked()
    try:
        invited = sharing.invited(visitor().person_id, found) if found else None
    except NotFound:
        invited = None
    if invited is None:
        return _again()
    page = render_template("supporting/answer.html", invited=invited, errors=forms.faults(error))
    return reply.unkept(make_response(page, 422 if error else 200))


def _again() -> Response:
    forget()
    return reply.done("/invitation", said("again"))
