"""The hour at which a meeting should begin: "I am here" in one tap, or that it never came to it."""

from collections.abc import Callable
from uuid import UUID

from flask import request
from flask.typing import ResponseReturnValue

from minplan import meeting as meetings
from minplan.errors import Invalid
from minplan.journey import Outcome
from minplan.language import mark
from minplan.routes import reply
from minplan.routes.languages import gettext
from minplan.routes.marks import allows
from minplan.routes.meeting.blueprint import ALL, MEETING, STAFF, bp
from minplan.routes.meeting.frame import card
from minplan.routes.visitor import visitor

_WELCOME = mark("Velkommen.")
_HERE = mark("Det er skrevet.")
_MISSED = mark("Det er skrevet. Borgeren bliver spurgt, hvordan det går.")
_LATE = mark("Det kan ikke ændres her mere. Se, hvordan mødet står nu.")
_WORDS = mark("I har skrevet noget sammen på mødet. Slut det i rummet, så det ikke går tabt.")


@bp.post(f"{MEETING}/arrival")
@allows(*ALL)
def arrive(plan: UUID, meeting: UUID) -> ResponseReturnValue:
    here = request.form.get("here", "yes") != "no"
    told = _WELCOME if here and visitor().kind == "citizen" else _HERE
    return _after(plan, meeting, told, lambda by: meetings.arrive(by, plan, meeting, here))


@bp.post(f"{MEETING}/missed")
@allows(*STAFF)
def say_missed(plan: UUID, meeting: UUID) -> ResponseReturnValue:
    return _after(plan, meeting, _MISSED, lambda by: meetings.say_missed(by, plan, meeting))


def _after(plan: UUID, meeting: UUID, told: str, act: Callable[[UUID], Outcome]) -> ResponseReturnValue:
    """Back to the card, or to the list of all meetings where the button stood there."""
    try:
        act(visitor().person_id)
    except Invalid as error:
        if "meeting_has_words" in error.fields.values():
            return reply.done(f"{card(plan, meeting)}/room#closing", gettext(_WORDS))
        told = _LATE  # nothing was typed that could be lost: the card tells how the meeting stands
    to = f"/meetings#meeting-{meeting}" if request.form.get("at") == "list" else card(plan, meeting)
    return reply.done(to, gettext(told))
