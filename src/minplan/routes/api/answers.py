"""Every refusal of the interface is a problem document, also those that the web server finds by itself."""

import sys
from typing import Any

from flask import Flask, Response, current_app
from werkzeug.exceptions import HTTPException, MethodNotAllowed

from minplan import errors
from minplan.routes.api.running import problem_response
from minplan.routes.security import ALWAYS_HTTPS
from minplan.sync import Pointed, Problem

BASE = "/api/v1"
PAUSE = 5  # seconds until whoever was writing has surely gone on
_BY_STATUS = {400: "bad-request", 404: "not-found", 405: "method-not-allowed", 413: "too-large", 415: "not-this-type"}


def install(app: Flask) -> None:
    """Answer whatever is raised."""
    for kind, answer in (
        (Problem, _problem), (HTTPException, _http), (errors.NotFound, _not_found), (errors.NotAllowed, _not_allowed),
        (errors.Invalid, _invalid), (errors.Conflict, _conflict), (errors.Busy, _busy), (Exception, _fault),
    ):  # fmt: skip
        app.register_error_handler(kind, answer)
    app.after_request(_headers)


def _problem(error: Problem) -> Response:
    return problem_response(error, BASE)


def _http(error: HTTPException) -> Response:
    response = _problem(Problem(_BY_STATUS.get(error.code or 500, "bad-request")))
    if isinstance(error, MethodNotAllowed):
        response.headers["Allow"] = ", ".join(sorted(error.valid_methods or ()))
    return response


def _not_found(_: errors.NotFound) -> Response:
    return _problem(Problem("not-found"))


def _not_allowed(error: errors.NotAllowed) -> Response:
    return _problem(Problem("not-allowed", error.reason))


def _invalid(error: errors.Invalid) -> Response:
    return _problem(Problem("invalid", errors=tuple(Pointed(f"/{name}", code) for name, code in error.fields.items())))


def _conflict(error: errors.Conflict) -> Response:
    return _problem(Problem("changed", errors=(Pointed(f"/{error.field}", "changed"),)))


def _busy(_: errors.Busy) -> Response:
    return _problem(Problem("unavailable", retry_after=PAUSE))


def _fault(_: Exception) -> Response:
    current_app.log_exception(sys.exc_info())
    return _problem(Problem("fault"))


def _headers(response: Any) -> Any:
    response.headers["X-Content-Type-Options"] = "nosniff"
    if current_app.extensions["minplan"].secure:
        response.headers.update(ALWAYS_HTTPS)
    return response
