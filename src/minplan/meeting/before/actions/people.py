"""Verbs: who comes to a meeting. The municipality asks, the citizen decides."""

from uuid import UUID

from minplan import access
from minplan.access import Change
from minplan.errors import Invalid, NotAllowed
from minplan.journey import Outcome
from minplan.meeting import store as meetings
from minplan.meeting.before.actions.guests import added, guest_of
from minplan.meeting.before.actions.telling import record
from minplan.meeting.before.commands import NewGuest
from minplan.meeting.before.store import load
from minplan.meeting.booking import ANSWERS, Attendance, is_host
from minplan.meeting.day.ahead import GOING, must_be


def invite(by: UUID, plan: UUID, meeting: UUID, command: NewGuest) -> Outcome:
    """Somebody more: the citizen's own guest comes, the municipality's waits for the citizen's yes. Raises Invalid.

    A no of the citizen's stays one until they change their mind; whom we took back ourselves, we can ask about again.
    """
    with access.change(by, plan) as change:
        change.may("invite_to_meeting")
        row = meetings.load(change, meeting)
        must_be(row, GOING)
        guest = guest_of(change, row.id, command)
        there = next((each for each in load.guests(change, row.id) if _is_same(each, guest)), None)
        if there and not _can_be_asked_again(change, there):
            return Outcome("unchanged", there.id)
        found = _again(change, there, guest, command) if there else added(change, guest, command)
        record(change, "invite_to_meeting", row, kind=found.kind, answer=found.answer)
        return Outcome("done", found.id)


def answer_guest(
    by: UUID, plan: UUID, meeting: UUID, guest: UUID, answer: str, seen: str | None = None
) -> Outcome:
    """The citizen says who comes; a professional takes back what they have asked. Raises Invalid, NotAllowed.

    Whoever the meeting is with always comes: without them there is none. `seen` is the answer that stood there;
    raises Conflict where it is another one now.
    """
    with access.change(by, plan) as change:
        change.may("answer_attendance" if change.viewer.is_citizen else "invite_to_meeting")
        row = meetings.load(change, meeting)
        must_be(row, GOING)
        found = load.guest(change, row.id, guest)
        if answer not in ANSWERS[1:] or is_host(found):
            raise Invalid({"answer": "unknown"})
        if not change.viewer.is_citizen and (answer != "not_coming" or not _is_ours(change, found)):
            raise NotAllowed
        if found.answer == answer:
            return Outcome("unchanged", found.id)
        if seen is not None:
            change.compare("answer", seen, found.answer, answer)
        _answer(change, found, answer)
        record(change, "answer_attendance", row, audience="room", answer=answer)
        return Outcome("done", found.id)


def _can_be_asked_again(change: Change, there: Attendance) -> bool:
    return there.answer == "not_coming" and (change.viewer.is_citizen or there.asked_by is None)


def _again(change: Change, there: Attendance, guest: Attendance, command: NewGuest) -> Attendance:
    _answer(change, there, guest.answer)
    if command.why:
        there.why_id = change.write(command.why).id
    return there


def _answer(change: Change, guest: Attendance, answer: str) -> None:
    """Nobody asks any more for whom a professional has taken back; whoever wants them after all does."""
    guest.answer = answer
    if answer != "not_coming":
        guest.asked_by = guest.asked_by or change.viewer.person_id
    elif not change.viewer.is_citizen:
        guest.asked_by = None


def _is_same(one: Attendance, other: Attendance) -> bool:
    if one.person_id or other.person_id:
        return one.person_id == other.person_id
    return (one.name, one.kind, one.language) == (other.name, other.kind, other.language)


def _is_ours(change: Change, guest: Attendance) -> bool:
    return guest.asked_by is not None and guest.asked_by != change.plan.citizen_id
