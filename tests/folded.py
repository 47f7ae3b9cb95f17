"""Sheets of paper that are folded, cut and leafed through: what lies where when the instruction has been followed."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

Spot = tuple[int, int]  # column and row of a panel on its sheet, from the upper left corner


class Face(NamedTuple):
    """What is printed on one side of a panel: a page, and by how many degrees it is turned (0 or 180)."""

    page: int | None
    turned: int = 0


class Panel(NamedTuple):
    """A panel of a sheet that lies on a table: its upper side, and the lower one as a turned leaf shows it."""

    up: Face
    down: Face


Sheet = Mapping[Spot, Sequence[Panel]]  # what lies on each other at each spot, the uppermost first


def printed(front: Mapping[Spot, Face], back: Mapping[Spot, Face] | None = None) -> dict[Spot, list[Panel]]:
    """A sheet with its front up. Its back was printed by turning it over the edge at its side, as a leaf is turned."""
    last = max(column for column, _row in front)
    blank = Face(None)
    return {
        (column, row): [Panel(face, back[last - column, row] if back else blank)]
        for (column, row), face in front.items()
    }


def over(sheet: Sheet) -> dict[Spot, list[Panel]]:
    """The whole turned over as a leaf is turned."""
    last = max(column for column, _row in sheet)
    return {(last - column, row): [_leafed(one) for one in reversed(pile)] for (column, row), pile in sheet.items()}


def down(sheet: Sheet) -> dict[Spot, list[Panel]]:
    """The upper half folded down onto the lower one."""
    rows = 1 + max(row for _column, row in sheet)
    return {
        (column, row): [_tumbled(one) for one in reversed(sheet[column, rows - 1 - row])] + list(sheet[column, row])
        for column, row in sheet
        if row >= rows // 2
    }


def across(sheet: Sheet, to: int) -> dict[Spot, list[Panel]]:
    """One half folded onto the other, which is the one of column `to`."""
    columns = 1 + max(column for column, _row in sheet)
    return {
        (column, row): [_leafed(one) for one in reversed(sheet[columns - 1 - column, row])] + list(sheet[column, row])
        for column, row in sheet
        if (column >= columns // 2) == (to >= columns // 2)
    }


def inside(outer: Sheet, inner: Sheet) -> dict[Spot, list[Panel]]:
    """A sheet laid upon another, before both are folded."""
    return {spot: [*inner[spot], *pile] for spot, pile in outer.items()}


def leafed(pile: Sequence[Panel]) -> list[Face]:
    """The pages of a bound pile in the order in which a reader meets them."""
    return [face for panel in pile for face in panel]


def around(front: Mapping[Spot, Face]) -> list[tuple[Face, Face]]:
    """The double pages of a sheet of 4 × 2 panels that is cut along its middle two, folded there and pushed together.

    The ends become leaves, the middle panels of each row two more; what lies on either side of the lines that
    remain are two pages that are seen together. Each pair as the reader sees it, from left to right: the lower row as
    it lies on the table, the upper one after it was folded back, upside down.
    """
    lower = [((front[n, 1], front[n + 1, 1])) for n in (0, 2)]
    upper = [(_turned(front[n + 1, 0]), _turned(front[n, 0])) for n in (0, 2)]
    return [*lower, *upper]


def back_to_back(front: Mapping[Spot, Face]) -> list[frozenset[int | None]]:
    """Which pages are two sides of one leaf there: the ends of both rows, and the two in the middle of each."""
    pairs = (((0, 0), (0, 1)), ((3, 0), (3, 1)), ((1, 0), (2, 0)), ((1, 1), (2, 1)))
    return [frozenset({front[one].page, front[other].page}) for one, other in pairs]


def _leafed(panel: Panel) -> Panel:
    return Panel(panel.down, panel.up)


def _tumbled(panel: Panel) -> Panel:
    return Panel(_turned(panel.down), _turned(panel.up))


def _turned(face: Face) -> Face:
    return face._replace(turned=(face.turned + 180) % 360)
