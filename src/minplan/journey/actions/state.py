"""Verbs: where a step stands. Done, start, later, wait, rest, a new way."""

from datetime import date
from typing import Any
from uuid import UUID

from minplan import access
from minplan.access import WISH, Change
from minplan.errors import Invalid
from minplan.journey.actions.common import UNCHANGED, Outcome, holds, own_day, set_fields, standing_day
from minplan.journey.actions.taking_back import ball_held
from minplan.journey.actions.wishes import wish
from minplan.journey.commands import Detour, Wait
from minplan.journey.kinds import BEHIND, OPEN
from minplan.journey.step import Step
from minplan.journey.store import load
from minplan.words import NewText

# What an open step has and one that lies behind does not.
_OPEN_ONLY = ("ball", "ball_name", "since", "until", "after_id")


def complete(by: UUID, plan: UUID, step: UUID, seen: str) -> Outcome:
    """The step is done."""
    with access.change(by, plan) as change:
        row = _row(change, step, "complete")
        return _enter(change, "complete", row, seen, "done", behind_fields(change))


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
        return _enter(change, "detour", row, seen, "detour", fields)


def start(by: UUID, plan: UUID, step: UUID, seen: str) -> Outcome:
    """The step is under way."""
    return _go_on(by, plan, step, seen, "start", "active")


def postpone(by: UUID, plan: UUID, step: UUID, seen: str) -> Outcome:
    """The step comes later."""
    return _go_on(by, plan, step, seen, "postpone", "later")


def wait(
    by: UUID, plan: UUID, step: UUID, seen: str, command: Wait, because: NewText | None = None
) -> Outcome:
    """The step waits for somebody, since a day and until a day."""
    with access.change(by, plan, because) as change:
        row = load.step(change, step)
        fields = {
            "state": "waiting",
            "ball": command.ball.holder,
            "ball_name": command.ball.name,
            "since": command.since,
            "until": command.until,
        }
        if holds(row, fields):  # asked first: by now the ball may have left the asker's hands
            return UNCHANGED
        change.may_step("wait", row.kind, row.ball)
        return _enter(change, "wait", row, seen, "waiting", fields)


def rest(
    by: UUID, plan: UUID, step: UUID, seen: str, until: date | None, because: NewText | None = None
) -> Outcome:
    """The step rests, with a day to look again if somebody wants one. On a law step a citizen's wish."""
    with access.change(by, plan, because) as change:
        row = load.step(change, step)
        verdict = change.may_step("rest", row.kind, row.ball)
        must_be_open(row)
        if verdict == WISH:
            return wish(change, row, "rest", until=until)
        return _enter(change, "rest", row, seen, "resting", resting_fields(change, row, until))


def resting_fields(change: Change, row: Step, until: date | None) -> dict[str, Any]:
    """What a resting step holds; the municipality's ball keeps a promised day also at rest."""
    if row.ball != "municipality":
        return {"until": until, "since": None}
    return {"until": until or standing_day(row), "since": row.since or change.today}


def behind_fields(change: Change) -> dict[str, Any]:
    """What a step that lies behind holds: the day, and nobody's turn."""
    return {"done_on": change.today, **dict.fromkeys(_OPEN_ONLY)}


def _row(change: Change, step: UUID, verb: str) -> Step:
    row = load.step(change, step)
    change.may_step(verb, row.kind, ball_held(change, row))
    return row


def _enter(change: Change, verb: str, row: Step, seen: str, state: str, fields: dict[str, Any]) -> Outcome:
    change.compare("state", seen, row.state, state)
    if row.state == state and state in BEHIND:
        return UNCHANGED
    must_be_open(row)
    return set_fields(change, verb, row, {"state": state, **fields})


def _go_on(by: UUID, plan: UUID, step: UUID, seen: str, verb: str, state: str) -> Outcome:
    with access.change(by, plan) as change:
        row = _row(change, step, verb)
        if row.state == state:
            return UNCHANGED
        return _enter(change, verb, row, seen, state, _moving_fields(row))


def _moving_fields(row: Step) -> dict[str, Any]:
    fields: dict[str, Any] = {"until": None, "after_id": None}
    if row.ball != "municipality":
        return fields | {"since": None}
    # The promised day of a municipality's step moves along: it stood in `until`, now it stands in `when`.
    return fields if row.until in (None, own_day(row)) else fields | {"when_on": row.until, "when_at": None}


def must_be_open(row: Step) -> None:
    """Raise Invalid for a step that lies behind or beside the way."""
    if row.state not in OPEN:
        raise Invalid({"state": "not_open"})
