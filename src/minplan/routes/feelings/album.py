"""The album: what a citizen has kept, one picture with its note, and a picture that goes."""

from uuid import UUID

from flask import render_template, request
from flask.typing import ResponseReturnValue

from minplan import feelings
from minplan.errors import Conflict, Invalid, NotFound
from minplan.language import mark
from minplan.routes import fields, forms, reply
from minplan.routes.feelings.blueprint import CITIZEN, bp
from minplan.routes.feelings.frame import frame
from minplan.routes.languages import gettext
from minplan.routes.marks import allows
from minplan.routes.visitor import visitor

ALBUM = "/feelings/album"
_ONE = f"{ALBUM}/<uuid:checkin>"
MOST = 12  # pictures on a page
_SAID = {
    "done": mark("Noten er gemt."),
    "unchanged": mark("Sådan stod der allerede."),
    "gone": mark("Billedet er slettet."),
}


@bp.get(ALBUM)
@allows(*CITIZEN)
def show_album() -> ResponseReturnValue:
    every = feelings.album(visitor().person_id)
    here, more = feelings.part(every, asked("before"), MOST)
    return render_template("feelings/album.html", pictures=here, more=more, several=len(every) > 1, **frame())


@bp.get(_ONE)
@allows(*CITIZEN)
def show_picture(checkin: UUID) -> ResponseReturnValue:
    return _one(checkin)


@bp.post(f"{_ONE}/note")
@allows(*CITIZEN)
def write_note(checkin: UUID) -> ResponseReturnValue:
    """The words stay in the form where they cannot be taken, and where another window was faster."""
    try:
        seen = forms.seen("note").replace("\r\n", "\n")
        outcome = feelings.write_note(visitor().person_id, checkin, seen, fields.own_words("note"))
    except Invalid as error:
        return _one(checkin, error), 422
    except Conflict as late:
        return _one(checkin, late=late), 409
    return reply.done(f"{ALBUM}/{checkin}", gettext(_SAID[outcome.kind]))


@bp.get(f"{_ONE}/removal")
@allows(*CITIZEN)
def ask_removal(checkin: UUID) -> ResponseReturnValue:
    found = feelings.kept(visitor().person_id, checkin)
    return render_template("feelings/kept_removal.html", found=found, **frame())


@bp.post(f"{_ONE}/removal")
@allows(*CITIZEN)
def remove_picture(checkin: UUID) -> ResponseReturnValue:
    feelings.let_go(visitor().person_id, "checkin", checkin)
    return reply.done(ALBUM, gettext(_SAID["gone"]))


def asked(name: str) -> UUID | None:
    """The id that an address asks for, None for none. Raises NotFound for what is no id."""
    said = request.args.get(name)
    try:
        return UUID(said) if said else None
    except ValueError:
        raise NotFound from None


def _one(checkin: UUID, error: Invalid | None = None, late: Conflict | None = None) -> str:
    found = feelings.kept(visitor().person_id, checkin)
    return render_template("feelings/kept.html", found=found, late=late, **frame(error or late, "note"))
