"""Joining: six digits, and this screen sits at the table. No sign-in is asked for, because the person is there.

The code stands in no address: in the square picture it comes after the #, which no browser sends to anybody.
"""

from uuid import UUID

from flask import make_response, redirect, render_template, request, session
from flask.typing import ResponseReturnValue

from minplan import meeting as meetings
from minplan.errors import Invalid
from minplan.meeting import Table
from minplan.routes import forms, limits, reply
from minplan.routes.marks import open_to_all
from minplan.routes.meeting.blueprint import bp
from minplan.routes.readers import stay_in_language
from minplan.routes.security import CLEAR
from minplan.routes.visitor import SEATED, device, home_of, maybe_visitor, sit_down


@bp.get("/join")
@open_to_all
def knock() -> ResponseReturnValue:
    here = maybe_visitor()
    if here and here.meeting_id:
        return redirect(home_of(here), 303)
    return _door()


@bp.post("/join")
@open_to_all
def join() -> ResponseReturnValue:
    here = maybe_visitor()
    try:
        table = meetings.open_code(request.form.get("code", ""), limits.who(), here.person_id if here else None)
        _take_place(table)
    except Invalid as error:
        return _door(error)
    answer = redirect(f"/plans/{table.plan_id}/meetings/{table.meeting_id}/room", 303)
    stay_in_language(answer)
    return answer


def _take_place(table: Table) -> None:
    """Whoever is in as the citizen already needs no seat, and the code stays for another screen."""
    here = maybe_visitor()
    if here is None or here.meeting_id not in (None, table.meeting_id):
        sit_down(table.citizen_id, table.meeting_id, meetings.sit_down(table, device()))


def _ended() -> ResponseReturnValue:
    """The hour is over, and nothing of it stays in this browser, which may be anybody's."""
    page = reply.unkept(make_response(render_template("meeting/ended.html")))
    session.clear()
    page.headers["Clear-Site-Data"] = CLEAR
    return page


def _door(error: Invalid | None = None) -> ResponseReturnValue:
    was_at = session.pop(SEATED, None) if maybe_visitor() is None else None
    if was_at and meetings.has_closed(UUID(was_at)):
        return _ended()
    errors = forms.faults(error)
    page = render_template("meeting/join.html", errors=errors, kept=request.form, was_there=was_at is not None)
    status = 200 if error is None else 429 if "too_many_codes" in errors.values() else 422
    return reply.unkept(make_response(page, status))
