"""My rights: what belongs to what somebody is in the middle of, all of it in a list, and found by one's own words."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from flask import render_template, request
from flask.typing import ResponseReturnValue

from minplan import clock, content, rights
from minplan.content import Right, ShownRight
from minplan.errors import Invalid, NotFound
from minplan.language import SOURCE
from minplan.routes import fields, forms
from minplan.routes.languages import reader
from minplan.routes.marks import open_to_all
from minplan.routes.rights.blueprint import bp
from minplan.routes.rights.frame import own_view


@dataclass(frozen=True, slots=True)
class Mine:
    """A citizen who reads: their plan, what they live on, and which moment they are in."""

    plan: UUID
    benefit: str | None
    moment: str


@bp.get("/rights")
@open_to_all
def all_rights() -> str:
    return _page()


@bp.post("/rights/search")
@open_to_all
def search_rights() -> ResponseReturnValue:
    """What somebody looks for is read once and kept nowhere: no address and no log has it."""
    try:
        words = fields.text("words", required=True)
    except Invalid as error:
        return _page(errors=forms.faults(error), kept=request.form, opened="search"), 422
    return _page(words=words, kept=request.form, opened="search")


@bp.get("/rights/situations/<situation>")
@open_to_all
def rights_about(situation: str) -> str:
    found = rights.SITUATIONS.get(situation)
    if found is None:
        raise NotFound
    mine = my_plan()
    here = rights.about(found, rights.box(mine.benefit if mine else None))
    return render_template("rights/situation.html", situation=found, here=here, **frame(mine))


@bp.get("/rights/paper")
@open_to_all
def on_paper() -> str:
    """All of them in large letters, for somebody who reads on paper or has no phone."""
    mine = my_plan()
    return render_template("rights/paper.html", shown=_shown(mine), **frame(mine))


def frame(mine: Mine | None) -> dict[str, Any]:
    """What each page of the rights is given; nobody needs to have signed in."""
    return {"mine": mine}


def my_plan() -> Mine | None:
    """The plan of the citizen who reads; None for anybody else, and at a table, where two read."""
    with own_view() as view:
        return Mine(view.plan.id, rights.benefit_of(view), rights.moment_of(view, clock.today())) if view else None


def _page(words: str = "", **form: Any) -> str:
    mine = my_plan()
    shown = _shown(mine)
    return render_template(
        "rights/index.html",
        now=rights.here(mine.moment, mine.benefit) if mine else [],
        shown=shown,
        found=_found(words, shown),
        searched=words,
        situations=rights.SITUATIONS.values(),
        **{"errors": {}, "kept": {}, "opened": ""} | form,
        **frame(mine),
    )


def _shown(mine: Mine | None) -> list[ShownRight]:
    """All of them, first what holds for everybody: a list that begins with sanctions frightens."""
    return sorted(rights.box(mine.benefit if mine else None), key=lambda each: not each.right.for_everybody)


def _found(words: str, shown: list[ShownRight]) -> list[ShownRight]:
    by_id = {each.right.id: each for each in shown}
    shelf = {key: _texts(each.right) for key, each in by_id.items()}
    lists = filter(None, map(content.finding, {SOURCE, reader().language.code}))
    return [by_id[key] for key in rights.find(words, shelf, rights.hints(lists))]


def _texts(right: Right) -> tuple[str, str, str]:
    """What is found by, in the reader's words and the Danish ones: the keywords, the name, and what it says."""
    both = {part: f"{text} {right.said(part, reader().translator)}" for part, text in right.told().items()}
    return both.get("keywords", ""), both["name"], f"{both['fact']} {both['action']}"
