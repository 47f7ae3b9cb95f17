"""Answers: the word after a change, and "you have it already".

A view ends with one of these and needs to know nothing of htmx, flashes or tags.
"""

from contextlib import suppress
from hashlib import blake2b
from urllib.parse import urlsplit

from flask import Flask, Response, flash, g, get_flashed_messages, redirect, request, session
from flask_htmx import HTMX
from werkzeug.wrappers import Response as AnyResponse

from minplan.routes.edition import edition
from minplan.routes.languages import reader
from minplan.routes.visitor import maybe_visitor, whose

# Shelves whose every page is for this moment only.
UNKEPT = frozenset({"booklet", "booklet_copy", "feelings", "sign_in", "sign_ins", "sign_out"})
OWN = "private, no-cache"
VARY = "Cookie, HX-Request, Accept-Language"
SAID = "_flashes"  # where Flask keeps what is to be said on the next page
SAID_TO = "said_to"  # and whom it is for
# Where htmx gets a whole page, it grows into the one that is open: what stayed the same stays untouched, so that the
# focus and the live region survive and only news is read aloud.
INTO_PAGE = {"HX-Retarget": "#page", "HX-Reselect": "#page", "HX-Reswap": "outerMorph"}
ROOM = "div#room"  # what a meeting's page fetches of itself, while what was just said above it stays

htmx = HTMX()


def install(app: Flask) -> None:
    """Personal pages are kept by nobody else, and asked for again each time."""
    htmx.init_app(app)
    app.add_template_global(just_said)
    app.after_request(_add_headers)


def done(to: str, told: str, here: bool = False) -> AnyResponse:
    """After a change: 303 to the page `to`, which tells the same person in one sentence what happened; htmx follows.

    `here` puts the focus on that sentence, where nothing else of the page is what was just made.
    """
    flash(told, "here" if here else "message")
    session[SAID_TO] = _listener()
    return redirect(to, 303)


def just_said() -> list[tuple[str, str]]:
    """What is to be said once, with its category, to whom it is for. It is gone then, whoever is here."""
    told = get_flashed_messages(with_categories=True)
    return told if told and session.pop(SAID_TO, None) == _listener() else []  # type: ignore[return-value]


def unkept(response: AnyResponse) -> AnyResponse:
    """The same answer, kept by no browser and no proxy: for logs, downloads, feelings, and what only some may see.

    A view ends with `return reply.unkept(make_response(render_template(…)))`; a shelf whose every page is like that
    stands in UNKEPT.
    """
    response.headers["Cache-Control"] = "no-store"
    return response


def not_modified(*parts: object) -> AnyResponse | None:
    """304 when the browser has the page made of exactly these parts; else None, and the page gets that tag.

    Language, local day, how much is unread, what is asked for and the product's edition are always part of it; the view
    adds the plan, its revision and what this viewer may see, in an order that is the same in every process. A page that
    has something to say once is never skipped and never tagged.
    """
    if SAID in session:
        return None
    found = reader()
    visit = maybe_visitor()
    languages = found.language.code, found.also and found.also.code
    ours = (languages, found.name, found.today, found.lacking, request.full_path, bool(htmx), edition())
    unread = visit.unread if visit else 0
    g.tag = blake2b(repr((parts, ours, unread)).encode("utf-8", "replace"), digest_size=12).hexdigest()
    if request.if_none_match.contains_weak(g.tag):
        return Response(status=304)
    return None


def loaded_anew() -> AnyResponse | None:
    """Whoever comes from another page without loading this one is sent to load it: it brings scripts of its own."""
    if not htmx or _is_open(request.path):
        return None
    return Response(status=204, headers={"HX-Redirect": request.full_path.rstrip("?")})


def _listener() -> str | None:
    """Who is here, and at which table; None for nobody. A sign-in may be over before the next page."""
    found = maybe_visitor()
    return f"{whose(found.person_id)}:{found.meeting_id or ''}" if found else None


def _is_open(path: str) -> bool:
    with suppress(ValueError):  # an address that is none
        return urlsplit(htmx.current_url or "").path == path
    return False


def _is_page(response: AnyResponse) -> bool:
    return response.mimetype == "text/html" and response.get_data().startswith(b"<!doctype html>")


def _is_room(response: AnyResponse) -> bool:
    return response.status_code == 200 and htmx.target == ROOM and _is_open(request.path)


def _add_headers(response: AnyResponse) -> AnyResponse:
    if request.blueprint in UNKEPT:
        unkept(response)
    if "Cache-Control" not in response.headers:
        response.headers["Cache-Control"] = OWN
        response.headers["Vary"] = VARY
    if htmx and not _is_room(response) and _is_page(response):
        response.headers.update(INTO_PAGE)
        if request.method == "GET" and response.status_code == 200 and not _is_open(request.path):
            response.headers["HX-Push-Url"] = request.full_path.rstrip("?")
    if "tag" in g and response.status_code in (200, 304):
        response.set_etag(g.tag, weak=True)
    return response
