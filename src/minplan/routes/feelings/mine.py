"""My own room: the doors to all that is the citizen's alone."""

from flask import render_template

from minplan.routes.feelings.blueprint import CITIZEN, bp
from minplan.routes.feelings.frame import frame
from minplan.routes.marks import allows


@bp.get("/mine")
@allows(*CITIZEN)
def mine() -> str:
    return render_template("feelings/mine.html", **frame())
