"""The land that the way runs through: hills, a sun, and a road that narrows towards it; an SVG."""

from collections.abc import Iterator
from functools import lru_cache
from math import cos, pi, sin
from typing import NamedTuple

from minplan.booklet.page import Page

INK, AMBER, SAND, HILL, KERB, PAPER, GREY = "#1d2433", "#f6b73c", "#f3ecdc", "#e4d8bd", "#a89a78", "#fff", "#8d93a0"
_TREES = ((10, 30, 1.0), (16, 36, 0.75), (88, 40, 1.1), (94, 46, 0.8))


class Land(NamedTuple):
    """How wide and how high it is in points, where the horizon lies, and whether the road is seen.

    Everything is drawn in hundredths of the width and the height, from the upper left corner. Without a road the hills
    hide one that comes from above.
    """

    w: float
    h: float
    horizon: float = 38
    road: bool = True
    rtl: bool = False

    def at(self, x: float, y: float) -> str:
        """A place, as a path names it."""
        return f"{(100 - x if self.rtl else x) / 100 * self.w:.2f} {y / 100 * self.h:.2f}"

    def bend(self, *points: tuple[float, float]) -> str:
        """Curves through such places, `y` from the horizon."""
        return "C" + " ".join(self.at(x, self.horizon + y) for x, y in points)


@lru_cache(maxsize=32)
def land(of: Land) -> str:
    """The drawing."""
    return _svg(of, "".join(_parts(of)))


@lru_cache(maxsize=64)
def cover(of: Land, token: str) -> str:
    """The land with the token of whose way it is, on a white ground, at the side where one begins to read."""
    r, x, y = of.h * 0.25, of.w * (0.74 if of.rtl else 0.26), of.h * 0.52
    ground = f'<circle cx="{x:.2f}" cy="{y:.2f}" r="{r:.2f}" fill="{PAPER}" stroke="{INK}" stroke-width="2"/>'
    return _svg(of, "".join(_parts(of)) + ground + put(token, x, y, r * 0.68))


@lru_cache(maxsize=8)
def ruled(page: Page, apart: float) -> str:
    """Lines to write on, so many points apart, over a whole page."""
    lines = "".join(f"M0 {apart * n:.2f}H{page.room:.2f}" for n in range(1, int(page.h / apart) + 1))
    drawn = f'<path d="{lines}" stroke="{GREY}" stroke-width=".6" stroke-dasharray=".6 2"/>'
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {page.room:.2f} {page.h:.2f}">{drawn}</svg>'


def horizon(page: Page, rtl: bool) -> Land:
    """What is seen at the end of a way: the road comes from above, and the hills hide it."""
    return Land(page.room, page.horizon, 24, road=False, rtl=rtl)


def put(drawing: str, x: float, y: float, r: float) -> str:
    """A drawing in its place within another, from its middle."""
    place = f'x="{x - r:.2f}" y="{y - r:.2f}" width="{2 * r:.2f}" height="{2 * r:.2f}"'
    return drawing.replace("<svg ", f"<svg {place} ", 1)


def _svg(of: Land, body: str) -> str:
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {of.w:.2f} {of.h:.2f}">{body}</svg>'


def _parts(of: Land) -> Iterator[str]:
    yield from (*_sun(of), *_hills(of), *(_road(of) if of.road else ()), *_trees(of))


def _sun(of: Land) -> Iterator[str]:
    x, y = (float(each) for each in of.at(70, of.horizon - 7).split())
    r = min(of.w, of.h) * 0.13
    rays = ((cos(n * pi / 6), sin(n * pi / 6)) for n in range(12))
    near, far = r * 1.35, r * 1.75
    path = "".join(f"M{x + c * near:.2f} {y + s * near:.2f}L{x + c * far:.2f} {y + s * far:.2f}" for c, s in rays)
    yield f'<path d="{path}" stroke="{AMBER}" stroke-width="1.6" stroke-linecap="round"/>'
    yield f'<circle cx="{x:.2f}" cy="{y:.2f}" r="{r:.2f}" fill="{AMBER}" stroke="{INK}"/>'


def _hills(of: Land) -> Iterator[str]:
    far = of.bend((18, -16), (34, -10), (52, 4), (68, 14), (86, -6), (102, -2))
    near = of.bend((22, 6), (48, 14), (66, 22), (82, 28), (92, 20), (102, 16))
    for fill, start, path in ((SAND, 8, far), (HILL, 28, near)):
        whole = f"M{of.at(-2, of.horizon + start)}{path}L{of.at(102, 102)}L{of.at(-2, 102)}Z"
        yield f'<path d="{whole}" fill="{fill}" stroke="{KERB}" stroke-width=".8"/>'


def _road(of: Land) -> Iterator[str]:
    """Broad in front, lost behind the hill."""
    low = 84 - of.horizon
    there = of.bend((32, low), (66, low + 4), (60, 34), (56, 22), (63, 16), (67, 3))
    back = of.bend((68, 18), (66, 22), (70, 32), (80, low), (58, low + 6), (52, 102 - of.horizon))
    whole = f"M{of.at(20, 102)}{there}L{of.at(68.6, of.horizon + 3)}{back}Z"
    yield f'<path d="{whole}" fill="{PAPER}" stroke="{KERB}"/>'
    middle = of.bend((46, low + 2), (72, low + 2), (65, 33), (61, 22), (66, 16), (67.8, 4))
    yield (
        f'<path d="M{of.at(36, 102)}{middle}" fill="none" stroke="{KERB}" stroke-width="1.2" stroke-dasharray="5 4"/>'
    )


def _trees(of: Land) -> Iterator[str]:
    for x, below, size in _TREES:
        foot, ground = (float(each) for each in of.at(x, of.horizon + below).split())
        tall = size * of.h * 0.15
        yield (
            f'<path d="M{foot:.2f} {ground:.2f}v{-tall * 0.5:.2f}" stroke="{INK}" stroke-width="1.2"/>'
            f'<ellipse cx="{foot:.2f}" cy="{ground - tall * 0.64:.2f}" rx="{tall * 0.28:.2f}" ry="{tall * 0.36:.2f}"'
            f' fill="{PAPER}" stroke="{INK}" stroke-width=".9"/>'
        )
