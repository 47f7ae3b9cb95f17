"""Notes of the hour: a draft that is kept while somebody types, shared by one button, and taken off again."""

from typing import Any
from uuid import UUID

from flask import session
from flask.typing import ResponseReturnValue

from minplan import access, identity, meeting as meetings
from minplan.errors import Invalid
from minplan.meeting import MeetingView
from minplan.routes import fields
from minplan.routes.languages import gettext
from minplan.routes.marks import allows
from minplan.routes.meeting.blueprint import MEETING, TABLE, bp
from minplan.routes.meeting.saving import back, save_draft
from minplan.routes.visitor import KEY, visitor


@bp.post(f"{MEETING}/notes")
@allows(*TABLE)
def draft(plan: UUID, meeting: UUID) -> ResponseReturnValue:
    def act(by: UUID, seen: object) -> str:
        return meetings.save_draft(by, plan, meeting, _seat(), str(seen), fields.own_words("text"))

    return save_draft(plan, meeting, act)


@bp.post(f"{MEETING}/notes/sharing")
@allows(*TABLE)
def share_draft(plan: UUID, meeting: UUID) -> ResponseReturnValue:
    def act(by: UUID, seen: object) -> str:
        said = fields.own_words("text", required=True)
        if said is None:
            raise Invalid({"text": "required"})
        meetings.share_draft(by, plan, meeting, _seat(), str(seen), said)
        return ""

    return save_draft(plan, meeting, act)


@bp.post(f"{MEETING}/notes/<uuid:note>/sharing")
@allows(*TABLE)
def share(plan: UUID, meeting: UUID, note: UUID) -> ResponseReturnValue:
    meetings.share_note(visitor().person_id, plan, meeting, note, _seat())
    return back(plan, meeting, "notes", gettext("Nu kan I begge læse det."))


@bp.post(f"{MEETING}/notes/<uuid:note>/removal")
@allows(*TABLE)
def remove(plan: UUID, meeting: UUID, note: UUID) -> ResponseReturnValue:
    meetings.remove_note(visitor().person_id, plan, meeting, note, _seat())
    return back(plan, meeting, "notes", gettext("Det er taget af."))


def for_room(view: access.View, found: MeetingView) -> dict[str, Any]:
    """The notes as far as this screen may show them."""
    return {"notes": meetings.notes(view, found.id, _seat())}


def _seat() -> str | None:
    """The key of a device at the table, None for somebody's own screen."""
    return identity.hashed(session[KEY]) if visitor().meeting_id else None
