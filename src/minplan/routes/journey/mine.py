"""What is the citizen's alone to set: the horizon, the token, who sees which track; and the shelf of wins."""

from typing import Any
from uuid import UUID

from flask import render_template, request
from flask.typing import ResponseReturnValue

from minplan import access, journey, sync
from minplan.errors import Conflict, Invalid
from minplan.routes import fields, forms, reply, said
from minplan.routes.journey.blueprint import ALL, CITIZEN, bp
from minplan.routes.journey.page import home
from minplan.routes.journey.show import plan_page
from minplan.routes.marks import allows
from minplan.routes.visitor import visitor


@bp.get("/plans/<uuid:plan>/horizon")
@allows(*CITIZEN)
def horizon_page(plan: UUID) -> ResponseReturnValue:
    return plan_page("journey/horizon.html", plan, also=_case)


@bp.post("/plans/<uuid:plan>/horizon")
@allows(*CITIZEN)
def set_horizon(plan: UUID) -> ResponseReturnValue:
    try:
        new = None if "not_now" in request.form else forms.words("horizon")
        outcome = journey.set_horizon(visitor().person_id, plan, forms.seen_id("horizon"), new)
    except Invalid as error:
        return plan_page("journey/horizon.html", plan, error), 422
    except Conflict as error:
        return plan_page("journey/horizon.html", plan, error), 409
    return reply.done(home(plan), said.outcome("horizon", outcome))


@bp.get("/plans/<uuid:plan>/token")
@allows(*CITIZEN)
def token_page(plan: UUID) -> ResponseReturnValue:
    return plan_page("journey/token.html", plan)


@bp.post("/plans/<uuid:plan>/token")
@allows(*CITIZEN)
def choose_token(plan: UUID) -> ResponseReturnValue:
    try:
        token, seen = fields.text("token") or None, forms.maybe_seen("token")
        outcome = journey.choose_token(visitor().person_id, plan, token, seen)
    except Invalid as error:
        return plan_page("journey/token.html", plan, error), 422
    except Conflict as error:
        return plan_page("journey/token.html", plan, error), 409
    return reply.done(home(plan), said.outcome("token", outcome))


@bp.get("/plan/around")
@allows(*CITIZEN)
def around() -> str:
    """From here to everything about who sees what, who is with me, and what is kept."""
    with access.view(visitor().person_id) as view:
        return render_template("journey/around.html", plan_id=view.plan.id, viewer=view.viewer)


@bp.get("/plans/<uuid:plan>/sharing")
@allows(*CITIZEN)
def sharing_page(plan: UUID) -> ResponseReturnValue:
    return plan_page("journey/sharing.html", plan)


@bp.post("/plans/<uuid:plan>/sharing/<uuid:person>")
@allows(*CITIZEN)
def share(plan: UUID, person: UUID) -> ResponseReturnValue:
    shown = set(request.form.getlist("shown"))
    if not shown <= set(journey.TRACKS):
        raise Invalid({"shown": "unknown"})  # half an answer would hide more than anybody asked for
    hidden = set(journey.TRACKS) - shown
    seen = forms.maybe_seen("hidden")
    try:
        outcome = journey.hide_tracks(visitor().person_id, plan, person, hidden, _tracks(seen))
    except Conflict as error:
        return plan_page("journey/sharing.html", plan, error), 409
    return reply.done(f"/plans/{plan}/sharing", said.outcome("sharing", outcome))


@bp.get("/plans/<uuid:plan>/wins")
@allows(*ALL)
def wins_page(plan: UUID) -> ResponseReturnValue:
    return plan_page("journey/wins.html", plan, also=_case, asked_step=_asked_step())


@bp.post("/plans/<uuid:plan>/wins")
@allows(*ALL)
def add_win(plan: UUID) -> ResponseReturnValue:
    try:
        command = forms.read(journey.NewWin, text=forms.words("text", "win"), step=fields.uuid("step"))
        outcome = journey.add_win(visitor().person_id, plan, command)
    except Invalid as error:
        return plan_page("journey/wins.html", plan, error, asked_step=_asked_step()), 422
    return reply.done(f"/plans/{plan}/wins", said.outcome("wins", outcome))


def _case(view: access.View) -> dict[str, Any]:
    """What of these is a part of the municipality's case."""
    return {"case": sync.case_beside(view)}


def _asked_step() -> UUID | None:
    """The step that a win is to stand at."""
    return request.values.get("step", type=UUID)


def _tracks(names: str | None) -> set[str] | None:
    return None if names is None else set(names.split(",")) - {""}
