"""Who has looked: the citizen reads who else has opened the plan, and takes the list home."""

import csv
from datetime import datetime
from io import StringIO
from typing import Any

from flask import current_app, make_response, render_template, request
from flask.typing import ResponseReturnValue

from minplan import access, clock, own_data
from minplan.routes import reply
from minplan.routes.languages import gettext, moment, reader
from minplan.routes.marks import allows
from minplan.routes.own_data.blueprint import CITIZEN, as_json, attached, bp, names_shown
from minplan.routes.visitor import visitor

FIELDS = ("at", "name", "role", "department", "relation", "what", "reason")
# A cell that begins like this would be run by a spreadsheet; a professional's reason is somebody's free text.
RUNS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


@bp.get("/plan/openings")
@allows(*CITIZEN)
def openings() -> ResponseReturnValue:
    before = request.args.get("before", own_data.LAST, type=int)
    with access.view(visitor().person_id) as view:
        found, older = own_data.openings(view, names_shown(), min(max(before, 0), own_data.LAST))
    page = render_template(
        "own_data/openings.html",
        visits=own_data.visits(found),
        older=older,
        plan_id=view.plan.id,
        viewer=view.viewer,
    )
    return reply.unkept(make_response(page))


@bp.get("/plan/openings.json")
@allows(*CITIZEN)
def openings_as_json() -> ResponseReturnValue:
    return as_json(_every(), "openings.json")


@bp.get("/plan/openings.csv")
@allows(*CITIZEN)
def openings_as_csv() -> ResponseReturnValue:
    """With semicolons and a mark of its encoding, as the spreadsheets here expect."""
    page = StringIO()
    write = csv.writer(page, delimiter=";")
    write.writerow(_headings())
    said = current_app.jinja_env.get_template("own_data/_opened.html").module
    words = {"what": said.page_name, "relation": said.relation_name}  # type: ignore[attr-defined]
    write.writerows([_safe(words.get(name, str)(row[name] or "")) for name in FIELDS] for row in _every())
    return attached("\ufeff" + page.getvalue(), "text/csv; charset=utf-8", "openings.csv")


@bp.app_template_global()
def clock_after(at: datetime, first: datetime) -> str:
    """A moment that follows another one: its clock alone, on the same day."""
    here = clock.local(at)
    if here.date() != clock.local(first).date():
        return moment(at)
    return f"{here:%H.%M}" if reader().language.locale == "da" else f"{here:%H:%M}"


def _every() -> list[dict[str, Any]]:
    with access.view(visitor().person_id) as view:
        found, _ = own_data.openings(view, names_shown(), most=None)
    at = {"at": lambda opening: clock.local(opening.at).isoformat(timespec="seconds")}
    return [{name: at.get(name, lambda o, n=name: getattr(o, n))(opening) for name in FIELDS} for opening in found]


def _safe(value: str) -> str:
    return f"'{value}" if value.startswith(RUNS) else value


def _headings() -> list[str]:
    return [
        gettext("Hvornår"), gettext("Navn"), gettext("Rolle"), gettext("Afdeling"),
        gettext("Hvem for dig"), gettext("Hvad"), gettext("Grund"),
    ]  # fmt: skip
