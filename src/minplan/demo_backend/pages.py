"""The case system's few pages, and the address that minplan tells of changes."""

from datetime import date, datetime
from time import time
from typing import Any
from uuid import UUID

from flask import Blueprint, Flask, abort, current_app, redirect, render_template, request
from werkzeug.wrappers import Response

from minplan.demo_backend.house import House, Silent
from minplan.demo_backend.sending import COPENHAGEN, SILENT, send
from minplan.demo_backend.signature import holds
from minplan.demo_backend.store import Store

pages = Blueprint("pages", __name__)
POLICY = "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
LARGEST = 100_000
WEEKDAYS = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")
MONTHS = (
    *("januar", "februar", "marts", "april", "maj", "juni"),
    *("juli", "august", "september", "oktober", "november", "december"),
)
STATES = {
    "suggested": "forslag", "active": "i gang", "waiting": "venter", "resting": "hviler", "later": "senere",
    "done": "klaret", "detour": "ny vej", "offered": "tider foreslået", "agreed": "aftalt", "open": "i gang",
    "closed": "holdt", "cancelled": "aflyst", "missed": "ikke holdt",
}  # fmt: skip


def application(house: House, store: Store, hosts: frozenset[str]) -> Flask:
    """The pages, for whoever asks by one of these names (host:port)."""
    made = Flask(__name__)
    made.config.update(house=house, store=store, hosts=hosts, MAX_CONTENT_LENGTH=LARGEST)
    made.jinja_env.globals["states"] = STATES
    made.jinja_env.filters.update(day=_day, here=_here)
    made.register_blueprint(pages)
    made.before_request(_only_from_here)
    made.after_request(_sealed)
    made.register_error_handler(Silent, _silent)
    return made


def _day(day: str) -> str:
    return _told(date.fromisoformat(day))


def _here(moment: str) -> str:
    found = datetime.fromisoformat(moment).astimezone(COPENHAGEN)
    return f"{_told(found.date())} kl.\N{NO-BREAK SPACE}{found:%H.%M}"


def _told(day: date) -> str:
    return f"{WEEKDAYS[day.weekday()]} den {day.day}. {MONTHS[day.month - 1]} {day.year}"


def _only_from_here() -> None:
    """Nobody signs in here, so no other site may send anything through somebody's browser."""
    origin = request.headers.get("Origin")
    if request.host not in current_app.config["hosts"] or (origin and origin != f"http://{request.host}"):
        abort(403)


def _sealed(response: Response) -> Response:
    response.headers.update({"Content-Security-Policy": POLICY, "Cache-Control": "no-store"})
    return response


def _store() -> Store:
    store: Store = current_app.config["store"]
    return store


def _house() -> House:
    house: House = current_app.config["house"]
    return house


def _plan_of(plan: UUID) -> str:
    if not _store().all("plan", str(plan)):
        abort(404)
    return str(plan)


@pages.get("/")
def everybody() -> str:
    """Whose cases there are, and what came lately."""
    citizens = _store().all("citizen")
    names = {each["plan"]: each["name"] for each in citizens}
    return render_template("everybody.html", **_log(""), citizens=citizens, names=names)


@pages.get("/plans/<uuid:plan>")
def one_plan(plan: UUID) -> str:
    """What is known of one plan, and what can be sent to it."""
    return _plan_page(_plan_of(plan))


@pages.get("/plans/<uuid:plan>/steps/<uuid:step>")
def one_step(plan: UUID, step: UUID) -> str:
    """A step as it is this very moment, with the ETag that goes with it."""
    return _step_page(_plan_of(plan), step)


@pages.post("/plans/<uuid:plan>/sent")
def sent(plan: UUID) -> Any:
    """What the form says goes to minplan. What could not be done stands in the form as it was written."""
    id = _plan_of(plan)
    try:
        found = send(_house(), _store(), id, request.form)
    except (KeyError, ValueError):
        abort(400)
    if found.is_done:
        return redirect(f"/plans/{plan}#sendt", 303)
    kept = {"said": request.form, "answered": found}
    shown = _step_page(id, UUID(request.form["step"]), **kept) if "step" in request.form else _plan_page(id, **kept)
    return shown, found.status or 503


@pages.post("/events")
def told() -> tuple[str, int]:
    """minplan says that there is something new; the feed says what. Only what it has signed counts."""
    body = request.get_data()
    if not holds(_store().kept("secret"), dict(request.headers), body, time()):
        return "", 401
    event = request.get_json(force=True)
    _store().came("webhook", request.headers["webhook-id"], event["type"], event["subject"].split("/")[1])
    return "", 204


def _plan_page(plan: str, **kept: Any) -> str:
    kinds = ("citizen", "goal", "milestone", "step", "meeting")
    known = {kind: _store().all(kind, plan) for kind in kinds}
    return render_template("plan.html", plan=plan, **_log(plan), **known, **kept)


def _step_page(plan: str, step: UUID, **kept: Any) -> str:
    answer = _house().ask("GET", f"/plans/{plan}/steps/{step}")
    if answer.status_code != 200:
        abort(404)
    return render_template("step.html", plan=plan, step=answer.json(), seen=answer.headers["ETag"], **kept)


def _silent(_: Silent) -> tuple[str, int]:
    return render_template("silent.html", says=SILENT), 503


def _log(plan: str) -> dict[str, Any]:
    return {name: _store().newest(name, plan) for name in ("arrived", "sent")}
