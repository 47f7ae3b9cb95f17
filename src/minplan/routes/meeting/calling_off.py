"""A meeting is called off; and "I cannot come today" in two taps."""

from collections.abc import Callable
from uuid import UUID

from flask import redirect, render_template
from flask.typing import ResponseReturnValue

from minplan import access, meeting as meetings
from minplan.errors import Invalid
from minplan.journey import Outcome
from minplan.language import mark
from minplan.routes import fields, reply, tone
from minplan.routes.languages import gettext
from minplan.routes.marks import allows
from minplan.routes.meeting.blueprint import ALL, CITIZEN, MEETING, bp
from minplan.routes.meeting.frame import card, frame
from minplan.routes.visitor import visitor

_SAID = mark("Mødet er aflyst. Alle, der skulle med, får besked.")
_THANKS = mark("Tak, fordi du sagde det. Alle, der skulle med, får besked.")


@bp.get(f"{MEETING}/cancellation")
@allows(*ALL)
def cancellation(plan: UUID, meeting: UUID) -> ResponseReturnValue:
    return _page("cancellation", plan, meeting)


@bp.post(f"{MEETING}/cancellation")
@allows(*ALL)
def cancel(plan: UUID, meeting: UUID) -> ResponseReturnValue:
    def act(by: UUID) -> Outcome:
        return meetings.cancel(by, plan, meeting, fields.own_words("because"))

    return _after("cancellation", plan, meeting, _SAID, act)


@bp.get(f"{MEETING}/absence")
@allows(*CITIZEN)
def absence(plan: UUID, meeting: UUID) -> ResponseReturnValue:
    return _page("absence", plan, meeting)


@bp.post(f"{MEETING}/absence")
@allows(*CITIZEN)
def say_absent(plan: UUID, meeting: UUID) -> ResponseReturnValue:
    return _after("absence", plan, meeting, _THANKS, lambda by: meetings.say_absent(by, plan, meeting))


def _after(
    name: str, plan: UUID, meeting: UUID, told: str, act: Callable[[UUID], Outcome]
) -> ResponseReturnValue:
    try:
        act(visitor().person_id)
    except Invalid as error:
        return _page(name, plan, meeting, error)
    return reply.done(card(plan, meeting), tone.heard(gettext(told)))


def _page(name: str, plan: UUID, meeting: UUID, error: Invalid | None = None) -> ResponseReturnValue:
    """The page of a form; where the meeting is not ahead any more, its card tells how it stands."""
    with access.view(visitor().person_id, plan, "meeting") as view:
        found = meetings.one(view, meeting)
    if found.state not in meetings.AHEAD and not error:
        return redirect(card(plan, meeting), 303)
    return render_template(f"meeting/{name}.html", **frame(view, found, error, name)), 422 if error else 200
