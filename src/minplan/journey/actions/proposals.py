"""Verbs: answers to what was proposed. Yes, adjusted, no thanks, or let us talk about it."""

from uuid import UUID

from minplan import access
from minplan.access import Change
from minplan.errors import Conflict, Invalid, NotAllowed
from minplan.journal import Record
from minplan.journey.actions.adjusting import adjust, ask_back, must_be_asked_back, status_of
from minplan.journey.actions.carrying_out import carry_out
from minplan.journey.actions.common import UNCHANGED, Outcome, Values, plain
from minplan.journey.proposal import PENDING, Proposal, ProposalAnswer
from minplan.journey.store import load


def answer(by: UUID, plan: UUID, proposal: UUID, command: ProposalAnswer) -> Outcome:
    """Answer a proposal; a yes carries it out, adjusted with the answerer's own words or day.

    Where the municipality has promised a day, the citizen's adjustment is a proposal back to it.
    """
    with access.change(by, plan) as change:
        row = load.proposal(change, proposal)
        change.may(f"answer_to_{row.to}")
        status = status_of(change, row, command)
        if row.status == status or (row.status, status) == ("adjusted", "yes"):
            return UNCHANGED
        if row.status not in PENDING:
            raise Conflict("answer", mine=status, theirs=row.status)
        if status == "adjusted":
            if step := must_be_asked_back(change, row):
                return ask_back(change, row, step, command.when)
            adjust(change, row, command)
        _close(change, row, status, command)
        before, after = carry_out(change, row, status)
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
        before, after = carry_out(change, row, row.status)
        _record(change, row, "withdrawn", before, after)
        return Outcome("done", row.id)


def _close(change: Change, row: Proposal, status: str, command: ProposalAnswer) -> None:
    # The municipality never says no without saying why.
    if status == "no" and row.to == "municipality" and command.because is None:
        raise Invalid({"because": "required"})
    row.status = status
    row.answer_id = change.write(command.because).id if command.because else row.answer_id
    row.answered_by_id, row.answered_at = change.viewer.person_id, change.at


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
