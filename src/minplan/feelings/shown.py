"""Verb that reads: what others are shown, opened for them with the citizen's key."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from minplan import clock, vault
from minplan.access import View
from minplan.errors import Locked
from minplan.feelings.store import shown as store


@dataclass(frozen=True, slots=True)
class Shown:
    """A keepsake as somebody is shown it; `content` is None where its key is lost, and nobody can open it."""

    id: UUID
    keepsake_id: UUID
    content: dict[str, Any] | None
    at: datetime


def shown(view: View, kind: str, meeting: UUID | None = None) -> list[Shown]:
    """What the viewer, who works with the plan, is shown of this kind; see the store for what that is."""
    rows = store.found(view, kind, clock.now(), meeting)
    return [Shown(row.id, row.keepsake_id, _opened(view, row), clock.local(row.at)) for row in rows]


def _opened(view: View, row: Any) -> dict[str, Any] | None:
    try:
        return vault.box(view.plan.citizen_id).open(row.keepsake_id, row.content)
    except Locked:
        return None
