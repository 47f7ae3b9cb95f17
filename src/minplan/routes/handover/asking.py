"""Asking for another contact person: to the leaders, and never through that person."""

from uuid import UUID

from flask import make_response, render_template
from flask.typing import ResponseReturnValue
from werkzeug.wrappers import Response

from minplan import access, handover, journey
from minplan.errors import Invalid
from minplan.language import mark
from minplan.routes import forms, reply
from minplan.routes.handover.blueprint import CITIZEN, bp, frame, own_plan, status
from minplan.routes.languages import day, gettext
from minplan.routes.marks import allows
from minplan.routes.visitor import visitor

_HERE = "/plan/another-person"
_ASKED = mark("Tak. Dit ønske er sendt. Du får svar senest %(day)s.")


@bp.get(_HERE)
@allows(*CITIZEN)
def another_person() -> ResponseReturnValue:
    return _page()


@bp.post(_HERE)
@allows(*CITIZEN)
def ask() -> ResponseReturnValue:
    try:
        outcome = handover.ask(visitor().person_id, own_plan(), forms.words("words", "another"))
    except Invalid as error:
        return _page(error)
    assert outcome.promised
    return reply.done(_HERE, gettext(_ASKED, day=day(outcome.promised)))


@bp.post(f"{_HERE}/<uuid:petition>/withdrawal")
@allows(*CITIZEN)
def withdraw(petition: UUID) -> ResponseReturnValue:
    handover.withdraw(visitor().person_id, own_plan(), petition)
    return reply.done(_HERE, gettext("Dit ønske er taget tilbage. Ingen kan læse det mere."))


def _page(error: Invalid | None = None) -> Response:
    with access.view(visitor().person_id) as view:
        found, readers = handover.asked(view), handover.readers(view)
    page = render_template(
        "handover/another.html",
        asked=found,
        readers=readers,
        contact=view.contact,
        promised=journey.answer_by(),
        plan_id=view.plan.id,
        citizen_language=view.plan.citizen_language,
        **frame(error, "another"),
    )
    return reply.unkept(make_response(page, status(error)))
