"""Adding a step: in own words or with a phrase from the catalogue."""

from functools import partial
from typing import Any
from uuid import UUID

from flask import after_this_request, request
from flask.typing import ResponseReturnValue

from minplan import access, content, feelings, journey, rights
from minplan.content import Phrase
from minplan.errors import Invalid
from minplan.routes import fields, forms, reply, said, tone
from minplan.routes.journey import resting
from minplan.routes.journey.blueprint import ALL, bp
from minplan.routes.journey.page import home
from minplan.routes.journey.show import plan_page
from minplan.routes.marks import allows
from minplan.routes.visitor import visitor
from minplan.words import NewText


@bp.get("/plans/<uuid:plan>/steps/new")
@allows(*ALL)
def new_step(plan: UUID) -> ResponseReturnValue:
    return _new_step(plan)


@bp.post("/plans/<uuid:plan>/steps")
@allows(*ALL)
def add_step(plan: UUID) -> ResponseReturnValue:
    command = None
    try:
        command = _command(plan)
        outcome = _add(plan, command, fields.uuid("builds_on"), resting.beside(command.kind))
    except Invalid as error:
        return _new_step(plan, error, command), 422
    return reply.done(home(plan), tone.heard(said.added(command.title, outcome)), here=True)


def _add(
    plan: UUID, command: journey.NewStep, strength: UUID | None, beside: rights.Beside
) -> journey.Outcome:
    if strength:
        add = partial(rights.add_beside, beside=beside)
        return feelings.add_step_on(visitor().person_id, plan, command, strength, add)
    return rights.add_step(visitor().person_id, plan, command, beside)


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


def _new_step(plan: UUID, error: Invalid | None = None, command: journey.NewStep | None = None) -> str:
    phrase = content.phrases().get(request.values.get("phrase", ""))
    given = {"phrase": phrase, "groups": content.grouped("step")}

    def also(view: access.View) -> dict[str, Any]:
        return _strengths(view) | {"earlier": _earlier(view, phrase, command)}

    return plan_page("journey/new_step.html", plan, error, also, **given)


def _earlier(view: access.View, phrase: Phrase | None, command: journey.NewStep | None) -> list[rights.EarlierView]:
    """What was tried before that is like what is proposed here; a citizen is not asked what is new."""
    if view.viewer.is_citizen:
        return []
    if command:
        return rights.earlier(view, command.title, command.tracks)
    return rights.earlier(view, NewText(phrase=phrase.id), journey.TRACKS) if phrase else []


def _strengths(view: access.View) -> dict[str, Any]:
    strengths = feelings.shown_strengths(view)
    if strengths:
        after_this_request(reply.unkept)  # what can be taken back stays in no browser
    return {"strengths": strengths}
