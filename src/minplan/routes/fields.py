"""Reading a form: each field becomes what it means, or the form is Invalid by that field's name."""

import re
from datetime import UTC, date, datetime, time
from uuid import UUID

from flask import request
from pydantic import ValidationError

from minplan.clock import COPENHAGEN
from minplan.errors import Invalid
from minplan.routes.languages import reader
from minplan.words import NewText, can_be_seen, fault

_CLOCK = re.compile("[0-9]{2}:[0-9]{2}")
YEARS = range(1900, 2200)  # beyond them a slip of the finger, and no day to count from


def text(name: str, required: bool = False) -> str:
    """One line or a few, without blanks around it. Invalid: `required`, and the codes of `words.fault`."""
    value = request.form.get(name, "").replace("\r\n", "\n").strip()
    code = fault(value) or ("required" if required and not can_be_seen(value) else None)
    if code:
        raise Invalid({name: code})
    return value


def own_words(name: str, required: bool = False) -> NewText | None:
    """The person's own words, in the language `lang` or the one they read; None where there is nothing to read."""
    value = text(name, required)
    if not can_be_seen(value):
        return None
    try:
        return NewText(text=value, lang=request.form.get("lang") or reader().language.code)
    except ValidationError:
        raise Invalid({"lang": "unknown"}) from None


def uuid(name: str, required: bool = False) -> UUID | None:
    """An id; None for an empty field. Invalid: `required`, `unknown`."""
    value = request.form.get(name)
    if required and not value:
        raise Invalid({name: "required"})
    try:
        return UUID(value) if value else None
    except ValueError:
        raise Invalid({name: "unknown"}) from None


def day(name: str, required: bool = False) -> date | None:
    """A date as a date field sends it; None for an empty field. Invalid: `required`, `bad_date`."""
    value = request.form.get(name)
    if not value:
        if required:
            raise Invalid({name: "required"})
        return None
    try:
        found = date.fromisoformat(value)
    except ValueError:
        raise Invalid({name: "bad_date"}) from None
    if found.year not in YEARS or found.isoformat() != value:
        raise Invalid({name: "bad_date"})
    return found


def clock_time(name: str, on: date | None) -> datetime | None:
    """The moment that a time field names on that day in Denmark; None for an empty field.

    Invalid: `bad_time`, and `no_such_time` in the hour that is skipped when the clocks go forward.
    """
    value = request.form.get(name)
    if not value or on is None:
        return None
    try:
        found = datetime.combine(on, time.fromisoformat(value if _CLOCK.fullmatch(value) else ""), COPENHAGEN)
    except ValueError:
        raise Invalid({name: "bad_time"}) from None
    if found.astimezone(UTC).astimezone(COPENHAGEN).time() != found.time():
        raise Invalid({name: "no_such_time"})
    return found


def moment(said: str) -> datetime | None:
    """A moment as our own pages write it, with its zone; None for anything else."""
    try:
        found = datetime.fromisoformat(said)
    except ValueError:
        return None
    return found if found.tzinfo else None


def only(*names: str) -> dict[str, str]:
    """What was typed in these fields, verbatim, to be kept in a form that is shown again."""
    return {name: request.form.get(name, "")[:10_000] for name in names}
