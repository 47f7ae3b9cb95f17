"""One right by itself: what it says, what one can do now, which law it is, and taking it along to a meeting."""

from flask import render_template

from minplan import rights
from minplan.routes.marks import open_to_all
from minplan.routes.rights.agenda import ahead
from minplan.routes.rights.blueprint import bp
from minplan.routes.rights.page import frame, my_plan


@bp.get("/rights/<right>")
@open_to_all
def one_right(right: str) -> str:
    found, mine = rights.one(right), my_plan()
    return render_template("rights/right.html", shown=found, ahead=ahead(mine.plan) if mine else [], **frame(mine))
