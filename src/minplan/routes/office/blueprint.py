"""The one blueprint of the office's views, and what they share."""

from flask import Blueprint, request

from minplan import content, office
from minplan.errors import Invalid
from minplan.routes import fields, forms
from minplan.routes.limits import within_or_wait
from minplan.routes.visitor import visitor

bp = Blueprint("office", __name__)

ADMINISTRATOR = ("administrator",)
HOUSE = ("administrator", "leader")
STAFF = ("staff",)
MOST, SECONDS = 10, 600  # id numbers that one person may type


def at_work() -> office.Doorkeeper:
    """Whoever has signed in, as somebody who works for their municipality."""
    found = visitor()
    return office.Doorkeeper(found.person_id, found.name, found.kind, found.municipality_id)


@bp.app_template_global()
def may(verb: str) -> bool:
    """Whether the visitor may do this in their municipality."""
    return office.may(visitor().kind, verb)


@bp.app_template_global()
def known_departments() -> list[str]:
    """The departments that citizens can say yes to, as they are called in Danish."""
    return list(content.departments().values())


def professional() -> office.NewPerson:
    """Somebody who works here, from the form. Raises Invalid with every field that waits."""
    return forms.read(office.NewPerson, **typed("kind", *LINES), stand_in=fields.uuid("stand_in"))


def citizen() -> office.NewCitizen:
    """A citizen, from the form. Raises Invalid with every field that waits."""
    return forms.read(office.NewCitizen, **typed("name", "language"), contact=fields.uuid("contact"))


def number() -> str:
    """The id number that was typed: read here, hashed in the office, and put back into no page.

    Each one is counted, in whichever form it stands: whoever hears that a number is taken has found somebody by it.
    Raises 429.
    """
    found = request.form.get("number", "").strip()
    if found:
        within_or_wait("lookup", MOST, SECONDS)
    return found


def typed(*names: str) -> dict[str, str]:
    """What stands in these fields. Raises Invalid for all of them together."""
    values, faults = {}, dict[str, str]()
    for name in names:
        try:
            values[name] = fields.text(name)
        except Invalid as error:
            faults |= error.fields
    if faults:
        raise Invalid(faults)
    return values


LINES = ("name", "language", "email", "department", "role", "phone", "hours")
