"""The backpack on the web: closed when one comes, opened by one tap, and a worry put down by a picture or own words."""

from typing import Any
from uuid import UUID

from flask import render_template, request
from flask.typing import ResponseReturnValue

from minplan import feelings
from minplan.errors import Conflict, Invalid
from minplan.language import mark
from minplan.routes import fields, forms, reply
from minplan.routes.feelings.blueprint import CITIZEN, bp
from minplan.routes.feelings.consent import must_agree
from minplan.routes.feelings.frame import frame, own_meetings
from minplan.routes.languages import gettext
from minplan.routes.marks import allows
from minplan.routes.pickers import phrase_label
from minplan.routes.visitor import visitor

_WORRY = "/backpack/<uuid:worry>"
_SAID = {
    "done": mark("Nu ligger det i rygsækken. Du behøver ikke bære det lige nu."),
    "unchanged": mark("Det ligger der allerede. Du behøver ikke bære det lige nu."),
    "reworded": mark("Dine ord er gemt."),
    "gone": mark("Nu er det ude af rygsækken."),
}


@bp.get("/backpack")
@allows(*CITIZEN)
def closed_backpack() -> ResponseReturnValue:
    """The words of what lies in it are not on this page, so that nobody reads them over a shoulder."""
    return _closed()


@bp.post("/backpack")
@allows(*CITIZEN)
def put_down() -> ResponseReturnValue:
    try:
        must_agree()
        picture = request.form.get("picture")
        outcome = feelings.put_down(visitor().person_id, picture, None if picture else fields.own_words("text"))
    except Invalid as error:
        return _closed(error), 422
    return reply.done("/backpack", gettext(_SAID[outcome.kind]))


@bp.get("/backpack/open")
@allows(*CITIZEN)
def open_backpack() -> str:
    return render_template("feelings/backpack_open.html", worries=feelings.backpack(visitor().person_id), **_around())


@bp.get(_WORRY)
@allows(*CITIZEN)
def one_worry(worry: UUID) -> ResponseReturnValue:
    return _one(worry)


@bp.post(f"{_WORRY}/words")
@allows(*CITIZEN)
def reword_worry(worry: UUID) -> ResponseReturnValue:
    try:
        must_agree()
        seen = forms.seen("text").replace("\r\n", "\n")
        feelings.say_more(visitor().person_id, worry, seen, fields.own_words("text"))
    except Invalid as error:
        return _one(worry, error), 422
    except Conflict as late:
        return _one(worry, late=late), 409
    return reply.done(f"/backpack/{worry}", gettext(_SAID["reworded"]))


@bp.post(f"{_WORRY}/removal")
@allows(*CITIZEN)
def let_worry_go(worry: UUID) -> ResponseReturnValue:
    feelings.let_go(visitor().person_id, "worry", worry)
    return reply.done("/backpack/open", gettext(_SAID["gone"]))


@bp.app_template_global()
def worry_pictures() -> list[tuple[str, str]]:
    """What can be put down by one tap: the name of its drawing, and what the reader reads."""
    return [(each.id.partition(".")[2], phrase_label(each)) for each in feelings.worry_pictures()]


def _closed(error: Invalid | None = None) -> str:
    found = feelings.backpack(visitor().person_id)
    return render_template("feelings/backpack.html", many=len(found), **frame(error, "backpack"))


def _one(worry: UUID, error: Invalid | None = None, late: Conflict | None = None) -> str:
    found = feelings.one_worry(visitor().person_id, worry)
    return render_template("feelings/worry.html", found=found, late=late, **_around(error or late, "words"))


def _around(error: Exception | None = None, opened: str = "") -> dict[str, Any]:
    return frame(error, opened) | {"met": own_meetings()}
