"""Rule: the first places of circles around the largest one, each beside two that lie there already."""

from collections.abc import Iterator, Sequence
from itertools import combinations
from math import cos, hypot, radians, sin, sqrt

TURNS = (0, 15, 30, 45)  # where the second circle can lie, in degrees; what is best depends on the sizes
NEAR = 1e-6

Place = tuple[float, float]


def places(radii: Sequence[float]) -> list[Place]:
    """A place for each, the largest first, around the middle of a square that is as small as can be; none overlap."""
    return min((_around(radii, radians(turn)) for turn in TURNS), key=lambda found: round(width(found, radii), 6))


def width(found: Sequence[Place], radii: Sequence[float]) -> float:
    """How wide the square around them is whose middle is the middle of all."""
    return 2 * max(max(abs(x), abs(y)) + r for (x, y), r in zip(found, radii, strict=True))


def _around(radii: Sequence[float], turn: float) -> list[Place]:
    found: list[Place] = [(0.0, 0.0)]
    for n, radius in enumerate(radii[1:], start=1):
        lies = list(zip(found, radii, strict=False))
        reach = radii[0] + radius
        free = (place for place in _beside(lies, radius) if _fits(place, radius, lies))
        found.append(min(free, key=_from_middle) if n > 1 else (reach * cos(turn), reach * sin(turn)))
    return _centred(found, radii)


def _beside(lies: list[tuple[Place, float]], radius: float) -> Iterator[Place]:
    """Every place where a circle touches two of those that lie there."""
    for ((x1, y1), r1), ((x2, y2), r2) in combinations(lies, 2):
        dx, dy = x2 - x1, y2 - y1
        apart, a, b = hypot(dx, dy), r1 + radius, r2 + radius
        if apart < a + b:
            along = (a * a - b * b + apart * apart) / (2 * apart)
            across = sqrt(max(a * a - along * along, 0))
            for side in (across, -across):
                yield x1 + (along * dx - side * dy) / apart, y1 + (along * dy + side * dx) / apart


def _fits(place: Place, radius: float, lies: list[tuple[Place, float]]) -> bool:
    x, y = place
    return all((x - x1) ** 2 + (y - y1) ** 2 >= (radius + r1 - NEAR) ** 2 for (x1, y1), r1 in lies)


def _from_middle(place: Place) -> float:
    """As a square is counted, so that its corners are used; where that is the same, the rounder one."""
    x, y = place
    return round(max(abs(x), abs(y)) + hypot(x, y) / 10, 6)


def _centred(found: list[Place], radii: Sequence[float]) -> list[Place]:
    lies = list(zip(found, radii, strict=True))
    left, right = min(x - r for (x, _), r in lies), max(x + r for (x, _), r in lies)
    top, bottom = min(y - r for (_, y), r in lies), max(y + r for (_, y), r in lies)
    return [(x - (left + right) / 2, y - (top + bottom) / 2) for x, y in found]
