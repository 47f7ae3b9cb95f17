"""My calendar: the file of one meeting, and the private address at which a calendar fetches by itself."""

from urllib.parse import urlsplit
from uuid import UUID

from flask import Response, make_response, redirect, render_template, request
from flask.typing import ResponseReturnValue

from minplan import access, meeting
from minplan.language import mark
from minplan.routes import doors, limits, once, reply
from minplan.routes.languages import gettext, reader
from minplan.routes.marks import allows, open_to_all
from minplan.routes.meeting.blueprint import ALL, MEETING, bp
from minplan.routes.own_data.blueprint import attached
from minplan.routes.visitor import visitor

HERE = "/calendar"
KEY = "calendar"
TYPE = "text/calendar; charset=utf-8"
GUESSES, WITHIN = 60, 600  # wrong addresses from one place, within so many seconds

_OFF = mark("Adressen er slået fra. Det gælder fra nu.")
_ALREADY = mark("Sådan var det allerede.")


@bp.get(f"{MEETING}/calendar.ics")
@allows(*ALL)
def as_file(plan: UUID, meeting: UUID) -> ResponseReturnValue:
    """With the place only where somebody has asked for it."""
    return _file(plan, meeting, placed=request.args.get("place") == "1")


@bp.get(HERE)
@allows(*ALL)
def calendar() -> ResponseReturnValue:
    once.forget(KEY)
    page = render_template("meeting/calendar.html", since=meeting.feed_since(visitor().person_id))
    return reply.unkept(make_response(page))


@bp.post(HERE)
@allows(*ALL)
def renew_calendar() -> ResponseReturnValue:
    """An address, or another one in the place of what was there."""
    once.keep(KEY, meeting.renew_feed(visitor().person_id))
    return redirect(f"{HERE}/address", 303)


@bp.get(f"{HERE}/address")
@allows(*ALL)
def calendar_address() -> ResponseReturnValue:
    """The address, until its owner goes on or ten minutes are over."""
    found = once.shown(KEY)
    if found is None:
        return redirect(HERE, 303)
    address = doors.here(f"{HERE}/{found[0]}.ics")
    page = render_template(
        "meeting/calendar_address.html", address=address, subscribe=urlsplit(address)._replace(scheme="webcal").geturl()
    )
    return reply.unkept(make_response(page))


@bp.post(f"{HERE}/ending")
@allows(*ALL)
def end_calendar() -> ResponseReturnValue:
    once.forget(KEY)
    return reply.done(HERE, gettext(_OFF if meeting.end_feed(visitor().person_id) else _ALREADY))


@bp.get(f"{HERE}/<key>.ics")
@open_to_all
def fetch_calendar(key: str) -> ResponseReturnValue:
    """What somebody's calendar fetches. An address that is none says nothing, and is not tried for long."""
    found = meeting.fetch_feed(key, doors.here("/meetings"))
    if found is None:
        limits.within_or_wait("calendar", GUESSES, WITHIN)
        return reply.unkept(Response(status=404, mimetype="text/plain"))
    return reply.unkept(Response(found, content_type=TYPE))


def _file(plan: UUID, which: UUID, placed: bool) -> ResponseReturnValue:
    with access.view(visitor().person_id, plan, "meeting") as view:
        found = meeting.one(view, which)
    body = meeting.calendar_file(found, reader().translator, doors.here("/meetings"), placed)
    return attached(body.decode(), TYPE, "calendar.ics")
