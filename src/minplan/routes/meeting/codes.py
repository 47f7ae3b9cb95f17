"""The code for one more screen: made by whoever sits with the citizen, and shown large, until it is used or over."""

from uuid import UUID

from flask import make_response, redirect, render_template
from flask.typing import ResponseReturnValue
from markupsafe import Markup

from minplan import access, meeting as meetings
from minplan.errors import Invalid
from minplan.language import mark
from minplan.routes import doors, once, reply
from minplan.routes.languages import gettext
from minplan.routes.marks import allows
from minplan.routes.meeting.blueprint import MEETING, STAFF, bp
from minplan.routes.meeting.frame import card
from minplan.routes.visitor import visitor

CODE = "join_code"
QUIET = 4  # modules of white around the picture, or a camera does not find it
_SAID = {
    "used": mark("En skærm mere er med ved bordet."),
    "over": mark("Koden gælder ikke længere. Lav en ny, hvis en skærm til skal med."),
    "not_going_on": mark("Mødet er ikke åbent. Åbn det, så kan en skærm gå med."),
}


@bp.post(f"{MEETING}/codes")
@allows(*STAFF)
def make_code(plan: UUID, meeting: UUID) -> ResponseReturnValue:
    here = card(plan, meeting)
    try:
        code = meetings.make_code(visitor().person_id, plan, meeting)
    except Invalid:
        return reply.done(here, gettext(_SAID["not_going_on"]))
    once.keep(CODE, code, str(meeting))
    return redirect(f"{here}/codes", 303)


@bp.get(f"{MEETING}/codes")
@allows(*STAFF)
def show_code(plan: UUID, meeting: UUID) -> ResponseReturnValue:
    """The page asks again by itself: it leads back to the room as soon as the code has been used."""
    code, of = once.shown(CODE) or ("", "")
    with access.view(visitor().person_id, plan, "room") as view:
        meetings.one(view, meeting)
        state = meetings.code_state(view, meeting, code) if of == str(meeting) else "over"
    if state != "waiting":
        once.forget(CODE)
        to = f"{card(plan, meeting)}/room{'#devices' if state == 'used' else ''}"  # who came is looked at first of all
        return _go_on(to, gettext(_SAID[state]))
    return ("", 204) if reply.htmx else _page(view, card(plan, meeting), code)


def _page(view: access.View, here: str, code: str) -> ResponseReturnValue:
    join = doors.here("/join")
    page = render_template(
        "meeting/code.html",
        here=here,
        code=code,
        picture=_picture(f"{join}?lang={view.plan.citizen_language}#{code}"),
        address=join,
        citizen_name=view.plan.citizen_name,
    )
    return reply.unkept(make_response(page))


def _go_on(to: str, told: str) -> ResponseReturnValue:
    """The room has scripts of its own, so it is opened and never grown into."""
    answer = reply.done(to, told)
    return ("", 204, {"HX-Redirect": to}) if reply.htmx else answer


def _picture(address: str) -> Markup:
    """The square picture of an address, black on white in every scheme: a camera reads nothing else as surely."""
    import segno  # only who shows a code needs it

    black_on_white = {"dark": "#000", "light": "#fff", "svgclass": None, "lineclass": None}
    drawn = segno.make(address, micro=False, error="m")
    return Markup(drawn.svg_inline(border=QUIET, omitsize=True, **black_on_white))  # nosec B704: digits and lines only
