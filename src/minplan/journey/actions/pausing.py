"""Verbs: a step waits for somebody, or rests. The municipality's promise goes along unchanged."""

from datetime import date
from typing import Any
from uuid import UUID

from minplan import access
from minplan.access import WISH, Change
from minplan.errors import Invalid
from minplan.journey.actions.common import UNCHANGED, Outcome, holds, must_be_open, plain
from minplan.journey.actions.days import default_day, must_lie_ahead, standing_day
from minplan.journey.actions.reaching import must_be_theirs_to_have
from minplan.journey.actions.state import enter
from minplan.journey.actions.wishes import propose_change, wish
from minplan.journey.commands import Wait
from minplan.journey.step import Step
from minplan.journey.store import load
from minplan.words import NewText


def wait(
    by: UUID,
    plan: UUID,
    step: UUID,
    seen: str,
    command: Wait,
    because: NewText | None = None,
    seen_until: str | None = None,
) -> Outcome:
    """The step waits for somebody, since a day and until a day. On a law step a citizen's wish that it rests so long.

    `seen_until` is the ISO day that the person saw, where it waited already.
    """
    with access.change(by, plan, because) as change:
        row = load.step(change, step)
        fields = _waiting_fields(change, row, command)
        if holds(row, fields):  # asked first: by now the ball may have left the asker's hands
            return UNCHANGED
        verdict = change.may_step("wait", row.kind, row.ball)
        must_be_open(row)
        must_lie_ahead(change, "until", command.until)
        _must_wait_for_another(change, command)
        must_be_theirs_to_have(change, row, command.ball)  # no name is asked for that a wish could not carry along
        if verdict == WISH:
            return wish(change, row, "rest", until=command.until)
        _compare_until(change, row, "waiting", seen_until, fields["until"])
        return enter(change, "wait", row, seen, "waiting", fields)


def rest(
    by: UUID,
    plan: UUID,
    step: UUID,
    seen: str,
    until: date | None,
    because: NewText | None = None,
    seen_until: str | None = None,
) -> Outcome:
    """The step rests, with a day to look again if somebody wants one. On a law step a citizen's wish.

    Where the municipality has promised a day, another one from the citizen is a proposal.
    `seen_until` is the ISO day that the person saw, where it rested already; empty for none.
    """
    with access.change(by, plan, because) as change:
        row = load.step(change, step)
        verdict = change.may_step("rest", row.kind, row.ball)
        must_be_open(row)
        must_lie_ahead(change, "until", until)
        if verdict == WISH:
            return wish(change, row, "rest", until=until)
        fields = resting_fields(change, row, until)
        if until and fields["until"] != until:
            return propose_change(change, row, "rest", until=until)
        _compare_until(change, row, "resting", seen_until, fields["until"])
        return enter(change, "rest", row, seen, "resting", fields)


def resting_fields(change: Change, row: Step, until: date | None) -> dict[str, Any]:
    """What a resting step holds; the municipality's ball keeps its promised day, unless its own people name another."""
    if row.ball != "municipality":
        return {"until": until, "since": None}
    named = None if change.viewer.is_citizen else until
    return {"until": named or standing_day(row), "since": row.since or change.today}


def _must_wait_for_another(change: Change, command: Wait) -> None:
    if change.viewer.is_citizen and command.ball.holder == "citizen":
        raise Invalid({"ball": "who"})  # nobody waits for themselves


def _waiting_fields(change: Change, row: Step, command: Wait) -> dict[str, Any]:
    since, until = command.since, command.until
    if command.ball.holder == "municipality" and change.viewer.is_citizen:
        # The municipality promises its days itself: the standing one, or that of every new question.
        theirs = row.ball == "municipality"
        since = row.since if theirs and row.since else change.today
        until = (standing_day(row) if theirs else None) or default_day(change)
    ball = {"ball": command.ball.holder, "ball_name": command.ball.name}
    return {"state": "waiting", "since": since, "until": until, **ball}


def _compare_until(change: Change, row: Step, state: str, seen: str | None, until: date | None) -> None:
    if row.state == state and seen is not None:
        change.compare("until", seen, plain(row.until) or "", plain(until) or "")
