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
from minplan.routes import forms, limits, reply
from minplan.routes.marks import allows, open_to_all
from minplan.routes.supporting.blueprint import RELATIONS, bp, said
from minplan.routes.visitor import ASKED, AT_THE_DOOR, go_out, home_of, maybe_visitor, visitor

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
        found = sharing.open_code(request.form.get("code", ""), limits.who())
    except Invalid as error:
        return reply.unkept(make_response(_door(error), 429 if "too_often" in error.fields.values() else 422))
    key = secrets.token_urlsafe(32)
    access.put(key, str(found), LONG_ENOUGH)
    session[ASKED if maybe_visitor() else AT_THE_DOOR] = key
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
        session.clear()
        home = "/sign-in"
    return reply.done(home, said("refused"))


def at_the_door() -> UUID | None:
    """The invitation whose code somebody has typed here who is not known yet, or None."""
    return _behind(session.get(AT_THE_DOOR))


def asked() -> UUID | None:
    """The invitation that whoever is in has the code of, or None."""
    return _behind(session.get(ASKED))


def forget() -> None:
    """The code has been answered."""
    key = session.pop(ASKED, None)
    if key:
        access.take(key)


def _behind(key: str | None) -> UUID | None:
    """It may be read again, in another language or after a wrong turn; the answer uses it up."""
    found = access.peek(key) if key else None
    return UUID(found) if found else None


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
