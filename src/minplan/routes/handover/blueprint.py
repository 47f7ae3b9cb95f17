"""The one blueprint of these views, and what their pages share."""

from typing import Any
from uuid import UUID

from flask import Blueprint, request

from minplan import access
from minplan.errors import Conflict
from minplan.routes import forms
from minplan.routes.visitor import visitor

bp = Blueprint("handover", __name__)

CITIZEN = ("citizen",)


def frame(error: Exception | None, opened: str = "") -> dict[str, Any]:
    """What a page with a form is given: who reads, the faults by field, and what was typed into the form `opened`."""
    found = visitor()
    return {
        "viewer": access.Viewer(found.person_id, "citizen" if found.kind == "citizen" else "office", found.name),
        "errors": forms.faults(error),
        "late": isinstance(error, Conflict),
        "opened": opened if error else "",
        "kept": request.form,
    }


def status(error: Exception | None) -> int:
    """422 for what is to be put right, 409 for what came too late."""
    return 200 if error is None else 409 if isinstance(error, Conflict) else 422


def own_plan() -> UUID:
    """The plan of the citizen who asks."""
    with access.view(visitor().person_id) as view:
        return view.plan.id
