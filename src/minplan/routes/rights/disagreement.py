""" "I disagree": we call you, how to complain, who can help. All three stay open, whichever is taken first."""

from uuid import UUID

from flask import make_response, render_template
from flask.typing import ResponseReturnValue

from minplan import access, content, dialogue, journey, rights
from minplan.content import ShownRight
from minplan.errors import NotFound
from minplan.routes import reply
from minplan.routes.marks import allows
from minplan.routes.rights.blueprint import CITIZEN, bp
from minplan.routes.visitor import visitor

_SENT = ("complaint", "reasons")  # what leads on from a disagreement


@bp.get("/plans/<uuid:plan>/disagreement")
@allows(*CITIZEN)
def disagreement(plan: UUID) -> ResponseReturnValue:
    return _page(plan, None)


@bp.get("/plans/<uuid:plan>/steps/<uuid:step>/disagreement")
@allows(*CITIZEN)
def disagreement_on(plan: UUID, step: UUID) -> ResponseReturnValue:
    return _page(plan, step)


def _page(plan: UUID, step: UUID | None) -> ResponseReturnValue:
    with access.view(visitor().person_id, plan, "rights") as view:
        about = dialogue.about(view, step) if step else None
        decided = rights.decided(view, step) if step else None
        sent = [each for each in rights.dispatches(view) if each.kind in _SENT and each.step_id == step]
        threads = [each for each in dialogue.open_threads(view) if each.topic == "disagree" and each.step_id == step]
    page = render_template(
        "rights/disagreement.html",
        about=about,
        decided=decided,
        sent=sent,
        threads=threads,
        promised=journey.answer_by(),
        help_by=_shown("borgerraadgiver"),
        adviser=content.contact("borgerraadgiver"),
        companion=_shown("bisidder"),
        complain=_shown("klage_4_uger"),
        plan_id=plan,
        viewer=view.viewer,
        contact=view.contact,
    )
    return reply.unkept(make_response(page))


def _shown(right: str) -> ShownRight | None:
    try:
        return rights.one(right)
    except NotFound:
        return None
