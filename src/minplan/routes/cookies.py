"""What a browser remembers for a year: small choices, never anything personal."""

from flask import current_app, request
from werkzeug.wrappers import Response

from minplan.config import Settings

YEAR = 365 * 24 * 3600


def named(name: str, found: Settings) -> str:
    """What a cookie is called: under https by a name that no other site of the same domain can set."""
    return f"__Host-{name}" if found.secure else name


def kept(name: str) -> str | None:
    """The choice that this browser remembers, or None."""
    return request.cookies.get(named(name, _settings()))


def keep(response: Response, name: str, value: str) -> None:
    """Let this browser remember a choice."""
    found = _settings()
    response.set_cookie(
        named(name, found), value, max_age=YEAR, secure=found.secure, httponly=True, samesite="Lax"
    )  # fmt: skip


def _settings() -> Settings:
    found: Settings = current_app.extensions["minplan"]
    return found
