"""The one blueprint of standing by, and what its pages share."""

from typing import Any, TypeVar

from flask import Blueprint, request

from minplan import access, clock, sharing
from minplan.errors import Conflict, Invalid
from minplan.language import mark
from minplan.routes import fields, forms
from minplan.routes.languages import gettext
from minplan.routes.visitor import visitor

bp = Blueprint("supporting", __name__)

CITIZEN = ("citizen",)
HOME = "/plan/supporters"
_ORDER = ("relation", "name", "shares", "shown", "until")  # as on the page
Shape = TypeVar("Shape", bound=sharing.Allowance)
RELATIONS = access.SUPPORTERS

_SAID = {
    "changed": mark("Det er gemt."),
    "ended": mark("Det er taget tilbage. Det gælder fra nu."),
    "ended_from": mark("Det er taget tilbage fra %(name)s. Det gælder fra nu."),
    "left": mark("Du går ikke længere med her. Den, du gik med, får det at vide."),
    "accepted": mark("Tak. Du går med nu."),
    "praised": mark("Din ros er sendt."),
    "refused": mark("Det er i orden. Koden virker stadig, hvis du ombestemmer dig."),
    "again": mark("Skriv koden igen."),
    "used": mark("Koden er brugt allerede."),
    "unchanged": mark("Sådan var det allerede."),
}


def said(told: str, kind: str = "done", **named: str) -> str:
    """What is said after a verb; a repetition has been heard already. A name is kept apart from the words around it."""
    values = {key: f"\u2068{name}\u2069" for key, name in named.items()}
    return gettext(_SAID["unchanged" if kind == "unchanged" else told], **values)


def frame(error: Exception | None = None) -> dict[str, Any]:
    """What each of the citizen's pages is given."""
    with access.view(visitor().person_id) as view:
        supporters, waiting, former = sharing.circle(view)
    return {
        "plan_id": view.plan.id,
        "viewer": view.viewer,
        "citizen_name": view.plan.citizen_name,
        "supporters": supporters,
        "waiting": waiting,
        "former": former,
        "relations": RELATIONS,
        "shares": access.SHARES,
        "errors": forms.faults(error),
        "conflict": error if isinstance(error, Conflict) else None,
        "kept": request.form,
        "latest": clock.today() + sharing.LONGEST,
    }


def given(shape: type[Shape], **values: Any) -> Shape:
    """What the form gives, of which tracks, until when. Raises Invalid with everything that is to be put right."""
    faults: dict[str, str] = {}
    try:
        values["until"] = fields.day("until", required=True)
    except Invalid as error:
        values["until"], faults = None, error.fields
    try:
        return forms.read(shape, **{name: request.form.getlist(name) for name in ("shares", "shown")}, **values)
    except Invalid as error:
        faults = error.fields | faults
    raise Invalid({name: faults[name] for name in sorted(faults, key=_ORDER.index)})
