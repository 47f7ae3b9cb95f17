"""The professional's day: my citizens, praise, and for a leader what waits too long."""

from uuid import UUID

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from minplan import clock, content, desk, journey
from minplan.errors import Invalid
from minplan.routes import fields, forms, reply, said, tone
from minplan.routes.journey.page import home
from minplan.routes.journey.show import plan_page
from minplan.routes.languages import gettext
from minplan.routes.marks import allows
from minplan.routes.visitor import visitor
from minplan.words import NewText

bp = Blueprint("desk", __name__)


@bp.get("/citizens")
@allows("contact", "team")
def citizens() -> str:
    rows = desk.citizens(visitor().person_id)
    return render_template("desk/citizens.html", rows=rows, week=desk.this_week(rows, clock.today()))


@bp.get("/waiting")
@allows("leader")
def waiting() -> str:
    return render_template("desk/waiting.html", lines=desk.waiting(visitor().person_id))


@bp.get("/plans/<uuid:plan>/praise")
@allows("contact", "team")
def praise_page(plan: UUID) -> str:
    return plan_page("desk/praise.html", plan)


@bp.post("/plans/<uuid:plan>/praise")
@allows("contact", "team")
def praise(plan: UUID) -> ResponseReturnValue:
    try:
        sentence = _sentence()
        command = forms.read(journey.NewWin, text=sentence, step=fields.uuid("step"))
        outcome = journey.praise(visitor().person_id, plan, command, answers=fields.uuid("answers"))
    except Invalid as error:
        return plan_page("desk/praise.html", plan, error), 422
    done = said.outcome("praise", outcome)
    return reply.done(home(plan), tone.said(done, sentence.text or "", tone.written_in()))


@bp.app_template_global()
def praise_sentences() -> list[content.Phrase]:
    """Ready praise, which the citizen reads in their own language."""
    return list(content.phrases("praise").values())


@bp.app_template_global()
def praise_beginning() -> str:
    """What stands in the field already, so that a sentence begins with what somebody has seen."""
    return gettext("Jeg lagde mærke til, at du")


def _sentence() -> NewText:
    """Own words, or the phrase that was picked. The beginning alone is no praise; raises Invalid."""
    own = fields.text("text")
    if own.rstrip(" .…") not in ("", praise_beginning()):
        return forms.read(NewText, text=own, lang=tone.written_in())
    phrase = request.form.get("phrase")
    if phrase not in content.phrases("praise"):
        raise Invalid({"phrase" if phrase else "text": "unknown" if phrase else "required"})
    return NewText(phrase=phrase)
