"""Verbs: propose a meeting, and other times for one that has no answer yet."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from minplan import access, clock, journey
from minplan.access import Change
from minplan.journey import Outcome
from minplan.meeting import store as meetings
from minplan.meeting.before import rule
from minplan.meeting.before.actions import guests, repeating
from minplan.meeting.before.actions.repeating import OPTIONAL, PLAIN, TEXTS
from minplan.meeting.before.actions.telling import record, side
from minplan.meeting.before.commands import NewMeeting, NewTimes
from minplan.meeting.before.store import load
from minplan.meeting.booking import TimeOffer
from minplan.meeting.day.actions.agenda import put
from minplan.meeting.day.actions.carrying import bring_along
from minplan.meeting.day.ahead import must_be
from minplan.meeting.meeting import Meeting


def propose(by: UUID, plan: UUID, command: NewMeeting) -> Outcome:
    """Propose a meeting; the same times twice are proposed once, with all that was said. Raises Invalid.

    What a citizen proposes has a promised day for its answer: the outcome carries it.
    """
    with access.change(by, plan) as change:
        change.may("propose_meeting")
        rule.check_kind(command.kind, change.viewer.is_citizen)
        times = rule.times(command.times, change.at)
        same = repeating.earlier(change, command, times)
        if same and not repeating.completed(change, same, command):
            return Outcome("unchanged", same.id, same.answer_by)
        if same:
            record(change, "propose_meeting", same, audience="room", kind=same.kind)
            return Outcome("done", same.id, same.answer_by)
        row = _added(change, command, times)
        _begin(change, row, command)
        record(change, "propose_meeting", row, kind=row.kind, starts=_plain(row))
        return Outcome("done", row.id, row.answer_by)


def offer(by: UUID, plan: UUID, meeting: UUID, command: NewTimes) -> Outcome:
    """Other times for a meeting that is not agreed: they stand in the place of all that were proposed before."""
    with access.change(by, plan) as change:
        change.may("propose_meeting")
        row = meetings.load(change, meeting)
        must_be(row, ("offered",))
        times = rule.times(command.times, change.at)
        if repeating.stands(change, row, command, times) and repeating.has_way_in(row, command):
            return Outcome("unchanged", row.id, row.answer_by)
        set_frame(row, command)
        set_offers(change, row, times, command.minutes)
        record(change, "propose_meeting", row, kind=row.kind, starts=_plain(row))
        return Outcome("done", row.id, row.answer_by)


def set_offers(change: Change, row: Meeting, times: list[datetime], minutes: int) -> None:
    """A side proposes these times, within a change that tells the journal; the other has the word now."""
    mine, length = side(change), timedelta(minutes=minutes)
    load.clear_offers(change, row.id)
    row.state, row.offered_by = "offered", mine
    row.answer_by = journey.answer_by(change.today) if mine == "citizen" else None
    row.starts, row.ends = times[0], times[0] + length
    change.session.add_all(
        TimeOffer(meeting_id=row.id, side=mine, starts=at, ends=at + length, position=position)
        for position, at in enumerate(times)
    )


def set_frame(row: Meeting, command: NewTimes) -> None:
    """Where it is. How to find in, and a link, stay as they were where nobody says anything new."""
    for name in PLAIN:
        setattr(row, name, getattr(command, name))
    for name in OPTIONAL:
        setattr(row, name, getattr(command, name) or getattr(row, name))


def _added(change: Change, command: NewMeeting, times: list[datetime]) -> Meeting:
    texts: dict[str, Any] = {f"{name}_id": change.write(said).id for name in TEXTS if (said := getattr(command, name))}
    plain: dict[str, Any] = {name: getattr(command, name) for name in PLAIN}
    plain |= {name: getattr(command, name) or None for name in OPTIONAL}
    row = Meeting(
        plan_id=change.plan.id,
        kind=command.kind,
        state="offered",
        offered_by=side(change),
        starts=times[0],
        ends=times[0] + timedelta(minutes=command.minutes),
        booked_by=change.viewer.person_id,
        position=load.next_position(change),
        **plain,
        **texts,
    )
    change.session.add(row)
    change.session.flush()
    set_offers(change, row, times, command.minutes)
    return row


def _begin(change: Change, row: Meeting, command: NewMeeting) -> None:
    """Who comes, what they begin with, and what earlier meetings have left."""
    guests.begin(change, row, command.people)
    for note in command.notes:
        put(change, row.id, note)
    bring_along(change, row)


def _plain(row: Meeting) -> str:
    return clock.local(row.starts).isoformat()
