"""What a form brought, to be shown and sent once more where it could not be taken."""

import re
from dataclasses import dataclass

from flask import request

from minplan.words import without_id_numbers

WHOSE = "_whose"
NEVER = frozenset({"number"})  # an id number goes into no page; whoever meant it types it again
# What a form says without a person having typed it: ids, names of choices, days, times and numbers.
_CHOSEN = re.compile(r"[a-z0-9_.:+-]*")


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a form that was sent. What was `typed` is shown."""

    name: str
    value: str
    typed: bool


def fields() -> list[Field]:
    """What was sent, in its order; nothing of what is only about the sending."""
    sent = ((name, value) for name, value in request.form.items(multi=True) if name not in (WHOSE, *NEVER))
    return [Field(name, value, _is_typed(name, value)) for name, value in sent]


def _is_typed(name: str, value: str) -> bool:
    if value != without_id_numbers(value):
        return True  # what is shown is shown without them; what only goes along would carry them
    return not (name.startswith("seen_") or _CHOSEN.fullmatch(value))
