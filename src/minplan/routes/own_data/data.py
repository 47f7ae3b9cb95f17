"""Mine data: take everything home, correct, and empty what is mine alone."""

from collections.abc import Callable
from datetime import datetime
from typing import Any
from uuid import UUID

from flask import current_app, make_response, redirect, render_template, request
from flask.typing import ResponseReturnValue
from werkzeug.wrappers import Response

from minplan import access, clock, exchange, journey, own_data
from minplan.errors import Conflict, Invalid
from minplan.language import mark, offered
from minplan.routes import fields, forms, reply
from minplan.routes.languages import gettext
from minplan.routes.marks import allows
from minplan.routes.own_data.blueprint import CITIZEN, as_json, bp, names_shown
from minplan.routes.visitor import visitor
from minplan.words import Words

HERE = "/plan/data"
EVERY = 10**6  # changes: all of them
_SAID = {
    "done": mark("Det er slettet."),
    "renamed": mark("Dit navn er rettet."),
    "unchanged": mark("Sådan var det allerede."),
}


@bp.get(HERE)
@allows(*CITIZEN)
def data() -> ResponseReturnValue:
    return _page()


@bp.get("/plan/data/all")
@allows(*CITIZEN)
def everything() -> ResponseReturnValue:
    """All of it, to read and to print."""
    with access.view(visitor().person_id) as view:
        found = own_data.rows(view, names_shown())
        way, story = journey.way(view), journey.story(view, most=EVERY)
        visits = own_data.visits(own_data.openings(view, names_shown(), most=None)[0])
    texts = sorted(map(_with_words, found["text"]), key=lambda text: text["written_at"], reverse=True)
    more = {"texts": texts, "visits": visits, "story": story, "plan_id": view.plan.id, "viewer": view.viewer}
    more |= {"today": clock.today(), "citizen_name": view.plan.citizen_name, "told": own_data.told}
    more["as_moment"] = datetime.fromisoformat
    page = render_template("own_data/everything.html", found=found, way=way, view=view, **more)
    return reply.unkept(make_response(page))


@bp.get("/plan/data.json")
@allows(*CITIZEN)
def as_file() -> ResponseReturnValue:
    """All of it, for another system; the plan also as the document that it could come back as."""
    with access.view(visitor().person_id) as view:
        found = own_data.everything(view, names_shown())
    document, _ = exchange.take_out(view.plan.id) if view.contact else (None, [])
    return as_json(found | {"plan_document": document}, "minplan.json")


@bp.post("/plan/data/name")
@allows(*CITIZEN)
def rename() -> ResponseReturnValue:
    try:
        new, seen = forms.read(own_data.NewName, name=request.form.get("name", "")), forms.seen("name")
        outcome = own_data.rename(visitor().person_id, _plan(), seen, new.name)
    except Invalid as error:
        return _page(error), 422
    except Conflict as error:
        return _page(error), 409
    return reply.done(HERE, gettext(_SAID["renamed" if outcome.kind == "done" else "unchanged"]))


@bp.post("/plan/data/language")
@allows(*CITIZEN)
def speak() -> ResponseReturnValue:
    codes = [language.code for language in offered(current_app.extensions["minplan"].languages)]
    chosen = fields.text("language", required=True)
    if chosen not in codes:
        raise Invalid({"language": "unknown"})
    own_data.speak(visitor().person_id, chosen)
    return redirect(f"{HERE}?lang={chosen}", 303)


@bp.post("/plan/data/erasure/horizon")
@allows(*CITIZEN)
def erase_horizon() -> ResponseReturnValue:
    return _erased(own_data.erase_horizon)


@bp.post("/plan/data/erasure/wins/<uuid:win>")
@allows(*CITIZEN)
def erase_win(win: UUID) -> ResponseReturnValue:
    return _erased(lambda by, plan: own_data.erase_win(by, plan, win))


@bp.post("/plan/data/erasure/steps/<uuid:step>")
@allows(*CITIZEN)
def erase_step(step: UUID) -> ResponseReturnValue:
    return _erased(lambda by, plan: own_data.erase_step(by, plan, step))


def _erased(verb: Callable[[UUID, UUID], journey.Outcome]) -> ResponseReturnValue:
    outcome = verb(visitor().person_id, _plan())
    return reply.done(HERE, gettext(_SAID[outcome.kind]))


def _with_words(text: dict[str, Any]) -> dict[str, Any]:
    return text | {"words": Words(text["body"], text["lang"], text["phrase"], text["slots"])}


def _plan() -> UUID:
    with access.view(visitor().person_id) as view:
        return view.plan.id


def _page(error: Exception | None = None) -> Response:
    with access.view(visitor().person_id) as view:
        erasable = own_data.erasable(view, journey.way(view))
    page = render_template(
        "own_data/data.html",
        erasable=erasable,
        plan_id=view.plan.id,
        viewer=view.viewer,
        name=view.plan.citizen_name,
        spoken=view.plan.citizen_language,
        contact=view.contact,
        errors=forms.faults(error),
        conflict=isinstance(error, Conflict),
        kept=request.form,
    )
    return reply.unkept(make_response(page))
