"""A sheet that is folded as its instruction says is a booklet: eight pages in order, none on its head."""

import pypdfium2
import pytest
from booklets import quiet
from folded import Face, across, around, back_to_back, down, inside, leafed, over, printed
from on_paper import glyphs, within
from sheets import FOLDED, fields

from minplan.booklet import make

Grid = dict[tuple[int, int], Face]
ORDER = [Face(number) for number in range(1, 9)]
DIRECTIONS = pytest.mark.parametrize("direction", ["ltr", "rtl"])


def _read(kind: str, direction: str) -> list[Grid]:
    """Which page stands where on each side, by the number that is printed on it; a cover has none."""
    sides = pypdfium2.PdfDocument(make(quiet(direction), kind))
    return [
        {place.spot: _face(within(signs, place.box), place.box) for place in places}
        for signs, places in zip(map(glyphs, sides), fields(kind, direction), strict=True)
    ]


def _face(signs: list, box: tuple[float, float, float, float]) -> Face:
    numbers = [each for each in signs if each.text.isdigit()]
    turned = 180 if signs[0].turned else 0
    for each in numbers:  # in the middle, at the foot
        assert (each.left + each.right) / 2 == pytest.approx((box[0] + box[2]) / 2, abs=3)
        height = (each.bottom - box[1]) / (box[3] - box[1])
        assert height > 0.9 if turned else height < 0.08
    return Face(int("".join(each.text for each in numbers) or 1), turned)


@DIRECTIONS
def test_one_sheet_folded_twice_and_cut_is_a_booklet(direction: str) -> None:
    """Printed on both sides, turned over its long edge; the cover lies underneath when the upper half comes down."""
    halved = down(over(printed(*_read("a4-booklet", direction))))
    back = 1 if direction == "ltr" else 0  # where the paper is joined when the other half has come across
    ((spot, pile),) = across(halved, back).items()
    assert spot == (back, 1), "the first fold is not the upper edge, which is cut"
    assert leafed(pile) == ORDER


@DIRECTIONS
def test_two_sheets_in_each_other_are_a_booklet(direction: str) -> None:
    outer, inner = (printed(*pair) for pair in zip(*[iter(_read("a5", direction))] * 2, strict=True))
    back = 1 if direction == "ltr" else 0
    ((_spot, pile),) = across(inside(over(outer), over(inner)), back).items()
    assert leafed(pile) == ORDER


@DIRECTIONS
def test_a_sheet_that_is_cut_in_its_middle_and_pushed_together_is_a_booklet(direction: str) -> None:
    (front,) = _read("zine", direction)
    shown = [pair if direction == "ltr" else pair[::-1] for pair in around(front)]
    assert sorted(shown) == [(Face(2), Face(3)), (Face(4), Face(5)), (Face(6), Face(7)), (Face(8), Face(1))]
    assert set(back_to_back(front)) == {frozenset({n, n + 1}) for n in (1, 3, 5, 7)}


@DIRECTIONS
@pytest.mark.parametrize("kind", ["reading", "large"])
def test_what_is_not_folded_lies_in_the_order_of_reading(kind: str, direction: str) -> None:
    sides = _read(kind, direction)
    columns = 1 + max(column for column, _row in sides[0])
    ways = range(columns) if direction == "ltr" else range(columns)[::-1]
    rows = 1 + max(row for _column, row in sides[0])
    assert [side[column, row] for side in sides for row in range(rows) for column in ways] == ORDER


@DIRECTIONS
def test_on_flat_sheets_the_road_goes_on_in_the_page_below(direction: str) -> None:
    first, second = _read("a4", direction)
    (column, row) = next(spot for spot, face in first.items() if face == ORDER[1])
    assert first[column, row + 1] == ORDER[2]
    assert sorted((*first.values(), *second.values())) == ORDER and sorted(first.values()) == ORDER[:4]


def test_a_sheet_that_is_folded_otherwise_is_none() -> None:
    """What folds the sheets here would tell if the pages lay in another order."""
    front, back = _read("a4-booklet", "ltr")
    ((_spot, pile),) = across(down(printed(front, back)), 1).items()
    assert leafed(pile) != ORDER
    assert set(FOLDED) == {"a4-booklet", "a5", "zine", "a4"}
