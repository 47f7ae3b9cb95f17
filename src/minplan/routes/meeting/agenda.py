"""The agenda on the web: put on, put in order, taken off, and what became of each point."""

from collections.abc import Callable
from uuid import UUID

from flask import render_template, request
from flask.typing import ResponseReturnValue

from minplan import access, meeting as meetings
from minplan.errors import Conflict, Invalid
from minplan.journey import Outcome
from minplan.language import mark
from minplan.routes import fields, forms, reply, tone
from minplan.routes.languages import gettext
from minplan.routes.marks import allows
from minplan.routes.meeting.blueprint import MEETING, TABLE, bp
from minplan.routes.meeting.frame import card, frame
from minplan.routes.meeting.saving import save
from minplan.routes.pickers import phrase_label
from minplan.routes.visitor import visitor
from minplan.words import NewText

_AGENDA = f"{MEETING}/agenda"
_POINT = f"{_AGENDA}/<uuid:point>"
_SAID = {
    "added": mark("Det står på dagsordenen nu."),
    "moved": mark("Rækkefølgen er ændret."),
    "removed": mark("Punktet er taget af."),
    "talked": mark("Godt. Det har I talt om."),
    "carried": mark("I tager det med næste gang."),
    "": mark("Punktet er åbent igen."),
    "unchanged": mark("Det stod der allerede."),
    "late": mark("Nogen ændrede det samme imens"),
}


@bp.get(_AGENDA)
@allows(*TABLE)
def agenda(plan: UUID, meeting: UUID) -> ResponseReturnValue:
    return _page(plan, meeting)


@bp.post(_AGENDA)
@allows(*TABLE)
def add_point(plan: UUID, meeting: UUID) -> ResponseReturnValue:
    return _after(plan, meeting, "added", lambda by: meetings.add_point(by, plan, meeting, _words()))


@bp.post(f"{_POINT}/text")
@allows(*TABLE)
def reword_point(plan: UUID, meeting: UUID, point: UUID) -> ResponseReturnValue:
    def act(by: UUID, seen: UUID | None) -> UUID | None:
        return meetings.reword_point(by, plan, meeting, point, seen, _own())

    return save(plan, meeting, act)


@bp.post(f"{_POINT}/order")
@allows(*TABLE)
def move_point(plan: UUID, meeting: UUID, point: UUID) -> ResponseReturnValue:
    def act(by: UUID) -> Outcome:
        return meetings.move_point(by, plan, meeting, point, forms.ids("beside")[0], fields.text("place"))

    return _after(plan, meeting, "moved", act)


@bp.post(f"{_POINT}/removal")
@allows(*TABLE)
def remove_point(plan: UUID, meeting: UUID, point: UUID) -> ResponseReturnValue:
    return _after(plan, meeting, "removed", lambda by: meetings.remove_point(by, plan, meeting, point))


@bp.post(f"{_POINT}/outcome")
@allows(*TABLE)
def settle_point(plan: UUID, meeting: UUID, point: UUID) -> ResponseReturnValue:
    outcome = request.form.get("outcome", "")

    def act(by: UUID) -> Outcome:
        return meetings.settle_point(by, plan, meeting, point, outcome, forms.maybe_seen("outcome"))

    return _after(plan, meeting, outcome, act)


@bp.app_template_global()
def agenda_pictures() -> list[tuple[str, str, str]]:
    """What can be put on an agenda by one tap: its id, the name of its drawing, and what the reader reads."""
    return [(each.id, each.id.partition(".")[2], phrase_label(each)) for each in meetings.pictures()]


def _words() -> NewText:
    phrase = request.form.get("phrase")
    return NewText(phrase=phrase) if phrase and not fields.text("text") else _own()


def _own() -> NewText:
    """Own words; those of a ready sentence are that sentence, which everybody reads in their own language."""
    own = fields.own_words("text", required=True)
    assert own is not None  # required
    ready = {word: id for id, _, word in agenda_pictures()}
    return NewText(phrase=ready[own.text]) if own.text in ready else own


def _after(plan: UUID, meeting: UUID, told: str, act: Callable[[UUID], Outcome]) -> ResponseReturnValue:
    """Do it, and come back to where the agenda was; what cannot be used stands on the agenda's own page."""
    try:
        outcome = act(visitor().person_id)
    except Invalid as error:
        return _page(plan, meeting, error), 422
    except Conflict:
        return _back(plan, meeting, "late")  # a tap: nothing was typed, and the agenda says how it stands
    return _back(plan, meeting, "unchanged" if outcome.kind == "unchanged" else told)


def _back(plan: UUID, meeting: UUID, told: str) -> ResponseReturnValue:
    sentence = gettext(_SAID[told])
    there = "/room" if request.form.get("at") == "room" or visitor().meeting_id else ""
    return reply.done(f"{card(plan, meeting)}{there}#agenda", tone.heard(sentence))


def _page(plan: UUID, meeting: UUID, error: Invalid | None = None) -> str:
    with access.view(visitor().person_id, plan, "meeting") as view:
        found = meetings.one(view, meeting)
    return render_template("meeting/agenda.html", **frame(view, found, error, "agenda"))
