"""What every field that is edited in a meeting shares: other words for it, and the words that a text has."""

from uuid import UUID

from sqlalchemy import bindparam, select

from minplan.access import Change, View
from minplan.db import Query
from minplan.words import NewText, Text, Words, words_of

_text = Text.__table__  # type: ignore[attr-defined]
_WORDS = Query(
    select(*(_text.c[part].label(f"said_{part}") for part in ("body", "lang", "phrase", "slots"))).where(
        _text.c.plan_id == bindparam("plan_id"), _text.c.id == bindparam("text_id")
    )
)


def reworded(change: Change, current: UUID | None, seen: UUID | None, new: NewText | None) -> UUID | None:
    """The id of the text that stands from now on; the same id where the same words stand already.

    `seen` is the text that the writer saw. Raises Conflict, with both ids, where somebody else has changed it since.
    """
    stands = change.words(current)
    if (stands is None and new is None) or (stands and new and stands.says(new)):
        return current
    change.compare("text", seen, current, object())
    return change.write(new).id if new else None


def said(view: View, text_id: UUID | None) -> Words | None:
    """The words of a text of this plan, or None."""
    rows = _WORDS(view.connection, plan_id=view.plan.id, text_id=text_id) if text_id else []
    return words_of(rows[0], "said") if rows else None
