"""Verbs: who is in the room. It is no change of the plan, and nothing of it is kept when they have left."""

from collections.abc import Collection
from typing import Any
from uuid import UUID

from pydantic import BaseModel, Field
from sqlmodel import Session

from minplan import access, clock, content, db
from minplan.access import Viewer
from minplan.errors import Invalid
from minplan.meeting.live import read, store
from minplan.meeting.live.read import GONE, screen_of

BEAT = 15.0  # seconds between two of them, from a screen that is listening


class Here(BaseModel):
    """What a screen says of itself; what it does not mention stays as it was, and empty is nothing.

    `touching` is the field that somebody is in, `says` the ready sentence that they hold up.
    """

    touching: str = Field(default="", max_length=80, pattern=r"^[A-Za-z0-9_-]*$")
    says: str = ""


def be_here(by: UUID, plan: UUID, meeting: UUID, key: str, here: Here) -> str:
    """Somebody is in the room with the browser of this key; returns the version that the room is at. Raises Invalid."""
    if here.says and here.says not in content.phrases("aloud"):
        raise Invalid({"says": "unknown"})
    viewer = _at_the_table(by, plan, meeting)
    with db.writing() as session:
        said = {name: value or None for name, value in here.model_dump(exclude_unset=True).items()}
        if _put(session, meeting, screen_of(key), viewer, said):
            store.stir(session, [meeting])
        return store.version(session.connection(), plan, meeting) or ""


def leave_room(by: UUID, plan: UUID, meeting: UUID, key: str) -> None:
    """They have left the room with that browser."""
    _at_the_table(by, plan, meeting)
    with db.writing() as session:
        row = store.screen(session, meeting, screen_of(key))
        if row:
            session.delete(row)
            store.stir(session, [meeting])


def still_here(screens: Collection[tuple[UUID, str]]) -> None:
    """These screens, by meeting, are listening; who was silent for too long is here no more."""
    now, meetings = clock.now(), {meeting for meeting, _ in screens}
    with db.writing() as session:
        store.keep(session, screens, now)
        store.stir(session, store.remove_silent(session, meetings, now - GONE))


def _put(session: Session, meeting: UUID, screen: str, viewer: Viewer, said: dict[str, Any]) -> bool:
    """Whether the others have something new to see."""
    now, row = clock.now(), store.screen(session, meeting, screen)
    before = {"touching": row.touching, "says": row.says} if row and row.seen_at > now - GONE else None
    after = {"touching": None, "says": None} | (before or {}) | said
    who = {"person_id": viewer.person_id, "side": _side(viewer), "name": viewer.name}
    store.put(session, meeting_id=meeting, screen=screen, seen_at=now, **who, **after)
    return before != after


def _at_the_table(by: UUID, plan: UUID, meeting: UUID) -> Viewer:
    """Whoever may open the room. Raises NotFound for anybody else."""
    with access.view(by, plan, "room") as view:
        read.room_version(view, meeting)
        return view.viewer


def _side(viewer: Viewer) -> str:
    return "citizen" if viewer.is_citizen else "municipality"
