"""Rule: what stands in a cell, as the mapping reads it."""

from datetime import datetime, tzinfo
from typing import Any

from minplan.sync.files.mapping import Value

LEFT_OUT = object()


class Unread(ValueError):
    """One sentence on what is wrong with a cell, which says nothing of what stands there."""


def read(value: Value, cell: str, system: str, zone: tzinfo) -> Any:
    """A field's value, or LEFT_OUT. Raises Unread."""
    if value.column is None:
        return value.constant
    if not cell:
        return None if value.clear else LEFT_OUT
    if value.split:
        parts = [part.strip() for part in cell.split(value.split)]
        return [_one(value, part, system, zone) for part in parts if part]
    return _one(value, cell, system, zone)


def moment(cell: str, format: str, zone: tzinfo) -> datetime:
    """A moment; what names no zone is on a clock of this one. Raises Unread."""
    try:
        found = datetime.strptime(cell, format)
    except ValueError:
        raise Unread(f"it is not written as {format}") from None
    return found if found.tzinfo else found.replace(tzinfo=zone)


def number(cell: str) -> int:
    """A version. Raises Unread."""
    if not (cell.isascii() and cell.isdigit() and len(cell) <= 15):
        raise Unread("it is not a whole number")
    return int(cell)


def _one(value: Value, cell: str, system: str, zone: tzinfo) -> Any:
    if value.values is not None:
        if cell not in value.values:
            raise Unread("the mapping does not say what this means")
        return value.values[cell]
    if value.date:
        return moment(cell, value.date, zone).date().isoformat()
    if value.time:
        return moment(cell, value.time, zone).isoformat()
    return {"system": system, "id": cell} if value.ref else cell
