"""Joining: six digits, and this screen sits at the table. No sign-in is asked for, because the person is there.

The code stands in no address: in the square picture it comes after the #, which no browser sends to anybody.
"""

from flask import make_response, redirect, render_template, request, session
from flask.typing import ResponseReturnValue

from minplan import meeting as meetings
from minplan.errors import Invalid
from minplan.meeting import Table
from minplan.routes import forms, limits, reply
from minplan.routes.marks import open_to_all
from minplan.routes.meeting.blueprint import bp
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
    try:
        table = meetings.open_code(request.form.get("code", ""), limits.who())
        _take_place(table)
    except Invalid as error:
        return _door(error)
    return redirect(f"/plans/{table.plan_id}/meetings/{table.meeting_id}/room", 303)


def _take_place(table: Table) -> None:
    """Whoever is in as the citizen already needs no seat, and the code stays for another screen."""
    here = maybe_visitor()
    if here and here.person_id != table.citizen_id:
        raise Invalid({"code": "somebody_else"})
    if here is None or here.meeting_id not in (None, table.meeting_id):
        sit_down(table.citizen_id, meetings.sit_down(table, device()))


def _door(error: Invalid | None = None) -> ResponseReturnValue:
    was_there = session.pop(SEATED, None) is not None and maybe_visitor() is None
    errors = forms.faults(error)
    page = render_template("meeting/join.html", errors=errors, kept=request.form, was_there=was_there)
    status = 200 if error is None else 429 if "too_many_codes" in errors.values() else 422
    return reply.unkept(make_response(page, status))
