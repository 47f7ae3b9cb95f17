"""Taking a worry along: the citizen chooses the meeting and the words, and knows before who will read them."""

from uuid import UUID

from flask import render_template
from flask.typing import ResponseReturnValue

from minplan import access, feelings
from minplan.errors import Invalid
from minplan.feelings import Worry
from minplan.language import mark
from minplan.meeting import MeetingView
from minplan.routes import fields, reply
from minplan.routes.feelings.blueprint import CITIZEN, bp
from minplan.routes.feelings.frame import frame
from minplan.routes.languages import gettext, reader, say
from minplan.routes.marks import allows
from minplan.routes.visitor import visitor
from minplan.words import NewText

_AGENDA = "/backpack/<uuid:worry>/agenda"
_TAKEN = mark("Det står på dagsordenen nu. I rygsækken ligger det stadig kun for dig.")


@bp.get(_AGENDA)
@allows(*CITIZEN)
def choose_meeting(worry: UUID) -> ResponseReturnValue:
    return _page(_found(worry))


@bp.post(_AGENDA)
@allows(*CITIZEN)
def take_worry_along(worry: UUID) -> ResponseReturnValue:
    found = _found(worry)
    try:
        meeting = fields.uuid("meeting", required=True)
        if meeting not in {each.id for each in _ahead()}:
            raise Invalid({"meeting": "unknown"})
        feelings.take_along(visitor().person_id, worry, meeting, _words(found))
    except Invalid as error:
        return _page(found, error), 422
    return reply.done(f"/backpack/{worry}", gettext(_TAKEN))


def _found(worry: UUID) -> Worry:
    return feelings.one_worry(visitor().person_id, worry)


def _words(found: Worry) -> NewText:
    """What stands in the field, else what the picture says: on an agenda in everybody's language where it can."""
    said = fields.own_words("text", required=found.phrase is None)
    if said:
        return said
    assert found.phrase is not None  # else the field is required
    return feelings.on_agenda(found.picture) or NewText(text=say(found.phrase), lang=reader().language.code)


def _ahead() -> list[MeetingView]:
    """The meetings on whose agenda something can be put, the nearest first."""
    with access.view(visitor().person_id) as view:
        return feelings.meetings_ahead(view)


def _page(found: Worry, error: Invalid | None = None) -> str:
    return render_template("feelings/worry_agenda.html", found=found, ahead=_ahead(), **frame(error, "agenda"))
