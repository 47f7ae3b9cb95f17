"""Verb: my citizens. One row each, those who wait for me first; a fixed number of selects, however many they are."""

from dataclasses import dataclass
from datetime import date, datetime, time
from itertools import groupby
from typing import Any
from uuid import UUID

from sqlalchemy import Connection

from minplan import access, clock, db, dialogue
from minplan.access import Viewer, kept_tracks
from minplan.desk import nextstep, rows, stillness, turns
from minplan.desk.glance import CitizenRow, FreshWin, Gathering
from minplan.desk.store import mine
from minplan.dialogue import Waiting
from minplan.journey.read import on_the_wall
from minplan.words import Words, words_of

Grouped = dict[UUID, list[Any]]


@dataclass(frozen=True, slots=True)
class _Read:
    """Everything that was read, by plan."""

    steps: Grouped
    calls: dict[UUID, tuple[Waiting, ...]]
    proposals: Grouped
    wins: Grouped
    meetings: Grouped
    moved: Grouped


def citizens(by: UUID) -> list[CitizenRow]:
    """The citizens on whose plan `by` is the contact person or in the team. Each of them reads that it was shown."""
    today = clock.today()
    with db.reading() as connection:
        covers = mine.covers(connection, by)
        over = [cover.id for cover in covers if cover.yes_until and cover.yes_until < today]
        read = _read(connection, by, {cover.id for cover in covers}, today)
    if over:
        for plan_id in set(over):
            access.close_what_is_over(plan_id)
        return citizens(by)
    access.note_list(by, {cover.id for cover in covers})
    plans = groupby(covers, key=lambda cover: cover.id)
    return turns.ordered(_row(list(cover), by, read, today) for _, cover in plans)


def start_of(day: date) -> datetime:
    """The moment a Danish day begins."""
    return datetime.combine(day, time(), clock.COPENHAGEN)


def _read(connection: Connection, by: UUID, plan_ids: set[UUID], today: date) -> _Read:
    steps = map(on_the_wall, mine.open_steps(connection, by))
    proposals = (rows.with_since(row, clock.local) for row in mine.proposals(connection, by))
    return _Read(
        steps=rows.by_plan(steps),
        calls=dialogue.waiting_for(connection, plan_ids),
        proposals=rows.by_plan(proposals),
        wins=rows.by_plan(mine.fresh_wins(connection, by)),
        meetings=rows.by_plan(mine.meetings(connection, by, clock.now())),
        moved=rows.by_plan(mine.moved(connection, by, start_of(stillness.since(today)))),
    )


def _row(cover: list[Any], by: UUID, read: _Read, today: date) -> CitizenRow:
    plan, key = cover[0], cover[0].id
    viewer = Viewer(by, plan.relation, plan.name, kept_tracks(plan.hidden))
    names = [row.member for row in cover]
    steps = [row for row in read.steps[key] if turns.reads(row, viewer)]
    moved = read.moved[key]
    return CitizenRow(
        plan_id=key,
        name=plan.citizen_name,
        token=plan.token,
        next=nextstep.drawn(steps, plan, viewer, names, today),
        meeting=_meeting(read.meetings[key], today),
        matters=turns.pressing(
            [
                *turns.of_calls(read.calls.get(key, ()), viewer),
                *turns.of_proposals(read.proposals[key], viewer, today),
                *turns.of_meetings(read.meetings[key], viewer, today),
                *turns.of_steps(steps, viewer, names, today),
            ]
        ),
        wins=tuple(_win(row) for row in read.wins[key] if turns.reads(row, viewer)),
        still=stillness.is_still(clock.local(moved[0].created_at).date(), turns.moved(moved, viewer), today),
    )


def _win(row: Any) -> FreshWin:
    return FreshWin(row.id, words_of(row, "title") or Words("", "da"), row.on)


def _meeting(found: list[Any], today: date) -> Gathering | None:
    """The one to which the citizen has come; else the next."""
    ahead = [_gathering(row, today) for row in found if row.ends > clock.now()]
    return next((each for each in ahead if each.here), ahead[0] if ahead else None)


def _gathering(row: Any, today: date) -> Gathering:
    starts = clock.local(row.starts)
    here = row.state == "agreed" and row.arrived_at is not None and starts.date() == today
    return Gathering(row.id, starts, row.place, row.state != "offered", here)
