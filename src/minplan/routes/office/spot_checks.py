"""Spot checks: which openings the municipality looks at, and that somebody has looked."""

from flask import render_template, request
from flask.typing import ResponseReturnValue

from minplan import office
from minplan.errors import NotFound
from minplan.routes import reply
from minplan.routes.languages import gettext
from minplan.routes.marks import allows
from minplan.routes.office.blueprint import HOUSE, at_work, bp
from minplan.routes.visitor import visitor

LAST = 2**31 - 1


@bp.get("/spot-checks")
@allows(*HOUSE)
def spot_checks() -> str:
    lines = office.spot_checks(at_work())
    waiting = [line for line in lines if line.checked_at is None]
    checked = [line for line in lines if line.checked_at is not None]
    return render_template("office/spot_checks.html", waiting=waiting, checked=checked, me=visitor().person_id)


@bp.post("/spot-checks")
@allows(*HOUSE)
def check() -> ResponseReturnValue:
    opening = request.form.get("opening", "")
    if not opening.isdecimal() or not opening.isascii() or len(opening) > 10 or int(opening) > LAST:
        raise NotFound
    done = office.check_opening(at_work(), int(opening))
    return reply.done("/spot-checks", gettext("Det er set efter.") if done else gettext("Det var set efter allerede."))
