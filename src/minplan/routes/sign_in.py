"""Signing in and out, and the way to each person's first page."""

from uuid import UUID

from flask import Blueprint, current_app, make_response, redirect, render_template, request, session
from werkzeug.wrappers import Response

from minplan import access
from minplan.routes import reply
from minplan.routes.errors import page
from minplan.routes.fields import uuid
from minplan.routes.marks import may_open, open_to_all
from minplan.routes.security import CLEAR
from minplan.routes.visitor import come_in, go_out, home_of, maybe_visitor, visitor

NEXT = "next"

bp = Blueprint("sign_in", __name__)
bp.after_request(reply.unkept)


@bp.get("/")
@open_to_all
def home() -> Response:
    """Each to their own first page."""
    found = maybe_visitor()
    return redirect(home_of(found) if found else "/sign-in", 303)


@bp.get("/sign-in")
@open_to_all
def show() -> str:
    """The door. In the demo it knows everybody by name."""
    return _door(onward=request.args.get(NEXT, ""))


@bp.post("/sign-in")
@open_to_all
def start() -> Response:
    """To the issuer, with the name that was chosen."""
    if not current_app.extensions["minplan"].demo:
        return page(404)
    from minplan.routes import openid  # only who signs in needs the libraries

    person_id = uuid("person")
    session[NEXT] = request.form.get(NEXT, "")[:500]
    try:
        return openid.begin(current_app, request.host_url + "sign-in/back", str(person_id))
    except openid.Refused:
        return _closed()


@bp.get("/sign-in/back")
@open_to_all
def back() -> Response:
    """Back from the issuer. Nothing that the address says is believed or shown."""
    if not current_app.extensions["minplan"].demo:
        return page(404)
    from minplan.routes import openid

    try:
        person = access.person(UUID(openid.finish(current_app)))
    except openid.Refused:
        # A second press on the same button: who is in already just goes on.
        return redirect("/", 303) if maybe_visitor() else _closed()
    return _welcome(person) if person else _closed()


@bp.post("/sign-out")
@open_to_all
def sign_out() -> Response:
    """Out, and what the browser kept of this person's pages goes too."""
    go_out()
    session.clear()
    response = redirect("/sign-in", 303)
    response.headers["Clear-Site-Data"] = CLEAR
    return response


def _welcome(person: access.PersonView) -> Response:
    come_in(person.id)
    goal = session.pop(NEXT, "")
    found = visitor()
    return redirect(goal if may_open(goal, found) else home_of(found), 303)


def _closed() -> Response:
    response = make_response(_door(closed=True), 400)
    response.headers["Cache-Control"] = "no-store"
    return response


def _door(onward: str = "", closed: bool = False) -> str:
    demo = current_app.extensions["minplan"].demo
    people, contact_for = (access.demo_people(), access.contact_for()) if demo else ([], {})
    return render_template("sign_in.html", people=people, contact_for=contact_for, next=onward, closed=closed)
