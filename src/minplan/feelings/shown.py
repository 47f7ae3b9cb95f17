"""Verb that reads: what others are shown, opened for them with the citizen's key."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from minplan import clock, vault
from minplan.access import View
from minplan.errors import Locked
from minplan.feelings.along import as_shown
from minplan.feelings.store import shown as store
from minplan.words import Words


@dataclass(frozen=True, slots=True)
class Shown:
    """A keepsake as somebody is shown it; `content` is None where its key is lost, and nobody can open it.

    `read_at` is when the viewer, shown it by name, said that they have read it, and `words` what they wrote then.
    """

    id: UUID
    keepsake_id: UUID
    content: dict[str, Any] | None
    at: datetime
    read_at: datetime | None = None
    words: Words | None = None


def shown(view: View, kind: str, meeting: UUID | None = None) -> list[Shown]:
    """What the viewer, who works with the plan, is shown of this kind; see the store for what that is."""
    rows = store.found(view, kind, clock.now(), meeting)
    answers = store.answers(view.connection, [row.id for row in rows]) if meeting else []
    own = {each.showing_id: each for each in answers if each.person_id == view.viewer.person_id}
    return [_shown(view, row, own.get(row.id)) for row in rows]


def _shown(view: View, row: Any, answer: Any | None) -> Shown:
    plain, read_at = (row.id, row.keepsake_id), answer and answer.read_at
    try:
        content = as_shown(_box(view).open(row.keepsake_id, row.content), row.id)
        said = _box(view).open(answer.id, answer.words) if answer and answer.words else None
    except Locked:
        return Shown(*plain, None, clock.local(row.at), read_at and clock.local(read_at))
    words = Words(said["text"], said["lang"]) if said else None
    return Shown(*plain, content, clock.local(row.at), read_at and clock.local(read_at), words)


def _box(view: View) -> vault.Box:
    return vault.box(view.plan.citizen_id)
