"""A professional puts a choice before the citizen: a question and two to four options; or takes it back."""

from uuid import UUID

from flask import render_template, request
from flask.typing import ResponseReturnValue

from minplan import access, content, journey, rights
from minplan.errors import Conflict, Invalid
from minplan.routes import fields, forms, reply, tone
from minplan.routes.languages import gettext, reader
from minplan.routes.marks import allows
from minplan.routes.pickers import phrase_label
from minplan.routes.rights.blueprint import STAFF, bp
from minplan.routes.rights.choices import choice_page
from minplan.routes.rights.frame import frame
from minplan.routes.visitor import visitor
from minplan.words import NewText

_CHOICES = "/plans/<uuid:plan>/choices"
# The parts of an option, and which ready sentences each takes.
_PARTS = {"title": "step", "why": "why", "takes": "takes", "money": "money"}


@bp.get(f"{_CHOICES}/new")
@allows(*STAFF)
def new_choice(plan: UUID) -> str:
    return _page(plan)


@bp.post(_CHOICES)
@allows(*STAFF)
def offer_choice(plan: UUID) -> ResponseReturnValue:
    try:
        outcome = rights.offer_choice(visitor().person_id, plan, _command(_named(plan)))
    except Invalid as error:
        return _page(plan, error), 422
    done = outcome.kind == "done"
    told = gettext("Valget ligger klar til borgeren.") if done else gettext("Det har vi allerede fået.")
    return reply.done(f"/plans/{plan}/choices/{outcome.subject_id}", tone.heard_all(told))


@bp.post(f"{_CHOICES}/<uuid:choice>/withdrawal")
@allows(*STAFF)
def withdraw_choice(plan: UUID, choice: UUID) -> ResponseReturnValue:
    try:
        because = fields.own_words("because", required=True)
        outcome = rights.withdraw_choice(visitor().person_id, plan, choice, because, forms.seen("state"))  # type: ignore[arg-type]
    except Invalid as error:
        return choice_page(plan, choice, error, "withdrawal"), 422
    except Conflict as late:
        return choice_page(plan, choice, late), 409
    done = outcome.kind == "done"
    told = gettext("Valget er taget tilbage.") if done else gettext("Sådan var det allerede.")
    return reply.done(f"/plans/{plan}/choices/{choice}", tone.heard(told))


def _named(plan: UUID) -> str:
    with access.view(visitor().person_id, plan, "choice") as view:
        return view.plan.citizen_name


def _command(citizen: str) -> rights.NewChoice:
    question = _words("question", "choice", citizen)
    if question is None:
        raise Invalid({"question": "required"})
    milestone = fields.uuid("milestone", required=True)
    options = [_option(number, citizen) for number in range(1, rights.MOST_OPTIONS + 1) if _is_begun(number)]
    return forms.read(rights.NewChoice, question=question, milestone=milestone, options=options)


def _is_begun(number: int) -> bool:
    """Whether anything stands in this option; the first ones must be there."""
    names = [f"{part}_{number}{also}" for part in _PARTS for also in ("", "_phrase")]
    return number <= rights.FEWEST_OPTIONS or any(fields.text(name) for name in names)


def _option(number: int, citizen: str) -> rights.NewOption:
    said = {part: _words(f"{part}_{number}", kind, citizen) for part, kind in _PARTS.items()}
    for part in ("title", "why"):
        if said[part] is None:
            raise Invalid({f"{part}_{number}": "required"})
    return forms.read(rights.NewOption, **said, new=fields.own_words(f"new_{number}"))


def _words(name: str, kind: str, citizen: str) -> NewText | None:
    """Own words, or the ready sentence that was picked in `<name>_phrase`; who it is about is the citizen."""
    said, phrase = fields.own_words(name), request.form.get(f"{name}_phrase")
    if said or not phrase:
        return said
    if phrase not in {each.id for each in _ready(kind)}:
        raise Invalid({f"{name}_phrase": "unknown"})
    slots = {"who": citizen} if "who" in content.phrases(kind)[phrase].slots else {}
    return NewText(phrase=phrase, slots=slots)


def _ready(kind: str) -> list[content.Phrase]:
    return [each for each in content.phrases(kind).values() if set(each.required) <= {"who"}]


def _names() -> dict[str, str]:
    """What an option's fields are called on top of the form."""
    numbers = range(1, rights.MOST_OPTIONS + 1)
    fields_of = (*_PARTS, "new")
    called = {f"{part}_{number}": gettext("Mulighed %(n)s", n=number) for part in fields_of for number in numbers}
    return called | {f"{name}_phrase": said for name, said in called.items()}


def _filled(offers: list[str]) -> dict[int, dict[str, str]]:
    """What stands in the options at first: offers of the catalogue that a professional has picked."""
    lang = reader().language.code
    picked = [each for each in content.every_offer() if each.id in offers][: rights.MOST_OPTIONS]
    parts = {"title": "name", "why": "gives", "takes": "often"}
    told = [{name: offer.said(part, lang)[0] for name, part in parts.items()} for offer in picked]
    return dict(enumerate(told, 1))


def _page(plan: UUID, error: Invalid | None = None) -> str:
    with access.view(visitor().person_id, plan, "choice") as view:
        goals = journey.way(view).goals
    return render_template(
        "rights/new_choice.html",
        goals=[goal for goal in goals if goal.milestones],
        steps=[(each.id, phrase_label(each)) for each in _ready("step")],
        options=range(1, rights.MOST_OPTIONS + 1),
        fewest=rights.FEWEST_OPTIONS,
        **frame(view),
        errors=forms.faults(error),
        names=_names(),
        kept=request.form,
        filled=_filled(request.args.getlist("offer")),
    )
