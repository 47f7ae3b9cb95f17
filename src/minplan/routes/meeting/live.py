"""What the screens in the room hear: that something is new, never what. Each fetches the room by its own door."""

import signal
from collections.abc import Iterator
from threading import current_thread, main_thread
from typing import Any
from uuid import UUID

from flask import current_app, request
from flask.typing import ResponseReturnValue
from werkzeug.wrappers import Response

from minplan import access, meeting as meetings
from minplan.meeting import Subscriber
from minplan.routes import forms
from minplan.routes.marks import allows
from minplan.routes.meeting.blueprint import MEETING, TABLE, bp
from minplan.routes.visitor import own_key, visitor

VERSION = "X-Live"
FULL = {"Retry-After": "15", "Cache-Control": "no-store"}
# Nothing between may gather up what is said: it would come when nobody wants to know it any more.
STREAM = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
BEAT = "event: here\ndata: .\n\n"  # says nothing, so that a line which was cut is known by its silence


@bp.get(f"{MEETING}/live")
@allows(*TABLE)
def live(plan: UUID, meeting: UUID) -> ResponseReturnValue:
    """A stream of events. `since` is the version that the screen shows; it hears of each one after that."""
    shows = request.headers.get("Last-Event-ID") or request.args.get("since", "")
    most = current_app.extensions["minplan"].live_max
    try:
        found = meetings.subscribe(visitor().person_id, plan, meeting, own_key(), shows, most)
    except meetings.Full:
        return Response(status=503, headers=FULL)
    response = Response(_events(found), mimetype="text/event-stream", headers=STREAM)
    response.call_on_close(lambda: meetings.unsubscribe(found))  # also where nothing of it was ever read
    return response


@bp.post(f"{MEETING}/presence")
@allows(*TABLE)
def presence(plan: UUID, meeting: UUID) -> ResponseReturnValue:
    """204 for a script, with the version of the room; without one the way back to the room."""
    here = {name: request.form[name] for name in ("touching", "says") if name in request.form}
    said = forms.read(meetings.Here, **here)
    who = (visitor().person_id, plan, meeting, own_key())
    if request.form.get("left"):
        meetings.leave_room(*who)
        return Response(status=204)
    version = meetings.be_here(*who, said)
    if request.headers.get("HX-Request"):
        return Response(status=204, headers={VERSION: version, "Cache-Control": "no-store"})
    return Response(status=303, headers={"Location": f"/plans/{plan}/meetings/{meeting}/room"})


def for_room(view: access.View, found: meetings.MeetingView) -> dict[str, Any]:
    """Who is here, and the version that this page shows."""
    return {"present": meetings.who_is_here(view, found.id, own_key()), "since": meetings.room_version(view, found.id)}


def _events(subscriber: Subscriber) -> Iterator[str]:
    try:
        yield ": here\n\n"  # so that the browser knows at once that it is heard
        for version in subscriber.news():
            yield f"event: changed\nid: {version}\ndata: {version}\n\n" if version else BEAT
    finally:
        meetings.unsubscribe(subscriber)


def _end_with_the_process(_state: object) -> None:
    """A server that is asked to stop waits for its answers, and these would never end by themselves."""
    before = signal.getsignal(signal.SIGTERM)
    if not callable(before) or current_thread() is not main_thread():
        return

    def stop(*received: Any) -> None:
        meetings.end_subscriptions()
        before(*received)

    signal.signal(signal.SIGTERM, stop)


bp.record_once(_end_with_the_process)
