"""Adding somebody: a professional, or a citizen with a plan and a contact person."""

from collections.abc import Callable
from uuid import uuid4

from flask import render_template, request
from flask.typing import ResponseReturnValue

from minplan import office
from minplan.errors import Invalid
from minplan.routes import fields, reply, said
from minplan.routes.languages import gettext
from minplan.routes.marks import allows
from minplan.routes.office.blueprint import ADMINISTRATOR, at_work, bp, citizen, number, professional


@bp.get("/people/new")
@allows(*ADMINISTRATOR)
def new() -> str:
    return _form("office/new_person.html")


@bp.post("/people")
@allows(*ADMINISTRATOR)
def add() -> ResponseReturnValue:
    return _add("office/new_person.html", professional)


@bp.get("/people/new-citizen")
@allows(*ADMINISTRATOR)
def new_citizen() -> str:
    return _form("office/new_citizen.html")


@bp.post("/people/citizens")
@allows(*ADMINISTRATOR)
def add_citizen() -> ResponseReturnValue:
    return _add("office/new_citizen.html", citizen)


def _add(template: str, command: Callable[[], office.NewPerson | office.NewCitizen]) -> ResponseReturnValue:
    try:
        key = fields.uuid("id", required=True)
        assert key
        new = command()
        fresh = office.add(at_work(), key, new, number() if isinstance(new, office.NewCitizen) else "")
    except Invalid as error:
        return _form(template, error), 422
    told = gettext("%(name)s er her nu.", name=f"\u2068{new.name}\u2069") if fresh else said.sentence("unchanged")
    return reply.done(f"/people/{key}", told)


def _form(template: str, error: Invalid | None = None) -> str:
    """The form with an id of its own, so that sending it twice adds one person."""
    return render_template(
        template,
        id=request.form.get("id") or uuid4(),
        colleagues=office.colleagues(at_work()),
        opened="new" if error else "",
        errors=error.fields if error else {},
        kept=request.form,
    )
