"""Verbs that read: what has been written down, and the words of a text that a field shows."""

from typing import Any
from uuid import UUID

from minplan.access import View
from minplan.meeting.hour import store
from minplan.meeting.hour.rule import seen_of
from minplan.meeting.hour.views import Notes, NoteView
from minplan.words import Words, words_of


def notes(view: View, meeting: UUID, seat: str | None) -> Notes:
    """The notes of a meeting as far as this screen may show them; `seat` is the key of a device at the table."""
    rows = store.notes(view.connection, view.plan.id, meeting, view.viewer.person_id)
    mine = [row for row in rows if row.shared_id is None]
    here = [row for row in mine if row.seat == seat][:1]
    elsewhere = () if seat else (row for row in mine if row not in here)
    return Notes(
        draft=_view(view, here[0]) if here else None,
        elsewhere=tuple(_view(view, row) for row in elsewhere),
        shared=tuple(_view(view, row) for row in rows if row.shared_id),
    )


def said(view: View, text_id: UUID | None) -> Words | None:
    """The words of a text of this plan, or None."""
    rows = store.words(view.connection, view.plan.id, text_id) if text_id else []
    return words_of(rows[0], "said") if rows else None


def said_before(view: View, meeting: UUID, row: UUID, text_id: UUID | None) -> Words | None:
    """What a line of this meeting once said; None where that text was never its."""
    rows = store.words_of(view.connection, view.plan.id, meeting, row, text_id) if text_id else []
    return words_of(rows[0], "said") if rows else None


def _view(view: View, row: Any) -> NoteView:
    own = row.by_id == view.viewer.person_id
    words = words_of(row, "said") or Words(row.body, row.lang)
    return NoteView(row.id, words, seen_of(row.id, row.version), own, None if own else view.name_of(row.by_id))
