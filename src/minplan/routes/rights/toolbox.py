"""The toolbox: one catalogue in the same words for both sides; a citizen says what they think, and asks."""

from typing import Any
from uuid import UUID

from flask import render_template
from flask.typing import ResponseReturnValue

from minplan import access, clock, content, journey, language, rights
from minplan.content import Offer
from minplan.errors import Conflict
from minplan.language import mark
from minplan.routes import fields, forms, reply
from minplan.routes.languages import day, gettext, reader
from minplan.routes.marks import allows, open_to_all
from minplan.routes.rights.blueprint import CITIZEN, STAFF, bp
from minplan.routes.rights.frame import frame, own_view
from minplan.routes.visitor import visitor

_OFFERS = "/plans/<uuid:plan>/offers"
_CALLED = {
    "gives": mark("Det kan give dig"),
    "promises_not": mark("Det lover ikke"),
    "often": mark("Hvornår"),
}


@bp.get("/toolbox")
@open_to_all
def toolbox() -> str:
    return _page()


def _page(late: str = "") -> str:
    """The catalogue; `late` is an offer whose answer has changed in another window."""
    offers = content.offers(clock.today())
    about = [each for each in content.INTERESTS if any(each in offer.interests for offer in offers)]
    spoken = {offer.id: _spoken(offer) for offer in offers}
    return render_template(
        "rights/toolbox.html", offers=offers, interests=about, spoken=spoken, late=late, **_own()
    )


@bp.post(f"{_OFFERS}/<offer>")
@allows(*CITIZEN)
def lean(plan: UUID, offer: str) -> ResponseReturnValue:
    try:
        outcome = rights.lean(visitor().person_id, plan, offer, fields.text("answer"), forms.maybe_seen("answer"))
    except Conflict:
        return _page(offer), 409
    told = gettext("Dit svar er gemt.") if outcome.kind == "done" else gettext("Det stod der allerede.")
    return reply.done(f"/toolbox#answer-{offer}", told)


@bp.post(f"{_OFFERS}/<offer>/question")
@allows(*CITIZEN)
def ask_about_offer(plan: UUID, offer: str) -> ResponseReturnValue:
    outcome = rights.ask_about(visitor().person_id, plan, offer)
    promised = day(outcome.promised or journey.answer_by())
    told = gettext("Tak. Vi har fået det. Du får svar senest %(day)s.", day=promised)
    return reply.done(f"/plans/{plan}/calls/{outcome.subject_id}", told)


@bp.get(_OFFERS)
@allows(*STAFF)
def offers(plan: UUID) -> str:
    with access.view(visitor().person_id, plan, "choice") as view:
        found = rights.leanings(view)
    return render_template(
        "rights/leanings.html",
        leanings=found,
        plan_id=plan,
        viewer=view.viewer,
        citizen_name=view.plan.citizen_name,
    )


def _spoken(offer: Offer) -> tuple[str, str]:
    """The language in which an offer is read aloud, and what is said: what it promises not never without saying so."""
    lang = offer.said("name", reader().language.code)[1]
    said = {part: offer.said(part, lang)[0].rstrip(".") for part in content.OFFER_PARTS}
    theirs = language.translator(lang)
    called = {part: theirs.gettext(name) for part, name in _CALLED.items()}
    called["where"] = theirs.pgettext("offer", "Hvor")
    told = [f"{called[part]}: {text}." if part in called else f"{text}." for part, text in said.items()]
    return lang, " ".join(told)


def _own() -> dict[str, Any]:
    """A citizen's own plan and what they have answered; nothing for anybody else, and at a meeting's table."""
    with own_view() as view:
        if view is None:
            return {}
        answers = {each.offer.id: each.answer for each in rights.leanings(view)}
        return frame(view) | {"answers": answers, "promised": journey.answer_by()}
