"""The drawing of somebody's people: nobody stands on anybody else, and everybody stands within it."""

from itertools import combinations, product
from math import dist
from uuid import uuid4

import pytest

from minplan.feelings.circles import DOT, SIDE, around
from minplan.feelings.trusted import MOST, Trusted


@pytest.mark.parametrize(("close", "professional"), list(product((0, 1, 2, 5, MOST), repeat=2)))
def test_everybody_has_a_place_of_their_own(close: int, professional: int) -> None:
    dots = [*around("close", close), *around("professional", professional)]
    assert len(dots) == close + professional
    assert all(DOT <= place <= SIDE - DOT for dot in dots for place in dot)
    assert all(dist(one, other) >= 2 * DOT for one, other in combinations(dots, 2))


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("Leila", ["Leila"]),
        ("Mette K", ["Mette", "K"]),
        ("Lægen i Havnegade", ["Lægen", "Havneg…"]),
        ("أخي سامي", ["أخي", "سامي"]),
        ("li wu", ["li", "wu"]),
    ],
)
def test_a_name_is_written_where_there_is_room(name: str, lines: list[str]) -> None:
    assert Trusted(uuid4(), name, "close", "").lines == lines
