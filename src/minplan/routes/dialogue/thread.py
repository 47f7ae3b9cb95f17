"""A thread: read it, answer, write on, promise a new day, say thanks, take that back."""

from collections.abc import Callable
from uuid import UUID

from flask import render_template, request
from flask.typing import ResponseReturnValue

from minplan import access, dialogue, rights
from minplan.errors import Conflict, Invalid
from minplan.journey import Outcome
from minplan.routes import fields, forms, reply, tone
from minplan.routes.dialogue.blueprint import CITIZEN, STAFF, bp, frame, said
from minplan.routes.marks import allows
from minplan.routes.pickers import phrase_label
from minplan.routes.visitor import visitor
from minplan.words import NewText

_THREAD = "/plans/<uuid:plan>/calls/<uuid:thread>"


@bp.get(_THREAD)
@allows(*CITIZEN, *STAFF)
def thread(plan: UUID, thread: UUID) -> ResponseReturnValue:
    return _page(plan, thread)


@bp.post(f"{_THREAD}/messages")
@allows(*CITIZEN, *STAFF)
def write(plan: UUID, thread: UUID) -> ResponseReturnValue:
    return _after(plan, thread, "messages", "written", lambda by: dialogue.write(by, plan, thread, _words()))


@bp.post(f"{_THREAD}/answer")
@allows(*STAFF)
def answer(plan: UUID, thread: UUID) -> ResponseReturnValue:
    def act(by: UUID) -> Outcome:
        answer, text = fields.text("answer", required=True), fields.own_words("text")
        command = forms.read(dialogue.NewAnswer, answer=answer, text=text, seen=forms.seen_number("number"))
        return dialogue.answer(by, plan, thread, command)

    return _after(plan, thread, "answer", "answered", act)


@bp.post(f"{_THREAD}/promise")
@allows(*STAFF)
def promise(plan: UUID, thread: UUID) -> ResponseReturnValue:
    def act(by: UUID) -> Outcome:
        command = dialogue.NewPromise(day=forms.needed_day("day"), text=fields.own_words("text"))
        return dialogue.promise(by, plan, thread, command)

    return _after(plan, thread, "promise", "promised", act)


@bp.post(f"{_THREAD}/close")
@allows(*CITIZEN)
def close(plan: UUID, thread: UUID) -> ResponseReturnValue:
    return _after(plan, thread, "close", "closed", lambda by: dialogue.close(by, plan, thread))


@bp.post(f"{_THREAD}/reopen")
@allows(*CITIZEN)
def reopen(plan: UUID, thread: UUID) -> ResponseReturnValue:
    return _after(plan, thread, "reopen", "reopened", lambda by: dialogue.reopen(by, plan, thread))


def _after(plan: UUID, thread: UUID, form: str, told: str, act: Callable[[UUID], Outcome]) -> ResponseReturnValue:
    """Do it, and come back to the thread; what cannot be used, or came too late, brings `form` back with its words."""
    try:
        outcome = act(visitor().person_id)
    except Invalid as error:
        return _page(plan, thread, form, error), 422
    except Conflict:
        return _page(plan, thread, form), 409
    sentence = said(told, outcome)
    if visitor().kind != "citizen":
        sentence = tone.said(sentence, fields.text("text"), tone.written_in())
    return reply.done(f"/plans/{plan}/calls/{thread}", sentence)


def _words() -> NewText:
    phrase = request.form.get("phrase")
    own = fields.own_words("text", required=not phrase)
    return own or NewText(phrase=phrase)


def _page(plan: UUID, thread: UUID, form: str = "", error: Invalid | None = None) -> str:
    with access.view(visitor().person_id, plan, "thread") as view:
        found = dialogue.thread(view, thread)
        moment = rights.moment_of_thread(found)
        rights_here = rights.here_on(view, moment) if moment else []
    return render_template(
        "dialogue/thread.html",
        thread=found,
        answered_by_words=dialogue.ANSWERED_BY_WORDS,
        replies=[(phrase.id, phrase_label(phrase)) for phrase in dialogue.replies(found.topic)],
        rights_here=rights_here,
        opened=form,
        late=form and error is None,
        **frame(view, error),
    )
