"""What fills today: the form, empty or with what somebody told. Nothing of it is kept anywhere."""

from collections.abc import Mapping

from flask import render_template, request

from minplan import feelings
from minplan.errors import Invalid
from minplan.feelings import CheckIn
from minplan.routes.feelings.blueprint import CITIZEN, bp
from minplan.routes.languages import reader
from minplan.routes.marks import allows


@bp.get("/feelings")
@allows(*CITIZEN)
def form() -> str:
    return _page({})


@bp.post("/feelings")
@allows(*CITIZEN)
def form_again() -> str:
    """The form with all that the fields say, to go on with."""
    return _page(request.form)


def told() -> CheckIn:
    """What the form says. Raises Invalid, which `refused` answers."""
    return feelings.parse_checkin(request.form, reader().language.code)


def refused(error: Invalid) -> tuple[str, int]:
    """The form with everything that was typed, and what is to be put right."""
    return _page(request.form, error.fields), 422


def _page(kept: Mapping[str, str], errors: Mapping[str, str] | None = None) -> str:
    short = {name: value[:10_000] for name, value in kept.items()}
    return render_template("feelings/form.html", kept=short, errors=errors or {})
