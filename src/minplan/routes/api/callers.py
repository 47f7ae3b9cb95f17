"""Who asks: a system, by its key or by a token of the municipality's provider; and how often it may."""

from flask import current_app, request

from minplan import clock, config, sync
from minplan.routes.api.buckets import Buckets
from minplan.routes.limits import net
from minplan.sync import Caller, Problem

BURST, RATE = 3000, 100  # requests of one system at once, and a second
TRIES, TRIES_BACK = 300, 1  # keys that were none, from one address
_REQUESTS, _FAILED = "minplan_requests", "minplan_failed"


def caller() -> Caller:
    """The system that shows who it is. Raises Problem: for one that is not known, for one that asks too often."""
    try:
        found = _shown()
    except Problem as problem:
        if problem.type == "no-credentials":
            _take(_FAILED, TRIES, TRIES_BACK, net(request.remote_addr or ""))
        raise
    _take(_REQUESTS, BURST, RATE, str(found.person_id))
    return found


def _shown() -> Caller:
    kind, _, shown = request.headers.get("Authorization", "").partition(" ")
    if kind.lower() != "bearer":
        raise Problem("no-credentials")
    if "." in shown and config.settings().api_issuer:
        from minplan.routes.api import tokens  # whoever shows keys needs none of it

        return tokens.caller(current_app, shown.strip())
    return sync.by_key(shown.strip())


def _take(name: str, size: int, rate: float, who: str) -> None:
    buckets: Buckets = current_app.extensions.setdefault(name, Buckets(size, rate))
    wait = buckets.take(who, clock.now())
    if wait:
        raise Problem("too-many", retry_after=wait)
