"""The card of a meeting: everything about it before it begins, and the doors to all that can be done."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from flask import render_template
from flask.typing import ResponseReturnValue

from minplan import access, meeting as meetings, rights
from minplan.errors import Conflict, Invalid
from minplan.journey import Outcome
from minplan.routes import reply, tone
from minplan.routes.marks import allows
from minplan.routes.meeting import brought, frame
from minplan.routes.meeting.blueprint import ALL, MEETING, bp
from minplan.routes.visitor import visitor

# What is worth knowing before a meeting, as it stands; of one that is over the summary tells.
_MOMENTS = {"offered": "invitation", "agreed": "before_meeting", "open": "during_meeting"}


@bp.get(MEETING)
@allows(*ALL)
def card(plan: UUID, meeting: UUID) -> ResponseReturnValue:
    return page(plan, meeting)


def after(
    plan: UUID, meeting: UUID, form: str, told: Callable[[Outcome], str], act: Callable[[UUID], Outcome]
) -> ResponseReturnValue:
    """Do it, and come back to the card; what cannot be used, or came too late, brings `form` back with its words."""
    try:
        outcome = act(visitor().person_id)
    except Invalid as error:
        return page(plan, meeting, form, error), 422
    except Conflict as error:
        return page(plan, meeting, form, error), 409
    return reply.done(frame.card(plan, meeting), tone.heard(told(outcome)))


def page(plan: UUID, meeting: UUID, form: str = "", error: Exception | None = None) -> str:
    """The card, with the form `form` open where it could not be taken."""
    with access.view(visitor().person_id, plan, "meeting") as view:
        found = meetings.card(view, meeting)
        given: dict[str, Any] = frame.frame(view, found.meeting, error, form) | brought.for_card(view, found.meeting)
        moment = _MOMENTS.get(found.meeting.state)
        about = rights.unless_threat(moment, found.meeting.purpose) if moment else None
        given["rights_here"] = rights.here_on(view, about) if about else []
    there = {guest.person_id for guest in found.meeting.attendance}
    return render_template(
        "meeting/card.html",
        card=found,
        first=found.first,
        known=[(each.person_id, each.name) for each in view.members if each.person_id not in there],
        citizen_id=view.plan.citizen_id,
        late=isinstance(error, Conflict),
        **given,
    )
