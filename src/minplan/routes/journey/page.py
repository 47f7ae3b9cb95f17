"""The page of the way: mine at /plan, and anybody's that I have a place on at /plans/<plan>."""

from dataclasses import replace
from typing import Any
from uuid import UUID

from flask import g, make_response, redirect, render_template, request
from flask.typing import ResponseReturnValue

from minplan import access, clock, desk, dialogue, journey, meeting, sharing
from minplan.routes import cookies, fields, reply
from minplan.routes.journey.blueprint import ALL, CITIZEN, bp
from minplan.routes.marks import allows
from minplan.routes.visitor import visitor


@bp.get("/plan")
@allows(*CITIZEN)
def mine() -> ResponseReturnValue:
    return _page(None)


@bp.get("/plans/<uuid:plan>")
@allows(*ALL)
def one(plan: UUID) -> ResponseReturnValue:
    return _page(plan)


@bp.post("/plans/<uuid:plan>/seen")
@allows(*ALL)
def seen(plan: UUID) -> ResponseReturnValue:
    journey.mark_seen(visitor().person_id, plan, fields.moment(request.form.get("until", "")))
    return redirect(home(plan), 303)


def home(plan: UUID) -> str:
    """Where a person comes back to after a change."""
    return "/plan" if visitor().kind == "citizen" else f"/plans/{plan}"


def _page(plan: UUID | None) -> ResponseReturnValue:
    show = request.args.get("show", "")
    chosen = show if show in journey.SHOW else cookies.kept("show") or "all"
    if visitor().unread:
        _read_news(plan)
    with access.view(visitor().person_id, plan, "way") as view:
        eyes = (view.viewer.relation, sorted(view.viewer.hidden), view.viewer.seen_revision)
        # The plan's own revision would tell a professional that something hidden was done.
        recent = None if view.viewer.is_citizen else journey.recent(view)
        edition = (recent.revision, recent.unsaid) if recent else view.plan.revision
        known = reply.not_modified(view.plan.id, edition, eyes, chosen, *_named(view))
        if known:
            return known
        answer = make_response(_drawn(view, chosen, recent or journey.recent(view)))
    if show in journey.SHOW:
        cookies.keep(answer, "show", show)
    return answer


def _read_news(plan: UUID | None) -> None:
    """Whoever opens the plan has seen that there is news, and is not told so any more on this very page."""
    me = visitor()
    g.visitor = replace(me, unread=me.unread - sharing.read_news(me.person_id, plan))


def _named(view: access.View) -> tuple[object, ...]:
    """What people are called here, and how the contact person is reached."""
    contact = view.contact and (view.contact.name, view.contact.phone)
    return view.plan.citizen_name, visitor().contact, contact


def _drawn(view: access.View, show: str, recent: journey.Recent) -> str:
    way = journey.way(view, show if show in journey.SHOW else "all")
    context: dict[str, Any] = {
        "way": way,
        "plan_id": view.plan.id,
        "citizen_name": view.plan.citizen_name,
        "viewer": view.viewer,
        "contact": view.contact,
        "chooses": view.plan.chooses,
        "today": clock.today(),
        "until": recent.moved_at,
        "proposals": journey.proposals(view, way),
        "threads": dialogue.open_threads(view),
        "meeting": meeting.coming(view),
        "news": journey.news(view, way, recent),
    }
    if view.viewer.is_citizen:
        return render_template("journey/plan.html", **context)
    return render_template("desk/citizen.html", brief=desk.brief(view, way, recent.moved_at), **context)
