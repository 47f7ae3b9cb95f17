"""Help now: a page for anybody, signed in or not, and the numbers wherever a page shows them."""

import logging
from datetime import date

from flask import Blueprint, Flask, current_app, render_template

from minplan import clock
from minplan.config import Settings
from minplan.content import HelpNumbers, help_complaint, help_numbers
from minplan.routes.languages import reader
from minplan.routes.marks import open_to_all

bp = Blueprint("helping", __name__)
_log = logging.getLogger("minplan.help")


def install(app: Flask) -> None:
    """Read the file of the numbers, and say it aloud when nobody has checked them lately. Raises ConfigError."""
    found: Settings = app.extensions["minplan"]
    app.extensions["minplan_help"] = help_numbers(found)
    app.extensions["minplan_help_told"] = None
    _tell(app, clock.today())
    app.jinja_env.globals.update(help_numbers=_fresh, in_reader_language=_in_reader_language)


@bp.get("/help")
@open_to_all
def show() -> str:
    return render_template("feelings/help.html")


def _fresh() -> HelpNumbers | None:
    """The numbers, where somebody has checked them lately."""
    found: HelpNumbers | None = current_app.extensions["minplan_help"]
    today = clock.today()
    _tell(current_app, today)
    return found if found and found.fresh(today) else None


def _tell(app: Flask, today: date) -> None:
    """Loudly, and once a day."""
    complaint = help_complaint(app.extensions["minplan_help"], today)
    if complaint and app.extensions["minplan_help_told"] != today:
        app.extensions["minplan_help_told"] = today
        _log.error(complaint)


def _in_reader_language(texts: dict[str, str]) -> tuple[str, str]:
    """A text of the file as (language, words): the reader's, or Danish."""
    code = reader().language.code
    return (code, texts[code]) if code in texts else ("da", texts["da"])
