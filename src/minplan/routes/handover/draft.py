"""What a professional hands over, and what they are handed: the old contact person's page, and the new one's."""

from uuid import UUID

from flask import render_template
from flask.typing import ResponseReturnValue

from minplan import access, handover
from minplan.errors import Conflict, Invalid
from minplan.handover import Draft
from minplan.routes import fields, reply, tone
from minplan.routes.handover.blueprint import bp, frame, status
from minplan.routes.languages import gettext
from minplan.routes.marks import allows
from minplan.routes.visitor import visitor


@bp.get("/handovers/<uuid:change>")
@allows("staff")
def to_write(change: UUID) -> ResponseReturnValue:
    return _page(change)


@bp.post("/handovers/<uuid:change>")
@allows("staff")
def write(change: UUID) -> ResponseReturnValue:
    try:
        command = Draft(page=fields.own_words("page"), goodbye=fields.own_words("goodbye"))
        handover.draft(visitor().person_id, change, command)
    except Invalid as error:
        return _page(change, error), status(error)
    except Conflict:
        return reply.done("/me", gettext("Borgeren har allerede sendt sin egen side. Tak for det, du har gjort."))
    said = gettext("Det er gemt. Kun borgeren og du kan læse det.")
    both = "\n".join((fields.text("page"), fields.text("goodbye")))
    return reply.done(f"/handovers/{change}", tone.said(said, both, tone.written_in()))


@bp.get("/plans/<uuid:plan>/handover")
@allows("contact")
def to_me(plan: UUID) -> ResponseReturnValue:
    with access.view(visitor().person_id, plan, "handover", frozenset({"contact"})) as view:
        found = handover.to_me(view)
    return render_template(
        "handover/to_me.html", it=found, plan_id=plan, viewer=view.viewer, citizen_name=view.plan.citizen_name
    )


def _page(change: UUID, error: Invalid | None = None) -> str:
    found = handover.to_write(visitor().person_id, change)
    return render_template("handover/draft.html", it=found, **frame(error, "draft"))
