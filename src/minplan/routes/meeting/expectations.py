"""What each side expects of the other, on the web."""

from collections.abc import Callable
from uuid import UUID

from flask import request
from flask.typing import ResponseReturnValue

from minplan import meeting as meetings
from minplan.errors import Invalid
from minplan.journey import Outcome
from minplan.routes import fields
from minplan.routes.languages import gettext
from minplan.routes.marks import allows
from minplan.routes.meeting.blueprint import MEETING, TABLE, bp
from minplan.routes.meeting.outcome import put_right
from minplan.routes.meeting.saving import back, save, save_value
from minplan.routes.visitor import visitor
from minplan.words import NewText

_ONE = f"{MEETING}/expectations/<uuid:expectation>"


@bp.post(f"{MEETING}/expectations")
@allows(*TABLE)
def expect(plan: UUID, meeting: UUID) -> ResponseReturnValue:
    side = request.form.get("side", "")

    def act(by: UUID) -> Outcome:
        phrase = request.form.get("phrase")
        text = fields.own_words("text", required=not phrase) or NewText(phrase=phrase)
        return meetings.expect(by, plan, meeting, side, text)

    return _after(plan, meeting, act, gettext("Det er skrevet ned."), f"expect-{side}")


@bp.post(f"{_ONE}/text")
@allows(*TABLE)
def reword_expectation(plan: UUID, meeting: UUID, expectation: UUID) -> ResponseReturnValue:
    def act(by: UUID, seen: UUID | None) -> UUID | None:
        text = fields.own_words("text", required=True)
        return meetings.reword_expectation(by, plan, meeting, expectation, seen, text) if text else seen

    return save(plan, meeting, act)


@bp.post(f"{_ONE}/fit")
@allows(*TABLE)
def fit_expectation(plan: UUID, meeting: UUID, expectation: UUID) -> ResponseReturnValue:
    def act(by: UUID, seen: str) -> str:
        return meetings.fit_expectation(by, plan, meeting, expectation, seen, request.form.get("fits", ""))

    return save_value(plan, meeting, act, "fits", fit_name)


@bp.post(f"{_ONE}/removal")
@allows(*TABLE)
def remove_expectation(plan: UUID, meeting: UUID, expectation: UUID) -> ResponseReturnValue:
    def act(by: UUID) -> Outcome:
        return meetings.remove_expectation(by, plan, meeting, expectation)

    return _after(plan, meeting, act, gettext("Det er taget af."), "expectations")


def fit_name(fits: str) -> str:
    """Too much, too little or just right, as it is read."""
    names = {"much": gettext("For meget"), "little": gettext("For lidt"), "right": gettext("Passende")}
    return names.get(fits, gettext("Ikke svaret endnu"))


def _after(
    plan: UUID, meeting: UUID, act: Callable[[UUID], Outcome], told: str, form: str
) -> ResponseReturnValue:
    try:
        outcome = act(visitor().person_id)
    except Invalid as error:
        return put_right(plan, meeting, form, error), 422
    return back(plan, meeting, "expectations", told if outcome.kind == "done" else gettext("Det stod der allerede."))
