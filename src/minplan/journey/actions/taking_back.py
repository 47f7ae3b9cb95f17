"""Verb: take back what was done. The journal knows how everything was before."""

from datetime import date
from typing import Any
from uuid import UUID

from minplan import access, journal
from minplan.access import Change
from minplan.journey.actions.common import UNCHANGED, Outcome, plain, set_fields
from minplan.journey.kinds import BEHIND
from minplan.journey.step import Step
from minplan.journey.store import load


def reopen(by: UUID, plan: UUID, step: UUID, seen: str) -> Outcome:
    """Take a done step or a new way back: everything is as it was before."""
    with access.change(by, plan) as change:
        row = load.step(change, step)
        change.may_step("reopen", row.kind, ball_held(change, row))
        if row.state not in BEHIND:
            return UNCHANGED
        change.compare("state", seen, row.state, "active")
        old = _before(change, row)
        return set_fields(change, "reopen", row, _restored(old), is_next=old.get("next") == plain(row.id))


def ball_held(change: Change, row: Step) -> str | None:
    """Whose turn a step is; where it lies behind, whose it was when it came there: they may still touch it."""
    return (_before(change, row).get("ball") or "citizen") if row.state in BEHIND else row.ball


def _before(change: Change, row: Step) -> dict[str, Any]:
    return journal.before_entering(change.session, change.plan.id, row.id, row.state)


def _restored(old: dict[str, Any]) -> dict[str, Any]:
    fields: dict[str, Any] = {"state": old.get("state", "active"), "done_on": None, "learned_id": None}
    fields["ball"] = old.get("ball") or "citizen"
    fields["ball_name"] = old.get("ball_name")
    for name in ("since", "until"):
        fields[name] = date.fromisoformat(old[name]) if old.get(name) else None
    fields["after_id"] = UUID(old["after_id"]) if old.get("after_id") else None
    return fields
