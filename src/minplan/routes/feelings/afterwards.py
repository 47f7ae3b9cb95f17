"""Three quick questions after a meeting: for the citizen alone, never needed, and theirs to show."""

from typing import Any
from uuid import UUID

from flask import redirect, render_template, request
from flask.typing import ResponseReturnValue

from minplan import access, feelings, meeting as meetings
from minplan.errors import Conflict, Invalid
from minplan.feelings import PULSE_QUESTIONS, Pulse
from minplan.meeting import MeetingView
from minplan.routes import fields, forms, reply
from minplan.routes.feelings.blueprint import CITIZEN, bp
from minplan.routes.feelings.consent import must_agree, seen_and_agreed
from minplan.routes.languages import gettext
from minplan.routes.marks import allows
from minplan.routes.visitor import visitor

_AFTER = "/plans/<uuid:plan>/meetings/<uuid:meeting>/afterwards"
_NOT_SAID = "none"


@bp.get(_AFTER)
@allows(*CITIZEN)
def afterwards(plan: UUID, meeting: UUID) -> ResponseReturnValue:
    found, _ = _meeting(plan, meeting)
    if found.state != "closed":
        return redirect(f"/plans/{plan}/meetings/{meeting}", 303)
    return _page(plan, meeting)


@bp.post(_AFTER)
@allows(*CITIZEN)
def answer_afterwards(plan: UUID, meeting: UUID) -> ResponseReturnValue:
    _meeting(plan, meeting)
    by = visitor().person_id
    try:
        must_agree()
        if "skip" in request.form:
            feelings.pass_over(by, meeting)
            return reply.done("/meetings", gettext("Det er fint. Du behøver ikke svare."))
        # Words first: where they cannot be kept, nothing is, and the page comes back with everything on it.
        words = feelings.say_after(by, meeting, forms.seen("otherwise"), _otherwise(), _to_team())
        feelings.answer_after(by, meeting, _answers(), forms.maybe_seen("answers"))
    except Invalid as error:
        return _page(plan, meeting, error), 422
    except Conflict as error:
        return _page(plan, meeting, error), 409
    answered = words or _answers()
    told = gettext("Tak. Det er gemt på din side.") if answered else gettext("Det er fint. Du behøver ikke svare.")
    if words and request.form.get("to") == "team":
        told = gettext("Gemt. De, der arbejder med din vej, kan læse dine ord.")
    return reply.done("/mine/pulse", told)


def _answers() -> dict[str, int]:
    """What was picked by question. Invalid where it is none of the answers."""
    picked = {name: request.form.get(name, _NOT_SAID) for name in PULSE_QUESTIONS}
    wrong = {name: "unknown" for name, size in picked.items() if size not in (*"01234", _NOT_SAID)}
    if wrong:
        raise Invalid(wrong)
    return {name: int(size) for name, size in picked.items() if size != _NOT_SAID}


def _otherwise() -> Any:
    _answers()  # so that all that is wrong is said before anything is kept
    return fields.own_words("otherwise")


def _to_team() -> str:
    """The wording to which they said yes, where the others may read their words; else nothing."""
    _, wording = seen_and_agreed()
    if request.form.get("to") != "team":
        return ""
    if wording != feelings.FOR_TEAM:
        raise Invalid({"agreed": "read_first"})
    return wording


def _meeting(plan: UUID, meeting: UUID) -> tuple[MeetingView, access.View]:
    with access.view(visitor().person_id, plan, "meeting") as view:
        return meetings.one(view, meeting), view


def _page(plan: UUID, meeting: UUID, error: Exception | None = None) -> str:
    found, view = _meeting(plan, meeting)
    there = [each for each in feelings.pulses(visitor().person_id) if each.meeting == meeting]
    said: Pulse | None = next((each for each in there if each.words), None)
    answered = next((each for each in there if not each.words), None)
    return render_template(
        "feelings/afterwards.html",
        found=found,
        here=f"/plans/{plan}/meetings/{meeting}",
        plan_id=plan,
        viewer=view.viewer,
        citizen_language=view.plan.citizen_language,
        people=[member.name for member in view.members],
        answers=answered.answers if answered else {},
        answered=answered,
        said=said,
        questions=PULSE_QUESTIONS,
        conflict=error.field if isinstance(error, Conflict) else "",
        errors=forms.faults(error),
        kept=request.form,
        opened="after" if error else "",
    )
