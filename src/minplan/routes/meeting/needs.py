"""What the citizen needs, and the municipality's answer."""

from uuid import UUID

from flask import request
from flask.typing import ResponseReturnValue

from minplan import meeting as meetings
from minplan.journey import Outcome
from minplan.language import mark, native_name
from minplan.routes import fields, forms
from minplan.routes.languages import gettext
from minplan.routes.marks import allows
from minplan.routes.meeting import card
from minplan.routes.meeting.blueprint import CITIZEN, MEETING, STAFF, bp

_LANGUAGES = "ar bg bs en es fa fr ku lt pl ps ro ru so ti tr uk ur vi zh".split()
_SAID = mark("Tak, fordi du siger det. Vi ser på det.")
_ANSWERED = mark("Svaret er sendt.")


@bp.post(f"{MEETING}/needs")
@allows(*CITIZEN)
def say_needs(plan: UUID, meeting: UUID) -> ResponseReturnValue:
    def act(by: UUID) -> Outcome:
        said = {"text": fields.own_words("text"), "language": fields.text("language") or None}
        command = forms.read(meetings.NewNeeds, kinds=request.form.getlist("kinds"), **said)
        return meetings.say_needs(by, plan, meeting, command)

    return card.after(plan, meeting, "needs", lambda _: gettext(_SAID), act)


@bp.post(f"{MEETING}/needs/<uuid:need>/answer")
@allows(*STAFF)
def answer_need(plan: UUID, meeting: UUID, need: UUID) -> ResponseReturnValue:
    def act(by: UUID) -> Outcome:
        met = {"yes": True, "no": False}.get(fields.text("met", required=True))
        said = {"text": fields.own_words("text"), "name": fields.text("name")}
        answer = forms.read(meetings.NeedAnswer, met=met, **said)
        return meetings.answer_need(by, plan, meeting, need, answer, forms.maybe_seen("asked"))

    return card.after(plan, meeting, f"need-{need}", lambda _: gettext(_ANSWERED), act)


@bp.app_template_global()
def interpreter_languages() -> list[tuple[str, str]]:
    """The languages that an interpreter is often asked for, each by its own name, in the order of these."""
    return sorted(((code, native_name(code)) for code in _LANGUAGES), key=lambda each: each[1].casefold())
