"""“Who can I talk to?” on the web: the citizen's people in their circles, and offers where one looks for somebody."""

from uuid import UUID

from flask import render_template
from flask.typing import ResponseReturnValue

from minplan import feelings
from minplan.errors import Conflict, Invalid
from minplan.feelings import NewTrusted
from minplan.language import mark
from minplan.routes import fields, forms, reply
from minplan.routes.feelings.blueprint import CITIZEN, bp
from minplan.routes.feelings.consent import must_agree
from minplan.routes.feelings.frame import frame
from minplan.routes.languages import gettext
from minplan.routes.marks import allows
from minplan.routes.visitor import visitor

_PEOPLE = "/mine/people"
_ONE = f"{_PEOPLE}/<uuid:trusted>"
_FIELDS = ("name", "circle", "phone")
_SAID = {
    "added": mark("Nu står personen i din cirkel."),
    "unchanged": mark("Den person står der allerede."),
    "changed": mark("Det er rettet."),
    "gone": mark("Personen er taget ud af din cirkel."),
}


@bp.get(_PEOPLE)
@allows(*CITIZEN)
def people_i_trust() -> str:
    return _people()


@bp.post(_PEOPLE)
@allows(*CITIZEN)
def trust_somebody() -> ResponseReturnValue:
    try:
        must_agree()
        outcome = feelings.trust(visitor().person_id, _told())
    except Invalid as error:
        return _people(error), 422
    return reply.done(_PEOPLE, gettext(_SAID["added" if outcome.kind == "done" else "unchanged"]))


@bp.get(_ONE)
@allows(*CITIZEN)
def one_trusted(trusted: UUID) -> str:
    return _one(trusted)


@bp.post(_ONE)
@allows(*CITIZEN)
def change_trusted(trusted: UUID) -> ResponseReturnValue:
    try:
        must_agree()
        seen = {name: forms.seen(name) for name in _FIELDS}
        feelings.change_trusted(visitor().person_id, trusted, seen, _told())
    except Invalid as error:
        return _one(trusted, error), 422
    except Conflict:
        return _one(trusted, late=True), 409
    return reply.done(_PEOPLE, gettext(_SAID["changed"]))


@bp.post(f"{_ONE}/removal")
@allows(*CITIZEN)
def remove_trusted(trusted: UUID) -> ResponseReturnValue:
    feelings.let_go(visitor().person_id, "person", trusted)
    return reply.done(_PEOPLE, gettext(_SAID["gone"]))


def _told() -> NewTrusted:
    told = {name: fields.text(name, required=name != "phone") for name in _FIELDS}
    return forms.read(NewTrusted, **told)


def _people(error: Invalid | None = None) -> str:
    found = feelings.people_i_trust(visitor().person_id)
    groups = {circle: [each for each in found if each.circle == circle] for circle in feelings.CIRCLES}
    places = {circle: feelings.around(circle, len(group)) for circle, group in groups.items()}
    drawn = [pair for circle, group in groups.items() for pair in zip(group, places[circle], strict=True)]
    return render_template("feelings/people.html", groups=groups, drawn=drawn, **frame(error, "person"))


def _one(trusted: UUID, error: Invalid | None = None, late: bool = False) -> str:
    found = feelings.one_trusted(visitor().person_id, trusted)
    around = frame(error, "person") | ({"opened": "person"} if late else {})
    return render_template("feelings/person.html", found=found, late=late, **around)
