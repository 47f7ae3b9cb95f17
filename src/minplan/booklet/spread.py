"""Rule: which steps of the way stand on which of its two pages, and how large."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from minplan.booklet.page import MM, Page

EACH = (1, 0.95, 0.9, 0.85)  # how far words shrink before something is left for the screen
# In which order it is tried to bring all of it on two pages: at which size, and whether without the landmarks.
_TRIED = ((1, False), (0.95, False), (0.9, False), (0.9, True), (0.85, True))

Stop = dict[str, Any]


class Row(NamedTuple):
    """A stop and how high it is with the room below it, in points."""

    stop: Stop
    high: float


class Plan(NamedTuple):
    """The rows of both pages, the size of their letters, and how many stops are left out before and after them."""

    first: Sequence[Row]
    second: Sequence[Row]
    size: float
    before: int = 0
    after: int = 0


def planned(stops: Sequence[Stop], page: Page) -> Plan:
    """All of them at the largest size at which they fit on two pages; else the nearest to where one is."""
    first, below = first_room(page), second_room(page)
    less = below - page.base * 1.7  # with the line that says that there is more
    steps = [stop for stop in stops if stop["state"] != "landmark"] or stops
    for size, bare in _TRIED:
        shown = steps if bare else stops
        rows = _rows(shown, size, page)
        halves = _halved(rows, first, less if bare or page.few else below)
        if halves:
            return Plan(*halves, size * page.base, 0, len(stops) - len(shown))
    return _nearest(steps, len(stops), page)


def _nearest(stops: Sequence[Stop], all_: int, page: Page) -> Plan:
    """Too many: what lies far behind is left out first, then what comes last; if all is behind, its end is shown."""
    first, less = first_room(page), second_room(page) - page.base * 1.7
    here = (n for n, stop in enumerate(stops) if stop["here"] or stop["state"] not in ("done", "detour"))
    before = max(0, next(here, len(stops) - 3) - 2)
    rows = _rows(stops[before:], EACH[-1], page)
    shown: tuple[Sequence[Row], Sequence[Row]] = (rows[:1], ())
    for n in range(1, len(rows) + 1):
        halves = _halved(rows[:n], first, less)
        if not halves or sum(row.high for row in rows[:n]) > first + less - 6 * MM:
            break
        shown = halves
    return Plan(*shown, EACH[-1] * page.base, before, all_ - before - len(shown[0]) - len(shown[1]))


def _halved(rows: Sequence[Row], first: float, room: float) -> tuple[Sequence[Row], Sequence[Row]] | None:
    """Both pages share what there is, as far as the first one has room; None where the second has too little."""
    whole = sum(row.high for row in rows)
    goal = min(first, max(whole * 0.55, whole - room))
    many, used = 0, 0.0
    for row in rows:
        if used + row.high > first or (many and used + row.high / 2 > goal):
            break
        many, used = many + 1, used + row.high
    return (rows[:many], rows[many:]) if whole - used <= room else None


def _rows(stops: Sequence[Stop], size: float, page: Page) -> list[Row]:
    at = EACH.index(size)
    return [Row(stop, (stop["high"][at] * page.base + page.apart) * size) for stop in stops]


def first_room(page: Page) -> float:
    """How high the first page of the way is below its heading and the heads of its lanes."""
    return page.height - page.head - page.lane


def second_room(page: Page) -> float:
    """How high the second one is, between the heads of its lanes and the horizon."""
    return page.height - page.lane - page.horizon
