"""All contact persons of a municipality: how many citizens each has, and giving citizens another one."""

from uuid import UUID

from flask import render_template, request
from flask.typing import ResponseReturnValue

from minplan import handover
from minplan.errors import Conflict, Invalid, NotFound
from minplan.handover import NewContact
from minplan.routes import fields, forms, reply, said
from minplan.routes.handover.blueprint import bp, frame, status
from minplan.routes.languages import ngettext
from minplan.routes.marks import allows
from minplan.routes.visitor import visitor

HOUSE = ("leader", "administrator")


@bp.get("/contacts")
@allows(*HOUSE)
def contacts() -> ResponseReturnValue:
    return render_template("handover/contacts.html", found=handover.contacts(visitor().person_id))


@bp.get("/contacts/nobody", defaults={"person": None})
@bp.get("/contacts/<uuid:person>")
@allows(*HOUSE)
def contact(person: UUID | None) -> ResponseReturnValue:
    return _page(person)


@bp.post("/contacts/nobody", defaults={"person": None})
@bp.post("/contacts/<uuid:person>")
@allows(*HOUSE)
def hand_over(person: UUID | None) -> ResponseReturnValue:
    if person and not handover.is_colleague(visitor().person_id, person):
        raise NotFound
    try:
        number = _hand_over(person)
    except (Invalid, Conflict) as error:
        return _page(person, error), status(error)
    if not number:
        return reply.done("/contacts", said.sentence("unchanged"))
    told = ngettext(
        "%(n)s borger har fået en ny kontaktperson.", "%(n)s borgere har fået en ny kontaktperson.", number, n=number
    )
    return reply.done("/contacts", told)


def _hand_over(person: UUID | None) -> int:
    """Each citizen's change is a change of its own: what has happened stands, and asking again does the rest."""
    by, to = visitor().person_id, fields.uuid("to", required=True)
    reason = fields.own_words("reason", required=True)
    assert to and reason
    plans = _all(by, person) if "all" in request.form else forms.ids("citizens")
    command = NewContact(to=to, seen=person, reason=reason, stays="stays" in request.form)
    return sum(handover.change_contact(by, plan, command).kind == "done" for plan in plans)


def _all(by: UUID, person: UUID | None) -> list[UUID]:
    lines = handover.contacts(by).lines
    return [plan for line in lines if line.person_id == person for plan, _ in line.citizens]


def _page(person: UUID | None, error: Exception | None = None) -> str:
    by = visitor().person_id
    try:
        found = handover.of_contact(by, person)
    except NotFound:
        if error is None:
            raise
        found = None
    return render_template(
        "handover/contact.html",
        it=found,
        colleagues=[(each, name) for each, name in handover.colleagues(by) if each != person],
        asked=request.args.get("citizen", type=UUID),
        **frame(error, "change"),
    )
