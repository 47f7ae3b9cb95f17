"""Rule: where the road of a way runs on its two pages, past which steps, and how it is drawn."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from minplan.booklet.art import TRACKS
from minplan.booklet.land import HILL, INK, KERB, PAPER, SAND, put
from minplan.booklet.page import MM, Page
from minplan.booklet.spread import Row, Stop, first_room, planned, second_room

EDGE = 2 * MM  # so far a large drawing on the first lane or the last one stands out
_NODES = {"landmark": 0.82, "later": 0.9}  # how large a stop is drawn, when not as usual
_SAID = ("state", "here", "title", "stars", "why", "below", "turn", "second")  # what a stop says in words
_DASHES = {"health": "3 3", "family": "1 2", "economy": "3 2 1 2"}


class Ground(NamedTuple):
    """What the road runs on: a page, the tracks that are its lanes, in which direction one reads, and the drawings."""

    page: Page
    tracks: Sequence[str]
    rtl: bool
    art: dict[str, str]

    def across(self, lane: int) -> float:
        """Where the middle of a lane is."""
        x = (lane + 0.5) * self.page.lane_width(len(self.tracks))
        return self.page.room - x if self.rtl else x


class Spot(NamedTuple):
    """Where a stop is drawn: the middle of its drawing and how large that is, and the upper edge of its words."""

    x: float
    y: float
    r: float
    top: float
    stop: Stop


class Side(NamedTuple):
    """A page of the way: how high it is, the lane on which the road comes in, and where it goes on.

    The road goes on `over` so far below the page, to the place `to`; it stays in its lane beside words and `clear` so
    far below the page.
    """

    high: float
    rows: Sequence[Row]
    to: float
    coming: int | None = None
    over: float = 0
    clear: float = 0


def laid_out(way: dict[str, Any], page: Page, rtl: bool, art: dict[str, str]) -> dict[str, Any]:
    """The way with its two pages (`sides`): the rows with their upper edge, and the picture of lanes and road.

    Every stop says how `high` its words are at each size (`spread.EACH`), in letters of it.
    """
    ground = Ground(page, [lane["track"] for lane in way["lanes"]], rtl, art)
    plan = planned(way["stops"], page)
    last = plan.first[-1].stop["lane"] if plan.first else 0
    line = page.base * 1.7 if plan.after or page.few else 0  # of the words that there is more
    middle = page.room * 0.34
    sides = (
        Side(first_room(page) + page.lane * 0.05, plan.first, ground.across(last)),
        Side(second_room(page) - line, plan.second, page.room - middle if rtl else middle, last if plan.first else 0,
             page.horizon * 0.3 + line, line),
    )  # fmt: skip
    told = {"size": plan.size, "beside": page.beside(len(ground.tracks)), "before": plan.before, "line": line}
    lanes = {name: way[name] for name in ("lanes", "summary", "horizon")}
    return lanes | told | {"sides": [_side(side, ground) for side in sides]}


def _side(side: Side, ground: Ground) -> dict[str, Any]:
    """A page as it is printed: its rows with their places, and everything that is drawn as one picture."""
    page, spots = ground.page, list(_spots(side, ground))
    high = page.lane * 0.95 + side.high + side.over
    parts = (*_lanes(side, ground), *_road(side, spots, ground), *_stops(spots, ground))
    size = f'viewBox="{-EDGE:.2f} {-page.lane * 0.95:.2f} {page.room + 2 * EDGE:.2f} {high:.2f}"'
    picture = f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{"".join(parts)}</svg>'
    rows = [{"stop": _words(spot.stop), "top": spot.top} for spot in spots]
    return {"rows": rows, "picture": picture, "drawn": high, "edge": EDGE, "high": side.high}


def _words(stop: Stop) -> Stop:
    return {name: value for name, value in stop.items() if name in _SAID}


def _spots(side: Side, ground: Ground) -> Iterator[Spot]:
    """What room is left stands between the steps, and a third of the rest above them."""
    if not side.rows:
        return
    page, many, used = ground.page, len(side.rows), sum(row.high for row in side.rows)
    extra = max(0.0, min((side.high - used - 1.5 * MM) / many, page.apart * 2.6))
    y = max(0 if side.coming is None else 1.5 * MM, (side.high - used - extra * many) / 3)
    for stop, high in side.rows:
        r = page.node * (1.5 if stop["here"] else _NODES.get(stop["state"], 1))
        yield Spot(ground.across(stop["lane"]), y + page.node * 1.25, r, y, stop)
        y += high + extra


def _lanes(side: Side, ground: Ground) -> Iterator[str]:
    """The lines of the tracks, told apart without colours too, each below its drawing."""
    page, r = ground.page, ground.page.lane * 0.4
    for n, track in enumerate(ground.tracks):
        x = ground.across(n)
        pale = ",".join(str(round(part + (255 - part) * 0.25)) for part in bytes.fromhex(TRACKS[track][1:]))
        dash = f' stroke-dasharray="{_DASHES[track]}"' if track in _DASHES else ""
        for line in (x - 0.7, x + 0.7) if track == "community" else (x,):
            yield f'<path d="M{line:.2f} 0v{side.high:.2f}" stroke="rgb({pale})"{dash}/>'
        yield put(ground.art[f"t-{track}"], x, r - page.lane * 0.95, r)


def _road(side: Side, spots: Sequence[Spot], ground: Ground) -> Iterator[str]:
    """The road that swings between the stops: its edge, broken where nobody has gone yet, its ground, its middle."""
    points = list(_points(side, spots, ground))
    gone: list[str] = []
    ahead: list[str] = []
    for (x, y, _gone), (to, low, went) in pairwise(points):
        bend = (low - y) * 0.55
        path = f"M{x:.2f} {y:.2f}C{x:.2f} {y + bend:.2f} {to:.2f} {low - bend:.2f} {to:.2f} {low:.2f}"
        (gone if went else ahead).append(path)
    drawn = f'stroke-width="{ground.page.road + 1.5:.2f}" fill="none"'
    yield f'<path d="{"".join(gone)}" stroke="{KERB}" {drawn}/>' if gone else ""
    yield f'<path d="{"".join(ahead)}" stroke="{KERB}" stroke-dasharray="3.2 2.6" {drawn}/>' if ahead else ""
    whole = f'stroke-width="{ground.page.road:.2f}" stroke-linecap="round" fill="none"'
    yield f'<path d="{"".join(gone)}" stroke="{HILL}" {whole}/>' if gone else ""
    yield f'<path d="{"".join(ahead)}" stroke="{SAND}" {whole}/>' if ahead else ""
    middle = f'stroke="{PAPER}" stroke-width="1.1" stroke-dasharray="4 4" fill="none"'
    yield f'<path d="{"".join(gone + ahead)}" {middle}/>' if points[1:] else ""


def _points(side: Side, spots: Sequence[Spot], ground: Ground) -> Iterator[tuple[float, float, bool]]:
    """Where the road goes through, and whether somebody has gone as far."""
    if side.coming is not None:
        yield ground.across(side.coming), 0, False
    yield from ((spot.x, spot.y, _gone(spot.stop)) for spot in spots)
    if side.over and (spots or side.coming is not None):
        x, y = (spots[-1].x, spots[-1].y) if spots else (ground.across(side.coming or 0), 0)
        words = spots[-1].top + side.rows[-1].high - ground.page.apart if spots else 0
        low = max(words, side.high + side.clear if side.clear else 0)
        if low > y + MM:
            yield x, low, False
    yield side.to, side.high + side.over, False


def _gone(stop: Stop) -> bool:
    return stop["here"] or stop["state"] in ("done", "detour") or (stop["state"] == "landmark" and stop["reached"])


def _stops(spots: Sequence[Spot], ground: Ground) -> Iterator[str]:
    for spot in spots:
        for n in spot.stop["others"]:
            x = ground.across(n)
            yield f'<path d="M{spot.x:.2f} {spot.y:.2f}H{x:.2f}" stroke="{INK}" stroke-width="1.4"/>'
            yield _ring(x, spot.y, 1.3 * MM, ground.tracks[n], 1.3)
    for spot in spots:
        track = ground.tracks[spot.stop["lane"]]
        if spot.stop["here"]:
            yield _ring(spot.x, spot.y, spot.r, track, 1.8) + put(ground.art["token"], spot.x, spot.y, spot.r * 0.675)
        else:
            name = "flag" if spot.stop["state"] == "landmark" else spot.stop["state"]
            yield put(ground.art[f"{name}-{track}"], spot.x, spot.y, spot.r)


def _ring(x: float, y: float, r: float, track: str, thick: float) -> str:
    drawn = f'fill="{PAPER}" stroke="{TRACKS[track]}" stroke-width="{thick}"'
    return f'<circle cx="{x:.2f}" cy="{y:.2f}" r="{r:.2f}" {drawn}/>'
