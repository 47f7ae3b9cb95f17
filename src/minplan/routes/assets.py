"""A few styles and scripts and a sheet of faces, each at an address of its content and kept by browsers for good.

The first script is the library and our own few lines; the later ones come where a page needs them. All of
`styles/` is what the first page needs, all of `styles/pages/` what only the others do; the form of what fills has faces
to carry and takes little besides. `_layers.css` names the order in which layers win, so the order of the rest is free.
"""

import re
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from pathlib import Path

from flask import Blueprint, Flask, Response, abort

import minplan
from minplan.routes.compression import coding, squeeze
from minplan.routes.marks import open_to_all

HOUSE = Path(minplan.__file__).parent
STYLES = {
    "minplan.css": ("*.css",),
    "pages.css": ("pages/*.css",),
    "feelings.css": ("feelings/*.css", "pages/help.css", "pages/languages.css", "pages/picture.css"),
}
LATER = ("later", "room", "live", "aloud", "preconception", "join")  # each comes only with the pages that need it
SCRIPTS = {"minplan.js": ("static/vendor/htmx.min.js", "static/app.js")} | {
    f"{name}.js": (f"static/{name}.js",) for name in LATER
}
SCRIPTS["feelings.js"] = ("static/app.js", "static/feelings.js")  # a page that does without the library
PICTURES = {"faces.svg": "static/vendor/faces.svg"}
NAMES = (*STYLES, *SCRIPTS, *PICTURES)
TYPES = {"css": "text/css", "js": "text/javascript", "svg": "image/svg+xml"}
FOR_GOOD = "public, max-age=31536000, immutable"
_COMMENT = re.compile(rb"/\*.*?\*/", re.DOTALL)
_LINE_COMMENT = re.compile(rb"^\s*//.*\n", re.MULTILINE)
_MARGIN = re.compile(rb"\s*\n\s*")

bp = Blueprint("assets", __name__)


@dataclass(frozen=True, slots=True)
class Asset:
    """One file: its hashed name and its bytes in each coding."""

    name: str
    type: str
    plain: bytes

    @property
    def path(self) -> str:
        """The address that pages carry."""
        return f"/assets/{self.name}"


def install(app: Flask) -> None:
    """Let templates write asset('minplan.css')."""
    app.jinja_env.globals["asset"] = lambda name: asset(name).path


@cache
def asset(name: str) -> Asset:
    """The asset of this plain name, read at first use. KeyError when there is none."""
    body = _body(name)
    stem, ending = name.rsplit(".", 1)
    return Asset(f"{stem}-{blake2b(body, digest_size=6).hexdigest()}.{ending}", TYPES[ending], body)


@bp.get("/assets/<name>")
@open_to_all
def show(name: str) -> Response:
    """An asset by its hashed name; an old name is gone, because pages are never kept without asking."""
    found = next((asset(plain) for plain in NAMES if asset(plain).name == name), None)
    if found is None:
        abort(404)
    how = coding()
    response = Response(_packed(found.name, how) if how else found.plain, mimetype=found.type)
    response.headers["Cache-Control"] = FOR_GOOD
    if how:
        response.headers["Content-Encoding"] = how
    return response


@cache
def _packed(name: str, how: str) -> bytes:
    plain = next(asset(known).plain for known in NAMES if asset(known).name == name)
    return squeeze(plain, how, once=True)


def _body(name: str) -> bytes:
    if name in PICTURES:
        return (HOUSE / PICTURES[name]).read_bytes()
    return _script(*SCRIPTS[name]) if name in SCRIPTS else _styles(STYLES[name])


def _script(*paths: str) -> bytes:
    return b"\n".join(map(_lines, paths))


def _lines(path: str) -> bytes:
    """Comments are for those who write, so they stay at home; a library keeps its own."""
    found = (HOUSE / path).read_bytes()
    return found if "vendor" in path else _LINE_COMMENT.sub(b"", found)


def _styles(patterns: tuple[str, ...]) -> bytes:
    """Without comments, and without margins too."""
    found = {file for pattern in patterns for file in (HOUSE / "styles").glob(pattern)}
    whole = b"\n".join(file.read_bytes() for file in sorted(found, key=lambda file: file.name))
    return _MARGIN.sub(b"\n", _COMMENT.sub(b"", whole)).strip()
