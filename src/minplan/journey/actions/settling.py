"""Verb: "det her først". What must settle before the others."""

from typing import Any
from uuid import UUID

from minplan import access
from minplan.access import WISH, Change
from minplan.errors import Invalid
from minplan.journal import Record
from minplan.journey.actions.common import UNCHANGED, Outcome, Values, holds, must_be_open, plain, put, settle_next
from minplan.journey.actions.days import must_lie_ahead
from minplan.journey.actions.pausing import resting_fields
from minplan.journey.commands import SettleFirst
from minplan.journey.kinds import OPEN
from minplan.journey.step import Step
from minplan.journey.store import load


def settle_first(by: UUID, plan: UUID, step: UUID, command: SettleFirst) -> Outcome:
    """"Det her først": this step is next, and the others rest until it is done, with a day to look again.

    What waits for somebody goes on waiting, and what the law asks can't be put to rest by a choice: both are refused.
    """
    with access.change(by, plan) as change:
        row = load.step(change, step)
        change.may_step("settle_first", row.kind, row.ball)
        must_be_open(row)
        must_lie_ahead(change, "look_again", command.look_again)
        others = [load.step(change, other) for other in dict.fromkeys(command.before) if other != row.id]
        wanted = [(row, _ahead(row)), *((other, _behind(change, row, other, command)) for other in others)]
        if change.plan.next_step_id == row.id and all(holds(step, fields) for step, fields in wanted):
            return UNCHANGED
        before: Values = {"steps": {plain(step.id): put(step, fields) for step, fields in wanted}}
        after: Values = {"resting": [plain(other.id) for other in others], "until": plain(command.look_again)}
        before["next"], after["next"] = settle_next(change, row, is_next=True)
        change.record(Record("settle_first", "step", row.id, row.id, before=before, after=after))
        return Outcome("done", row.id, next_changed=before["next"] != after["next"])


def _ahead(row: Step) -> dict[str, Any]:
    # It waits for nothing any more, least of all for a step that now waits for it.
    if row.state in ("waiting", "resting") and row.ball == "citizen":
        return {"after_id": None, "state": "active", "since": None, "until": None}
    return {"after_id": None}


def _behind(change: Change, first: Step, other: Step, command: SettleFirst) -> dict[str, Any]:
    if other.state not in OPEN:
        raise Invalid({"before": "not_open"})
    if other.state == "waiting":  # who, since when and until when would be lost
        raise Invalid({"before": "waiting"})
    if change.may_step("rest", other.kind, other.ball) == WISH:
        raise Invalid({"before": "law_stands"})
    return {"state": "resting", "after_id": first.id} | resting_fields(change, other, command.look_again)
