"""Signing in, and the way to each person's first page."""

from flask import Blueprint, current_app, redirect, render_template, request
from werkzeug.wrappers import Response

from minplan import access
from minplan.providers import DEMO, Provider
from minplan.routes import doors, refusals
from minplan.routes.errors import page
from minplan.routes.fields import uuid
from minplan.routes.marks import may_open, open_to_all
from minplan.routes.own_data import privacy
from minplan.routes.readers import current
from minplan.routes.refusals import closed
from minplan.routes.visitor import come_in, go_out, home_of, maybe_visitor

NEXT = "next"
LONGEST = 500  # characters of where somebody was going

bp = Blueprint("sign_in", __name__)


@bp.get("/")
@open_to_all
def home() -> Response:
    """Each to their own first page."""
    found = maybe_visitor()
    return redirect(home_of(found) if found else "/sign-in", 303)


@bp.get("/sign-in")
@open_to_all
def show() -> str:
    """The door: one button for each provider. The demo knows everybody by name instead."""
    demo = current_app.extensions["minplan"].demo
    people, contact_for = (access.demo_people(), access.contact_for()) if demo else ([], {})
    return render_template(
        "sign_in.html", people=people, contact_for=contact_for, providers=doors.everyone(), next=_onward(request.args)
    )


@bp.post("/sign-in")
@open_to_all
def start_demo() -> Response:
    """To the demo's issuer, with the name that was chosen."""
    if not current_app.extensions["minplan"].demo:
        return page(404)
    issuer, chosen = doors.provider(DEMO), uuid("person")
    if chosen is None or access.person(chosen) is None:
        return closed(issuer, "unknown")
    return _begin(issuer, _onward(request.form), login_hint=str(chosen))


@bp.get("/sign-in/<provider>")
@open_to_all
def start(provider: str) -> Response:
    """To a provider. A link and no form: our own pages let no form lead to another house."""
    found = doors.provider(provider)
    if found.kind == DEMO:
        return redirect("/sign-in", 303)
    return _begin(found, _onward(request.args), ui_locales=current.get().language.code)


@bp.get("/sign-in/<provider>/back")
@open_to_all
def back(provider: str) -> Response:
    """Back from the provider. Nothing that the address says is believed or shown."""
    from minplan.routes import openid

    found = doors.provider(provider)
    try:
        arrival = openid.finish(current_app, found)
        person = openid.person(found, arrival.claims)
    except openid.Refused as refused:
        return _refused(found, refused.reason, refused.detail)
    come_in(person.id, **arrival.at(found))
    return _onto(found, arrival.onward)


@bp.get("/sign-in/<provider>/why/<reason>")
@open_to_all
def why(provider: str, reason: str) -> Response:
    """Why somebody did not come in, once more."""
    found = doors.provider(provider)
    return refusals.page(found, reason) if reason in refusals.STATUS else page(404)


def _begin(provider: Provider, onward: str, **more: str) -> Response:
    from minplan.routes import openid  # only who signs in needs the libraries

    way_back = doors.here(f"/sign-in/{provider.id}/back")
    try:
        return openid.begin(current_app, provider, way_back, onward, **more)
    except openid.Refused as refused:
        return closed(provider, refused.reason, refused.detail)


def _refused(provider: Provider, reason: str, detail: str) -> Response:
    """A second press on the same button, or a turn back: who is in already just goes on."""
    if reason in ("elsewhere", "cancelled") and maybe_visitor():
        return redirect("/", 303)
    return closed(provider, reason, detail)


def _onto(provider: Provider, onward: str) -> Response:
    visitor = maybe_visitor()
    if visitor is None:  # whoever has left gets a key that opens nothing
        go_out()
        return closed(provider, "unknown")
    goal = onward if may_open(onward, visitor) else home_of(visitor)
    return redirect(privacy.first(visitor, goal), 303)


def _onward(given: object) -> str:
    return str(given.get(NEXT, ""))[:LONGEST]  # type: ignore[attr-defined]
