"""Rule: others are shown exactly what its citizen read when they said yes to that, and for as long as they said.

What was agreed stands in the locked content itself, as `shown`: a row of the database alone shows nothing.
"""

from collections.abc import Collection, Mapping
from datetime import date
from hashlib import sha256
from json import dumps
from typing import Any
from uuid import UUID

Content = dict[str, Any]
# The wordings that a citizen says yes to, each with the day of its last change.
FOR_MEETING = "meeting:2026-11-22"
FOR_TEAM = "team:2026-11-22"
_OWN = ("at", "agreed", "shown")  # about a keepsake, and no part of what others read


def part(content: Mapping[str, Any], with_note: bool = False) -> Content:
    """What others read of it; its note only `with_note`."""
    told = {name: value for name, value in content.items() if name not in _OWN}
    return told | ({"note": None} if "note" in told and not with_note else {})


def print_of(content: Mapping[str, Any], with_note: bool = False) -> str:
    """By which that is known again, in a form and in what was agreed."""
    return sha256(dumps(part(content, with_note), sort_keys=True).encode()).hexdigest()


def agreement(
    content: Content, wording: str, meeting: UUID | None, people: Collection[UUID], until: date | None, with_note: bool
) -> Content:
    """What is agreed now: `until` is the day of the meeting, None where there is none."""
    return {
        "agreed": wording,
        "meeting": str(meeting) if meeting else None,
        "people": sorted(map(str, people)),
        "until": until.isoformat() if until else None,
        "print": print_of(content),
        "note": print_of(content, True) if with_note and content.get("note") else None,
    }


def holding(content: Content) -> dict[str, Content]:
    """What was agreed, by showing, as far as what stands is still what was read then."""
    here = print_of(content)
    return {showing: each for showing, each in content.get("shown", {}).items() if each["print"] == here}


def until_of(content: Content, showing: UUID) -> date | None:
    """The last day that was agreed for this showing."""
    day = holding(content).get(str(showing), {}).get("until")
    return date.fromisoformat(day) if day else None


def is_agreed(content: Content, showing: UUID, today: date) -> bool:
    """Whether others may read it by this showing today."""
    last = until_of(content, showing)
    return str(showing) in holding(content) and (last is None or today <= last)


def goes_along(content: Content, showing: UUID) -> bool:
    """Whether the note, as it stands now, is shown too."""
    agreed = holding(content).get(str(showing), {}).get("note")
    return agreed is not None and agreed == print_of(content, True)


def as_shown(content: Content, showing: UUID, today: date, meeting: UUID | None, reader: UUID) -> Content | None:
    """What this reader is shown, for a meeting or (None) as one who works with the plan; None for nothing."""
    if not is_agreed(content, showing, today):
        return None
    agreed = content["shown"][str(showing)]
    if agreed["meeting"] != (str(meeting) if meeting else None) or (meeting and str(reader) not in agreed["people"]):
        return None
    return part(content, goes_along(content, showing))
