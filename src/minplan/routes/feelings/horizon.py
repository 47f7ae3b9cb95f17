"""Four questions about a good life: pictures, words, or not now. The citizen's alone until they put it on the way."""

from typing import Any

from flask import render_template, request
from flask.typing import ResponseReturnValue

from minplan import access, content, feelings, journey
from minplan.errors import Conflict, Invalid, NotFound
from minplan.routes import fields, forms, reply
from minplan.routes.feelings.blueprint import CITIZEN, bp
from minplan.routes.feelings.consent import must_agree
from minplan.routes.languages import gettext, say
from minplan.routes.marks import allows
from minplan.routes.visitor import visitor

HOME = "/mine/horizon"


@bp.get(HOME)
@allows(*CITIZEN)
def horizon() -> str:
    return _page("feelings/horizon.html")


@bp.get(f"{HOME}/answer")
@allows(*CITIZEN)
def horizon_question() -> str:
    return _question(request.args.get("about", feelings.QUESTIONS[0]))


@bp.post(HOME)
@allows(*CITIZEN)
def answer_horizon() -> ResponseReturnValue:
    question = fields.text("question", required=True)
    try:
        must_agree()
        outcome = feelings.answer_horizon(visitor().person_id, forms.seen("answer"), _answer(question))
    except Invalid as error:
        return _question(question, error), 422
    except Conflict as error:
        return _question(question, error), 409
    told = gettext("Det er gemt. Kun du kan se det.") if outcome.kind == "done" else gettext("Det stod der allerede.")
    return reply.done(f"{HOME}#{question}", told)


@bp.post(f"{HOME}/removal")
@allows(*CITIZEN)
def let_answer_go() -> ResponseReturnValue:
    question = fields.text("question", required=True)
    feelings.let_answer_go(visitor().person_id, question)
    return reply.done(HOME, gettext("Svaret er slettet."))


@bp.post(f"{HOME}/way")
@allows(*CITIZEN)
def horizon_on_the_way() -> ResponseReturnValue:
    """The words that the citizen has put together stand at the horizon of the way, where others read them too."""
    with access.view(visitor().person_id) as view:
        plan = view.plan.id
    try:
        new = None if "not_now" in request.form else forms.words("horizon")
        journey.set_horizon(visitor().person_id, plan, forms.seen_id("horizon"), new)
    except Invalid as error:
        return _page("feelings/horizon.html", error), 422
    except Conflict as error:
        return _page("feelings/horizon.html", error), 409
    return reply.done(HOME, gettext("Det står på din vej nu.") if new else gettext("Det er lagt væk fra din vej."))


def _answer(question: str) -> feelings.NewAnswer:
    scenes, words = request.form.getlist("scenes"), fields.own_words("text")
    if not set(scenes) <= {each.id for each in content.grouped("scene").get(question, ())}:
        raise Invalid({"scenes": "unknown"})
    if len(set(scenes)) > feelings.MOST_SCENES:
        raise Invalid({"scenes": "three_at_most"})
    away = "not_now" in request.form
    if not (scenes or words or away):
        raise Invalid({"scenes": "required"})
    return forms.read(feelings.NewAnswer, question=question, scenes=scenes, words=words, away=away)


def _question(question: str, error: Exception | None = None) -> str:
    if question not in feelings.QUESTIONS:
        raise NotFound
    scenes = content.grouped("scene")[question]
    return _page("feelings/horizon_question.html", error, question=question, scenes=scenes)


def _page(template: str, error: Exception | None = None, **more: Any) -> str:
    answers = feelings.horizon_answers(visitor().person_id)
    with access.view(visitor().person_id) as view:
        current = journey.way(view).horizon
    return render_template(
        template,
        plan_id=view.plan.id,
        viewer=view.viewer,
        people=[member.name for member in view.members],
        citizen_language=view.plan.citizen_language,
        answers=answers,
        together=" ".join(say(each) for answer in answers.values() if not answer.away for each in answer.says),
        horizon_id=view.plan.horizon_id,
        current=current,
        errors=forms.faults(error),
        conflict=error if isinstance(error, Conflict) else None,
        kept=request.form,
        **more,
    )
