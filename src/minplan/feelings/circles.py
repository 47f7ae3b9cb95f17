"""Rule: where everybody stands in the drawing of a citizen's people, who is in the middle of it themselves."""

from math import cos, pi, sin
from typing import NamedTuple

SIDE = 328  # of the square, in units of the drawing
RADII = {"close": 76, "professional": 134}
DOT = 28  # half as wide as a person is drawn


class Dot(NamedTuple):
    """The middle of somebody in the drawing."""

    x: int
    y: int


def around(circle: str, many: int) -> list[Dot]:
    """So many places on a circle, evenly. The outer one begins a little further on, in the gaps of the inner."""
    begin = -pi / 2 + (pi / 5 if circle == "professional" else 0)
    turns = [begin + 2 * pi * place / many for place in range(many)]
    return [Dot(_place(circle, cos(turn)), _place(circle, sin(turn))) for turn in turns]


def _place(circle: str, share: float) -> int:
    return round(SIDE / 2 + RADII[circle] * share)
