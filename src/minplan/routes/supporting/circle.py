"""Who goes along: the list, somebody new, and the code that the citizen hands over."""

import secrets
from uuid import UUID

from flask import make_response, redirect, render_template, request
from flask.typing import ResponseReturnValue

from minplan import access, clock, sharing
from minplan.errors import Invalid
from minplan.routes import doors, once, reply
from minplan.routes.marks import allows
from minplan.routes.supporting.blueprint import CITIZEN, HOME, bp, frame, given, said
from minplan.routes.visitor import visitor

CODE = "code"


@bp.get("/plan/supporters")
@allows(*CITIZEN)
def circle() -> str:
    once.forget(CODE)
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
    once.keep(CODE, code, asked.name)
    return redirect(f"{HOME}/code", 303)


@bp.get("/plan/supporters/code")
@allows(*CITIZEN)
def code() -> ResponseReturnValue:
    """The code, until the citizen goes on or ten minutes are over."""
    found = once.shown(CODE)
    if found is None:
        return redirect(HOME, 303)
    until = clock.today() + sharing.VALID
    page = render_template(
        "supporting/code.html", code=found[0], name=found[1], until=until, address=doors.here("/invitation")
    )
    return reply.unkept(make_response(page))


def _form(error: Invalid | None = None) -> str:
    key = request.form.get("once") or secrets.token_urlsafe(12)
    usual = clock.today() + sharing.USUAL
    return render_template("supporting/new.html", once=key, usual=usual, **frame(error))


def _own_plan() -> UUID:
    with access.view(visitor().person_id) as view:
        return view.plan.id
