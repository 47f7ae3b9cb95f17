"""One request: who asks, what they sent, the view, and its answer."""

import json
from collections.abc import Callable
from typing import Any

from flask import Flask, Response, g, make_response, request
from pydantic import BaseModel, ValidationError

from minplan import exchange, sync
from minplan.routes.api.operation import Answer, Operation
from minplan.sync import Pointed, Problem

JSON = "application/json"
_TYPES = {"plan": "uuid", "goal": "uuid", "milestone": "uuid", "step": "uuid", "meeting": "uuid", "id": "uuid"}


def add(app: Flask, found: Operation) -> None:
    """Serve an operation."""
    rule = found.path
    for name, kind in _TYPES.items():
        rule = rule.replace(f"{{{name}}}", f"<{kind}:{name}>")
    rule = rule.replace("{", "<").replace("}", ">")
    app.add_url_rule(rule, found.id, _served(found), methods=[found.method])


def _served(found: Operation) -> Callable[..., Response]:
    def serve(**parts: Any) -> Response:
        if found.scope:
            g.caller = parts["caller"] = _caller()
            parts["caller"].must(found.scope)
        if found.query:
            parts["query"] = _valid(found.query, request.args.to_dict(), "bad-request", "")
        if found.body:
            parts["body"] = _valid(found.body, _sent(), "invalid", "/")
        if found.guarded:
            parts["if_match"] = _seen()
        return _response(found.view(**parts))

    return serve


def _caller() -> sync.Caller:
    kind, _, shown = request.headers.get("Authorization", "").partition(" ")
    if kind.lower() != "bearer":
        raise Problem("no-credentials")
    return sync.by_key(shown.strip())


def _sent() -> Any:
    if request.mimetype != JSON:
        raise Problem("not-this-type")
    try:
        return exchange.parse(request.get_data())
    except exchange.Unreadable as error:
        raise Problem("not-json", f"The body {error}.") from None


def _valid(shape: type[BaseModel], given: Any, type: str, root: str) -> BaseModel:
    try:
        return shape.model_validate(given)
    except ValidationError as error:
        told = error.errors(include_url=False, include_context=False, include_input=False)
        raise Problem(type, errors=tuple(_pointed(each, root) for each in told[:50])) from None


def _pointed(error: Any, root: str) -> Pointed:
    """Where it is, and which rule it breaks; never what was sent."""
    parts = (str(part).replace("~", "~0").replace("/", "~1") for part in error["loc"])
    return Pointed(root + "/".join(parts), error["type"])


def _seen() -> str:
    """The strong ETag that the caller saw; `*` is whichever there is."""
    found = request.headers.get("If-Match", "").strip()
    if not found:
        raise Problem("if-match-required")
    return found


def _response(answer: Answer) -> Response:
    body = answer.body.model_dump_json() if answer.body else ""
    response = make_response(body, answer.status)
    response.headers["Content-Type"] = JSON
    response.headers["Cache-Control"] = "no-store"
    if answer.etag:
        response.headers["ETag"] = answer.etag
    if answer.location:
        response.headers["Location"] = answer.location
    return response


def problem_response(problem: Problem, base: str) -> Response:
    """RFC 9457."""
    told: dict[str, Any] = {"type": f"{base}/problems/{problem.type}", "title": problem.title, "status": problem.status}
    if problem.detail:
        told["detail"] = problem.detail
    if problem.errors:
        told["errors"] = [each._asdict() for each in problem.errors]
    response = make_response(json.dumps(told), problem.status)
    response.headers["Content-Type"] = "application/problem+json"
    response.headers["Cache-Control"] = "no-store"
    if problem.status == 401:
        response.headers["WWW-Authenticate"] = "Bearer"
    if problem.retry_after:
        response.headers["Retry-After"] = str(problem.retry_after)
    return response
