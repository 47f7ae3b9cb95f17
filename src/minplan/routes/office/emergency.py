"""The emergency: why, and then one page of the plan for an hour. Nothing can be changed from it."""

from uuid import UUID

from flask import make_response, redirect, render_template, request
from flask.typing import ResponseReturnValue

from minplan import access, clock, journey, office
from minplan.errors import Invalid
from minplan.routes import forms, reply
from minplan.routes.languages import gettext
from minplan.routes.marks import allows
from minplan.routes.office.blueprint import STAFF, at_work, bp, typed
from minplan.routes.visitor import visitor

GLASS = frozenset({"emergency"})


@bp.get("/plans/<uuid:plan>/emergency")
@allows(*STAFF)
def emergency(plan: UUID) -> ResponseReturnValue:
    if _has_a_place(plan):
        return redirect(f"/plans/{plan}", 303)
    by = at_work()
    running = office.running(by, plan)
    if running is None:
        office.at_the_glass(by, plan)
        return reply.unkept(make_response(_form(plan)))
    with access.view(visitor().person_id, plan, "emergency", GLASS, running.reason) as view:
        way = journey.way(view)
    page = render_template(
        "office/glance.html",
        way=way,
        plan_id=plan,
        citizen_name=view.plan.citizen_name,
        viewer=view.viewer,
        contact=view.contact,
        until=clock.local(running.until),
        reason=running.reason,
    )
    return reply.unkept(make_response(page))


@bp.post("/plans/<uuid:plan>/emergency")
@allows(*STAFF)
def open_in_emergency(plan: UUID) -> ResponseReturnValue:
    if _has_a_place(plan):
        return redirect(f"/plans/{plan}", 303)
    by = at_work()
    if office.running(by, plan) is None:
        office.at_the_glass(by, plan)
    try:
        office.open_in_emergency(by, plan, forms.read(office.NewEmergency, **typed("reason")))
    except Invalid as error:
        return reply.unkept(make_response(_form(plan, error), 422))
    return reply.done(f"/plans/{plan}/emergency", gettext("Planen er åben i en time. Borgeren har fået besked."))


def _has_a_place(plan: UUID) -> bool:
    return access.viewer(visitor().person_id, plan) is not None


def _form(plan: UUID, error: Invalid | None = None) -> str:
    return render_template(
        "office/emergency.html",
        plan_id=plan,
        opened="emergency" if error else "",
        errors=error.fields if error else {},
        kept=request.form,
    )
