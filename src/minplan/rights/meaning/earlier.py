"""Verb that reads: what was tried before that is like a new step, with what the citizen thought of it."""

from collections.abc import Iterable
from typing import Any, NamedTuple
from uuid import UUID

from minplan.access import View, Viewer, tracks_of
from minplan.rights.meaning import store
from minplan.rights.meaning.likeness import alike
from minplan.words import NewText, Words, words_of


class EarlierView(NamedTuple):
    """A step that was done, became a new way, or was answered with no thank you. `sense` is the citizen's answer."""

    id: UUID
    title: Words
    tracks: tuple[str, ...]
    state: str
    learned: Words | None
    sense: str | None


def earlier(view: View, title: NewText, tracks: Iterable[str]) -> list[EarlierView]:
    """What was tried that is like `title` on these tracks, the newest first, as far as the viewer sees it."""
    return alike(title.as_words(), tracks, tried_by(view.viewer, store.tried(view.connection, view.plan.id)))


def tried_by(viewer: Viewer, rows: Iterable[Any]) -> list[EarlierView]:
    """Those of the rows that this viewer sees, as they are shown."""
    return [_shown(row) for row in rows if viewer.sees(row.kind, tracks_of(row.tracks))]


def _shown(row: Any) -> EarlierView:
    title = words_of(row, "title") or Words("", "da")
    return EarlierView(row.id, title, tracks_of(row.tracks), row.state, words_of(row, "learned"), row.answer)
