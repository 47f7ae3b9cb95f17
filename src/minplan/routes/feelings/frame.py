"""What the pages of a citizen's own room are given."""

from typing import Any
from uuid import UUID

from flask import request

from minplan import access, meeting as meetings
from minplan.routes import forms
from minplan.routes.visitor import visitor


def frame(error: Exception | None = None, opened: str = "") -> dict[str, Any]:
    """Who reads; with an `error` the form `opened` keeps its words."""
    with access.view(visitor().person_id) as view:
        return {
            "plan_id": view.plan.id,
            "viewer": view.viewer,
            "citizen_language": view.plan.citizen_language,
            "errors": forms.faults(error),
            "kept": request.form,
            "opened": opened if error else "",
        }


def own_meetings() -> dict[UUID, meetings.MeetingView]:
    """All meetings of this citizen by id."""
    with access.view(visitor().person_id) as view:
        return {each.id: each for each in meetings.every(view)}
