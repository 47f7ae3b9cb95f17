"""What the pages of the outcome share: what the room is given of it, and the page on which something is put right."""

from dataclasses import replace
from typing import Any
from uuid import UUID

from flask import render_template

from minplan import access, content, journey, meeting as meetings
from minplan.meeting import MeetingView
from minplan.routes import readers
from minplan.routes.meeting.frame import frame
from minplan.routes.visitor import visitor
from minplan.words import Words


def for_room(view: access.View, found: MeetingView) -> dict[str, Any]:
    """What has come of the meeting until now, and what can be added by one tap."""
    outcome = meetings.outcome(view, found.id)
    said = {each.what.phrase for each in outcome.agreements}
    return {
        "outcome": outcome,
        "ready_agreements": [each for each in _offered(view) if each[1].phrase not in said],
        "ready_expectations": _expected(view),
        "members": [member.name for member in view.members],
        "promised": journey.answer_by(),
        "own_word": outcome.citizen_says if view.viewer.is_citizen else _own_word(outcome),
    }


def for_citizen(view: access.View) -> dict[str, Any]:
    """What a page says that a professional opens for the citizen: to them, in their language, the other one beside."""
    readers.read_as(view.plan.citizen_name, view.plan.citizen_language)
    return {"viewer": replace(view.viewer, name=view.plan.citizen_name, relation="citizen"), "staff": False}


def for_guest(view: access.View) -> dict[str, Any]:
    """The same for somebody who is neither of the two: everybody is called by their name."""
    readers.read_as(None)
    return {"viewer": replace(view.viewer, name="")}


def put_right(
    plan: UUID, meeting: UUID, form: str, error: Exception | None = None, **more: Any
) -> str:
    """A page with the one form that came back, its words kept, and what is to be put right."""
    with access.view(visitor().person_id, plan, "room") as view:
        found = meetings.one(view, meeting)
        given = {"way": journey.way(view)} | for_room(view, found) | frame(view, found, error, form)
    return render_template("meeting/put_right.html", form=form, **given | more)


def _expected(view: access.View) -> dict[str, list[tuple[str, Words]]]:
    """What each side can expect of the other by one tap, as it would be said."""
    contact = view.contact
    names = {"citizen": contact.name if contact else view.viewer.name, "municipality": view.plan.citizen_name}
    return {
        side: [(phrase.id, Words(None, None, phrase.id, {"who": names[side]})) for phrase in phrases]
        for side, phrases in content.grouped("expect").items()
    }


def _offered(view: access.View) -> list[tuple[content.ReadyAgreement, Words]]:
    """The agreements for one tap as they would be said, on tracks that this viewer sees."""
    contact = view.contact
    names = {"municipality": contact.name if contact else view.viewer.name}
    return [
        (each, Words(None, None, each.step, each.slots(names.get(each.ball, view.plan.citizen_name), "2000-01-01")))
        for each in content.ready_agreements().values()
        if each.track not in view.viewer.hidden
    ]


def _own_word(outcome: meetings.OutcomeView) -> meetings.ConfirmationView | None:
    return next((each for each in outcome.confirmations if each.own), None)
