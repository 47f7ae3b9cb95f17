"""The agreements, on the web: one tap or own words, and each field on its own."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

from flask import current_app, request
from flask.typing import ResponseReturnValue

from minplan import meeting as meetings
from minplan.errors import Invalid
from minplan.journey import Outcome
from minplan.routes import fields, forms
from minplan.routes.languages import day, gettext
from minplan.routes.marks import allows
from minplan.routes.meeting.blueprint import MEETING, TABLE, bp
from minplan.routes.meeting.outcome import put_right
from minplan.routes.meeting.saving import back, save, save_value
from minplan.routes.visitor import visitor

_ONE = f"{MEETING}/agreements/<uuid:agreement>"


@bp.post(f"{MEETING}/agreements")
@allows(*TABLE)
def agree(plan: UUID, meeting: UUID) -> ResponseReturnValue:
    def act(by: UUID) -> Outcome:
        ready = request.form.get("ready")
        if ready:
            return meetings.agree_ready(by, plan, meeting, ready)
        return meetings.agree(by, plan, meeting, _command())

    return _after(plan, meeting, act, gettext("Det er skrevet ned. Ret det, hvis noget ikke passer."))


@bp.post(f"{_ONE}/what")
@allows(*TABLE)
def say_what(plan: UUID, meeting: UUID, agreement: UUID) -> ResponseReturnValue:
    return _reword(plan, meeting, agreement, "what")


@bp.post(f"{_ONE}/why")
@allows(*TABLE)
def say_why(plan: UUID, meeting: UUID, agreement: UUID) -> ResponseReturnValue:
    return _reword(plan, meeting, agreement, "why")


@bp.post(f"{_ONE}/ball")
@allows(*TABLE)
def set_ball(plan: UUID, meeting: UUID, agreement: UUID) -> ResponseReturnValue:
    def act(by: UUID, seen: str) -> str:
        return meetings.set_ball(by, plan, meeting, agreement, seen, fields.text("ball", required=True))

    return save_value(plan, meeting, act, "ball", _holder)


@bp.post(f"{_ONE}/other")
@allows(*TABLE)
def set_other(plan: UUID, meeting: UUID, agreement: UUID) -> ResponseReturnValue:
    def act(by: UUID, seen: str) -> str:
        return meetings.set_other(by, plan, meeting, agreement, seen, _line("name"))

    return save_value(plan, meeting, act, "name", str)


@bp.post(f"{_ONE}/day")
@allows(*TABLE)
def set_day(plan: UUID, meeting: UUID, agreement: UUID) -> ResponseReturnValue:
    def act(by: UUID, seen: str) -> str:
        return meetings.set_day(by, plan, meeting, agreement, seen, fields.day("on"))

    return save_value(plan, meeting, act, "on", _day, type="date")


@bp.post(f"{_ONE}/kind")
@allows(*TABLE)
def set_kind(plan: UUID, meeting: UUID, agreement: UUID) -> ResponseReturnValue:
    def act(by: UUID, seen: str) -> str:
        return meetings.set_kind(by, plan, meeting, agreement, seen, fields.text("kind", required=True))

    return save_value(plan, meeting, act, "kind", kind_name)


@bp.post(f"{_ONE}/law")
@allows("contact", "team")
def set_law(plan: UUID, meeting: UUID, agreement: UUID) -> ResponseReturnValue:
    def act(by: UUID, seen: str) -> str:
        return meetings.set_law(by, plan, meeting, agreement, seen, _line("law"))

    return save_value(plan, meeting, act, "law", str)


@bp.post(f"{_ONE}/milestone")
@allows(*TABLE)
def set_milestone(plan: UUID, meeting: UUID, agreement: UUID) -> ResponseReturnValue:
    def act(by: UUID, seen: str) -> str:
        return meetings.set_milestone(by, plan, meeting, agreement, seen, fields.uuid("milestone"))

    return save_value(plan, meeting, act, "milestone", lambda _: gettext("Et andet delmål"))


@bp.post(f"{_ONE}/removal")
@allows(*TABLE)
def remove_agreement(plan: UUID, meeting: UUID, agreement: UUID) -> ResponseReturnValue:
    def act(by: UUID) -> Outcome:
        return meetings.remove_agreement(by, plan, meeting, agreement)

    return _after(plan, meeting, act, gettext("Det er taget af."))


def kind_name(kind: str) -> str:
    """How binding an agreement is, as it is read."""
    own = gettext("Hvis du vil") if visitor().kind == "citizen" else gettext("Hvis borgeren vil")
    return {"own": own, "agreed": gettext("Det har vi aftalt")}.get(kind, gettext("Det skal vi efter loven"))


def _command() -> meetings.NewAgreement:
    what = fields.own_words("what", required=True)
    return forms.read(
        meetings.NewAgreement,
        what=what,
        why=forms.maybe_words("why"),
        kind=fields.text("kind") or "agreed",
        law=_line("law"),
        ball=forms.ball(),
        on=fields.day("on"),
    )


def _reword(plan: UUID, meeting: UUID, agreement: UUID, field: str) -> ResponseReturnValue:
    def act(by: UUID, seen: UUID | None) -> UUID | None:
        text = fields.own_words("text", required=field == "what")
        return meetings.reword_agreement(by, plan, meeting, agreement, field, seen, text)

    return save(plan, meeting, act)


def _after(plan: UUID, meeting: UUID, act: Callable[[UUID], Outcome], told: str) -> ResponseReturnValue:
    try:
        outcome = act(visitor().person_id)
    except Invalid as error:
        return put_right(plan, meeting, "agree", error), 422
    return back(plan, meeting, "agreements", told if outcome.kind == "done" else gettext("Det stod der allerede."))


def _line(name: str) -> str:
    """One line, as names are kept. Raises Invalid."""
    value = " ".join(fields.text(name).split())
    if len(value) > meetings.NAME:
        raise Invalid({name: "too_long"})
    return value


def _holder(holder: str) -> str:
    citizen = gettext("Mig") if visitor().kind == "citizen" else gettext("Borgeren")
    names = {"citizen": citizen, "both": gettext("Os begge"), "other": gettext("En anden")}
    return names.get(holder) or gettext(current_app.extensions["minplan"].authority)


def _day(on: str) -> str:
    try:
        return day(date.fromisoformat(on))
    except ValueError:
        return on
