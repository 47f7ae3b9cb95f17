"""Addresses that public sites have: for search engines, for whoever finds a hole, for the accessibility statement."""

from datetime import UTC, timedelta

from flask import Blueprint, Response, abort, current_app, redirect
from werkzeug.wrappers import Response as AnyResponse

from minplan import clock
from minplan.config import Settings
from minplan.routes.marks import open_to_all

NOBODY = "User-agent: *\nDisallow: /\n"
GOOD_FOR = timedelta(days=180)  # a contact that nobody has looked at for longer is not to be trusted
A_DAY = "public, max-age=86400"

bp = Blueprint("well_known", __name__)


@bp.get("/robots.txt")
@open_to_all
def robots() -> Response:
    """Nothing here is for search engines."""
    return _text(NOBODY)


@bp.get("/.well-known/security.txt")
@open_to_all
def security() -> Response:
    """Whom to tell about a hole (RFC 9116)."""
    found = _settings()
    if not found.security_contact:
        abort(404)
    until = (clock.now() + GOOD_FOR).astimezone(UTC).strftime("%Y-%m-%dT00:00:00Z")
    lines = [f"Contact: {found.security_contact}", f"Expires: {until}", "Preferred-Languages: da, en"]
    if found.public_url.startswith("https:"):
        lines.append(f"Canonical: {found.public_url}/.well-known/security.txt")
    return _text("\n".join(lines) + "\n")


@bp.get("/was")
@open_to_all
def accessibility() -> AnyResponse:
    """To the accessibility statement, from the short address that the law's tool gives out."""
    if not _settings().was_url:
        abort(404)
    return redirect(_settings().was_url, 303)


def _text(body: str) -> Response:
    response = Response(body, mimetype="text/plain")
    response.headers["Cache-Control"] = A_DAY
    return response


def _settings() -> Settings:
    found: Settings = current_app.extensions["minplan"]
    return found
