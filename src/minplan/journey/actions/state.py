"""Verbs: where a step stands. Done, start, later, a new way."""

from typing import Any
from uuid import UUID

from minplan import access
from minplan.access import WISH, Change
from minplan.journey.actions.common import UNCHANGED, Outcome, moving_fields, must_be_open, set_fields
from minplan.journey.actions.taking_back import ball_held
from minplan.journey.actions.wishes import wish
from minplan.journey.commands import Detour
from minplan.journey.kinds import BEHIND
from minplan.journey.step import Step
from minplan.journey.store import load

# What an open step has and one that lies behind does not.
_OPEN_ONLY = ("ball", "ball_name", "since", "until", "after_id")


def complete(by: UUID, plan: UUID, step: UUID, seen: str) -> Outcome:
    """The step is done; what rested until then wakes."""
    with access.change(by, plan) as change:
        row = load.step(change, step)
        change.may_step("complete", row.kind, ball_held(change, row))
        return enter(change, "complete", row, seen, "done", behind_fields(change))


def detour(by: UUID, plan: UUID, step: UUID, seen: str, command: Detour) -> Outcome:
    """A new way: the step ends here, and what was learned goes along. On a law step a citizen's wish."""
    with access.change(by, plan) as change:
        row = load.step(change, step)
        verdict = change.may_step("detour", row.kind, ball_held(change, row))
        change.compare("state", seen, row.state, "detour")
        if row.state == "detour":
            return UNCHANGED
        must_be_open(row)
        if verdict == WISH:
            return wish(change, row, "detour", text=command.learned)
        fields = behind_fields(change) | {"learned_id": change.write(command.learned).id}
        return enter(change, "detour", row, seen, "detour", fields)


def start(by: UUID, plan: UUID, step: UUID, seen: str) -> Outcome:
    """The step is under way. What lay with somebody outside comes to the citizen who takes it up."""
    with access.change(by, plan) as change:
        row = load.step(change, step)
        change.may_step("start", row.kind, ball_held(change, row))
        if row.state == "active":
            return UNCHANGED
        taken_up = {"ball": "citizen", "ball_name": None} if row.ball == "other" else {}
        return enter(change, "start", row, seen, "active", moving_fields(row) | taken_up)


def postpone(by: UUID, plan: UUID, step: UUID, seen: str) -> Outcome:
    """The step comes later. On a law step a citizen's wish that it rests."""
    with access.change(by, plan) as change:
        row = load.step(change, step)
        verdict = change.may_step("postpone", row.kind, ball_held(change, row))
        if row.state == "later":
            return UNCHANGED
        if verdict == WISH:
            must_be_open(row)
            return wish(change, row, "rest")
        return enter(change, "postpone", row, seen, "later", moving_fields(row))


def behind_fields(change: Change) -> dict[str, Any]:
    """What a step that lies behind holds: the day, and nobody's turn."""
    return {"done_on": change.today, **dict.fromkeys(_OPEN_ONLY)}


def enter(change: Change, verb: str, row: Step, seen: str, state: str, fields: dict[str, Any]) -> Outcome:
    """Bring an open step into `state`, unless somebody else did meanwhile."""
    change.compare("state", seen, row.state, state)
    if row.state == state and state in BEHIND:
        return UNCHANGED
    must_be_open(row)
    return set_fields(change, verb, row, {"state": state, **fields})
