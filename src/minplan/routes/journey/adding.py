"""Adding a step: in own words or with a phrase from the catalogue."""

from typing import Any
from uuid import UUID

from flask import after_this_request, request
from flask.typing import ResponseReturnValue

from minplan import access, content, feelings, journey
from minplan.errors import Invalid
from minplan.routes import fields, forms, reply, said, tone
from minplan.routes.journey.blueprint import ALL, bp
from minplan.routes.journey.page import home
from minplan.routes.journey.show import plan_page
from minplan.routes.marks import allows
from minplan.routes.visitor import visitor


@bp.get("/plans/<uuid:plan>/steps/new")
@allows(*ALL)
def new_step(plan: UUID) -> ResponseReturnValue:
    return _new_step(plan)


@bp.post("/plans/<uuid:plan>/steps")
@allows(*ALL)
def add_step(plan: UUID) -> ResponseReturnValue:
    try:
        command = _command(plan)
        outcome = _add(plan, command, fields.uuid("builds_on"))
    except Invalid as error:
        return _new_step(plan, error), 422
    return reply.done(home(plan), tone.heard(said.added(command.title, outcome)), here=True)


def _add(plan: UUID, command: journey.NewStep, strength: UUID | None) -> journey.Outcome:
    if strength:
        return feelings.add_step_on(visitor().person_id, plan, command, strength)
    return journey.add_step(visitor().person_id, plan, command)


def _command(plan: UUID) -> journey.NewStep:
    kind = fields.text("kind") or "own"
    title = forms.words("title", "step")  # what comes first in the form is put right first
    milestone = fields.uuid("milestone", required=True)
    values: dict[str, Any] = {
        "title": title,
        "why": forms.maybe_words("why"),
        "milestone": milestone,
        "tracks": request.form.getlist("tracks") or _track_of(plan, milestone),
        "kind": kind,
        "law": fields.text("law") or None if kind == "law" else None,
        "ball": forms.ball(),
        "when": forms.when(),
    }
    joined = fields.uuid("joined")
    if joined:
        values["choice_with" if fields.text("join") == "or" else "together_with"] = joined
    return forms.read(journey.NewStep, **values)


def _track_of(plan: UUID, milestone: UUID | None) -> list[str]:
    with access.view(visitor().person_id, plan, "new_step") as view:
        goals = journey.way(view).goals
    return [goal.track for goal in goals if any(each.id == milestone for each in goal.milestones)] or ["work"]


def _new_step(plan: UUID, error: Invalid | None = None) -> str:
    phrase = content.phrases().get(request.values.get("phrase", ""))
    given = {"phrase": phrase, "groups": content.grouped("step")}
    return plan_page("journey/new_step.html", plan, error, _strengths, **given)


def _strengths(view: access.View) -> dict[str, Any]:
    strengths = feelings.shown_strengths(view)
    if strengths:
        after_this_request(reply.unkept)  # what can be taken back stays in no browser
    return {"strengths": strengths}
