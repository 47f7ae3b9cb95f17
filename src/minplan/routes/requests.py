"""One line in the log for each request: which kind of page, how it went, how long it took. Never whose, never what."""

import logging
import re
import secrets
from time import perf_counter
from typing import Any

from flask import Flask, g, request
from werkzeug.wrappers import Response

from minplan import logs
from minplan.config import Settings

HEADER = "X-Request-ID"
# What a machine draws, a UUID or hexadecimal digits with a letter among them: it can be no name and nobody's number.
SAFE = re.compile(r"(?i:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|(?=\d*[a-f])[0-9a-f]{8,36})", re.ASCII)

_log = logging.getLogger("minplan.requests")


def install(app: Flask) -> None:
    """Give each request an id, and write down how it went. Before everything else, so that it sees everything."""
    found: Settings = app.extensions["minplan"]
    logs.install(found.log)
    app.before_request(_begin)
    app.after_request(_end)
    app.log_exception = _broke  # type: ignore[method-assign]


def _begin() -> None:
    asked = request.headers.get(HEADER, "")
    g.request_id = asked if SAFE.fullmatch(asked) else secrets.token_hex(8)
    g.began = perf_counter()


def _end(response: Response) -> Response:
    response.headers[HEADER] = g.request_id
    _log.info("request", extra={"fields": _fields() | {"status": response.status_code}})
    return response


def _broke(exc_info: Any) -> None:
    _log.error("unhandled", exc_info=exc_info, extra={"fields": _fields()})


def _fields() -> dict[str, Any]:
    """The rule and not the address, the kind of person and not the person."""
    who = g.get("visitor") or g.get("caller")
    return {
        "request": g.request_id,
        "method": request.method if request.url_rule else "",  # which methods there are, a rule says
        "route": request.root_path.rstrip("/") + request.url_rule.rule if request.url_rule else None,
        "ms": round((perf_counter() - g.began) * 1000, 1),
        "kind": who.kind if who else None,
        "municipality": who.municipality_id if who else None,
    }
