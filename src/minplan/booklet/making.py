"""The booklet as a PDF. Data goes in, what somebody wrote is never markup, and the same plan gives the same bytes."""

import json
import re
from functools import cache, lru_cache
from io import BytesIO
from pathlib import Path
from queue import Queue
from typing import Any, Literal

import segno
import typst

from minplan.booklet import glyphs
from minplan.booklet.art import drawings, nodes
from minplan.booklet.fitting import fit
from minplan.booklet.joined import joined
from minplan.booklet.land import Land, cover, horizon, land, ruled
from minplan.booklet.laying import laid
from minplan.booklet.page import MM, POCKET, page_of
from minplan.booklet.road import laid_out
from minplan.booklet.shape import Booklet

# How many pages the file of each format has.
FORMATS = {"a4-booklet": 2, "zine": 1, "a5": 4, "a4": 2, "large": 8, "reading": 8}
LEAVES = ("step", "praise")  # loose ones, of what is next and of the newest win
AT_ONCE = 3  # booklets in the making: one more than cores, since what is written about each takes one too
PAGES = 8  # of every booklet
PICTURED = 120  # dots in an inch of a page on the screen
TAGGED = frozenset({"reading", "large"})  # those whose pages are read in the order in which they lie
# A word that is too long for a narrow line: hyphens are looked for where there is one.
_LONG = {
    few: re.compile(rf"\w{{{most}}}|[^\W\0-\u024f]{{{wide}}}") for few, most, wide in ((True, 16, 9), (False, 22, 13))
}
_TEMPLATES = Path(__file__).with_name("typst")
# The compilers that nobody uses; None stands for one that is not made yet. They keep the templates as they were read;
# threads cannot share one, and many more of them at once than cores take memory and no time off. It is one queue
# from the beginning: two that are made at once would leave somebody waiting at the wrong one.
_FREE: "Queue[typst.Compiler | None]" = Queue()
for _ in range(AT_ONCE):
    _FREE.put(None)


def make(found: Booklet, kind: str = "reading") -> bytes:
    """The booklet in one of the FORMATS. KeyError for another one."""
    assert FORMATS[kind]
    return compiled(data_of(found, kind), kind, round(found.at.timestamp()))


def leaf(found: Booklet, kind: str) -> bytes | None:
    """One of the LEAVES as a PDF; None where there is nothing to put on it. KeyError for another kind."""
    there = {"step": found.way and any(stop.here for stop in found.way.stops), "praise": found.wins}
    return compiled(data_of(found, kind), kind, round(found.at.timestamp())) if there[kind] else None


def picture(found: Booklet, number: int, kind: str = "reading") -> bytes:
    """One of the PAGES as it is on paper in one of the FORMATS, a PNG."""
    given = data_of(found, kind) | {"format": "page", "number": number}
    return compiled(given, "page", round(found.at.timestamp()), form="png", ppi=PICTURED * POCKET.w / page_of(kind).w)


def data_of(found: Booklet, kind: str) -> dict[str, Any]:
    """What the templates are given: the texts cleaned, where what stands, and the drawings."""
    page, rtl = page_of(kind), found.dir == "rtl"
    given = laid(found, glyphs.drawn())
    given["labels"]["how"] = given["labels"].get(f"how-{kind}", given["labels"]["title"])
    given["shown-address"] = found.address.partition("://")[2] or found.address
    given["long"] = bool(_LONG[page.few].search(json.dumps(given, ensure_ascii=False)))
    given = fit(joined(given, page.few), page)
    scene = Land(page.w, page.scene(bool(given["made"]["b"])), rtl=rtl)
    art = drawings(found.token, [circle.face for circle in found.circles or ()], found.way)
    art |= {"cover": cover(scene, art["token"]), "land": land(horizon(page, rtl))}
    art |= {"lines": ruled(page, 8.4 * MM), "lines-close": ruled(page, 7.4 * MM)}
    if found.way:
        given["next"] = next((stop for stop in given["way"]["stops"] if stop["here"]), None)
        given["way"] = laid_out(given["way"], page, rtl, art | nodes(found.way))
    return given | {"format": kind, "page": page.plain(), "scene": scene.h, "qr": square(found.address), "art": art}


def compiled(
    data: dict[str, Any], kind: str, at: int, form: Literal["pdf", "png"] = "pdf", template: str = "booklet.typ",
    ppi: float = PICTURED,
) -> bytes:  # fmt: skip
    """A PDF of such data, or a PNG where it is one page."""
    tagged = kind in TAGGED
    found = _FREE.get()
    try:
        found = found or typst.Compiler(root=str(_TEMPLATES), font_paths=_fonts(), ignore_system_fonts=True)
        made = found.compile(
            input=str(_TEMPLATES / template),
            sys_inputs={"data": json.dumps(data, ensure_ascii=False, sort_keys=True)},
            pdf_standards=["ua-1"] if tagged else [],
            pdf_tags=tagged,
            timestamp=at,
            format=form,
            ppi=ppi,
        )
    finally:
        _FREE.put(found)
    assert isinstance(made, bytes)
    return made


@lru_cache(maxsize=8)
def square(address: str) -> str:
    """The address as a QR code, an SVG."""
    out = BytesIO()
    segno.make_qr(address, error="m").save(out, kind="svg", border=2, light="#fff", dark="#000", xmldecl=False)
    return out.getvalue().decode()


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(glyphs.FONTS)])
