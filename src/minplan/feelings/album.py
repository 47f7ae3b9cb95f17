"""Verbs that read: the pictures that a citizen has kept, the newest first, and what became of each."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from minplan.errors import NotFound
from minplan.feelings import own
from minplan.feelings.agreeing import goes_along, is_agreed
from minplan.feelings.checkin import CheckIn
from minplan.feelings.own import Opened
from minplan.feelings.receipts import ShownAt, receipts
from minplan.feelings.store import mine


@dataclass(frozen=True, slots=True)
class Kept:
    """A picture as its citizen finds it again: when it was kept, its last day, and whether others can see it now.

    `shown` is every showing of it, where only one picture is asked for, and `noted` those that its note, as it stands
    now, goes along with.
    """

    id: UUID
    at: datetime
    until: date | None
    told: CheckIn
    is_shown: bool
    shown: tuple[ShownAt, ...] = ()
    noted: frozenset[UUID] = frozenset()


def album(by: UUID) -> list[Kept]:
    """Every picture, the newest first. Raises Locked for a lost key."""
    with own.reading(by) as reading:
        rows = [(row.keepsake_id, row.id) for row in mine.shown_now(reading.connection, by)]
        return [_kept(each, _is_shown(each, rows, reading.today)) for each in reading.every("checkin")]


def kept(by: UUID, checkin: UUID) -> Kept:
    """One of them, with everybody to whom it was shown. Raises NotFound, or Locked."""
    with own.reading(by) as reading:
        shown = tuple(receipts(reading, checkin))
        return _kept(reading.one("checkin", checkin), any(each.stands for each in shown), shown)


def months(by: UUID) -> int:
    """How many months what this citizen keeps stays."""
    with own.reading(by) as reading:
        return reading.months()


def part(found: list[Kept], before: UUID | None, most: int) -> tuple[list[Kept], UUID | None]:
    """So many of them behind the one named, and the one behind which there are more. Raises NotFound for no such."""
    start = 0
    if before:
        start = next((place for place, each in enumerate(found, start=1) if each.id == before), 0)
        if not start:
            raise NotFound
    here = found[start : start + most]
    return here, here[-1].id if len(found) > start + most else None


def _is_shown(found: Opened, rows: list[tuple[UUID, UUID]], today: date) -> bool:
    return any(keepsake == found.id and is_agreed(found.content, showing, today) for keepsake, showing in rows)


def _kept(found: Opened, is_shown: bool, shown: tuple[ShownAt, ...] = ()) -> Kept:
    noted = frozenset(each.id for each in shown if goes_along(found.content, each.id))
    return Kept(found.id, found.at, found.until, CheckIn.from_content(found.content), is_shown, shown, noted)
