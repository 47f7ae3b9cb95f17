"""Signing out: here, and at the provider too, whichever of the two begins."""

import secrets

from flask import Blueprint, current_app, make_response, redirect, render_template, request, session
from werkzeug.wrappers import Response

from minplan import access, identity
from minplan.identity import Ended
from minplan.routes import doors
from minplan.routes.errors import page
from minplan.routes.marks import open_to_all
from minplan.routes.refusals import note
from minplan.routes.security import CLEAR, POLICY, framed_by, sent_by_machines
from minplan.routes.visitor import go_out

LEAVING = "leaving"
PATIENCE = 600  # seconds to come back from the provider

bp = Blueprint("sign_out", __name__, url_prefix="/sign-out")


@bp.post("")
@open_to_all
def out() -> Response:
    """Out, and what the browser kept of this person's pages goes too. Then on to the provider, if it wants to know."""
    # Whoever was refused here is still in at the provider, and says which one it was.
    ended = go_out() or Ended(request.form.get("provider", ""), None, None)
    session.clear()
    response = redirect(_farewell(ended), 303)
    response.headers["Clear-Site-Data"] = CLEAR
    return response


@bp.get("/onward")
@open_to_all
def onward() -> Response:
    """Leads to the provider by itself. A page between, because no form of ours may lead to another house."""
    address = access.take(f"farewell:{session.get(LEAVING, '')}")
    if address is None:
        return redirect("/sign-in", 303)
    response = _plain(render_template("sign_in/onward.html", address=address))
    response.headers["Refresh"] = f"0; url={address}"
    return response


@bp.get("/done")
@open_to_all
def done() -> Response:
    """Back from the provider; whoever did not leave from here goes to the door."""
    state = session.pop(LEAVING, None)
    if not state or state != request.args.get("state"):
        return redirect("/sign-in", 303)
    return _plain(render_template("sign_in/signed_out.html"))


@bp.post("/<provider>/back-channel")
@open_to_all
@sent_by_machines
def back_channel(provider: str) -> Response:
    """The provider says that a session is over. 200 when it was sound, else 400; nothing else is told."""
    from minplan.routes import openid

    found = doors.provider(provider)
    try:
        openid.end_by_token(current_app, found, request.form.get("logout_token", ""))
    except openid.Refused as refused:
        note("logout token refused", found, refused.reason, refused.detail)
        return _plain("", 400)
    return _plain("")


@bp.get("/<provider>/front-channel")
@open_to_all
def front_channel(provider: str) -> Response:
    """The same, in a frame of the provider's page. No cookie comes along, but a session's id cannot be guessed."""
    found, sid = doors.provider(provider), request.args.get("sid", "")
    if request.args.get("iss") != found.issuer or not sid:
        return page(400)
    # An id may hold a plus, which some providers write as it is; in an address that is a space.
    for each in {sid, sid.replace(" ", "+")}:
        identity.end_at_provider(found.issuer, each)
    response = _plain("")
    response.headers[POLICY] = framed_by(found.issuer)
    return response


def _farewell(ended: Ended) -> str:
    """Where the browser goes after it is out here."""
    from minplan.routes import openid

    provider, state = doors.known(ended.provider), secrets.token_urlsafe(24)
    back = doors.here("/sign-out/done")
    address = openid.farewell(current_app, provider, ended.hint, back, state) if provider else None
    if address is None:
        return "/sign-in"
    session[LEAVING] = state
    if address.startswith("/"):  # the demo's issuer is this house
        return address
    access.put(f"farewell:{state}", address, PATIENCE)
    return "/sign-out/onward"


def _plain(body: str, status: int = 200) -> Response:
    response = make_response(body, status)
    response.headers["Cache-Control"] = "no-store"
    return response
