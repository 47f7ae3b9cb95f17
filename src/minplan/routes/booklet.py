"""The plan on paper: the citizen chooses what goes in and sees the pages before anything is printed."""

from typing import Any, NamedTuple
from uuid import UUID

from flask import Blueprint, abort, current_app, render_template, request
from flask.typing import ResponseReturnValue

from minplan import access, booklet, journey, meeting as meetings
from minplan.booklet import FORMATS, PARTS, USUAL, Booklet
from minplan.language import SOURCE, get
from minplan.routes import doors
from minplan.routes.languages import reader
from minplan.routes.marks import allows
from minplan.routes.printed import as_file, beside, language_of, to_print
from minplan.routes.visitor import visitor

bp = Blueprint("booklet", __name__)

CITIZEN = ("citizen",)
ALL = ("citizen", "contact", "team")
HOUSE = ("citizen", "staff", "leader")  # what is about nobody
PAPER = "/plans/<uuid:plan>/paper"
_USUAL_FORMAT = "a4-booklet"


class Chosen(NamedTuple):
    """What goes in, folded how, and whether Danish stands beside it."""

    parts: frozenset[str]
    kind: str
    beside: bool


@bp.get("/plan/paper")
@allows(*CITIZEN)
def mine() -> ResponseReturnValue:
    return _page(None)


@bp.get(PAPER)
@allows(*ALL)
def show(plan: UUID) -> ResponseReturnValue:
    return _page(plan)


@bp.get(f"{PAPER}/pages/<int:number>")
@allows(*ALL)
def page(plan: UUID, number: int) -> ResponseReturnValue:
    """One page as a picture."""
    if number not in range(1, booklet.PAGES + 1):
        abort(404)
    chosen = _chosen()
    return as_file(booklet.picture(_read(plan, chosen), number, chosen.kind), "image/png")


@bp.get(f"{PAPER}/file")
@allows(*ALL)
def file(plan: UUID) -> ResponseReturnValue:
    """The file to print."""
    chosen = _chosen()
    return to_print(booklet.make(_read(plan, chosen), chosen.kind), f"min-vej-{chosen.kind}")


@bp.get(f"{PAPER}/leaves/<kind>")
@allows(*ALL)
def leaf(plan: UUID, kind: str) -> ResponseReturnValue:
    """A card of what is next, or of the newest win."""
    if kind not in booklet.LEAVES:
        abort(404)
    pdf = booklet.leaf(_read(plan, _chosen()._replace(parts=frozenset(PARTS))), kind)
    return to_print(pdf, kind) if pdf else abort(404)


@bp.get("/paper/blank")
@allows(*HOUSE)
def blank() -> ResponseReturnValue:
    """A booklet of nobody, to be written in by hand."""
    code = _asked_language()
    found = booklet.blank(code, doors.here("/sign-in"), code != SOURCE)
    return to_print(booklet.make(found, _chosen().kind), "tomt-haefte")


@bp.get("/paper/feelings")
@allows(*HOUSE)
def cards() -> ResponseReturnValue:
    """Feelings as cards to lay on a table."""
    code = _asked_language()
    return to_print(booklet.feeling_cards(code, code != SOURCE), "kort")


def _page(plan: UUID | None) -> ResponseReturnValue:
    with access.view(visitor().person_id, plan, "paper") as view:
        given = {"plan_id": view.plan.id, "viewer": view.viewer, "citizen_name": view.plan.citizen_name}
        spoken, way = get(language_of(view)), journey.way(view)
        given["last_meeting"] = _last_meeting(view)
    given |= {"step": way.next, "win": bool(way.wins)}
    chosen = _chosen()
    # Circles to colour and the places of helpers share a page.
    given["seventh"] = next((part for part in ("circles", "helpers") if part in chosen.parts), "own")
    given |= {"spoken": spoken, "chosen": chosen, "formats": tuple(FORMATS), "parts": PARTS, "pages": booklet.PAGES}
    return render_template("booklet/paper.html", asked=_asked(chosen), back=_back(view), **given)


def _read(plan: UUID, chosen: Chosen) -> Booklet:
    with access.view(visitor().person_id, plan, "paper") as view:
        return booklet.fill(view, language_of(view), doors.here("/sign-in"), chosen.beside, chosen.parts)


def _chosen() -> Chosen:
    """What the address asks for; what it does not know is as if it was not asked."""
    asked = frozenset(request.args.getlist("part")) & set(PARTS)
    kind = request.args.get("format", "")
    return Chosen(
        asked if "chosen" in request.args else USUAL,
        kind if kind in FORMATS else _USUAL_FORMAT,
        beside(),
    )


def _asked(chosen: Chosen) -> list[tuple[str, Any]]:
    """The same as it stands in an address."""
    parts = [("part", part) for part in PARTS if part in chosen.parts]
    return [("chosen", 1), ("format", chosen.kind), *parts, *([("beside", 1)] if chosen.beside else [])]


def _last_meeting(view: access.View) -> meetings.MeetingView | None:
    """The newest that is over, where nothing of what came of it is hidden from the viewer."""
    over = [each for each in meetings.every(view) if each.state == "closed"]
    last = max(over, key=lambda each: each.starts, default=None)
    return last if last and meetings.outcome(view, last.id).whole else None


def _back(view: access.View) -> str:
    return "/plan" if view.viewer.is_citizen else f"/plans/{view.plan.id}"


def _asked_language() -> str:
    """The one that the address names, or the reader's own."""
    asked = request.args.get("in", "")
    return asked if asked in current_app.extensions["minplan"].languages else reader().language.code
