"""Reading: what a citizen keeps for themselves, opened with their key; the locked bytes go home with nobody."""

from typing import Any
from uuid import UUID

from minplan import feelings
from minplan.errors import Locked
from minplan.feelings import Own

Rows = list[dict[str, Any]]


def opened(person_id: UUID, found: dict[str, Rows]) -> dict[str, Rows]:
    """The keepsakes among these rows and the sentences of those who read them, opened; None where nobody can."""
    with feelings.reading(person_id) as mine:
        keepsakes = [row | {"content": _open(mine, row["id"], row["content"])} for row in found["keepsake"]]
        answers = [row | {"words": _open(mine, row["id"], row["words"])} for row in found["shown_to"]]
    return found | {"keepsake": keepsakes, "shown_to": answers}


def _open(mine: Own, about: UUID, sealed: bytes | None) -> dict[str, Any] | None:
    try:
        return mine.box.open(about, sealed) if sealed else None
    except Locked:
        return None
