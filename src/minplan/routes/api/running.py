"""One request: who asks, what they sent, the view, and its answer."""

import json
import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from flask import Flask, Response, g, make_response, request

from minplan import exchange, sync
from minplan.routes.api import addresses, callers, closing
from minplan.routes.api.operation import Answer, Operation
from minplan.sync import Problem, shapes

JSON = "application/json"


def add(app: Flask, found: Operation) -> None:
    """Serve an operation."""
    rule, served = addresses.rule(found.path), _served(found)
    app.add_url_rule(rule, found.id, served, methods=[found.method], provide_automatic_options=False)


def _served(found: Operation) -> Callable[..., Response]:
    def serve(**parts: Any) -> Response:
        if found.scope is not None:
            g.caller = parts["caller"] = callers.caller()
            parts["caller"].must(found.scope)
        if "ref" in parts:
            _must_name(found.method, parts["system"], parts["ref"])
        if found.query:
            parts["query"] = sync.valid(found.query, request.args.to_dict(), "bad-request", "")
        if found.body:
            parts["body"] = sync.valid(found.body, _sent(), "invalid", "/")
        if found.guarded:
            parts["expected"] = _expected(found.creates, unread=_is_blind(found, parts["caller"]))
        if found.once:
            parts["once"] = _once()
        return _response(_told(found, parts.get("caller"), found.view(**parts)))

    return serve


def _told(found: Operation, caller: sync.Caller | None, answer: Answer) -> Answer:
    """To write is not to read: without the scope for that, which it was and nothing of what stands in it."""
    body: Any = answer.body
    if body is None or caller is None or not _is_blind(found, caller):
        return answer
    own = [each for each in body.external_refs if each.system == caller.code]
    return replace(answer, body=shapes.Taken(id=body.id, external_refs=own))


def _is_blind(found: Operation, caller: sync.Caller) -> bool:
    return found.reading is not None and found.reading not in caller.scopes


def _must_name(method: str, system: str, ref: str) -> None:
    """Reading finds nothing by a name that nobody could have given; writing is told that it is none. Raises Problem."""
    try:
        sync.must_name(system, ref)
    except Problem:
        if method == "GET":
            raise Problem("not-found") from None
        raise


def _sent() -> Any:
    if request.mimetype != JSON:
        raise Problem("not-this-type")
    try:
        return exchange.parse(_whole())
    except exchange.Unreadable as error:
        raise Problem("not-json", f"The body {error}.") from None


def _whole() -> bytes:
    """The body. One that does not say how long it is is cut where it becomes too large: its beginning is no body."""
    data = request.get_data()
    if request.content_length is None and len(data) == request.max_content_length and request.input_stream.read(1):
        raise Problem("too-large")
    return data


def _expected(creates: bool, unread: bool) -> sync.Expected:
    """What the caller has seen; `*` is whichever there is."""
    seen = request.headers.get("If-Match", "")
    absent = creates and request.headers.get("If-None-Match", "").strip() == sync.ANY
    etags = frozenset(each.strip() for each in seen.split(",") if each.strip())
    if not etags and not absent:
        raise Problem("if-match-required")
    return sync.Expected(etags, absent, unread)


def _once() -> sync.Once | None:
    """The `Idempotency-Key`, if there is one: up to 200 visible characters."""
    key = request.headers.get("Idempotency-Key")
    if key is None:
        return None
    if not re.fullmatch("[!-~]{1,200}", key):
        raise Problem("bad-request", errors=(sync.Pointed("Idempotency-Key", "bad_key"),))
    return sync.once(key, request.method.encode(), request.path.encode(), request.get_data())


def _response(answer: Answer) -> Response:
    fresh = answer.etag is not None and request.method in ("GET", "HEAD") and _has(answer.etag)
    body = answer.body.model_dump_json() if answer.body and not fresh else ""
    response = make_response(body, 304 if fresh else answer.status)
    response.headers["Content-Type"] = JSON
    response.headers["Cache-Control"] = "no-store"
    if answer.etag:
        response.headers["ETag"] = answer.etag
    if answer.location:
        response.headers["Location"] = answer.location
    return response


def _has(etag: str) -> bool:
    """Whether the caller has what would be answered; also one that a proxy on the way has made a weak one of."""
    given = request.headers.get("If-None-Match", "").split(",")
    return not {etag, sync.ANY}.isdisjoint(each.strip().removeprefix("W/") for each in given)


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
    if problem.status == 413:
        response.headers["Connection"] = closing.CLOSE
    if problem.retry_after:
        response.headers["Retry-After"] = str(problem.retry_after)
    return response
