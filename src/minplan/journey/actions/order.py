"""Verbs: the order of the way. Earlier or later, the next one, smaller steps, and what must settle first."""

from typing import Any
from uuid import UUID

from minplan import access
from minplan.access import WISH, Change
from minplan.errors import Invalid
from minplan.journal import Record
from minplan.journey.actions.again import split_already
from minplan.journey.actions.common import UNCHANGED, Outcome, holds, plain, put, settle_next
from minplan.journey.actions.state import must_be_open, resting_fields
from minplan.journey.commands import SettleFirst, Split
from minplan.journey.kinds import OPEN
from minplan.journey.step import Step
from minplan.journey.store import load
from minplan.words import NewText


def move(by: UUID, plan: UUID, step: UUID, other: UUID, place: str) -> Outcome:
    """Place a step right `before` or `after` another one on the way."""
    with access.change(by, plan) as change:
        row, beside = load.step(change, step), load.step(change, other)
        change.may_step("move", row.kind, row.ball)
        if place not in ("before", "after") or row.id == beside.id:
            raise Invalid({"place": "unknown"})
        line = [each for each in load.steps(change) if each.way is not None]
        if row not in line or beside not in line:
            raise Invalid({"place": "not_open"})
        old = line.index(row)
        line.remove(row)
        line.insert(line.index(beside) + (place == "after"), row)
        if line.index(row) == old:
            return UNCHANGED
        _number(line)
        change.record(
            Record("move", "step", row.id, row.id, before={"place": old}, after={place: plain(beside.id)})
        )
        return Outcome("done", row.id)


def choose_next(by: UUID, plan: UUID, step: UUID) -> Outcome:
    """Make an open step the next one."""
    with access.change(by, plan) as change:
        row = load.step(change, step)
        change.may_step("choose_next", row.kind, row.ball)
        must_be_open(row)
        before = plain(change.plan.next_step_id)
        if before == plain(row.id):
            return UNCHANGED
        change.plan.next_step_id = row.id
        change.record(
            Record("choose_next", "step", row.id, row.id, before={"next": before}, after={"next": plain(row.id)})
        )
        return Outcome("done", row.id, next_changed=True)


def split(by: UUID, plan: UUID, step: UUID, command: Split) -> Outcome:
    """Smaller steps that lead up to this one; the first of them is next where this one was."""
    with access.change(by, plan) as change:
        row = load.step(change, step)
        change.may_step("split", row.kind, row.ball)
        must_be_open(row)
        if split_already(change, row.id, command.titles):
            return UNCHANGED
        parts = [_part(change, row, title) for title in command.titles]
        line = [each for each in load.steps(change) if each.way is not None and each not in parts]
        at = line.index(row)
        _number([*line[:at], *parts, *line[at:]])
        was_next = change.plan.next_step_id == row.id
        before, after = settle_next(change, parts[0], is_next=was_next)
        change.record(
            Record(
                "split",
                "step",
                row.id,
                row.id,
                before={"next": before} if before != after else {},
                after={"parts": [plain(part.title_id) for part in parts], "next": after},
            )
        )
        return Outcome("done", parts[0].id, next_changed=was_next)


def settle_first(by: UUID, plan: UUID, step: UUID, command: SettleFirst) -> Outcome:
    """"Det her først": this step is next, and the others rest until a day to look again.

    What the law asks can't be put to rest by a choice: it is refused here, and a wish is offered instead.
    """
    with access.change(by, plan) as change:
        row = load.step(change, step)
        change.may_step("settle_first", row.kind, row.ball)
        must_be_open(row)
        if command.look_again < change.today:
            raise Invalid({"look_again": "in_the_past"})
        others = [load.step(change, other) for other in dict.fromkeys(command.before) if other != row.id]
        wanted = [(row, _ahead(row)), *((other, _behind(change, row, other, command)) for other in others)]
        if change.plan.next_step_id == row.id and all(holds(step, fields) for step, fields in wanted):
            return UNCHANGED
        before = {plain(step.id): put(step, fields) for step, fields in wanted}
        next_before, next_after = settle_next(change, row, is_next=True)
        resting = [plain(other.id) for other in others]
        change.record(
            Record(
                "settle_first",
                "step",
                row.id,
                row.id,
                before={"next": next_before, "steps": before},
                after={"next": next_after, "resting": resting, "until": plain(command.look_again)},
            )
        )
        return Outcome("done", row.id, next_changed=next_before != next_after)


def _ahead(row: Step) -> dict[str, Any]:
    # It waits for nothing any more, least of all for a step that now waits for it.
    if row.state in ("waiting", "resting") and row.ball == "citizen":
        return {"after_id": None, "state": "active", "since": None, "until": None}
    return {"after_id": None}


def _behind(change: Change, first: Step, other: Step, command: SettleFirst) -> dict[str, Any]:
    if other.state not in OPEN:
        raise Invalid({"before": "not_open"})
    if change.may_step("rest", other.kind, other.ball) == WISH:
        raise Invalid({"before": "law_stands"})
    return {"state": "resting", "after_id": first.id} | resting_fields(change, other, command.look_again)


def _part(change: Change, row: Step, title: NewText) -> Step:
    part = Step(
        plan_id=row.plan_id,
        milestone_id=row.milestone_id,
        position=load.place_after(change, Step),
        way=load.way_end(change),
        title_id=change.write(title).id,
        tracks=row.tracks,
        kind="own",
        state="later",
        ball="citizen",
    )
    change.session.add(part)
    change.session.flush()
    return part


def _number(line: list[Step]) -> None:
    for way, step in enumerate(line, start=1):
        if step.way != way:
            step.way = way
