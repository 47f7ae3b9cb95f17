"""Marks: every view says who it is for. A view without a mark answers 500, never content.

The mark is the gate in the fence; whose plan it is, and what may be done with it, the rooms decide.
"""

from collections.abc import Callable
from typing import Any, NamedTuple, NoReturn, TypeVar
from urllib.parse import quote
from uuid import UUID

from flask import Flask, abort, current_app, make_response, redirect, request, session
from werkzeug.exceptions import HTTPException
from werkzeug.wrappers import Response

from minplan import access
from minplan.identity import Visit
from minplan.routes import kept
from minplan.routes.visitor import SEATED, maybe_visitor

View = TypeVar("View", bound=Callable[..., Any])

ANYBODY = frozenset({"anybody"})
_SUPPORTERS = frozenset(access.SUPPORTERS)
# Which relations a kind of person can have, to a plan or to the house. A leader may also be somebody's contact, and
# a citizen may stand by another one. Who is not named here is nobody.
RELATIONS = {
    "citizen": frozenset({"citizen"}) | _SUPPORTERS,
    "supporter": _SUPPORTERS,
    "staff": frozenset({"contact", "team", "staff"}) | _SUPPORTERS,
    "leader": frozenset({"leader", "contact", "team", "staff"}) | _SUPPORTERS,
    "editor": frozenset({"editor"}),
    "administrator": frozenset({"administrator"}),
    "system": frozenset(),  # acts by a key at an address of its own, and opens no page
}
# A device that came in by a code sits at one meeting's table, and nothing else is there for it.
SEAT = "seat"
EVERYBODY = tuple(sorted(frozenset[str]().union(*RELATIONS.values())))


class MissingMark(Exception):
    """A view that does not say who it is for."""


def open_to_all(view: View) -> View:
    """Mark a view that anybody may open, signed in or not."""
    return _mark(view, ANYBODY)


def allows(*relations: str) -> Callable[[View], View]:
    """Mark a view for people who can be one of these to a plan (`citizen`, `contact`, `team`, a supporter), or to the
    house: `staff` (of the municipality, with or without a place), `leader`, `editor`, `administrator`; or for a `seat`:
    a device at the table of the meeting in the address."""
    unknown = set(relations) - {*EVERYBODY, SEAT}
    if unknown or not relations:
        raise ValueError(f"no such relation: {unknown or 'none given'}")
    return lambda view: _mark(view, frozenset(relations))


def mark_of(app: Flask, endpoint: str) -> frozenset[str] | None:
    """Who the view behind an endpoint is for, or None when it does not say."""
    return getattr(app.view_functions[endpoint], "is_for", None)


class Rule(NamedTuple):
    """One address of the house with its method, and whom it is for."""

    method: str
    address: str
    endpoint: str
    allowed: tuple[str, ...]


def rules(app: Flask) -> list[Rule]:
    """Every address of an application and its rule. Raises MissingMark for one without."""
    found = []
    for rule in sorted(app.url_map.iter_rules(), key=lambda rule: (rule.rule, rule.endpoint)):
        who = mark_of(app, rule.endpoint)
        if who is None:
            raise MissingMark(rule.endpoint)
        methods = sorted((rule.methods or set()) - {"HEAD", "OPTIONS"})
        found += [Rule(method, rule.rule, rule.endpoint, tuple(sorted(who))) for method in methods]
    return found


def may_open(path: str, visitor: Visit) -> bool:
    """Whether `path` is a page here that this person's kind can open; never raises."""
    if not path.startswith("/") or path.startswith("//"):
        return False  # a browser would take what stands behind two strokes for another house
    try:
        endpoint, _ = current_app.create_url_adapter(request).match(path, "GET")  # type: ignore[union-attr]
    except HTTPException:
        return False
    return not _relations(visitor).isdisjoint(mark_of(current_app, endpoint) or ())


def install(app: Flask) -> None:
    """Stand at the gate of every view."""
    app.before_request(_gate)


def _mark(view: View, who: frozenset[str]) -> View:
    view.is_for = who  # type: ignore[attr-defined]
    return view


def _gate() -> Response | None:
    if request.endpoint is None:
        return None
    who = mark_of(current_app, request.endpoint)
    if who is None:
        raise MissingMark(f"{request.endpoint} carries neither @allows(…) nor @open_to_all")
    if who is ANYBODY:
        return None
    visitor = maybe_visitor()
    if visitor is None:
        return _to_sign_in()
    if request.method == "POST":
        kept.check_whose(visitor)
    if visitor.meeting_id:
        _check_seat(visitor)
    if _relations(visitor).isdisjoint(who):
        _refuse(visitor)
    return None


def _relations(visitor: Visit) -> frozenset[str]:
    return frozenset({SEAT}) if visitor.meeting_id else RELATIONS[visitor.kind]


def _check_seat(visitor: Visit) -> None:
    """A seat is at this meeting of this plan; for it no other address exists."""
    asked = request.view_args or {}
    if (asked.get("plan"), asked.get("meeting")) != (visitor.meeting_plan_id, visitor.meeting_id):
        abort(404)


def _refuse(visitor: Visit) -> NoReturn:
    """A colleague may know that the page exists; a stranger, also a professional from elsewhere, that nothing does."""
    plan: UUID | None = (request.view_args or {}).get("plan")
    if visitor.kind in ("citizen", "system"):
        abort(404)
    abort(403 if plan is None or access.viewer(visitor.person_id, plan) else 404)


def _to_sign_in() -> Response:
    found = kept.over() if request.method == "POST" else None
    if found:
        return found
    was_seated = SEATED in session  # the way back in is a new code
    goal = "/join" if was_seated else "/sign-in"
    if request.headers.get("HX-Request"):
        return make_response("", 401, {"HX-Redirect": goal})
    if request.method == "GET" and request.path != "/" and not was_seated:
        goal += "?next=" + quote(request.path)
    return redirect(goal, 303)
