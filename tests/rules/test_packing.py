"""The picture of what fills: circles in a square, none on another, and the same for the same sizes."""

from itertools import combinations
from math import dist

import pytest
from hypothesis import given, settings, strategies as st

from minplan.feelings import packing
from minplan.feelings.packing import SIDE, Circle, pack

SIZES = st.lists(st.integers(1, 4), max_size=26)  # 22 feelings and four in one's own words


def _check(sizes: list[int], circles: list[Circle]) -> None:
    assert len(circles) == len(sizes)
    for one, other in combinations(circles, 2):
        assert dist(one[:2], other[:2]) > one.r + other.r, "one lies on another"
    for x, y, r in circles:
        assert r <= x <= SIDE - r and r <= y <= SIDE - r, "outside"
    for (size, one), (other_size, other) in combinations(zip(sizes, circles, strict=True), 2):
        assert (one.r > other.r) == (size > other_size) and (one.r == other.r) == (size == other_size)


@given(SIZES)
@settings(deadline=None, max_examples=60)
def test_none_lies_on_another_and_all_are_inside_whatever_fills(sizes: list[int]) -> None:
    circles = pack(sizes)
    _check(sizes, circles)
    packing._packed.cache_clear()
    assert pack(sizes) == circles, "the same sizes are another picture"


@pytest.mark.parametrize("size", [1, 2, 3, 4])
@pytest.mark.parametrize("many", [1, 2, 3, 4, 7, 16, 24, 26])
def test_as_many_as_there_are_of_one_size(size: int, many: int) -> None:
    _check([size] * many, pack([size] * many))


def test_what_is_alone_is_in_the_middle_and_no_larger_than_it_is_told_to_be() -> None:
    little, much = (pack([size])[0] for size in (1, 4))
    assert little[:2] == much[:2] == (SIDE / 2, SIDE / 2)
    assert little.r * 1.8 < much.r < SIDE * 0.35


def test_even_24_of_all_sizes_take_half_of_the_square() -> None:
    circles = pack([4, 3, 2, 1] * 6)
    assert sum(3.14 * circle.r**2 for circle in circles) > SIDE**2 / 2
    assert min(circle.r for circle in circles) > 16, "no face can be told"


def test_the_largest_lies_nearest_to_the_middle() -> None:
    circles = pack([1, 1, 2, 4, 1, 2, 1, 1])
    from_middle = [dist(circle[:2], (SIDE / 2, SIDE / 2)) for circle in circles]
    assert from_middle.index(min(from_middle)) == 3
