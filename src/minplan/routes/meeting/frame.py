"""What each page of a meeting is given."""

from typing import Any
from uuid import UUID

from flask import request

from minplan import access, clock, meeting as meetings
from minplan.routes import forms
from minplan.routes.visitor import visitor


def frame(
    view: access.View, found: meetings.MeetingView, error: Exception | None = None, opened: str = ""
) -> dict[str, Any]:
    """The plan, the meeting `found` and who reads; with an `error` the form `opened` keeps its words."""
    return {
        "plan_id": view.plan.id,
        "found": found,
        "here": card(view.plan.id, found.id),
        "viewer": view.viewer,
        "staff": not view.viewer.is_citizen,
        "seat": visitor().meeting_id is not None,
        "contact": view.contact,
        "citizen_name": view.plan.citizen_name,
        "citizen_language": view.plan.citizen_language,
        "today": clock.today(),
        "now": clock.now(),
        "errors": forms.faults(error),
        "kept": request.form,
        "opened": opened if error else "",
    }


def card(plan: UUID, meeting: UUID) -> str:
    """The address of a meeting's card."""
    return f"/plans/{plan}/meetings/{meeting}"
