"""The yes to keep or to show something: its words stand beside the button, and the form says that they stood there."""

from flask import request

from minplan import feelings
from minplan.errors import Invalid
from minplan.routes.feelings.blueprint import bp


def must_agree() -> None:
    """Raise Invalid for a form without the yes to the words of today: nothing is kept, and the page asks anew."""
    if request.form.get("agreed") != feelings.KEPT_AGREED:
        raise Invalid({"agreed": "read_first"})


def seen_and_agreed() -> tuple[str, str]:
    """The print of what stood there, and which wording, when somebody said yes to show it."""
    return request.form.get("seen_shown", ""), request.form.get("shown_agreed", "")


@bp.app_template_global()
def team_agreed() -> str:
    """Of which day the words are about showing something to whoever works with the plan."""
    return feelings.FOR_TEAM


@bp.app_template_global()
def kept_agreed() -> str:
    """Of which day the words are that stand beside the button."""
    return feelings.KEPT_AGREED
