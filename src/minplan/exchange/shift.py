"""Rule: a document as if it had been written on another day."""

from datetime import date, datetime, timedelta, tzinfo
from typing import Any

DAYS = frozenset({"as_of", "when", "done_on", "since", "until", "on", "starts", "date"})


def shifted(document: dict[str, Any], today: date, zone: tzinfo) -> dict[str, Any]:
    """The document with `as_of` on `today` and every date as far from it as before.

    A meeting at ten stays at ten, also when the clocks were changed in between.
    """
    by = today - date.fromisoformat(document["as_of"])
    return {name: _moved(name, value, by, zone) for name, value in document.items()}


def _moved(name: str, value: Any, by: timedelta, zone: tzinfo) -> Any:
    if isinstance(value, dict):
        return {key: _moved(key, member, by, zone) for key, member in value.items()}
    if isinstance(value, list):
        return [_moved("", member, by, zone) for member in value]
    return _day(value, by, zone) if name in DAYS else value


def _day(value: str, by: timedelta, zone: tzinfo) -> str:
    if "T" not in value:
        return (date.fromisoformat(value) + by).isoformat()
    wall = datetime.fromisoformat(value).astimezone(zone).replace(tzinfo=None) + by
    return wall.replace(tzinfo=zone).isoformat()
