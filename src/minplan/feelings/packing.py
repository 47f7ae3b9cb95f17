"""Rule: sizes as circles in a square, none on another and as large as can be; the same sizes, the same picture."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import combinations
from math import dist, hypot
from typing import NamedTuple

from minplan.feelings.placing import Place, places, width

SIDE = 328
RADII = {1: 26, 2: 34, 3: 42, 4: 50}  # half of what a bubble of that size measures in the form
LARGEST = 2.2  # how many times as large, where few have much room
GAP = 4  # between two circles, and twice that of the edge
GROWTH, TRIES, PUSHES = 0.06, 4, 80


class Circle(NamedTuple):
    """Its middle and radius, from the upper left corner."""

    x: float
    y: float
    r: float


def pack(sizes: Sequence[int]) -> list[Circle]:
    """A circle for each size (1 to 4), in the order of the sizes; larger ones lie nearer to the middle."""
    order = sorted(range(len(sizes)), key=lambda n: -sizes[n])
    circles = dict(zip(order, _packed(tuple(sizes[n] for n in order)), strict=True))
    return [circles[n] for n in range(len(sizes))]


@lru_cache(maxsize=1024)
def _packed(sizes: tuple[int, ...]) -> tuple[Circle, ...]:
    if not sizes:
        return ()
    radii = [float(RADII[size]) for size in sizes]
    found = places(radii)
    scale = min(SIDE / width(found, radii), LARGEST)
    scale, found = _grown([(x * scale, y * scale) for x, y in found], radii, scale)
    half = SIDE / 2
    return tuple(
        Circle(round(half + x, 1), round(half + y, 1), round(scale * radius - GAP / 2, 1))
        for (x, y), radius in zip(found, radii, strict=True)
    )


def _grown(found: list[Place], radii: list[float], scale: float) -> tuple[float, list[Place]]:
    """Let all grow a little and push each other to where there is room, until there is none."""
    growth, tries = GROWTH, TRIES
    while tries and scale < LARGEST:
        pushed = _pushed(found, [scale * (1 + growth) * radius for radius in radii])
        room = _room(pushed, radii)
        if room > scale * 1.001:
            scale, found = room, pushed
        else:
            growth, tries = growth / 2, tries - 1
    return scale, found


def _pushed(found: list[Place], radii: list[float]) -> list[Place]:
    where = list(found)
    for _ in range(PUSHES):
        before = list(where)
        for i, j in combinations(range(len(where)), 2):
            where[i], where[j] = _apart(where[i], where[j], radii[i] + radii[j])
        where = [_inside(place, SIDE / 2 - radius) for place, radius in zip(where, radii, strict=True)]
        if where == before:
            break
    return where


def _apart(one: Place, other: Place, needed: float) -> tuple[Place, Place]:
    dx, dy = other[0] - one[0], other[1] - one[1]
    apart = hypot(dx, dy)
    if apart >= needed:
        return one, other
    push = (needed - apart) / 2 / (apart or 1)
    return (one[0] - dx * push, one[1] - dy * push), (other[0] + dx * push, other[1] + dy * push)


def _inside(place: Place, reach: float) -> Place:
    x, y = place
    return max(-reach, min(reach, x)), max(-reach, min(reach, y))


def _room(found: list[Place], radii: list[float]) -> float:
    """How many times as large all can be where they lie now, off each other and inside, whatever was pushed."""
    lies = list(zip(found, radii, strict=True))
    edges = ((SIDE / 2 - max(abs(x), abs(y))) / radius for (x, y), radius in lies)
    pairs = (dist(one, other) / (r1 + r2) for (one, r1), (other, r2) in combinations(lies, 2))
    return min(*edges, *pairs, LARGEST)
