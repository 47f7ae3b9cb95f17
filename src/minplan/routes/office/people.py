"""People: the list of a municipality's own, and one person's card."""

from uuid import UUID

from flask import render_template, request
from flask.typing import ResponseReturnValue

from minplan import office
from minplan.errors import Conflict, Invalid
from minplan.providers import STAFF
from minplan.routes import doors, fields, reply, said
from minplan.routes.languages import gettext
from minplan.routes.marks import allows
from minplan.routes.office.blueprint import ADMINISTRATOR, HOUSE, LINES, at_work, bp, citizen, number, professional

SEEN = ("kind", *LINES, "stand_in")


@bp.get("/people")
@allows(*HOUSE)
def people() -> str:
    return _list("")


@bp.post("/people/search")
@allows(*HOUSE)
def search() -> ResponseReturnValue:
    """By POST, because whatever is typed here, also by mistake, must stand in no address."""
    try:
        return _list(fields.text("name"))
    except Invalid as error:
        return _list("", error), 422


@bp.get("/people/<uuid:person>")
@allows(*HOUSE)
def person(person: UUID) -> str:
    return card(person)


@bp.post("/people/<uuid:person>")
@allows(*ADMINISTRATOR)
def change(person: UUID) -> ResponseReturnValue:
    try:
        new = professional() if "email" in request.form else citizen()
        seen = {name: request.form[f"seen_{name}"] for name in SEEN if f"seen_{name}" in request.form}
        done = office.change(at_work(), person, new, seen, number())
    except Invalid as error:
        return card(person, "card", error), 422
    except Conflict as error:
        return card(person, "card", error), 409
    return reply.done(f"/people/{person}", gettext("Det er gemt.") if done else said.sentence("unchanged"))


@bp.post("/people/<uuid:person>/end")
@allows(*ADMINISTRATOR)
def end(person: UUID) -> ResponseReturnValue:
    try:
        office.end(at_work(), person)
    except Invalid as error:
        return card(person, "end", error), 422
    return reply.done(f"/people/{person}", gettext("Personen kan ikke logge ind mere. Det gælder fra nu."))


@bp.post("/people/<uuid:person>/return")
@allows(*ADMINISTRATOR)
def come_back(person: UUID) -> ResponseReturnValue:
    office.come_back(at_work(), person)
    return reply.done(f"/people/{person}", gettext("Personen kan logge ind igen."))


def card(person: UUID, opened: str = "", error: Exception | None = None) -> str:
    """One person's page; with an `error` the form `opened` comes back with its words."""
    by = at_work()
    return render_template(
        "office/person.html",
        person=office.one(by, person),
        colleagues=office.colleagues(by),
        opened=opened,
        conflict=error if isinstance(error, Conflict) else None,
        errors=error.fields if isinstance(error, Invalid) else {},
        kept=request.form,
    )


def _list(name: str, error: Invalid | None = None) -> str:
    rows, more = office.people(at_work(), name)
    told = {"errors": error.fields if error else {}, "kept": request.form, "opened": "search" if error else ""}
    from_login = any(each.kind == STAFF for each in doors.everyone())
    return render_template("office/people.html", rows=rows, more=more, name=name, roles_from_login=from_login, **told)
