"""The citizen's contact persons, and the page that says what a new one should know."""

from uuid import UUID

from flask import render_template, request
from flask.typing import ResponseReturnValue

from minplan import access, handover, rights
from minplan.errors import Conflict, Invalid, NotFound
from minplan.handover import NewPage
from minplan.language import mark
from minplan.routes import fields, forms, reply
from minplan.routes.handover.blueprint import CITIZEN, bp, frame, own_plan, status
from minplan.routes.languages import gettext
from minplan.routes.marks import allows
from minplan.routes.visitor import visitor

_SAID = {
    "send": mark("Det er sendt til din nye kontaktperson."),
    "keep": mark("Det er gemt. Kun du kan læse det."),
    "nothing": mark("Det er i orden. Der er ikke sendt noget."),
    "back": mark("Det er taget tilbage."),
}


@bp.get("/plan/contacts")
@allows(*CITIZEN)
def my_contacts() -> ResponseReturnValue:
    with access.view(visitor().person_id) as view:
        found = handover.mine(view)
    return render_template("handover/mine.html", mine=found, plan_id=view.plan.id, viewer=view.viewer)


@bp.get("/plan/handover")
@allows(*CITIZEN)
def my_page() -> ResponseReturnValue:
    return _page()


@bp.post("/plan/handover/<uuid:change>")
@allows(*CITIZEN)
def settle(change: UUID) -> ResponseReturnValue:
    what = next((each for each in ("send", "keep", "nothing") if each in request.form), "keep")
    try:
        page = None if what == "nothing" else fields.own_words("page", required=what == "send")
        command = NewPage(page=page, seen=forms.seen_id("page"), sent=what != "keep")
        handover.approve(visitor().person_id, own_plan(), change, command)
    except (Invalid, Conflict) as error:
        return _page(error, change), status(error)
    return reply.done("/plan/handover", gettext(_SAID[what]))


@bp.post("/plan/handover/<uuid:change>/recall")
@allows(*CITIZEN)
def recall(change: UUID) -> ResponseReturnValue:
    handover.take_back(visitor().person_id, own_plan(), change)
    return reply.done("/plan/handover", gettext(_SAID["back"]))


def _page(error: Exception | None = None, change: UUID | None = None) -> str:
    with access.view(visitor().person_id) as view:
        found, here = handover.mine(view), rights.here_on(view, "caseworker_change")
    if found.latest is None or change not in (None, found.latest.id):
        raise NotFound
    more = {"plan_id": view.plan.id, "citizen_language": view.plan.citizen_language} | frame(error, "page")
    return render_template("handover/page.html", mine=found, it=found.latest, rights_here=here, **more)
