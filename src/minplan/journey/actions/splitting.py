"""Verb: smaller steps."""

from typing import Any
from uuid import UUID

from minplan import access
from minplan.access import Change
from minplan.journal import Record
from minplan.journey.actions.again import split_already
from minplan.journey.actions.common import UNCHANGED, Outcome, must_be_open, plain, settle_next
from minplan.journey.actions.days import default_day
from minplan.journey.actions.order import number
from minplan.journey.commands import Split
from minplan.journey.step import Step
from minplan.journey.store import load
from minplan.words import NewText


def split(by: UUID, plan: UUID, step: UUID, command: Split) -> Outcome:
    """Smaller steps that lead up to this one; the first of them is next where this one was."""
    with access.change(by, plan) as change:
        row = load.step(change, step)
        change.may_step("split", row.kind, row.ball)
        must_be_open(row)
        if split_already(change, row.id, command.titles):
            return UNCHANGED
        was_next = change.plan.next_step_id == row.id
        parts = _parts(change, row, command.titles)
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


def _parts(change: Change, row: Step, titles: list[NewText]) -> list[Step]:
    line = load.line(change)
    parts = [_part(change, row, title) for title in titles]
    at = line.index(row)
    number([*line[:at], *parts, *line[at:]])
    return parts


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
        **_turn(change, row),
    )
    change.session.add(part)
    change.session.flush()
    return part


def _turn(change: Change, row: Step) -> dict[str, Any]:
    """A professional splits what is theirs to do, and gives nobody else a task."""
    if change.viewer.is_citizen:
        return {"ball": "citizen"}
    days = {"since": change.today, "when_on": default_day(change)} if row.ball == "municipality" else {}
    return {"ball": row.ball, "ball_name": row.ball_name, **days}
