"""What came of a meeting, for everybody who was there: in two languages, on screen and paper."""

from typing import Any
from uuid import UUID

from flask import abort, after_this_request, redirect, render_template, request
from flask.typing import ResponseReturnValue

from minplan import access, feelings, journey, meeting as meetings, rights
from minplan.language import SOURCE
from minplan.routes import readers, reply
from minplan.routes.languages import gettext, reader
from minplan.routes.marks import allows
from minplan.routes.meeting.asked import asked_after
from minplan.routes.meeting.blueprint import ALL, MEETING, bp
from minplan.routes.meeting.confirmation import GUESTS
from minplan.routes.meeting.frame import card, frame
from minplan.routes.meeting.outcome import for_citizen, for_guest, for_room
from minplan.routes.visitor import visitor


@bp.get(f"{MEETING}/summary")
@allows(*ALL)
def summary(plan: UUID, meeting: UUID) -> ResponseReturnValue:
    with access.view(visitor().person_id, plan, "summary") as view:
        found = meetings.one(view, meeting)
        if found.state != "closed":
            return redirect(card(plan, meeting), 303)
        way = journey.way(view)
        ended_with = meetings.ended_with(view, meeting)
        given = for_room(view, found) | frame(view, found)
        if request.args.get("copy") == "citizen" and not given["outcome"].whole:
            return reply.done(f"{card(plan, meeting)}/summary", gettext("Bed kontaktpersonen om det."))
        given |= {"way": way, "notes": meetings.notes(view, meeting, None).shared}
        given |= _after(view, found) | {"rights_here": rights.here_on(view, "after_meeting")}
    given["step"] = journey.find(way, ended_with) if ended_with else None
    return render_template("meeting/summary.html", **given | _copy(view, given["outcome"]))


def _after(view: access.View, found: meetings.MeetingView) -> dict[str, Any]:
    """What comes after the meeting: the citizen is asked, on their own screen; others read what they are shown."""
    if view.viewer.is_citizen:
        return {"asked": asked_after(view, [found]) if not visitor().meeting_id else None}
    shown = feelings.shown_after(view, found.id)
    if shown:
        after_this_request(reply.unkept)
    return {"shown_after": shown, "questions": feelings.PULSE_QUESTIONS}


def _copy(view: access.View, outcome: meetings.OutcomeView) -> dict[str, Any]:
    """For whom it is: the reader, the citizen on paper, or a workplace, which takes home what it was shown, no more."""
    asked = request.args.get("copy")
    if asked is None:
        readers.read_beside(view.plan.citizen_language if reader().language.code == SOURCE else SOURCE)
        return {"copy": None}
    if view.viewer.is_citizen:
        abort(404)
    if asked == "citizen":
        return for_citizen(view) | {"copy": None, "to_sign": True}
    found = next((each for each in outcome.confirmations if str(each.id) == asked and each.side in GUESTS), None)
    return for_guest(view) | {"copy": found or abort(404)}
