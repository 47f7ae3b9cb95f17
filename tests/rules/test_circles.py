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
    ("name", "short"),
    [
        ("Leila", "Leila"),
        ("Mette K", "Mette"),
        ("Lægen i Havnegade", "Lægen"),
        ("Jobkonsulenten Lis", "JL"),
        ("أخي سامي", "أخي"),
        ("li wu", "li"),
    ],
)
def test_a_name_is_whole_in_its_drawing_or_its_first_letters_are(name: str, short: str) -> None:
    assert Trusted(uuid4(), name, "close", "").short == short
