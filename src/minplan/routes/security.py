"""What no page should have to think of: who may post, how much, in what shape, and what a browser may load."""

from collections.abc import Callable
from typing import Any, TypeVar
from urllib.parse import unquote_to_bytes, urlsplit

from flask import Flask, abort, current_app, request
from werkzeug.middleware.proxy_fix import ProxyFix
from werkzeug.wrappers import Response

from minplan.config import Settings

View = TypeVar("View", bound=Callable[..., Any])

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
TYPED = "application/x-www-form-urlencoded"
FORMS = frozenset({"", TYPED, "multipart/form-data"})
POLICY = "Content-Security-Policy"
HEADERS = {
    POLICY: "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    # Not no-referrer: with it a browser hides the origin of our own forms.
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
}
# A style or a script shows nothing by itself; what only pages obey would cost more than the file's own words.
FILE_HEADERS = {name: HEADERS[name] for name in ("Cross-Origin-Resource-Policy", "X-Content-Type-Options")}
# For a year, and only for this very name: what else lives under it is not ours to promise for.
ALWAYS_HTTPS = {"Strict-Transport-Security": "max-age=31536000"}
CLEAR = '"cache", "storage"'  # not the cookies: the chosen language stays


def install(app: Flask) -> None:
    """Check every request, and give every answer its headers."""
    found: Settings = app.extensions["minplan"]
    always = ALWAYS_HTTPS if found.secure else {}
    app.before_request(_check)
    app.after_request(lambda response: _add_headers(response, always))
    if many := found.proxies:
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=many, x_proto=many, x_host=many)  # type: ignore[method-assign]


def _check() -> None:
    if "\0" in request.path or b"%00" in request.query_string or not _is_text(request.query_string):
        abort(400)
    if request.method not in SAFE_METHODS:
        _check_body()
        if not (_from_here() or _is_for_machines()):
            abort(403)
        # Werkzeug would put U+FFFD in the place of what is no text: other words than somebody sent.
        if not _is_text(request.get_data(parse_form_data=False), request.mimetype == TYPED):
            abort(400)


def _check_body() -> None:
    """Refused by what the request says of itself, before anything of it is read."""
    if "Transfer-Encoding" in request.headers:
        abort(411)
    if (request.content_length or 0) > (request.max_content_length or 0):
        abort(413)
    if request.mimetype not in FORMS:
        abort(415)


def _is_text(sent: bytes, quoted: bool = True) -> bool:
    """Whether the bytes are UTF-8, which has no lone surrogates."""
    try:
        (unquote_to_bytes(sent) if quoted else sent).decode()
    except UnicodeDecodeError:
        return False
    return True


def _from_here() -> bool:
    """Whether the form stood on one of our own pages. What sends neither header is no browser, so nobody's cookies."""
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site in ("same-origin", "none")
    origin = request.headers.get("Origin")
    return origin is None or origin.partition("://")[2] == request.host


def sent_by_machines(view: View) -> View:
    """Mark a view to which another house's server posts. It reads no cookie, so no browser can be misused for it."""
    view.sent_by_machines = True  # type: ignore[attr-defined]
    return view


def framed_by(address: str) -> str:
    """The policy of a page that somebody else's page may hold in a frame: whoever has this address, and nobody else."""
    where = urlsplit(address)
    return HEADERS[POLICY].replace("frame-ancestors 'none'", f"frame-ancestors {where.scheme}://{where.netloc}")


def _is_for_machines() -> bool:
    return getattr(current_app.view_functions.get(request.endpoint or ""), "sent_by_machines", False)


def _add_headers(response: Response, always: dict[str, str]) -> Response:
    headers = FILE_HEADERS if request.endpoint == "assets.show" and response.status_code == 200 else HEADERS
    added = headers | always
    response.headers.extend({name: added[name] for name in added if name != POLICY or name not in response.headers})
    return response
