"""The booklet as a PDF. Data goes in, what somebody wrote is never markup, and the same plan gives the same bytes."""

import json
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import segno
import typst

from minplan.booklet import glyphs
from minplan.booklet.art import drawings
from minplan.booklet.laying import laid
from minplan.booklet.shape import Booklet

# How many pages the file of each format has.
FORMATS = {"reading": 8, "a4-booklet": 2, "a5": 4, "zine": 1, "a4": 2, "large": 8}
TAGGED = frozenset({"reading", "large"})  # those whose pages are read in the order in which they lie
_TEMPLATES = Path(__file__).with_name("typst")


def make(found: Booklet, kind: str = "reading") -> bytes:
    """The booklet in one of the FORMATS. KeyError for another one."""
    assert FORMATS[kind]
    return compiled(data_of(found, kind), kind, round(found.at.timestamp()))


def data_of(found: Booklet, kind: str) -> dict[str, Any]:
    """What the templates are given: the texts cleaned, the drawings, and the picture that leads to the sign-in."""
    given = laid(found, glyphs.drawn())
    given["labels"]["how"] = given["labels"].get(f"how-{kind}", given["labels"]["title"])
    faces = [circle.face for circle in found.circles or ()]
    given |= {"format": kind, "art": drawings(found.token, faces), "qr": picture(found.address)}
    return given | {"shown-address": found.address.partition("://")[2] or found.address}


def compiled(data: dict[str, Any], kind: str, at: int) -> bytes:
    """A PDF of such data. A compiler of its own for each: one that threads share refuses most calls."""
    tagged = kind in TAGGED
    pdf = typst.compile(
        str(_TEMPLATES / "booklet.typ"),
        root=str(_TEMPLATES),
        font_paths=_fonts(),
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(data, ensure_ascii=False, sort_keys=True)},
        pdf_standards=["ua-1"] if tagged else [],
        pdf_tags=tagged,
        timestamp=at,
    )
    assert isinstance(pdf, bytes)
    return pdf


@cache
def picture(address: str) -> str:
    """The address as a QR code, an SVG."""
    out = BytesIO()
    segno.make_qr(address, error="m").save(out, kind="svg", border=2, light="#fff", dark="#000", xmldecl=False)
    return out.getvalue().decode()


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(glyphs.FONTS)])
