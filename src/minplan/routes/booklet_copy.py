"""Written in from paper: the pages of the booklet, and for each a form with the same lines."""

from collections import Counter
from typing import Any, NamedTuple
from urllib.parse import urlencode
from uuid import UUID, uuid4

from flask import Blueprint, abort, render_template, request
from flask.typing import ResponseReturnValue

from minplan import access, booklet, journey
from minplan.access import View
from minplan.booklet import PARTS, TAKES, USUAL, Landed, Part, Reach
from minplan.errors import Invalid
from minplan.routes import forms, once, reply, tone
from minplan.routes.booklet import ALL, PAPER
from minplan.routes.copied_lines import grown, lines, read
from minplan.routes.languages import gettext
from minplan.routes.marks import allows
from minplan.routes.visitor import visitor

bp = Blueprint("booklet_copy", __name__)

COPY = f"{PAPER}/copy"
SEVENTH = ("own", "helpers", "circles")  # what page 7 can be
_SAID = "copied"  # what the next page tells came of the last one


class Page(NamedTuple):
    """An opened page of a booklet: its number, what is written on it, and where that can go."""

    view: View
    number: int
    name: str
    reach: Reach

    @property
    def parts(self) -> tuple[Part, ...]:
        """The parts with lines; without a part that has nowhere to go."""
        return tuple(part for part in TAKES[self.name] if _has_place(part, self.reach))


@bp.get(COPY)
@allows(*ALL)
def pages(plan: UUID) -> ResponseReturnValue:
    """The pages as small pictures, and what came of the last one."""
    with access.view(visitor().person_id, plan, "paper") as view:
        given = _given(view)
        given |= {"reach": booklet.reach(view)}
    last, landed = _told(plan)
    names = booklet.on_pages(_parts())
    return render_template(
        "booklet/copy.html",
        names=names,
        last=last,
        landed=landed,
        following=_following(names, last),
        sevenths=[(name, _query(_parts() - set(SEVENTH) | {name})) for name in SEVENTH],
        **given,
    )


@bp.get(f"{COPY}/<int:number>")
@allows(*ALL)
def page(plan: UUID, number: int) -> ResponseReturnValue:
    return _form(plan, number)


@bp.post(f"{COPY}/<int:number>")
@allows(*ALL)
def save(plan: UUID, number: int) -> ResponseReturnValue:
    """Everything on the page at once, or nothing of it."""
    if "more" in request.form:
        return _form(plan, number)
    me = visitor().person_id
    try:
        with access.view(me, plan, "paper") as view:
            opened = _opened(view, number)
            found = read(opened.parts, opened.reach)
        landed = booklet.copy(me, plan, opened.reach, request.form.get("once", ""), found)
    except Invalid as error:
        return _form(plan, number, error), 422
    once.keep(_SAID, str(plan), str(number), *_counted(landed))
    sentence = gettext("Det er skrevet ind.") if landed else gettext("Der stod ikke noget på siden. Det er helt fint.")
    return reply.done(f"{_here(plan)}?{_query()}", tone.heard_all(sentence))


def _form(plan: UUID, number: int, error: Invalid | None = None) -> str:
    with access.view(visitor().person_id, plan, "paper") as view:
        opened = _opened(view, number)
        given = _given(view)
        given |= {"horizon": journey.way(view).horizon, "horizon_id": view.plan.horizon_id}
    return render_template(
        "booklet/copy_page.html",
        number=number,
        name=opened.name,
        reach=opened.reach,
        rows=[(part, lines(part)) for part in opened.parts],
        grown=grown(),
        once=request.form.get("once") or uuid4(),
        errors=forms.faults(error),
        kept=request.form,
        **given,
    )


def _opened(view: View, number: int) -> Page:
    if number not in range(1, booklet.PAGES + 1):
        abort(404)
    return Page(view, number, booklet.on_pages(_parts())[number - 1], booklet.reach(view))


def _given(view: View) -> dict[str, Any]:
    """What both templates need."""
    plan = view.plan
    named = {"citizen_name": plan.citizen_name, "citizen_language": plan.citizen_language}
    return named | {"plan_id": plan.id, "viewer": view.viewer, "here": _here(plan.id), "query": _query()}


def _here(plan: UUID) -> str:
    return f"/plans/{plan}/paper/copy"


def _told(plan: UUID) -> tuple[int, list[list[str]]]:
    """The number of the page that was written in last, and what came of it; 0 where none was, or on another plan."""
    of, number, *landed = once.shown(_SAID) or ("", "0")
    return (int(number), [each.split(":") for each in landed]) if of == str(plan) else (0, [])


def _following(names: tuple[str, ...], last: int) -> int | None:
    """The next page with lines."""
    return next((number for number, name in enumerate(names, 1) if number > last and TAKES[name]), None)


def _parts() -> frozenset[str]:
    """What was printed, as the address says; without a word of it what is usual."""
    return frozenset(request.args.getlist("part")) & set(PARTS) if "chosen" in request.args else USUAL


def _query(parts: frozenset[str] | None = None) -> str:
    """These, or the same, as they stand in an address."""
    found = _parts() if parts is None else parts
    asked = [("chosen", "1"), *(("part", part) for part in PARTS if part in found)]
    return urlencode([*asked, *([("beside", "1")] if request.args.get("beside") == "1" else [])])


def _has_place(part: Part, found: Reach) -> bool:
    if part.to == "horizon":
        return found.by_citizen
    if part.to == "talk":
        return found.talk is not None
    return found.steps or part.to not in booklet.STEPS


def _counted(landed: tuple[Landed, ...]) -> list[str]:
    """How many became what, and the last one of them: no words of anybody travel in a cookie."""
    now = [each._replace(to="step" if each.to in booklet.STEPS else each.to) for each in landed]
    last = {(each.to, each.kind): each.id for each in now}
    return [f"{to}:{kind}:{n}:{last[to, kind] or ''}" for (to, kind), n in Counter(each[:2] for each in now).items()]
