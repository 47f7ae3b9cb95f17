"""Yes, or "I see it differently": on one's own screen, on one that is handed over, or with a pen."""

from typing import Any
from uuid import UUID

from flask import redirect, render_template, request
from flask.typing import ResponseReturnValue

from minplan import access, journey, meeting as meetings
from minplan.errors import Conflict, Invalid
from minplan.journey import Outcome
from minplan.routes import fields, forms, reply
from minplan.routes.languages import gettext
from minplan.routes.marks import allows
from minplan.routes.meeting.blueprint import MEETING, STAFF, TABLE, bp
from minplan.routes.meeting.frame import card, frame
from minplan.routes.meeting.outcome import for_citizen, for_guest, for_room
from minplan.routes.visitor import visitor

GUESTS = ("workplace", "supplier")


@bp.get(f"{MEETING}/confirmation")
@allows(*STAFF)
def hand_over(plan: UUID, meeting: UUID) -> ResponseReturnValue:
    if request.args.get("side") not in GUESTS and not _sees_it_all(plan, meeting):
        return reply.done(_back(plan, meeting), gettext("Bed kontaktpersonen om det."))
    return _page(plan, meeting)


@bp.post(f"{MEETING}/confirmation")
@allows(*TABLE)
def confirm(plan: UUID, meeting: UUID) -> ResponseReturnValue:
    try:
        command = _command()
        outcome = meetings.confirm(visitor().person_id, plan, meeting, command)
    except Invalid as error:
        return _page(plan, meeting, error), 422
    except Conflict as error:
        return _page(plan, meeting, error), 409
    if command.how == "handed":  # the screen is in their hands still, and thanks them in their own language
        return redirect(f"{card(plan, meeting)}/confirmation?side={command.side}&given=1", 303)
    return reply.done(_back(plan, meeting), _thanks(outcome))


def _command() -> meetings.NewConfirmation:
    side = fields.text("side", required=True)
    return forms.read(
        meetings.NewConfirmation,
        side=side,
        says=fields.text("says", required=True),
        how=_how(side),
        digest=fields.text("digest"),
        words=fields.own_words("words"),
        name=fields.text("name"),
        role=fields.text("role"),
        about=forms.ids("about") if side in GUESTS else [],
    )


def _how(side: str) -> str:
    """On whose screen it is said: that is nothing that a form could tell of a citizen's own."""
    if visitor().meeting_id:
        return "joined"
    if visitor().kind == "citizen" or side == "municipality":
        return "own"
    return "paper" if request.form.get("how") == "paper" else "handed"


def _thanks(outcome: Outcome) -> str:
    if outcome.kind == "unchanged":
        return gettext("Det har vi allerede fået.")
    if not visitor().meeting_id:
        return gettext("Tak. Det er skrevet ned.")
    if request.form.get("says") == "agree":
        return gettext("Tak. Dit ja venter, til du selv er logget ind, eller skriver under på papir.")
    return gettext("Tak. Det er skrevet ned. Det tæller, når du selv er logget ind, eller skriver under på papir.")


def _sees_it_all(plan: UUID, meeting: UUID) -> bool:
    """Nobody hands over a screen or a paper that stands for more than there is on it."""
    with access.view(visitor().person_id, plan, "room") as view:
        return meetings.outcome(view, meetings.one(view, meeting).id).whole


def _back(plan: UUID, meeting: UUID) -> str:
    with access.view(visitor().person_id, plan, "room") as view:
        closed = meetings.one(view, meeting).state == "closed"
    return f"{card(plan, meeting)}/{'summary' if closed else 'room#confirmation'}"


def _page(plan: UUID, meeting: UUID, error: Exception | None = None) -> str:
    """The screen in another's hands: what they say yes to, in their language too, and nothing else."""
    side, how = request.values.get("side") or "citizen", request.form.get("how", "")
    with access.view(visitor().person_id, plan, "room") as view:
        found = meetings.one(view, meeting)
        form = "confirm" if side in GUESTS else f"confirm-{how or side}"
        given = {"way": journey.way(view)} | for_room(view, found) | frame(view, found, error, form)
    given |= _handed_over(view, side, how) if given["staff"] else {}
    shown = [each for each in given["outcome"].agreements if str(each.id) in request.values.getlist("about")]
    mark = meetings.mark_of(given["outcome"], [each.id for each in shown])
    given |= {"side": side, "shown": shown, "mark": mark, "paper": how == "paper"}
    return render_template("meeting/confirmation.html", stale=isinstance(error, Conflict), **given)


def _handed_over(view: access.View, side: str, how: str) -> dict[str, Any]:
    """Whose eyes the page is for, while a professional's screen is in their hands."""
    if side in GUESTS:
        return for_guest(view)
    if side != "citizen" or how == "paper":
        return {}
    return for_citizen(view) | {"handed": True}
