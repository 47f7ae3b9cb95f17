"""Who gets to know what: everything on one page, and each yes on a page of its own."""

from uuid import UUID

from flask import make_response, redirect, render_template, request
from flask.typing import ResponseReturnValue

from minplan import access, content, rights, sharing
from minplan.content import ConsentItem
from minplan.errors import Conflict, NotFound
from minplan.language import mark
from minplan.routes import fields, forms, reply
from minplan.routes.languages import gettext, reader
from minplan.routes.marks import allows
from minplan.routes.sharing.blueprint import CITIZEN, MINE, bp
from minplan.routes.visitor import visitor

_NO = mark("Det er helt i orden. Vi gemmer ikke dit nej.")
_YES = mark("Tak. Dit ja gælder fra nu. Her er din kvittering.")
_BACK = mark("Dit ja er taget tilbage. Det gælder fra nu.")
_ALREADY = mark("Sådan var det allerede.")

# Where papers about somebody's health are asked for, what holds for them stands below the question.
_MEDICAL = ("doctor", "hospital")


@bp.get(MINE)
@allows(*CITIZEN)
def consents() -> ResponseReturnValue:
    with access.view(visitor().person_id) as view:
        found, (supporters, *_) = sharing.consents(view), sharing.circle(view)
        here = rights.here_on(view, "data")
    running = [each for each in found if each.runs]
    page = render_template(
        "sharing/consents.html",
        running=running,
        over=[each for each in found if not each.runs],
        offered=_offered({each.item for each in running}),
        departments={content.department_called(each.department) for each in view.members},
        members=view.members,
        supporters=[each for each in supporters if not each.ended],
        shares=access.SHARES,
        rights_here=here,
        plan_id=view.plan.id,
        viewer=view.viewer,
    )
    return reply.unkept(make_response(page))


@bp.get(f"{MINE}/<item>")
@allows(*CITIZEN)
def item(item: str) -> ResponseReturnValue:
    with access.view(visitor().person_id) as view:
        standing = next((each for each in sharing.consents(view) if each.runs and each.item == item), None)
    if standing:
        return redirect(f"{MINE}/receipts/{standing.id}", 303)
    return _asked(item, view.plan.id)


@bp.post("/plans/<uuid:plan>/consents")
@allows(*CITIZEN)
def answer(plan: UUID) -> ResponseReturnValue:
    if access.viewer(visitor().person_id, plan, frozenset(CITIZEN)) is None:
        raise NotFound  # for a stranger it is not there, not even wrong
    asked = fields.text("item", required=True)
    if fields.text("answer", required=True) != "yes":
        return reply.done(MINE, gettext(_NO))
    lang = request.form.get("lang") or reader().language.code
    try:
        outcome = sharing.give_consent(visitor().person_id, plan, asked, lang, forms.seen("consent"))
    except Conflict:
        return _asked(asked, plan, changed=True), 409
    told = _YES if outcome.kind == "done" else _ALREADY
    return reply.done(f"{MINE}/receipts/{outcome.subject_id}", gettext(told))


@bp.post("/plans/<uuid:plan>/consents/<uuid:consent>/withdrawal")
@allows(*CITIZEN)
def withdraw(plan: UUID, consent: UUID) -> ResponseReturnValue:
    outcome = sharing.withdraw_consent(visitor().person_id, plan, consent)
    return reply.done(f"{MINE}/receipts/{consent}", gettext(_BACK if outcome.kind == "done" else _ALREADY))


def _offered(taken: set[str]) -> dict[str, list[ConsentItem]]:
    """What can be said yes to still, by its kind."""
    left = [item for item in content.consent_items().values() if item.id not in taken]
    return {kind: [item for item in left if item.kind == kind] for kind in content.consent_kinds()}


def _asked(asked: str, plan: UUID, changed: bool = False) -> str:
    if asked not in content.consent_items():
        raise NotFound
    offer = sharing.offer(asked, reader().language.code)
    with access.view(visitor().person_id) as view:
        meant = sharing.meant(view, offer.item.department)
        here = rights.here_on(view, "medical") if offer.item.department in _MEDICAL else []
    about = {"rights_here": here, "rights_folded": True, "viewer": view.viewer}
    return render_template("sharing/item.html", offer=offer, meant=meant, plan_id=plan, changed=changed, **about)
