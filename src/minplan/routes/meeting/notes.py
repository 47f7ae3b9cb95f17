"""Notes of the hour: a draft that is kept while somebody types, shared by one button, and taken off again."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from flask import render_template, request
from flask.typing import ResponseReturnValue

from minplan import access, meeting as meetings
from minplan.errors import Invalid
from minplan.journey import Outcome
from minplan.meeting import MeetingView
from minplan.routes import fields, reply
from minplan.routes.languages import gettext
from minplan.routes.marks import allows
from minplan.routes.meeting.blueprint import ALL, MEETING, TABLE, bp
from minplan.routes.meeting.frame import card, frame
from minplan.routes.meeting.saving import back, save_draft
from minplan.routes.visitor import own_key, visitor


@bp.get(f"{MEETING}/notes")
@allows(*ALL)
def show_notes(plan: UUID, meeting: UUID) -> ResponseReturnValue:
    """What was written down, when the hour is over."""
    return _page(plan, meeting)


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
    return _after(plan, meeting, note, meetings.share_note, gettext("Nu kan I begge læse det."))


@bp.post(f"{MEETING}/notes/<uuid:note>/removal")
@allows(*TABLE)
def remove(plan: UUID, meeting: UUID, note: UUID) -> ResponseReturnValue:
    return _after(plan, meeting, note, meetings.remove_note, gettext("Det er taget af."))


def for_room(view: access.View, found: MeetingView) -> dict[str, Any]:
    """The notes as far as this screen may show them."""
    return {"notes": meetings.notes(view, found.id, _seat())}


def _after(plan: UUID, meeting: UUID, note: UUID, act: Callable[..., Outcome], told: str) -> ResponseReturnValue:
    """Do it, and come back to where the note was; what comes too late is said where the notes stand."""
    try:
        act(visitor().person_id, plan, meeting, note, _seat())
    except Invalid as error:
        return _page(plan, meeting, error), 422
    if request.form.get("at") == "notes":
        return reply.done(f"{card(plan, meeting)}/notes", told)
    return back(plan, meeting, "notes", told)


def _page(plan: UUID, meeting: UUID, error: Invalid | None = None) -> str:
    with access.view(visitor().person_id, plan, "meeting") as view:
        found = meetings.one(view, meeting)
        return render_template("meeting/notes.html", **frame(view, found, error, "notes"), **for_room(view, found))


def _seat() -> str | None:
    """The key of a device at the table, None for somebody's own screen."""
    return own_key() if visitor().meeting_id else None
