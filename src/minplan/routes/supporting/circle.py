"""Who goes along: the list, somebody new, and the code that the citizen hands over."""

import secrets
from datetime import timedelta
from uuid import UUID

from flask import make_response, redirect, render_template, request, session
from flask.typing import ResponseReturnValue

from minplan import access, clock, sharing
from minplan.errors import Invalid
from minplan.routes import doors, reply
from minplan.routes.marks import allows
from minplan.routes.supporting.blueprint import CITIZEN, HOME, bp, frame, given, said
from minplan.routes.visitor import visitor, whose

CODE = "code"  # in the citizen's own cookie until they go on, with whose it is: no table holds it
SHOWN = timedelta(minutes=10)


@bp.get("/plan/supporters")
@allows(*CITIZEN)
def circle() -> str:
    session.pop(CODE, None)
    return render_template("supporting/circle.html", **frame())


@bp.get("/plan/supporters/new")
@allows(*CITIZEN)
def new() -> str:
    return _form()


@bp.post("/plan/supporters")
@allows(*CITIZEN)
def invite() -> ResponseReturnValue:
    try:
        asked = given(sharing.NewInvitation, **{each: request.form.get(each, "") for each in ("relation", "name")})
        code = sharing.invite(visitor().person_id, _own_plan(), asked, request.form.get("once", "")[:80])
    except Invalid as error:
        return _form(error), 422
    if code is None:
        return reply.done(HOME, said("used"))
    session[CODE] = [code, clock.now().isoformat(), asked.name, whose(visitor().person_id)]
    return redirect(f"{HOME}/code", 303)


@bp.get("/plan/supporters/code")
@allows(*CITIZEN)
def code() -> ResponseReturnValue:
    """The code, until the citizen goes on or ten minutes are over."""
    found = session.get(CODE)
    if not found or not _is_shown(*found[1:]):
        session.pop(CODE, None)
        return redirect(HOME, 303)
    until = clock.today() + sharing.VALID
    page = render_template(
        "supporting/code.html", code=found[0], name=found[2], until=until, address=doors.here("/invitation")
    )
    return reply.unkept(make_response(page))


def _is_shown(at: str, _name: str, of: str) -> bool:
    fresh = clock.parse(at) >= clock.now() - SHOWN  # type: ignore[operator]
    return fresh and of == whose(visitor().person_id)


def _form(error: Invalid | None = None) -> str:
    once = request.form.get("once") or secrets.token_urlsafe(12)
    usual = clock.today() + sharing.USUAL
    return render_template("supporting/new.html", once=once, usual=usual, **frame(error))


def _own_plan() -> UUID:
    with access.view(visitor().person_id) as view:
        return view.plan.id
