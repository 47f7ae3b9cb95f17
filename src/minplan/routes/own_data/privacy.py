"""What a citizen, or who stands by one, must be told first: who is responsible, why, what is kept, what they can do."""

from urllib.parse import quote

from flask import current_app, redirect, render_template, request
from flask.typing import ResponseReturnValue

from minplan import access, own_data
from minplan.identity import Visit
from minplan.routes.marks import allows, may_open, open_to_all
from minplan.routes.own_data.blueprint import CITIZEN, bp
from minplan.routes.visitor import home_of, maybe_visitor, visitor

ASKED = ("citizen", "supporter")  # a professional is told by whom they work for


@bp.get("/privacy")
@open_to_all
def privacy() -> str:
    found = maybe_visitor()
    return render_template(
        "own_data/privacy.html",
        settings=current_app.extensions["minplan"],
        version=own_data.PRIVACY,
        home=home_of(found) if found else "/",
        unread=found is not None and _asks(found),
        onward=request.args.get("next", "")[:500],
    )


@bp.post("/privacy")
@allows(*CITIZEN, *access.SUPPORTERS)
def read() -> ResponseReturnValue:
    """Read, which is no consent; on to where they were going."""
    found, goal = visitor(), request.form.get("next", "")
    own_data.read_privacy(found.person_id)
    return redirect(goal if may_open(goal, found) else home_of(found), 303)


def first(found: Visit, goal: str) -> str:
    """Where somebody who has just come in goes: to their goal, by way of a notice that they have not read."""
    return f"/privacy?next={quote(goal)}" if _asks(found) else goal


def _asks(found: Visit) -> bool:
    return found.kind in ASKED and found.privacy_seen != own_data.PRIVACY.isoformat()
