"""On a printer without colours all is still told apart: tracks by their dashes, steps by the shape of their drawing."""

import ctypes
import re
from dataclasses import replace
from itertools import combinations

import pypdfium2
from booklets import MM, booklet
from on_paper import glyphs
from PIL import Image, ImageChops
from pypdfium2 import raw

from minplan.booklet import make
from minplan.booklet.art import NODES, TRACKS, drawings, nodes
from minplan.booklet.shape import Drawn, Lane, Said, Stop

STATES = ("done", "detour", "active", "waiting", "resting", "later", "landmark")
SCALE = 5


def _said(text: str) -> Said:
    return Said(text, "da", "ltr")


def _way(lanes: tuple[str, ...], states: tuple[str, ...]) -> pypdfium2.PdfDocument:
    stops = tuple(Stop(state, 0, _said("Skridt")) for state in states)
    way = Drawn(tuple(Lane(track, _said("x")) for track in lanes), stops, _said("x"), None)
    return pypdfium2.PdfDocument(make(replace(booklet("da", 1), way=way)))


def test_each_track_has_a_line_of_its_own() -> None:
    lines: dict[int, list[tuple[float, ...]]] = {}
    for each in _way(tuple(TRACKS), ("later",))[1].get_objects([raw.FPDF_PAGEOBJ_PATH], max_depth=1):
        left, bottom, right, top = each.get_bounds()
        if right - left < 3 and top - bottom > 85 * MM:
            lines.setdefault(int((left / MM - 9) / 7), []).append(_dashes(each))
    kinds = [tuple(sorted(lines[lane])) for lane in sorted(lines)]
    assert len(kinds) == len(TRACKS) == len(set(kinds))


def _dashes(line: pypdfium2.PdfObject) -> tuple[float, ...]:
    many = max(0, raw.FPDFPageObj_GetDashCount(line.raw))
    parts = (ctypes.c_float * many)()
    raw.FPDFPageObj_GetDashArray(line.raw, parts, many)
    return tuple(round(part, 1) for part in parts)


def test_each_state_of_a_step_is_another_shape_in_black() -> None:
    pdf = _way(("work",), STATES)
    shapes = [shape for number in (1, 2) for shape in _shapes(pdf[number])]
    assert len(shapes) == len(STATES)
    for (one, shape), (other, another) in combinations(zip(STATES, shapes, strict=True), 2):
        differ = ImageChops.difference(shape, another).histogram()[255]
        assert differ > 0.06 * shape.width * shape.height, (one, other)


def _shapes(page: pypdfium2.PdfPage) -> list[Image.Image]:
    sheet = page.render(scale=SCALE).to_pil().convert("L").point(lambda shade: 255 if shade > 150 else 0)
    lines = sorted({each.line for each in glyphs(page) if each.text == "S"}, reverse=True)
    return [_around(sheet, (9 + 4.55) * MM, line - 1.8, page.get_size()[1]) for line in lines]


def _around(sheet: Image.Image, x: float, y: float, height: float, half: float = 2.6 * MM) -> Image.Image:
    corners = (x - half, height - y - half, x + half, height - y + half)
    return sheet.crop(tuple(round(part * SCALE) for part in corners))


def test_no_drawing_differs_from_another_in_colour_alone() -> None:
    word = _said("Skridt")
    stops = tuple(Stop("landmark" if node == "flag" else node, list(TRACKS).index("work"), word) for node in NODES)
    way = Drawn(tuple(Lane(track, word) for track in TRACKS), stops, word, None)
    every = drawings(None, (), way) | nodes(way)
    bare = {name: re.sub(r"#[0-9a-f]{3,6}", "", svg) for name, svg in every.items()}
    for kinds in ([f"{node}-work" for node in NODES], [f"t-{track}" for track in TRACKS], ["star", "praise"]):
        assert len({bare[name] for name in kinds}) == len(kinds)
