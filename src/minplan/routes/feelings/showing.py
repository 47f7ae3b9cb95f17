"""A picture is taken along to a meeting: which one, who reads it, the plain words about that, and the way back."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from flask import render_template, request
from flask.typing import ResponseReturnValue
from markupsafe import Markup, escape

from minplan import access, feelings
from minplan.access import Member
from minplan.errors import Conflict, Invalid
from minplan.language import listed, mark
from minplan.meeting import MeetingView
from minplan.routes import forms, reply
from minplan.routes.feelings.blueprint import CITIZEN, bp
from minplan.routes.feelings.consent import seen_and_agreed
from minplan.routes.languages import gettext, reader
from minplan.routes.marks import allows
from minplan.routes.visitor import visitor

_ALONG = "/feelings/album/<uuid:checkin>/showing"
_SHOWN = mark("Billedet er taget med. Du kan altid tage det tilbage.")
_BACK = mark("Det er taget tilbage. Nu er det kun dit.")
_NAME = Markup("<bdi>{}</bdi>")


@dataclass(frozen=True, slots=True)
class _Places:
    """Where a picture can go: the meetings that are ahead, and who works with the plan."""

    plan: UUID
    viewer: access.Viewer
    meetings: list[MeetingView]
    members: tuple[Member, ...]


@dataclass(frozen=True, slots=True)
class _Choice:
    """The meeting, the people, and whether the note goes along."""

    meeting: MeetingView
    people: list[Member]
    with_note: bool


@bp.get(_ALONG)
@allows(*CITIZEN)
def choose_showing(checkin: UUID) -> ResponseReturnValue:
    return _page("along", checkin, _places())


@bp.post(_ALONG)
@allows(*CITIZEN)
def show_checkin(checkin: UUID) -> ResponseReturnValue:
    """First the plain words about what was chosen; with the yes to them, and to what stood there, it is shown."""
    places = _places()
    try:
        chosen = _chosen(places)
        seen, agreed = seen_and_agreed()
        if agreed != feelings.FOR_MEETING:
            return _yes(checkin, places, chosen)
        people = [each.person_id for each in chosen.people]
        by, there = visitor().person_id, chosen.meeting.id
        feelings.show(by, places.plan, "checkin", checkin, seen, agreed, there, people, chosen.with_note)
    except Invalid as error:
        return _page("along", checkin, places, error), 422
    except Conflict:
        return _yes(checkin, places, chosen, changed=True), 409
    return reply.done(f"/plans/{places.plan}/meetings/{there}", gettext(_SHOWN))


@bp.post("/feelings/showings/<uuid:showing>/ending")
@allows(*CITIZEN)
def end_showing(showing: UUID) -> ResponseReturnValue:
    """It is nobody else's to see any more; back to where the button was."""
    by = visitor().person_id
    with feelings.reading(by) as own:
        plan, (meeting, keepsake) = own.plan, feelings.shown_where(own, showing)
    feelings.take_back(by, plan, showing)
    places = {"album": f"/feelings/album/{keepsake}"} if meeting else {}
    if meeting:
        places["card"] = f"/plans/{plan}/meetings/{meeting}"
        places["room"] = f"{places['card']}/room#brought"
    return reply.done(places.get(request.form.get("at", "album"), "/mine"), gettext(_BACK), here=True)


@bp.app_template_global()
def people_named(names: list[str]) -> str:
    """ "Bo, Tove og Lis", each in its own direction."""
    told = Markup(escape(listed(len(names), reader().language.code)))  # nosec B704: escaped
    return told.format(*map(_NAME.format, names))


def _places() -> _Places:
    with access.view(visitor().person_id) as view:
        return _Places(view.plan.id, view.viewer, feelings.meetings_ahead(view), view.members)


def _chosen(places: _Places) -> _Choice:
    """What the form says. Raises Invalid, with all that is to be put right at once."""
    faults: dict[str, str] = {}
    meeting = next((each for each in places.meetings if str(each.id) == request.form.get("meeting")), None)
    if meeting is None:
        faults["meeting"] = "unknown" if request.form.get("meeting") else "which_meeting"
    asked = set(request.form.getlist("people"))
    people = [each for each in places.members if str(each.person_id) in asked]
    if not people or len(people) < len(asked):
        faults["people"] = "unknown" if asked else "which_people"
    if meeting is None or faults:
        raise Invalid(faults)
    return _Choice(meeting, people, "note" in request.form)


def _yes(checkin: UUID, places: _Places, chosen: _Choice, changed: bool = False) -> str:
    return _page("along_yes", checkin, places, chosen=chosen, agreed=feelings.FOR_MEETING, changed=changed)


def _page(name: str, checkin: UUID, places: _Places, error: Invalid | None = None, **more: Any) -> str:
    with feelings.reading(visitor().person_id) as own:
        content = own.one("checkin", checkin).content
        standing = [each for each in feelings.receipts(own, checkin) if each.stands]
    return render_template(
        f"feelings/{name}.html",
        checkin=checkin,
        content=content,
        seen=feelings.print_of(content, "chosen" in more and more["chosen"].with_note),
        standing=standing,
        ahead=places.meetings,
        members=places.members,
        plan_id=places.plan,
        viewer=places.viewer,
        errors=forms.faults(error),
        kept=request.form,
        opened="along" if error else "",
        **more,
    )
