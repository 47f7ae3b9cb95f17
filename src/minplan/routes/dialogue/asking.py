"""Asking: one tap, a ready sentence, or own words."""

from collections.abc import Mapping
from uuid import UUID

from flask import render_template, request
from flask.typing import ResponseReturnValue

from minplan import access, dialogue, journey
from minplan.errors import Invalid, NotFound
from minplan.routes import fields, forms, reply
from minplan.routes.dialogue.blueprint import CITIZEN, bp, frame, said
from minplan.routes.marks import allows
from minplan.routes.pickers import phrase_label
from minplan.routes.visitor import visitor
from minplan.words import NewText


@bp.get("/plans/<uuid:plan>/calls/new")
@allows(*CITIZEN)
def new(plan: UUID) -> ResponseReturnValue:
    return _page(plan, request.args)


@bp.post("/plans/<uuid:plan>/calls")
@allows(*CITIZEN)
def call(plan: UUID) -> ResponseReturnValue:
    try:
        outcome = dialogue.call(visitor().person_id, plan, _command())
    except Invalid as error:
        return _page(plan, request.form, error), 422
    return reply.done(f"/plans/{plan}/calls/{outcome.subject_id}", said("asked", outcome))


def _command() -> dialogue.NewCall:
    """Own words, else the sentence that was picked, else what one tap says."""
    text = fields.own_words("text")
    if text is None and request.form.get("phrase"):
        text = NewText(phrase=request.form["phrase"])
    return forms.read(dialogue.NewCall, topic=fields.text("topic", required=True), step=fields.uuid("step"), text=text)


def _page(plan: UUID, asked: Mapping[str, str], error: Invalid | None = None) -> str:
    topic = asked.get("topic") if asked.get("topic") in dialogue.TOPICS else None
    with access.view(visitor().person_id, plan, "thread") as view:
        about = dialogue.about(view, _id(asked["step"])) if asked.get("step") else None
    ready = {phrase.id: phrase_label(phrase) for phrase in dialogue.ready(topic) if not phrase.slots} if topic else {}
    return render_template(
        "dialogue/new.html",
        topic=topic,
        ready=list(ready.items()),
        phrase=asked["phrase"] if asked.get("phrase") in ready else next(iter(ready), ""),
        about=about,
        promised=journey.answer_by(),
        **frame(view, error),
    )


def _id(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise NotFound from None
