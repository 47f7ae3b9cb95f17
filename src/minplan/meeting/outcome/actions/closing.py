"""Verb: a meeting ends, and nobody goes home without a next step."""

from datetime import date
from typing import Any
from uuid import UUID

from minplan import access, journey
from minplan.access import Change, tracks_of
from minplan.errors import Invalid, NotFound
from minplan.journal import Record
from minplan.journey import Outcome
from minplan.meeting import store as meetings
from minplan.meeting.agreed import Agreement, Confirmation
from minplan.meeting.before.actions.telling import tell_others
from minplan.meeting.day.actions.coming import must_come
from minplan.meeting.day.ahead import must_be
from minplan.meeting.meeting import Meeting
from minplan.meeting.outcome import rule, store
from minplan.meeting.outcome.actions.common import before_eyes
from minplan.meeting.outcome.actions.stepping import Laid, lay
from minplan.meeting.outcome.commands import NewClosing
from minplan.meeting.seats.actions.table import clear_table
from minplan.words import NewText


def close_meeting(by: UUID, plan: UUID, meeting: UUID, command: NewClosing) -> Outcome:
    """The meeting ends: with a next step that holds, or with the promise that somebody writes by a day.

    Whoever closes it stands by what was agreed, unless they have said that they see it differently. What the law asks
    goes onto the way whatever was said. Raises Invalid by `next` where there is no next step yet.
    """
    with access.change(by, plan) as change:
        change.may("close_meeting")
        row = meetings.load(change, meeting)
        if row.state == "closed":
            return Outcome("unchanged", row.id)
        must_be(row, ("open",))
        must_come(change, row.id)
        before = change.plan.next_step_id
        _stand_by(change, row)
        laid = lay(change, row, closing=True)
        _see_to_the_next(change, row, command)
        row.state, row.closed_at, row.next_id = "closed", change.at, change.plan.next_step_id
        clear_table(change, row.id)
        _tell(change, row, laid, before)
        return Outcome("done", row.id)


def _stand_by(change: Change, meeting: Meeting) -> None:
    """A yes of whoever closes to what they see there, where they have not said anything about it.

    Whoever saw it differently still does, also when the words were changed since: closing is no yes.
    """
    mark, about = before_eyes(change, meeting.id)
    said = [row for row in store.rows(change, Confirmation, meeting.id) if _is_own(change, row)]
    if mark == rule.digest(()) or any((row.digest, row.about) == (mark, about) for row in said):
        return
    shown: dict[str, Any] = {"digest": mark, "about": about}
    row = said[0] if said else Confirmation(meeting_id=meeting.id, **_signed(change), **shown)
    row.sqlmodel_update(shown if row.says == "differently" else _signed(change) | shown)
    change.session.add(row)


def _is_own(change: Change, row: Confirmation) -> bool:
    return row.side == "municipality" and row.person_id == change.viewer.person_id


def _signed(change: Change) -> dict[str, Any]:
    who = {"side": "municipality", "person_id": change.viewer.person_id, "name": change.viewer.name}
    said = {"says": "agree", "how": "own", "words_id": None, "at": change.at}
    return who | said | {"role": change.viewer.role}


def _see_to_the_next(change: Change, meeting: Meeting, command: NewClosing) -> None:
    if command.promised:
        (step,) = journey.lay_agreed(change, [_promise(change, command)])
        journey.take_next(change, step)
    elif command.next:
        journey.take_next(change, _chosen(change, meeting, command.next))
    if not journey.holds(change, change.plan.next_step_id):
        raise Invalid({"next": "no_next_step"})


def _chosen(change: Change, meeting: Meeting, key: UUID) -> UUID:
    """The step of an agreement of this meeting, or the step of that id. Raises NotFound for what they do not see."""
    agreed = change.session.get(Agreement, key)
    if agreed is None or agreed.meeting_id != meeting.id:
        return key
    if not change.viewer.sees(agreed.kind, tracks_of(agreed.tracks)):
        raise NotFound
    if agreed.step_id is None:
        raise Invalid({"next": "not_agreed"})
    return agreed.step_id


def _promise(change: Change, command: NewClosing) -> journey.AgreedStep:
    """The municipality's own step: to write by that day. A person of the plan gives their name to it."""
    who = command.who or change.viewer.name
    if who not in {member.name for member in change.members}:
        raise Invalid({"who": "unknown"})
    day = _day(change, command.on)
    title = change.write(NewText(phrase="step.propose_next", slots={"who": who, "date": day.isoformat()}))
    why = change.write(NewText(phrase="why.no_step_today"))
    return journey.AgreedStep(title.id, why.id, "agreed", None, "municipality", who, day)


def _day(change: Change, day: date | None) -> date:
    if day is None:
        raise Invalid({"on": "required"})
    if day < change.today:
        raise Invalid({"on": "in_the_past"})
    if day > change.today + rule.A_YEAR:
        raise Invalid({"on": "too_far"})
    return day


def _tell(change: Change, meeting: Meeting, laid: Laid, before: UUID | None) -> None:
    """A copy for everybody who was there: the summary stands from now on, and a notice leads to it."""
    was, now = journey.settled(change, before)
    was, now = was | laid.before | {"state": "open"}, now | laid.after | {"state": "closed"}
    change.record(Record("close_meeting", "meeting", meeting.id, before=was, after=now))
    tell_others(change, meeting)
