"""Rule: which steps an entry of the journal brings to where they are."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from minplan.sync.told import SHOWN, TOLD

_AT_MEETINGS = ("confirm_meeting", "close_meeting")
_PLACE = frozenset({"milestone_id", "tracks", "kind"})
# (subject, verb): no other entry brings any.
BRINGING = frozenset(
    {
        *(pair for pair, told in (TOLD | SHOWN).items() if told == ("step", "created")),
        *(("meeting", verb) for verb in _AT_MEETINGS),
    }
)


def brought(entry: Any) -> Iterable[UUID]:
    """The steps that lead where they lead since this entry."""
    pair = (entry.subject, entry.verb)
    if pair not in BRINGING:
        return ()
    if entry.subject == "meeting":
        steps = entry.after.get("steps", ())
        return [UUID(step) for step in steps if has_come(step, entry)]
    return [entry.step_id] if entry.step_id else ()


def has_come(step: str, entry: Any) -> bool:
    """Whether a step that a meeting has laid is new, or led somewhere else before."""
    return step not in entry.after.get("laid", {}) or not _PLACE.isdisjoint(entry.before.get("laid", {}).get(step, {}))
