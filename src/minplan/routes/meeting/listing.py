"""My meetings: the citizen's own, and those of everybody with whom a professional works."""

from collections.abc import Iterable
from datetime import date, timedelta
from uuid import UUID

from flask import make_response, render_template
from flask.typing import ResponseReturnValue

from minplan import access, clock, meeting as meetings
from minplan.meeting import Booked, MeetingView
from minplan.routes import reply
from minplan.routes.marks import allows
from minplan.routes.meeting.asked import asked_after
from minplan.routes.meeting.blueprint import ALL, bp
from minplan.routes.visitor import visitor


@bp.get("/meetings")
@allows(*ALL)
def mine() -> ResponseReturnValue:
    found = visitor()
    return _of_plan(None) if found.kind == "citizen" else _of_everybody(found.person_id)


@bp.get("/plans/<uuid:plan>/meetings")
@allows(*ALL)
def of_plan(plan: UUID) -> ResponseReturnValue:
    return _of_plan(plan)


def _of_everybody(by: UUID) -> ResponseReturnValue:
    groups = _by_week(meetings.booked(by), clock.today())
    return reply.unkept(make_response(render_template("meeting/mine.html", groups=groups, today=clock.today())))


def _by_week(rows: Iterable[Booked], today: date) -> dict[str, list[Booked]]:
    """What waits for an answer, or to be told whether it was held; then this week, then what comes later."""
    monday = today - timedelta(days=today.weekday()) + timedelta(days=7)
    found: dict[str, list[Booked]] = {"answer": [], "over": [], "week": [], "later": []}
    for row in rows:
        found[_waits(row) or ("week" if row.starts.date() < monday else "later")].append(row)
    return found


def _waits(row: Booked) -> str | None:
    if row.to_answer:
        return "answer"
    return "over" if row.over else None


def _of_plan(plan: UUID | None) -> ResponseReturnValue:
    with access.view(visitor().person_id, plan, "meeting") as view:
        found = meetings.every(view)
        asked = asked_after(view, found)
    page = render_template(
        "meeting/list.html",
        groups=_by_state(found, "citizen" if view.viewer.is_citizen else "municipality"),
        plan_id=view.plan.id,
        viewer=view.viewer,
        staff=not view.viewer.is_citizen,
        citizen_name=view.plan.citizen_name,
        asked=asked,
    )
    return reply.unkept(make_response(page))


def _by_state(rows: Iterable[MeetingView], side: str) -> dict[str, list[MeetingView]]:
    """What waits for the reader's answer, what comes, what waits for the others, and what lies behind."""
    found: dict[str, list[MeetingView]] = {"answer": [], "coming": [], "waiting": [], "behind": []}
    for row in sorted(rows, key=lambda row: row.starts):
        found[_group(row, side)].append(row)
    found["behind"].reverse()
    return found


def _group(row: MeetingView, side: str) -> str:
    if row.state == "offered":
        return "waiting" if row.offered_by == side else "answer"
    ahead = row.state == "agreed" and row.ends > clock.now()
    return "coming" if ahead or row.state == "open" else "behind"
