"""Two pictures side by side: chosen one after the other, and only described."""

from flask import render_template
from flask.typing import ResponseReturnValue

from minplan import feelings
from minplan.errors import NotFound
from minplan.routes.feelings.album import ALBUM, asked
from minplan.routes.feelings.blueprint import CITIZEN, bp
from minplan.routes.feelings.frame import frame
from minplan.routes.marks import allows
from minplan.routes.visitor import visitor


@bp.get(f"{ALBUM}/beside")
@allows(*CITIZEN)
def two_pictures() -> ResponseReturnValue:
    """Without two ids the others of the album to choose from."""
    every = {each.id: each for each in feelings.album(visitor().person_id)}
    wanted = [each for each in (asked("a"), asked("b")) if each]
    if not set(wanted) <= set(every):
        raise NotFound
    # The older one stands first, whichever was chosen first.
    two = [each for each in reversed(every.values()) if each.id in wanted]
    others = [each for each in every.values() if each.id not in wanted]
    return render_template("feelings/beside.html", two=two, others=others, **frame())
