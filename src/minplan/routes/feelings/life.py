"""How long what a citizen keeps stays, and all of it deleted at once."""

from uuid import UUID

from flask import render_template, request
from flask.typing import ResponseReturnValue

from minplan import feelings
from minplan.errors import Invalid, Locked
from minplan.language import mark
from minplan.routes import fields, reply
from minplan.routes.feelings.blueprint import CITIZEN, bp
from minplan.routes.feelings.frame import frame
from minplan.routes.languages import gettext
from minplan.routes.marks import allows
from minplan.routes.visitor import visitor

LIFE = "/feelings/life"
_SAID = {
    "kept": mark("Tiden er gemt. Den gælder også for det, der ligger her nu."),
    "gone": mark("Alt er slettet. Ingen kan finde det igen."),
    "nothing": mark("Der lå ikke noget."),
}


@bp.get(LIFE)
@allows(*CITIZEN)
def show_life() -> ResponseReturnValue:
    return _page()


@bp.post(LIFE)
@allows(*CITIZEN)
def choose_life() -> ResponseReturnValue:
    """Where a shorter time takes something with it, that is said first."""
    try:
        months, told = _number("months"), _number("going") if request.form.get("going") else 0
        goes = feelings.stay(visitor().person_id, months, told)
    except Invalid as error:
        return _page(error), 422
    if goes > told:
        return render_template("feelings/life_shorter.html", months=months, goes=goes, **frame())
    return reply.done(LIFE, gettext(_SAID["kept"]))


@bp.get(f"{LIFE}/removal")
@allows(*CITIZEN)
def ask_emptying() -> ResponseReturnValue:
    """It opens without the key, too: what nobody can read any more can still be deleted."""
    by = visitor().person_id
    return render_template("feelings/emptying.html", many=feelings.how_many(by), months=_known_months(by), **frame())


@bp.post(f"{LIFE}/removal")
@allows(*CITIZEN)
def empty_everything() -> ResponseReturnValue:
    gone = feelings.empty(visitor().person_id)
    return reply.done("/mine", gettext(_SAID["gone" if gone else "nothing"]))


def _known_months(by: UUID) -> int | None:
    """How long things stay; None where that cannot be opened either."""
    try:
        return feelings.months(by)
    except Locked:
        return None


def _number(name: str) -> int:
    """A number of months or of things. Raises Invalid for what is none."""
    said = fields.text(name, required=True)
    if not (said.isascii() and said.isdecimal()) or len(said) > 6:
        raise Invalid({name: "unknown"})
    return int(said)


def _page(error: Invalid | None = None) -> str:
    months = feelings.months(visitor().person_id)
    return render_template("feelings/life.html", months=months, choices=feelings.CHOICES, **frame(error, "life"))
