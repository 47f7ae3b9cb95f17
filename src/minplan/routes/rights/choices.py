"""Where the citizen chooses: equal cards, “not yet”, “something else”, and what can be chosen later."""

from uuid import UUID

from flask import render_template, request
from flask.typing import ResponseReturnValue

from minplan import access, dialogue, journey, rights
from minplan.errors import Conflict, Invalid
from minplan.routes import fields, forms, reply
from minplan.routes.languages import day, gettext, reader, say
from minplan.routes.marks import allows
from minplan.routes.rights.blueprint import CITIZEN, STAFF, bp
from minplan.routes.rights.frame import frame
from minplan.routes.visitor import visitor

_CHOICES = "/plans/<uuid:plan>/choices"
_CHOICE = f"{_CHOICES}/<uuid:choice>"


@bp.get(_CHOICES)
@allows(*CITIZEN, *STAFF)
def choices(plan: UUID) -> str:
    with access.view(visitor().person_id, plan, "choice") as view:
        found = rights.choices(view)
    return render_template("rights/choices.html", choices=found, **frame(view))


@bp.get(_CHOICE)
@allows(*CITIZEN, *STAFF)
def choice(plan: UUID, choice: UUID) -> str:
    return choice_page(plan, choice)


@bp.post(f"{_CHOICE}/answer")
@allows(*CITIZEN)
def answer_choice(plan: UUID, choice: UUID) -> ResponseReturnValue:
    here = f"/plans/{plan}/choices/{choice}"
    if "not_yet" in request.form:
        return reply.done("/plan", gettext("Det er helt i orden. Valget venter på dig."), here=True)
    try:
        option = fields.uuid("option", required=True)
        outcome = rights.choose(visitor().person_id, plan, choice, option, forms.seen("state"))  # type: ignore[arg-type]
    except Invalid as error:
        return choice_page(plan, choice, error, "choose"), 422
    except Conflict as late:
        return choice_page(plan, choice, late), 409
    done = outcome.kind == "done"
    return reply.done(here, gettext("Det ligger nu på din vej.") if done else gettext("Det har du allerede valgt."))


@bp.post(f"{_CHOICE}/idea")
@allows(*CITIZEN)
def another_idea(plan: UUID, choice: UUID) -> ResponseReturnValue:
    """Something else than what was offered: an idea like any other, with a day for the answer."""
    try:
        with access.view(visitor().person_id, plan, "choice") as view:
            rights.choice(view, choice)
        text = fields.own_words("text", required=True)
        outcome = dialogue.call(visitor().person_id, plan, forms.read(dialogue.NewCall, topic="idea", text=text))
    except Invalid as error:
        return choice_page(plan, choice, error, "idea"), 422
    promised = day(outcome.promised or journey.answer_by())
    told = gettext("Tak. Vi har fået det. Du får svar senest %(day)s.", day=promised)
    return reply.done(f"/plans/{plan}/choices/{choice}", told)


def choice_page(plan: UUID, choice: UUID, error: Exception | None = None, opened: str = "") -> str:
    """The page; with an `error` the form `opened` keeps its words, or the page says how the choice stands by now."""
    with access.view(visitor().person_id, plan, "choice") as view:
        found, way = rights.choice(view, choice), journey.way(view)
        ideas = [each for each in dialogue.open_threads(view) if each.topic == "idea"]
    return render_template(
        "rights/choice.html",
        choice=found,
        way=way,
        goal=next((goal for goal in way.goals if found.milestone_id in {each.id for each in goal.milestones}), None),
        spoken={option.id: _spoken(option) for option in found.options},
        ideas=ideas,
        promised=journey.answer_by(),
        opened=opened,
        late=isinstance(error, Conflict),
        errors=forms.faults(error),
        kept=request.form,
        **frame(view),
    )


def _spoken(option: rights.OptionView) -> list[tuple[str, str]]:
    """What is read aloud of an option, by language: own words in theirs, ready sentences and names in the reader's.

    What is not known of money is said too: whoever listens chooses by the same words as whoever reads.
    """
    told: dict[str, list[str]] = {}
    money = gettext("Dine penge")
    more = ((gettext("Nyt denne gang"), option.new), (gettext("Det kræver"), option.takes), (money, option.money))
    for called, words in (("", option.title), ("", option.why), *more):
        if words:
            lang = words.lang if words.text and words.lang else reader().language.code
            told.setdefault(lang, []).append(_part(called, say(words), lang))
    if option.money is None:
        unknown = gettext("Det står her ikke. Spørg, før du vælger.")
        told.setdefault(reader().language.code, []).append(f"{money}: {unknown}")
    return [(lang, " ".join(sentences)) for lang, sentences in told.items()]


def _part(called: str, said: str, lang: str) -> str:
    """One sentence with its name before it, where both are of one language."""
    named = called and lang == reader().language.code
    return f"{called}: {said.rstrip('.')}." if named else f"{said.rstrip('.')}."
