"""Rule: which slots make a phrase complete. A fault is a code; the sentence for it stands in the templates."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from minplan.content.library import phrases, topics
from minplan.words import fault

MAX_NAME = 200
MAX_NUMBER = 1000


def check_slots(phrase_id: str, slots: Mapping[str, Any]) -> dict[str, str]:
    """The faults of a filled phrase by member ("phrase", "slots.who"), empty when it is complete.

    Values are as in a plan document: a date is "2026-12-03", a number an int, a topic its id.
    Codes: `unknown`, `required`, `bad_date`, `bad_number`, `bad_text`, and those of `words.fault`.
    """
    phrase = phrases().get(phrase_id)
    if phrase is None:
        return {"phrase": "unknown"}
    faults = {f"slots.{name}": "required" for name in phrase.required if slots.get(name) in (None, "")}
    for name, value in slots.items():
        code = _CHECKS[name](value) if name in phrase.slots else "unknown"
        if code:
            faults.setdefault(f"slots.{name}", code)
    return faults


def _text(value: Any) -> str | None:
    if not isinstance(value, str) or not value.strip():
        return "bad_text"
    return "too_long" if len(value) > MAX_NAME else fault(value)


def _date(value: Any) -> str | None:
    try:
        # Round trip: Python also reads "20261203" and week dates, which a plan document does not know.
        return None if date.fromisoformat(value).isoformat() == value else "bad_date"
    except (TypeError, ValueError):
        return "bad_date"


def _number(value: Any) -> str | None:
    return None if type(value) is int and 1 <= value <= MAX_NUMBER else "bad_number"


def _topic(value: Any) -> str | None:
    return None if isinstance(value, str) and value in topics() else "unknown"


_CHECKS: dict[str, Callable[[Any], str | None]] = {
    "who": _text, "place": _text, "date": _date, "n": _number, "topic": _topic,
}
