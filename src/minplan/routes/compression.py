"""Answers leave compressed, because the reader's network is slow and no proxy may stand in front of us."""

import gzip

import brotli
from flask import Flask, request
from werkzeug.wrappers import Response

SMALL = 400  # bytes that fit one packet with their headers gain nothing
QUALITY = 5  # of 11: beyond it a page costs more time than it saves
BEST = 11
TEXTS = frozenset({"text/html", "text/css", "text/javascript", "application/json", "image/svg+xml"})


def install(app: Flask) -> None:
    """Compress what leaves the application and is not compressed yet."""
    app.after_request(_compress)


def coding() -> str | None:
    """The coding that this browser likes best, brotli where it has no favourite: "br", "gzip" or None."""
    accepted = request.accept_encodings
    best = max(("br", "gzip"), key=accepted.quality)
    return best if accepted.quality(best) > 0 else None


def squeeze(body: bytes, name: str, once: bool = False) -> bytes:
    """The body in the coding `name`; `once` for what is kept and sent many times."""
    if name == "br":
        return bytes(brotli.compress(body, quality=BEST if once else QUALITY))
    return gzip.compress(body, 9 if once else 6, mtime=0)


def _compress(response: Response) -> Response:
    if response.status_code in (204, 304) or response.is_streamed or response.mimetype not in TEXTS:
        return response
    response.vary.add("Accept-Encoding")
    if "Content-Encoding" in response.headers:
        return response
    body = response.get_data()
    name = coding() if len(body) >= SMALL else None
    if name:
        response.set_data(squeeze(body, name))
        response.headers["Content-Encoding"] = name
    return response
