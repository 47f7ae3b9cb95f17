"""Rule: a note goes along with a picture as it was when its citizen agreed to show it, and not as it is later."""

from hashlib import sha256
from typing import Any
from uuid import UUID

Content = dict[str, Any]


def goes_along(content: Content, showing: UUID) -> bool:
    """Whether the note, as it stands now, is the one that was agreed for this showing."""
    note = content.get("note")
    return note is not None and content.get("along", {}).get(str(showing)) == _print(note)


def let_along(content: Content, showing: UUID) -> dict[str, str]:
    """What to keep as `along` so that the note, as it stands now, goes along with this showing."""
    note = content.get("note")
    return content.get("along", {}) | ({str(showing): _print(note)} if note else {})


def as_shown(content: Content, showing: UUID) -> Content:
    """The picture as others are shown it: with its note only where that was agreed."""
    told = {name: value for name, value in content.items() if name != "along"}
    if "note" in told and not goes_along(content, showing):
        told["note"] = None
    return told


def _print(note: dict[str, str]) -> str:
    return sha256(note["text"].encode()).hexdigest()
