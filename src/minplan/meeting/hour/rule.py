"""Rule: when an hour can begin, and what a form says that it has seen of a draft."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from minplan.errors import Conflict
from minplan.meeting.room import Note
from minplan.words import NewText, Words

BEGUN = ("open", "closed")
MOST_SHARED = 60  # notes of one meeting: more than that, nobody has before them any more


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft as it stands; as text it is what a form says it has seen of it, empty where there is none."""

    seen: str
    words: Words | None

    def __str__(self) -> str:
        return self.seen


def may_open(state: str, offered: Collection[date], today: date) -> bool:
    """Whether people who sit together can begin: what was agreed, or what is proposed for this very day."""
    return state == "agreed" or (state == "offered" and today in offered)


def seen_of(note: UUID, version: int) -> str:
    """What a form says that showed this version of a draft."""
    return f"{note}.{version}"


def check(row: Note | None, seen: str, new: NewText | None) -> None:
    """Raise Conflict where the draft is another than the writer saw, and says something else."""
    stands = seen_of(row.id, row.version) if row else ""
    mine, theirs = new.text if new else None, row.body if row else None
    if seen != stands and mine != theirs:
        raise Conflict("text", mine=mine, theirs=Draft(stands, Words(row.body, row.lang) if row else None))
