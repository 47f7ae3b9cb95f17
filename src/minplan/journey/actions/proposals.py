"""Verbs: answers to what was proposed. Yes, adjusted, no thanks, or let us talk about it."""

from typing import Any
from uuid import UUID

from minplan import access
from minplan.access import Change
from minplan.errors import Conflict, Invalid, NotAllowed
from minplan.journal import Record
from minplan.journey.actions import state, steps
from minplan.journey.actions.common import UNCHANGED, Outcome, Values, apply, default_day, plain, standing_day
from minplan.journey.actions.goals import place_goal, place_milestone
from minplan.journey.commands import When
from minplan.journey.kinds import BEHIND
from minplan.journey.proposal import PENDING, Proposal, ProposalAnswer
from minplan.journey.step import Step
from minplan.journey.store import load

_STATUS = {"yes": "yes", "adjust": "adjusted", "no": "no", "talk": "talk"}


def answer(by: UUID, plan: UUID, proposal: UUID, command: ProposalAnswer) -> Outcome:
    """Answer a proposal; a yes carries it out, adjusted with the answerer's own words or day."""
    with access.change(by, plan) as change:
        row = load.proposal(change, proposal)
        change.may(f"answer_to_{row.to}")
        status = _STATUS[command.answer]
        if row.status == status:
            return UNCHANGED
        if row.status not in PENDING:
            raise Conflict("answer", mine=status, theirs=row.status)
        if command.answer == "adjust":
            _adjust(change, row, command)
        _close(change, row, status, command)
        before, after = _carry_out(change, row, status)
        _record(change, row, status, before, after)
        return Outcome("done", row.step_id or row.id, next_changed="next" in after)


def withdraw(by: UUID, plan: UUID, proposal: UUID) -> Outcome:
    """Take an own proposal back before it is answered."""
    with access.change(by, plan) as change:
        row = load.proposal(change, proposal)
        change.may("withdraw")
        if row.by_id != change.viewer.person_id:
            raise NotAllowed
        if row.status not in PENDING:
            return UNCHANGED
        row.status = "withdrawn"
        before, after = _carry_out(change, row, row.status)
        _record(change, row, "withdrawn", before, after)
        return Outcome("done", row.id)


def _adjust(change: Change, row: Proposal, command: ProposalAnswer) -> None:
    if row.what in ("when", "rest"):
        if command.when.day_or_time is None:
            raise Invalid({"when": "required"})
        row.when_on, row.when_at = command.when.on, command.when.at
        row.until = command.when.on or row.until
        return
    if command.text is None:
        raise Invalid({"text": "required"})
    row.text_id = change.write(command.text).id


def _close(change: Change, row: Proposal, status: str, command: ProposalAnswer) -> None:
    # The municipality never says no without saying why.
    if status == "no" and row.to == "municipality" and command.because is None:
        raise Invalid({"because": "required"})
    row.status = status
    row.answer_id = change.write(command.because).id if command.because else row.answer_id
    row.answered_by_id, row.answered_at = change.viewer.person_id, change.at


def _carry_out(change: Change, row: Proposal, status: str) -> tuple[Values, Values]:
    """Do what was agreed; returns what changed of the step, before and after."""
    step = change.session.get(Step, row.step_id) if row.step_id else None
    if status in ("yes", "adjusted"):
        if step is not None:
            return apply(change, step, _fields(change, row, step))
        _place(change, row)
    elif row.what == "step" and step is not None and status in ("no", "withdrawn"):
        return apply(change, step, {"state": "declined"})
    return {}, {}


def _place(change: Change, row: Proposal) -> None:
    if row.text_id is None or row.track is None:
        return
    if row.what == "goal":
        place_goal(change, row.text_id, row.why_id, row.track)
    elif row.goal_id:
        place_milestone(change, row.goal_id, row.text_id)


def _fields(change: Change, row: Proposal, step: Step) -> dict[str, Any]:
    if row.what == "step":
        titled = {"title_id": row.text_id} if row.text_id else {}
        return {"state": "later", "way": load.way_end(change)} | titled | _fresh_promise(change, step)
    if row.what in ("title", "why"):
        return {f"{row.what}_id": row.text_id}
    if step.state in BEHIND:
        raise Invalid({"state": "not_open"})  # it was settled meanwhile, and no old wish takes that away
    if row.what == "when":
        return steps.day_fields(step, When(on=row.when_on, at=row.when_at))
    if row.what == "rest":
        return {"state": "resting"} | state.resting_fields(change, step, row.until)
    return {"state": "detour", "learned_id": row.text_id} | state.behind_fields(change)


def _fresh_promise(change: Change, step: Step) -> dict[str, Any]:
    """The municipality's promise begins with the yes, not on the day when somebody had the idea."""
    if step.ball != "municipality":
        return {}
    day = standing_day(step)
    late = day is None or day < change.today
    return {"since": change.today} | ({"when_on": default_day(change), "when_at": None} if late else {})


def _record(change: Change, row: Proposal, status: str, before: Values, after: Values) -> None:
    asked = {"text_id": plain(row.text_id), "when": plain(row.when_at or row.when_on)}
    said = {"what": row.what, "status": status} | (after or {name: value for name, value in asked.items() if value})
    change.record(
        Record(
            "answer",
            "proposal",
            row.id,
            step_id=row.step_id,
            track=row.track,
            before=before,
            after=said,
            reason_id=row.answer_id,
        )
    )
