"""Marks: every view says who it is for. A view without a mark answers 500, never content.

The mark is the gate in the fence; whose plan it is, and what may be done with it, the rooms decide.
"""

from collections.abc import Callable
from contextlib import nullcontext
from typing import Any, NoReturn, TypeVar
from urllib.parse import quote
from uuid import UUID

from flask import Flask, abort, current_app, make_response, redirect, request
from werkzeug.exceptions import HTTPException
from werkzeug.wrappers import Response

from minplan import access
from minplan.routes.visitor import Visitor, maybe_visitor

View = TypeVar("View", bound=Callable[..., Any])

ANYBODY = frozenset({"anybody"})
# Which relations to a plan a kind of person can have. A leader may also be somebody's contact.
RELATIONS = {
    "citizen": frozenset({"citizen"}),
    "staff": frozenset({"contact", "team"}),
    "leader": frozenset({"leader", "contact", "team"}),
}


class MissingMark(Exception):
    """A view that does not say who it is for."""


def open_to_all(view: View) -> View:
    """Mark a view that anybody may open, signed in or not."""
    return _mark(view, ANYBODY)


def allows(*relations: str) -> Callable[[View], View]:
    """Mark a view for people who can be a `citizen`, `contact`, `team` or `leader`."""
    unknown = set(relations) - RELATIONS["citizen"] - RELATIONS["leader"]
    if unknown or not relations:
        raise ValueError(f"no such relation: {unknown or 'none given'}")
    return lambda view: _mark(view, frozenset(relations))


def mark_of(app: Flask, endpoint: str) -> frozenset[str] | None:
    """Who the view behind an endpoint is for, or None when it does not say."""
    return getattr(app.view_functions[endpoint], "is_for", None)


def may_open(path: str, visitor: Visitor) -> bool:
    """Whether `path` is a page here that this person's kind can open; never raises."""
    try:
        endpoint, _ = current_app.create_url_adapter(request).match(path, "GET")  # type: ignore[union-attr]
    except HTTPException:
        return False
    return not RELATIONS[visitor.kind].isdisjoint(mark_of(current_app, endpoint) or ())


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
    if RELATIONS[visitor.kind].isdisjoint(who):
        _refuse(visitor)
    return None


def _refuse(visitor: Visitor) -> NoReturn:
    """A colleague may know that the page exists; a stranger, also a professional from elsewhere, that nothing does."""
    plan: UUID | None = (request.view_args or {}).get("plan")
    if visitor.kind == "citizen":
        abort(404)
    # Without a place on the plan, opening it answers 404.
    with access.view(visitor.person_id, plan) if plan else nullcontext():
        abort(403)


def _to_sign_in() -> Response:
    goal = "/sign-in"
    if request.method == "GET" and request.path != "/":
        goal += "?next=" + quote(request.path)
    if request.headers.get("HX-Request"):
        return make_response("", 401, {"HX-Redirect": "/sign-in"})
    return redirect(goal, 303)
