"""One of those who go along: what they see, until when, and taking it back."""

from typing import Any
from uuid import UUID

from flask import abort, render_template
from flask.typing import ResponseReturnValue

from minplan import sharing
from minplan.errors import Conflict, Invalid
from minplan.routes import fields, forms, reply
from minplan.routes.marks import allows
from minplan.routes.supporting.blueprint import CITIZEN, HOME, bp, frame, given, said
from minplan.routes.visitor import visitor


@bp.get("/plan/supporters/<uuid:person>")
@allows(*CITIZEN)
def one(person: UUID) -> str:
    return _page(person)


@bp.post("/plan/supporters/<uuid:person>")
@allows(*CITIZEN)
def change(person: UUID) -> ResponseReturnValue:
    plan = _known(person)["plan_id"]
    try:
        limits = given(sharing.Allowance)
        seen = {name: forms.seen(name) for name in ("shares", "hidden")} | {"until": fields.day("seen_until")}
        outcome = sharing.change_supporter(visitor().person_id, plan, person, limits, seen)
    except Invalid as error:
        return _page(person, error), 422
    except Conflict as error:
        return _page(person, error), 409
    return reply.done(HOME, said("changed", outcome.kind))


@bp.post("/plan/supporters/<uuid:person>/ending")
@allows(*CITIZEN)
def end(person: UUID) -> ResponseReturnValue:
    found = frame()
    name = next((each.name for each in found["supporters"] if each.id == person), "")
    outcome = sharing.end_supporter(visitor().person_id, found["plan_id"], person)
    return reply.done(HOME, said("ended_from", outcome.kind, name=name))


@bp.post("/plan/supporters/invitations/<uuid:invitation>/ending")
@allows(*CITIZEN)
def take_back(invitation: UUID) -> ResponseReturnValue:
    outcome = sharing.take_back(visitor().person_id, frame()["plan_id"], invitation)
    return reply.done(HOME, said("ended", outcome.kind))


def _known(person: UUID, error: Exception | None = None) -> dict[str, Any]:
    found = frame(error)
    who = next((each for each in found["supporters"] if each.id == person), None)
    return found | {"who": who} if who else abort(404)


def _page(person: UUID, error: Exception | None = None) -> str:
    return render_template("supporting/one.html", **_known(person, error))
