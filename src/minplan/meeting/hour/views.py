"""The shapes in which notes are shown."""

from dataclasses import dataclass
from uuid import UUID

from minplan.words import Words


@dataclass(frozen=True, slots=True)
class NoteView:
    """A note: shared, with its writer's name (None for the reader's own), or a draft, which only its writer meets.

    `seen` is what a form says that shows this draft.
    """

    id: UUID
    words: Words
    seen: str
    own: bool
    by: str | None


@dataclass(frozen=True, slots=True)
class Notes:
    """The draft that this screen writes, the same person's drafts on other screens, and what everybody reads."""

    draft: NoteView | None
    elsewhere: tuple[NoteView, ...]
    shared: tuple[NoteView, ...]
