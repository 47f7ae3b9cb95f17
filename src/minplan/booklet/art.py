"""The drawings that a booklet needs: the product's own, the same as on the screen, in the ink of a printer."""

import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

from minplan.booklet.land import INK
from minplan.booklet.shape import Drawn

TRACKS = {"work": "#005a9c", "health": "#00664f", "family": "#8a3b00", "economy": "#5b3a8c", "community": "#96144f"}
NODES = ("done", "active", "waiting", "resting", "detour", "later", "flag")
SMALL = ("road", "talk", "hands", "house", "star", "star-empty", "praise", "colours", "shield", "help", "phone",
         "calendar", "pen", "tick", "ball")  # fmt: skip
_TOKEN = re.compile(r'name == "(\w+)" -%\}\s*(.*)')
_SYMBOL = re.compile(r'<symbol id="([\w-]+)"([^>]*)>(.*?)</symbol>', re.DOTALL)
_PARTS = {
    'class="face"': 'fill="#fff"', 'class="on"': 'stroke="#fff"', 'class="hill"': 'fill="#a89a78"',
    'class="cloth"': 'fill="#f6b73c"', "var(--here,#f6b73c)": "#f6b73c",
}  # fmt: skip
_LINES = 'fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"'
_OWN = {
    "road": '<path d="M10 29C4 20 26 18 18 10 15 7 18 5 19 3M17 29c8-8 4-12 8-18"/>',
    "talk": '<path d="M4 5h18v13h-8l-6 5v-5H4z"/><path d="M25 12h4v12h-3v4l-5-4h-6"/>',
    "hands": '<path d="m2 12 5-5 6 1 4 3-5 4c1 2 3 2 5 0l2-1 8 7M30 12l-5-5-6 1"/>'
    '<path d="m2 20 3 1 6 6c2 1 3 0 3-1 2 1 3 0 3-2 2 1 4 0 3-2"/>',
    "house": '<path d="M4 28h24M6 28V13m20 15V13M3 13 16 4l13 9zM12 28V17m8 11V17M16 9h0"/>',
    "star-empty": '<path d="m16 3 4 9 9 1-7 6 2 10-8-5-8 5 2-10-7-6 9-1z" stroke-dasharray="3 3"/>',
    "praise": '<path fill="#f6b73c" d="M4 5h24v17H16l-7 6v-6H4z"/>'
    '<path fill="#fff" d="M16 18c-5-3-6-6-5-8s4-2 5 1c1-3 4-3 5-1s0 5-5 8z"/>',
    "colours": '<circle cx="12" cy="12" r="8"/><circle cx="12" cy="12" r="3.500"/><circle cx="23" cy="22" r="6"/>',
    "shield": '<path fill="#f3ecdc" d="M16 3 27 7v8c0 7-5 11-11 14C10 26 5 22 5 15V7z"/><path d="m11 15 4 4 7-8"/>',
    "help": '<circle cx="16" cy="16" r="13" fill="#f6b73c"/><path d="M16 9v14m-7-7h14" stroke-width="3.500"/>',
    "phone": '<path d="M8 4h5l3 7-3 2a14 14 0 0 0 7 7l2-3 6 3v5a3 3 0 0 1-3 3A21 21 0 0 1 5 7a3 3 0 0 1 3-3z"/>',
    "calendar": '<path d="M4 7h24v21H4zM4 13h24M10 3v7m12-7v7"/><path fill="#f6b73c" d="M17 18h6v5h-6z"/>',
    "pen": '<path d="m5 27 2-7L22 5l5 5-15 15zm14-19 5 5"/>',
    "tick": '<rect x="3" y="3" width="26" height="26" rx="4"/>',
}  # fmt: skip


def drawings(token: str | None, faces: Iterable[str], way: Drawn | None = None) -> dict[str, str]:
    """The SVG of what a paper with this token, these faces and this way may show, by the name in the templates."""
    own = {"token": _every()[f"token-{token}" if token else "ball"]}
    tracks = (f"t-{lane.track}" for lane in way.lanes) if way else ()
    return own | {name: _every()[name] for name in (*SMALL, *(f"f-{face}" for face in faces), *tracks)}


def nodes(way: Drawn) -> dict[str, str]:
    """The SVG of everything that stands at the road of a way, by its state and its track."""
    tracks = [lane.track for lane in way.lanes]
    names = {f"{'flag' if stop.state == 'landmark' else stop.state}-{tracks[stop.lane]}" for stop in way.stops}
    return {name: _every()[name] for name in names}


@cache
def _every() -> dict[str, str]:
    tokens, tracks, nodes = (_file(f"templates/{name}") for name in ("_token.html", "_track.html", "_art.html"))
    symbols = {name: (attributes, body) for name, attributes, body in _SYMBOL.findall(tracks + nodes)}
    found = {f"token-{name}": _svg(f"<g {_LINES}>{body}</g>", INK) for name, body in _TOKEN.findall(tokens)}
    found |= {name: _svg(f"<g {_LINES}>{body}</g>", INK) for name, body in _OWN.items()}
    found |= {"ball": _drawn(symbols["a-ball"], INK), "star": _drawn(symbols["star"], INK)}
    for track, colour in TRACKS.items():
        found[f"t-{track}"] = _drawn(symbols[f"t-{track}"], colour)
        found |= {f"{node}-{track}": _drawn(symbols[f"n-{node}"], colour) for node in NODES}
    faces = _SYMBOL.findall(_file("static/vendor/faces.svg"))
    return found | {f"f-{name}": _svg(body, INK, attributes) for name, attributes, body in faces}


def _drawn(symbol: tuple[str, str], colour: str) -> str:
    return _svg(symbol[1], colour, symbol[0])


def _svg(body: str, colour: str, attributes: str = ' viewBox="0 0 32 32"') -> str:
    whole = f'<svg xmlns="http://www.w3.org/2000/svg"{attributes}>{body}</svg>'
    for word, ink in _PARTS.items():
        whole = whole.replace(word, ink)
    return whole.replace("currentColor", colour)


def _file(name: str) -> str:
    return (files("minplan") / name).read_text("utf-8")
