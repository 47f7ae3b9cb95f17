"""The one blueprint of the dialogue's views, and what their pages share."""

from typing import Any

from flask import Blueprint, request

from minplan import access
from minplan.errors import Invalid
from minplan.journey import Outcome
from minplan.language import mark
from minplan.routes.languages import day, gettext

bp = Blueprint("dialogue", __name__)

CITIZEN = ("citizen",)
STAFF = ("contact", "team")

# What is said after each verb. A day stands there while the municipality has something to answer.
_SAID = {
    "asked": mark("Tak. Vi har fået det. Du får svar senest %(day)s."),
    "answered": mark("Svaret er sendt."),
    "written": mark("Det er sendt."),
    "promised": mark("Den nye dag er lovet."),
    "closed": mark("Godt. Samtalen er slut. Du kan altid skrive igen."),
    "reopened": mark("Samtalen er åben igen. Alt er, som det var."),
    "unchanged": mark("Det har vi allerede fået."),
}


def said(told: str, outcome: Outcome) -> str:
    """What is said after a verb; a repetition has been heard already."""
    values = {"day": day(outcome.promised)} if outcome.promised else {}
    return gettext(_SAID["unchanged" if outcome.kind == "unchanged" else told], **values)


def frame(view: access.View, error: Invalid | None) -> dict[str, Any]:
    """What each page of the dialogue is given."""
    return {
        "plan_id": view.plan.id,
        "viewer": view.viewer,
        "contact": view.contact,
        "citizen_name": view.plan.citizen_name,
        "citizen_language": view.plan.citizen_language,
        "errors": error.fields if error else {},
        "kept": request.form,
    }
