"""Reading: the writer's own drafts, and what has been shared."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, select

from minplan.access import View
from minplan.db import Query
from minplan.meeting.hour.drafts import seen_of
from minplan.meeting.room import Note
from minplan.words import Words, beside, words_of

_note = Note.__table__  # type: ignore[attr-defined]
_said, _said_columns = beside("said")
_NOTES = Query(
    select(*_note.c, *_said_columns)
    .outerjoin(_said, _said.c.id == _note.c.shared_id)
    .where(_note.c.plan_id == bindparam("plan_id"), _note.c.meeting_id == bindparam("meeting_id"))
    .order_by(_note.c.shared_at, _note.c.at, _note.c.id)
)


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


def notes(view: View, meeting: UUID, seat: str | None) -> Notes:
    """The notes of a meeting as far as this screen may show them; `seat` is the key of a device at the table."""
    rows = _NOTES(view.connection, plan_id=view.plan.id, meeting_id=meeting)
    mine = [row for row in rows if row.shared_id is None and row.by_id == view.viewer.person_id]
    here = [row for row in mine if row.seat == seat]
    elsewhere = () if seat else (row for row in mine if row not in here[:1])
    return Notes(
        draft=_view(view, here[0]) if here else None,
        elsewhere=tuple(_view(view, row) for row in elsewhere),
        shared=tuple(_view(view, row) for row in rows if row.shared_id),
    )


def _view(view: View, row: Any) -> NoteView:
    own = row.by_id == view.viewer.person_id
    said = words_of(row, "said") or Words(row.body, row.lang)
    return NoteView(row.id, said, seen_of(row.id, row.version), own, None if own else view.name_of(row.by_id))
