"""A step's own page: everything about it, and every form that changes it."""

from uuid import UUID

from flask import after_this_request, render_template, request
from flask.typing import ResponseReturnValue

from minplan import access, clock, dialogue, feelings, journey, rights, sync
from minplan.errors import Invalid, NotFound
from minplan.routes import forms, reply
from minplan.routes.journey.blueprint import ALL, bp
from minplan.routes.journey.wanted import wanted
from minplan.routes.marks import allows
from minplan.routes.visitor import visitor

# Where it is about somebody's money or a decision, what they can expect lies open before them.
_AT_ONCE = ("decision", "hearing", "sanction")


@bp.get("/plans/<uuid:plan>/steps/<uuid:step>")
@allows(*ALL)
def step_page(plan: UUID, step: UUID) -> ResponseReturnValue:
    return show_step(plan, step)


@bp.get("/plans/<uuid:plan>/steps/<uuid:step>/celebration")
@allows(*ALL)
def celebration(plan: UUID, step: UUID) -> ResponseReturnValue:
    return _render("journey/celebration.html", plan, step, states=("done",))


def show_step(plan: UUID, step: UUID, opened: str = "", error: Invalid | None = None) -> tuple[str, int]:
    """The page; with `error` the form `opened` stands open with its words kept and its fields marked."""
    errors = forms.faults(error)
    kept = request.form if error else {}
    page = _render("journey/step.html", plan, step, opened=opened, errors=errors, kept=kept)
    return page, 422 if error else 200


def show_refused(plan: UUID, step: UUID) -> tuple[str, int]:
    """The page as it is now, for somebody whose form was right until the ball went on; what they typed is there."""
    return _render("journey/step.html", plan, step, refused=True, opened="", errors={}, kept=request.form), 403


def show_late(plan: UUID, step: UUID, opened: str) -> tuple[str, int]:
    """The page as somebody else has left it meanwhile; the form `opened` has what was typed, to be saved once more."""
    return _render("journey/step.html", plan, step, opened=opened, late=True, errors={}, kept=request.form), 409


def show_conflict(plan: UUID, step: UUID, noun: str) -> tuple[str, int]:
    """Mine, theirs, and the choice. What was typed is all still there."""
    page = _render("journey/conflict.html", plan, step, noun=noun, wanted=wanted(noun), kept=request.form)
    return page, 409


def _render(template: str, plan: UUID, step: UUID, states: tuple[str, ...] = (), **more: object) -> str:
    with access.view(visitor().person_id, plan, "step") as view:
        way = journey.way(view)
        found = journey.find(way, step)
        if found is None or (states and found.state not in states):
            raise NotFound
        about = [each for each in journey.proposals(view, way) if each.step_id == step]
        threads = [each for each in dialogue.open_threads(view) if each.step_id == step]
        may = journey.verdicts(view, found)
        meaning = rights.meaning(view, found)
        proposed = (words for each in about for words in (each.text, each.why))
        moment = rights.moment_of_step(found, meaning.decision, clock.today(), *meaning.said, *proposed)
        rights_here = rights.here_on(view, moment) if moment else []
        choice = rights.choice_of(view, found.id)
        case = sync.case_beside(view, way)
        lift, built = feelings.lift_on(view, step), feelings.builds_on(view, found.id)
    if lift or built:
        after_this_request(reply.unkept)  # others may not be shown it any more
    return render_template(
        template,
        step=found,
        way=way,
        may=may,
        lift=lift,
        meaning=meaning,
        choice=choice,
        case=case,
        rights_here=rights_here,
        rights_folded=moment not in _AT_ONCE,
        proposals=about,
        threads=threads,
        builds_on=built,
        plan_id=plan,
        today=clock.today(),
        promised=journey.answer_by(),
        **_around(view),
        **more,
    )


def _around(view: access.View) -> dict[str, object]:
    """Whose plan it is, who works with it, and who looks."""
    return {
        "people": [member.name for member in view.members],
        "citizen_name": view.plan.citizen_name,
        "citizen_language": view.plan.citizen_language,
        "viewer": view.viewer,
        "contact": view.contact,
    }
