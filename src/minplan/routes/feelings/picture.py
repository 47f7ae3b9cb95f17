"""What somebody told comes back as a picture, in the page and nowhere else until they choose what becomes of it."""

from flask import render_template
from flask.typing import ResponseReturnValue

from minplan.errors import Invalid
from minplan.routes.feelings.blueprint import CITIZEN, bp
from minplan.routes.feelings.form import refused, told
from minplan.routes.marks import allows


@bp.post("/feelings/picture")
@allows(*CITIZEN)
def draw_picture() -> ResponseReturnValue:
    """The picture, its words and the doors. Nothing is stored: the page carries what was told to whichever is taken."""
    try:
        checkin = told()
    except Invalid as error:
        return refused(error)
    return render_template("feelings/picture.html", checkin=checkin)
