"""What a citizen is good at and what gives them worth: cards of their own, each shown to nobody until they show it."""

from typing import Any
from uuid import UUID

from flask import render_template, request
from flask.typing import ResponseReturnValue

from minplan import access, content, feelings, journey
from minplan.errors import Conflict, Invalid, NotFound
from minplan.routes import fields, forms, reply
from minplan.routes.feelings.blueprint import CITIZEN, bp
from minplan.routes.feelings.consent import must_agree, seen_and_agreed
from minplan.routes.languages import gettext, ngettext
from minplan.routes.marks import allows
from minplan.routes.visitor import visitor
from minplan.words import NewText

HOME = "/mine/strengths"
_ONE = f"{HOME}/<uuid:strength>"


@bp.get(HOME)
@allows(*CITIZEN)
def strengths() -> str:
    return _page("feelings/strengths.html", cards=feelings.strengths(visitor().person_id))


@bp.get(f"{HOME}/new")
@allows(*CITIZEN)
def new_strength() -> str:
    return _new(request.args.get("about", feelings.SHELVES[0]))


@bp.post(HOME)
@allows(*CITIZEN)
def keep_strengths() -> ResponseReturnValue:
    shelf = fields.text("shelf", required=True)
    try:
        must_agree()
        kept = feelings.keep_strengths(visitor().person_id, _told(shelf))
    except Invalid as error:
        return _new(shelf, error), 422
    told = ngettext("Kortet er gemt. Kun du kan se det.", "%(n)s kort er gemt. Kun du kan se dem.", kept)
    return reply.done(HOME, told if kept else gettext("Det var der allerede."))


@bp.get(_ONE)
@allows(*CITIZEN)
def strength(strength: UUID) -> str:
    return _card(strength)


@bp.post(f"{_ONE}/words")
@allows(*CITIZEN)
def reword_strength(strength: UUID) -> ResponseReturnValue:
    try:
        must_agree()
        said, seen = forms.words("text", "strength"), forms.seen("text").replace("\r\n", "\n")
        outcome = feelings.reword_strength(visitor().person_id, strength, seen, said)
    except Invalid as error:
        return _card(strength, error), 422
    except Conflict as error:
        return _card(strength, error), 409
    done = outcome.kind == "done"
    return reply.done(f"{HOME}/{strength}", gettext("Ordene er ændret.") if done else gettext("Det stod der allerede."))


@bp.post(f"{_ONE}/showing")
@allows(*CITIZEN)
def show_strength(strength: UUID) -> ResponseReturnValue:
    try:
        feelings.show_to_team(visitor().person_id, "strength", strength, *seen_and_agreed())
    except (Conflict, Invalid):
        return _card(strength, changed=True), 409
    return _back(strength, gettext("Kortet er vist nu."))


@bp.post(f"{_ONE}/hiding")
@allows(*CITIZEN)
def hide_strength(strength: UUID) -> ResponseReturnValue:
    feelings.hide_from_team(visitor().person_id, "strength", strength)
    return _back(strength, gettext("Kun du kan se kortet nu."))


@bp.post(f"{_ONE}/removal")
@allows(*CITIZEN)
def let_strength_go(strength: UUID) -> ResponseReturnValue:
    feelings.let_strength_go(visitor().person_id, strength)
    return reply.done(HOME, gettext("Kortet er slettet."))


def _told(shelf: str) -> list[feelings.NewStrength]:
    """The cards that the form asks for; raises Invalid where it asks for none, or for what there is not."""
    ready = request.form.getlist("phrase")
    if not set(ready) <= _phrases(shelf).keys():
        raise Invalid({"phrase": "unknown"})
    own = fields.own_words("text", required=not ready)
    words = [NewText(phrase=each) for each in ready] + ([own] if own else [])
    return [forms.read(feelings.NewStrength, shelf=shelf, words=each) for each in words]


def _phrases(shelf: str) -> dict[str, content.Phrase]:
    return {each.id: each for each in content.grouped("strength").get(shelf, ())}


def _new(shelf: str, error: Invalid | None = None) -> str:
    if shelf not in feelings.SHELVES:
        raise NotFound
    there = {each.words.phrase for each in feelings.strengths(visitor().person_id)}
    ready = [each for name, each in _phrases(shelf).items() if name not in there]
    return _page("feelings/new_strength.html", error, shelf=shelf, ready=ready)


def _card(strength: UUID, error: Exception | None = None, changed: bool = False) -> str:
    card = next((each for each in feelings.strengths(visitor().person_id) if each.id == strength), None)
    if card is None:
        raise NotFound
    return _page("feelings/strength.html", error, card=card, changed=changed)


def _page(template: str, error: Exception | None = None, **more: Any) -> str:
    with access.view(visitor().person_id) as view:
        steps = feelings.steps_on(view, more["card"].id) if "card" in more else []
        titles = journey.way(view).titles if steps else {}
    return render_template(
        template,
        plan_id=view.plan.id,
        viewer=view.viewer,
        people=[member.name for member in view.members],
        citizen_language=view.plan.citizen_language,
        built=[(step, titles[str(step)]) for step in steps if str(step) in titles],
        errors=forms.faults(error),
        conflict=error if isinstance(error, Conflict) else None,
        kept=request.form,
        **more,
    )


def _back(strength: UUID, told: str) -> ResponseReturnValue:
    """To the cards, or to the one that was open."""
    return reply.done(f"{HOME}/{strength}" if request.form.get("at") == "card" else f"{HOME}#card-{strength}", told)
