"""Places: give a colleague one on a citizen's plan, and end it. No address here names a plan, and none is opened."""

from uuid import UUID

from flask.typing import ResponseReturnValue

from minplan import office
from minplan.errors import Invalid, NotFound
from minplan.routes import fields, forms, reply, said
from minplan.routes.languages import gettext
from minplan.routes.marks import allows
from minplan.routes.office.blueprint import HOUSE, at_work, bp, typed
from minplan.routes.office.people import card


@bp.post("/people/<uuid:person>/places")
@allows(*HOUSE)
def give(person: UUID) -> ResponseReturnValue:
    plan = _plan(person)
    try:
        new = forms.read(office.NewPlace, colleague=fields.uuid("colleague", required=True), **typed("role"))
        done = office.give_place(at_work(), plan, new)
    except Invalid as error:
        return card(person, "place", error), 422
    told = gettext("Pladsen er givet. Borgeren kan læse det.") if done else said.sentence("unchanged")
    return reply.done(f"/people/{person}", told)


@bp.post("/people/<uuid:person>/places/<uuid:colleague>/end")
@allows(*HOUSE)
def end_place(person: UUID, colleague: UUID) -> ResponseReturnValue:
    done = office.end_place(at_work(), _plan(person), colleague)
    told = gettext("Pladsen er slut. Borgeren kan læse det.") if done else said.sentence("unchanged")
    return reply.done(f"/people/{person}", told)


def _plan(person: UUID) -> UUID:
    """The plan of a citizen. Raises NotFound for anybody else."""
    found = office.one(at_work(), person).plan_id
    if found is None:
        raise NotFound
    return found
