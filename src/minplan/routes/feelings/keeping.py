"""A picture is kept: first the words that one says yes to, then it lies in the album, and can go on to a meeting."""

from flask import render_template, request
from flask.typing import ResponseReturnValue

from minplan import feelings
from minplan.errors import Invalid
from minplan.language import mark
from minplan.routes import reply
from minplan.routes.feelings.blueprint import CITIZEN, bp
from minplan.routes.feelings.form import refused, told
from minplan.routes.feelings.frame import frame
from minplan.routes.languages import gettext
from minplan.routes.marks import allows
from minplan.routes.visitor import visitor

_SAID = {
    "done": mark("Billedet er gemt. Kun du kan se det."),
    "unchanged": mark("Billedet er allerede gemt. Kun du kan se det."),
}
BRING = "bring"  # the door that leads on to a meeting


@bp.post("/feelings/kept")
@allows(*CITIZEN)
def keep_picture() -> ResponseReturnValue:
    """Nothing is stored before the yes; until then the page carries what was said."""
    goes = request.form.get("then")
    try:
        checkin = told()
    except Invalid as error:
        return refused(error)
    if request.form.get("agreed") != feelings.KEPT_AGREED:
        return _question(checkin, goes)
    outcome = feelings.keep_checkin(visitor().person_id, checkin)
    there = f"/feelings/album/{outcome.subject_id}"
    return reply.done(f"{there}/showing" if goes == BRING else there, gettext(_SAID[outcome.kind]))


def _question(checkin: feelings.CheckIn, goes: str | None) -> str:
    return render_template(
        "feelings/keeping.html",
        checkin=checkin,
        bring=goes == BRING,
        months=feelings.months(visitor().person_id),
        **frame(),
    )
