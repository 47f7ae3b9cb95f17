"""The drawing of somebody's people: nobody stands on anybody else, and everybody stands within it."""

from itertools import combinations, product
from math import dist

import pytest

from minplan.feelings.circles import DOT, SIDE, around
from minplan.feelings.trusted import MOST


@pytest.mark.parametrize(("close", "professional"), list(product((0, 1, 2, 5, MOST), repeat=2)))
def test_everybody_has_a_place_of_their_own(close: int, professional: int) -> None:
    dots = [*around("close", close), *around("professional", professional)]
    assert len(dots) == close + professional
    assert all(DOT <= place <= SIDE - DOT for dot in dots for place in dot)
    assert all(dist(one, other) >= 2 * DOT for one, other in combinations(dots, 2))
