"""Rule: the order in which the way is drawn. The next step, then what runs at the same time, then what comes later."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

_GROUP = {"active": 1, "waiting": 1, "resting": 1, "later": 2}
Key = tuple[int, int, int]


def drawn(rows: Sequence[Any], next_id: UUID | None) -> list[Any]:
    """Open rows in drawing order. A step that is joined to another one stands right after it."""
    keys = {row.id: _key(row, next_id) for row in rows}
    for row in rows:
        other = row.choice_with_id if row.choice_with_id in keys else row.together_with_id
        if other in keys and row.id == next_id:
            # The next step stands first; what it is joined to follows it there.
            keys[other] = (0, keys[row.id][1], 1)
        elif other in keys:
            partner = keys[other]
            keys[row.id] = min(keys[row.id], (partner[0], partner[1], partner[2] + 1))
    return sorted(rows, key=lambda row: keys[row.id])


def joined(row: Any, before: Any | None, index: int, has_next: bool) -> str | None:
    """The word between a row and the one before it: "or", "and", or none."""
    if before is None:
        return None
    # Both may be joined to the step before them: "this and that, or the third".
    near = {before.id, before.choice_with_id, before.together_with_id} - {None}
    if row.choice_with_id in near or row.id == before.choice_with_id:
        return "or"
    if row.together_with_id in near or row.id == before.together_with_id:
        return "and"
    # What runs beside the next step is joined to it once, at the first.
    return "and" if index == 1 and has_next and _GROUP[row.state] == 1 else None


def group(row: Any, line: Sequence[Any]) -> list[Any]:
    """The steps of the line that are joined to `row`, directly or through another, itself among them."""
    pairs = [{each.id, *_joined_to(each)} for each in line]
    found: set[UUID] = {row.id}
    while near := set().union(*(pair for pair in pairs if pair & found)) - found:
        found |= near
    return [each for each in line if each.id in found]


def _joined_to(row: Any) -> set[UUID]:
    return {row.choice_with_id, row.together_with_id} - {None}


def _key(row: Any, next_id: UUID | None) -> Key:
    return (0 if row.id == next_id else _GROUP[row.state], row.way or 0, 0)
