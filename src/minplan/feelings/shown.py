"""What others are shown, opened for them with the citizen's key: here, as far as was agreed, and nowhere else."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from minplan import clock, vault
from minplan.access import Change, View
from minplan.errors import Locked
from minplan.feelings.agreeing import as_shown
from minplan.feelings.showing import ShownTo
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
    found = (_shown(view, row, meeting, own.get(row.id)) for row in rows)
    return [each for each in found if each]


def named(change: Change, meeting: UUID, showing: UUID) -> tuple[ShownTo, vault.Box] | None:
    """That whoever changes the plan is shown this by name for this meeting, and the key that locks their sentence; None
    where they are not. Raises Locked."""
    by, citizen = change.viewer.person_id, change.plan.citizen_id
    row = store.named(change.session, change.plan.id, meeting, showing, by, change.at)
    if row is None:
        return None
    box = vault.box(citizen)
    told = as_shown(box.open(row.keepsake_id, row.content), showing, clock.today(), meeting, by)
    return (row.ShownTo, box) if told else None


def is_shown(change: Change, kind: str, keepsake: UUID) -> bool:
    """Whether this is shown to whoever works with the plan; never, where nobody can open it."""
    rows = store.open_to_team(change.session.connection(), change.plan.id, kind, keepsake, change.at)
    by = change.viewer.person_id
    try:
        opened = [(row.id, vault.box(change.plan.citizen_id).open(keepsake, row.content)) for row in rows]
    except Locked:
        return False
    return any(as_shown(content, showing, clock.today(), None, by) for showing, content in opened)


def _shown(view: View, row: Any, meeting: UUID | None, answer: Any | None) -> Shown | None:
    plain, at = (row.id, row.keepsake_id), clock.local(row.at)
    read_at = clock.local(answer.read_at) if answer and answer.read_at else None
    try:
        box = vault.box(view.plan.citizen_id)
        content = box.open(row.keepsake_id, row.content)
        said = box.open(answer.id, answer.words) if answer and answer.words else None
    except Locked:
        return Shown(*plain, None, at, read_at)
    told = as_shown(content, row.id, clock.today(), meeting, view.viewer.person_id)
    words = Words(said["text"], said["lang"]) if said else None
    return Shown(*plain, told, at, read_at, words) if told else None
