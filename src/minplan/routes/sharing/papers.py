"""Who knows what: whether a paper comes by itself, is fetched, or is brought."""

from typing import NamedTuple

from flask import render_template
from flask.typing import ResponseReturnValue

from minplan import access, content
from minplan.content import Paper
from minplan.routes.languages import reader
from minplan.routes.marks import allows
from minplan.routes.sharing.blueprint import CITIZEN, bp
from minplan.routes.visitor import visitor


class _Shown(NamedTuple):
    paper: Paper
    name: str
    text: str


@bp.get("/plan/papers")
@allows(*CITIZEN)
def papers() -> ResponseReturnValue:
    with access.view(visitor().person_id) as view:
        plan = view.plan.id
    translator = reader().translator
    shown = [
        _Shown(paper, *(content.consent_part(paper, part, translator) for part in ("name", "text")))
        for paper in content.papers().values()
    ]
    return render_template("sharing/papers.html", papers=shown, plan_id=plan, viewer=view.viewer)
