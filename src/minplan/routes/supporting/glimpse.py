"""What somebody sees who stands by a citizen: the citizens, and of each the part that was given."""

from uuid import UUID

from flask import make_response, render_template, request
from flask.typing import ResponseReturnValue

from minplan import access, clock, journey, meeting, sharing
from minplan.errors import Invalid
from minplan.routes import forms, reply
from minplan.routes.marks import allows
from minplan.routes.supporting.blueprint import RELATIONS, bp, said
from minplan.routes.visitor import visitor

SUPPORTING = frozenset(RELATIONS)


@bp.get("/supporting")
@allows(*RELATIONS)
def everybody() -> ResponseReturnValue:
    standing = sharing.standing_by(visitor().person_id)
    return reply.unkept(make_response(render_template("supporting/everybody.html", standing=standing)))


@bp.get("/plans/<uuid:plan>/supporting")
@allows(*RELATIONS)
def look(plan: UUID) -> ResponseReturnValue:
    return reply.unkept(make_response(_page(plan)))


@bp.post("/plans/<uuid:plan>/supporting/praise")
@allows(*RELATIONS)
def praise(plan: UUID) -> ResponseReturnValue:
    try:
        command = forms.read(journey.NewWin, text=forms.words("text", "praise"))
        outcome = journey.cheer(visitor().person_id, plan, command)
    except Invalid as error:
        return reply.unkept(make_response(_page(plan, error), 422))
    return reply.done(f"/plans/{plan}/supporting", said("praised", outcome.kind))


@bp.post("/plans/<uuid:plan>/supporting/leaving")
@allows(*RELATIONS)
def leave(plan: UUID) -> ResponseReturnValue:
    outcome = sharing.leave(visitor().person_id, plan)
    return reply.done("/supporting", said("left", outcome.kind))


def _page(plan: UUID, error: Invalid | None = None) -> str:
    with access.view(visitor().person_id, plan, "supporting", SUPPORTING) as view:
        seen = sharing.glimpse(view.viewer, journey.way(view), clock.today())
        hour = meeting.coming(view) if "dates" in view.viewer.shares else None
        place = next(each for each in view.supporters if each.person_id == view.viewer.person_id)
    return render_template(
        "supporting/glimpse.html",
        glimpse=seen,
        hour=hour,
        place=place,
        may_praise=access.on_plan(view.viewer.relation, "praise") == access.YES,
        here=f"/plans/{plan}/supporting",
        citizen_name=view.plan.citizen_name,
        errors=forms.faults(error),
        kept=request.form,
    )
