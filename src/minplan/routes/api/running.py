"""One request: who asks, what they sent, the view, and its answer."""

import json
import re
from collections.abc import Callable
from typing import Any

from flask import Flask, Response, g, make_response, request

from minplan import exchange, sync
from minplan.routes.api import addresses
from minplan.routes.api.operation import Answer, Operation
from minplan.sync import Problem

JSON = "application/json"


def add(app: Flask, found: Operation) -> None:
    """Serve an operation."""
    app.add_url_rule(addresses.rule(found.path), found.id, _served(found), methods=[found.method])


def _served(found: Operation) -> Callable[..., Response]:
    def serve(**parts: Any) -> Response:
        if found.scope is not None:
            g.caller = parts["caller"] = _caller()
            parts["caller"].must(found.scope)
        if found.query:
            parts["query"] = sync.valid(found.query, request.args.to_dict(), "bad-request", "")
        if found.body:
            parts["body"] = sync.valid(found.body, _sent(), "invalid", "/")
        if found.guarded:
            parts["expected"] = _expected(found.creates)
        if found.once:
            parts["once"] = _once()
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


def _expected(creates: bool) -> sync.Expected:
    """What the caller has seen; `*` is whichever there is."""
    seen = request.headers.get("If-Match", "")
    absent = creates and request.headers.get("If-None-Match", "").strip() == sync.ANY
    etags = frozenset(each.strip() for each in seen.split(",") if each.strip())
    if not etags and not absent:
        raise Problem("if-match-required")
    return sync.Expected(etags, absent)


def _once() -> sync.Once | None:
    """The `Idempotency-Key`, if there is one: up to 200 visible characters."""
    key = request.headers.get("Idempotency-Key")
    if key is None:
        return None
    if not re.fullmatch("[!-~]{1,200}", key):
        raise Problem("bad-request", errors=(sync.Pointed("Idempotency-Key", "bad_key"),))
    return sync.once(key, request.method.encode(), request.path.encode(), request.get_data())


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
