"""Verbs: the order of the way. Earlier or later, and the next one."""

from uuid import UUID

from minplan import access
from minplan.access import Change
from minplan.errors import Invalid
from minplan.journal import Record
from minplan.journey.actions.common import UNCHANGED, Outcome, must_be_open, plain
from minplan.journey.kinds import OPEN
from minplan.journey.order import drawn, group
from minplan.journey.step import Step
from minplan.journey.store import load


def move(by: UUID, plan: UUID, step: UUID, other: UUID, place: str) -> Outcome:
    """Place a step right `before` or `after` another one on the way.

    What it is joined to moves along: they are drawn side by side wherever they are placed.
    """
    with access.change(by, plan) as change:
        row, beside = load.step(change, step), load.step(change, other)
        change.may_step("move", row.kind, row.ball)
        if place not in ("before", "after") or row.id == beside.id:
            raise Invalid({"place": "unknown"})
        line = load.line(change)
        if row not in line or beside not in line:
            raise Invalid({"place": "not_open"})
        old, shown = line.index(row), _drawn(change, line)
        moving = group(row, line)
        _place(line, moving if beside not in moving else [row], beside, place)
        number(line)
        if line.index(row) == old or (len(moving) > 1 and _drawn(change, line) == shown):
            return UNCHANGED
        change.record(
            Record("move", "step", row.id, row.id, before={"place": old}, after={place: plain(beside.id)})
        )
        return Outcome("done", row.id)


def choose_next(by: UUID, plan: UUID, step: UUID, seen: str | None = None) -> Outcome:
    """Make an open step the next one. `seen` is the id of the next step that the person saw, empty for none."""
    with access.change(by, plan) as change:
        row = load.step(change, step)
        change.may_step("choose_next", row.kind, row.ball)
        must_be_open(row)
        before = plain(change.plan.next_step_id)
        if before == plain(row.id):
            return UNCHANGED
        if seen is not None and _sees_next(change):
            change.compare("next", seen, before or "", mine=plain(row.id))
        change.plan.next_step_id = row.id
        change.record(
            Record("choose_next", "step", row.id, row.id, before={"next": before}, after={"next": plain(row.id)})
        )
        return Outcome("done", row.id, next_changed=True)


def number(line: list[Step]) -> None:
    """Give the steps of the way their places in this order."""
    for way, step in enumerate(line, start=1):
        if step.way != way:
            step.way = way


def _sees_next(change: Change) -> bool:
    # Whoever does not see the stored next step met another one in its place.
    stored = change.session.get(Step, change.plan.next_step_id) if change.plan.next_step_id else None
    return stored is None or change.viewer.sees(stored.kind, stored.track_names)


def _drawn(change: Change, line: list[Step]) -> list[UUID]:
    ahead = sorted((step for step in line if step.state in OPEN), key=lambda step: step.way or 0)
    return [step.id for step in drawn(ahead, change.plan.next_step_id)]


def _place(line: list[Step], moving: list[Step], beside: Step, place: str) -> None:
    for step in moving:
        line.remove(step)
    at = line.index(beside) + (place == "after")
    line[at:at] = moving
