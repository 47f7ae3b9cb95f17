"""Verbs: what a step says. Other words, another day, whose ball, a new promised day."""

from datetime import date
from typing import Any
from uuid import UUID

from minplan import access
from minplan.access import PROPOSE, WISH, Change
from minplan.errors import Invalid
from minplan.journey.actions.common import UNCHANGED, Outcome, must_be_open, plain, set_fields
from minplan.journey.actions.days import default_day, must_lie_ahead, named_day, standing_day
from minplan.journey.actions.reaching import must_be_theirs_to_have
from minplan.journey.actions.wishes import propose_change, wish
from minplan.journey.commands import HandOver, When
from minplan.journey.step import Step
from minplan.journey.store import load
from minplan.words import NewText

_FIELD = {"title": "title_id", "why": "why_id"}


def reword(
    by: UUID,
    plan: UUID,
    step: UUID,
    field: str,
    seen: UUID | None,
    new: NewText,
    because: NewText | None = None,
) -> Outcome:
    """Other words for a step's `title` or `why`; about an agreement they are a proposal to the other side.

    `seen` is the id of the text that the person saw.
    """
    with access.change(by, plan, because) as change:
        row = load.step(change, step)
        verdict = change.may_step("reword", row.kind, row.ball)
        must_be_open(row)
        current = change.words(getattr(row, _FIELD[field]))
        if current and current.says(new):
            return UNCHANGED
        change.compare(field, plain(seen), plain(current.id) if current else None, mine=new)
        if verdict == PROPOSE:
            return propose_change(change, row, field, text=new)
        return set_fields(change, "reword", row, {_FIELD[field]: change.write(new).id})


def set_date(
    by: UUID, plan: UUID, step: UUID, seen: str, when: When, because: NewText | None = None
) -> Outcome:
    """Another day for a step, or none. `seen` is the ISO day or time that the person saw, empty for none."""
    with access.change(by, plan, because) as change:
        row = load.step(change, step)
        verdict = change.may_step("set_date", row.kind, row.ball)
        must_be_open(row)
        current = plain(row.when_at or row.when_on) or ""
        change.compare("when", seen, current, plain(when.day_or_time) or "")
        if current == (plain(when.day_or_time) or ""):
            return UNCHANGED
        fields = day_fields(change, row, when)
        if verdict == WISH:
            return wish(change, row, "when", when=when)
        if verdict == PROPOSE:
            return propose_change(change, row, "when", when=when)
        return set_fields(change, "set_date", row, fields)


def hand_over(
    by: UUID,
    plan: UUID,
    step: UUID,
    seen: str,
    command: HandOver,
    because: NewText | None = None,
    seen_name: str | None = None,
) -> Outcome:
    """The ball goes to somebody else; to the municipality always with a promised day, which its own people may name.

    `seen` is the holder that the person saw, `seen_name` the name that stood with it, empty for none.
    """
    with access.change(by, plan, because) as change:
        row = load.step(change, step)
        if (row.ball, row.ball_name) == (command.ball.holder, command.ball.name):
            return UNCHANGED  # asked first: by now the ball may have left the asker's hands
        change.may_step("hand_over", row.kind, row.ball)
        must_be_open(row)
        must_be_theirs_to_have(change, row, command.ball)
        _compare_ball(change, row, seen, seen_name, command)
        fields = {"ball": command.ball.holder, "ball_name": command.ball.name}
        return set_fields(change, "hand_over", row, fields | _ball_days(change, row, command))


def promise(
    by: UUID, plan: UUID, step: UUID, day: date, because: NewText | None = None, seen: str | None = None
) -> Outcome:
    """A person of the municipality gives a new promised day for a step whose ball lies there.

    `seen` is the ISO day that was promised when they began.
    """
    with access.change(by, plan, because) as change:
        row = load.step(change, step)
        change.may_step("promise", row.kind, row.ball)
        must_be_open(row)
        must_lie_ahead(change, "promised", day)
        if seen is not None:
            change.compare("promised", seen, plain(standing_day(row)) or "", plain(day))
        return set_fields(change, "promise", row, _promised(row, day))


def day_fields(change: Change, row: Step, when: When) -> dict[str, Any]:
    """The day as columns; the municipality's ball is never left without a promised day, or with one gone by."""
    if row.ball == "municipality" and row.state in ("active", "later"):
        day = named_day(when)
        if day is None:
            raise Invalid({"when": "promise_needed"})
        must_lie_ahead(change, "when", day)
    return {"when_on": when.on if not when.at else None, "when_at": when.at}


def _compare_ball(change: Change, row: Step, seen: str, seen_name: str | None, command: HandOver) -> None:
    change.compare("ball", seen, row.ball, command.ball.holder)
    if seen_name is not None:
        change.compare("ball", seen_name, row.ball_name or "", command.ball.name or "")


def _ball_days(change: Change, row: Step, command: HandOver) -> dict[str, Any]:
    if command.ball.holder != "municipality":
        return {} if row.state == "waiting" else {"since": None}
    # Only a person of the municipality names a day in its name.
    named = None if change.viewer.is_citizen else command.promised
    must_lie_ahead(change, "promised", named)
    if row.ball == "municipality":
        # Within the municipality the promise stands, also a passed one, unless a person names another day.
        return _promised(row, named) if named else {}
    standing = standing_day(row)
    if not named and standing and standing >= change.today:
        return {"since": change.today}  # the day that a person named, an appointment perhaps, is the promised one
    return {"since": change.today} | _promised(row, named or default_day(change))


def _promised(row: Step, day: date) -> dict[str, Any]:
    if row.state in ("waiting", "resting"):
        return {"until": day}
    return {"when_on": day, "when_at": None}
