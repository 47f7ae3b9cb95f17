"""Whatever goes wrong is one kind page in the reader's language; nobody is shown a trace."""

from flask import Flask, g, make_response, render_template, request
from werkzeug.exceptions import HTTPException, InternalServerError
from werkzeug.wrappers import Response

from minplan.errors import Busy, Conflict, Invalid, Locked, MinplanError, NotAllowed, NotFound
from minplan.routes import typed
from minplan.routes.languages import reader

STATUS: dict[type[MinplanError], int] = {
    NotFound: 404,
    NotAllowed: 403,
    Conflict: 409,
    Invalid: 422,
    Locked: 423,
    Busy: 503,
}

KEEPING = frozenset({401, 423, 429, 503})  # nothing is wrong with what was typed, so it can be sent again


def install(app: Flask) -> None:
    """Turn every refusal into its page."""
    app.register_error_handler(HTTPException, _refused)
    app.register_error_handler(MinplanError, _declined)
    app.register_error_handler(InternalServerError, lambda _error: _broken())


def page(status: int, **context: object) -> Response:
    """The kind page of a status, with what it needs to know."""
    reader()
    if request.method == "POST" and status in KEEPING:
        context["sent"] = typed.fields()
    response = make_response(render_template("error.html", status=status, **context), status)
    response.headers["Cache-Control"] = "no-store"
    return response


def _broken() -> Response:
    g.setdefault("visitor", None)  # not asked for again where asking was what broke
    return page(500)


def _refused(error: HTTPException) -> Response:
    if error.response is not None or error.code is None or error.code < 400:
        return error.get_response()  # type: ignore[return-value]
    response = page(error.code)
    for name, value in error.get_headers():
        if name in ("Allow", "Retry-After"):
            response.headers[name] = value
    return response


def _declined(error: MinplanError) -> Response:
    fields = error.fields if isinstance(error, Invalid) else {}
    if isinstance(error, NotAllowed) and error.reason:
        fields = {"": error.reason}
    return page(STATUS.get(type(error), 400), errors=fields, lost=isinstance(error, Locked) and error.lost)
