"""Reading a form that proposes times: three rows of a day and a time, how long, and where."""

from datetime import datetime
from typing import Any

from flask import request

from minplan import meeting as meetings
from minplan.errors import Invalid
from minplan.routes import fields

ROWS = range(1, meetings.MOST + 1)


def times() -> dict[str, Any]:
    """What each shape that proposes times is made of. Raises Invalid with everything that is to be put right."""
    return {"times": _rows()} | place()


def place() -> dict[str, Any]:
    """Where and how long; what the form does not ask about is left to the shape. Raises Invalid."""
    given = {name: fields.text(name) for name in ("mode", "place", "door", "link") if name in request.form}
    return given | ({"minutes": minutes} if (minutes := request.form.get("minutes")) else {})


def _rows() -> tuple[datetime | None, ...]:
    found: list[datetime | None] = []
    faults: dict[str, str] = {}
    for row in ROWS:
        try:
            found.append(_row(row))
        except Invalid as error:
            faults |= error.fields
    if faults:
        raise Invalid(faults)
    return tuple(found)


def _row(row: int) -> datetime | None:
    clock = f"clock{row}"
    on = fields.day(f"on{row}", required=bool(request.form.get(clock)))
    if on and not request.form.get(clock):
        raise Invalid({clock: "required"})
    return fields.clock_time(clock, on)
