"""Verb: a new promised day for an answer that somebody waits for."""

from datetime import date
from uuid import UUID

from minplan import access
from minplan.errors import Conflict, Invalid, NotAllowed
from minplan.journal import Record
from minplan.journey.actions.common import UNCHANGED, Outcome, plain
from minplan.journey.proposal import PENDING
from minplan.journey.store import load
from minplan.words import NewText


def promise_proposal(by: UUID, plan: UUID, proposal: UUID, day: date, because: NewText | None = None) -> Outcome:
    """A person of the municipality gives a new promised day for an answer that the citizen waits for."""
    with access.change(by, plan, because) as change:
        row = load.proposal(change, proposal)
        change.may("promise_answer")
        if row.to != "municipality":
            raise NotAllowed
        if row.status not in PENDING:
            raise Conflict("answer", mine=day, theirs=row.status)
        if day < change.today:
            raise Invalid({"promised": "in_the_past"})
        if row.promised == day:
            return UNCHANGED
        before, after = {"promised": plain(row.promised)}, {"promised": plain(day)}
        row.promised = day
        change.record(Record("promise", "proposal", row.id, row.step_id, row.track, before, after))
        return Outcome("done", row.id)
