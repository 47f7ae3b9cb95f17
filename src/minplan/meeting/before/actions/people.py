"""Verbs: who comes to a meeting. The municipality asks, the citizen decides."""

from collections.abc import Iterable
from uuid import UUID

from minplan import access
from minplan.access import Change, Member
from minplan.errors import Invalid, NotAllowed
from minplan.journey import Outcome
from minplan.meeting import store as meetings
from minplan.meeting.before.actions.telling import record
from minplan.meeting.before.commands import NewGuest
from minplan.meeting.before.store import load
from minplan.meeting.booking import ANSWERS, Attendance
from minplan.meeting.day.ahead import GOING, must_be
from minplan.meeting.meeting import Meeting

_HOST = 0  # the place of whoever the meeting is with; nobody who is asked later gets it


def invite(by: UUID, plan: UUID, meeting: UUID, command: NewGuest) -> Outcome:
    """Somebody more: the citizen's own guest comes, the municipality's waits for the citizen's yes. Raises Invalid.

    A no of the citizen's stays one until they change their mind; whom we took back ourselves, we can ask about again.
    """
    with access.change(by, plan) as change:
        change.may("invite_to_meeting")
        row = meetings.load(change, meeting)
        must_be(row, GOING)
        guest = _guest(change, row.id, command)
        there = next((each for each in load.guests(change, row.id) if _is_same(each, guest)), None)
        if there and not _can_be_asked_again(change, there):
            return Outcome("unchanged", there.id)
        found = _again(change, there, guest, command) if there else _added(change, guest, command)
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
        if answer not in ANSWERS[1:] or _is_host(found):
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


def begin(change: Change, row: Meeting, people: Iterable[UUID]) -> None:
    """With whom the meeting is, and who else is asked, within a change that tells the journal."""
    with_whom = next((each for each in change.members if _meets(change, each)), None)
    known = {member.person_id: member for member in change.members}
    rows = [_member(change, row.id, with_whom, "coming")] if with_whom else []
    for person in people:
        if person not in known:
            raise Invalid({"people": "unknown"})
        if with_whom is None or person != with_whom.person_id:
            rows.append(_member(change, row.id, known[person], _first_answer(change)))
    for position, each in enumerate(rows):
        each.position = position
    change.session.add_all(rows)


def interpreter(change: Change, meeting: UUID, language: str | None, name: str, comes: bool) -> None:
    """The interpreter whom the citizen asked for comes, or does not, within a change that tells the journal.

    One whom the citizen brings along stays theirs, whatever else they need.
    """
    guests = load.guests(change, meeting)
    known = [each for each in guests if each.kind == "interpreter" and each.language == language]
    found = next((each for each in known if each.asked_by != change.plan.citizen_id), None)
    if found is None and comes:
        found = Attendance(meeting_id=meeting, name="", kind="interpreter", language=language, position=len(guests))
        change.session.add(found)
    if found:
        found.name, found.answer = name or found.name, "coming" if comes else "not_coming"


def _meets(change: Change, member: Member) -> bool:
    if change.viewer.is_citizen:
        return member.relation == "contact"
    return member.person_id == change.viewer.person_id


def _first_answer(change: Change) -> str:
    return "coming" if change.viewer.is_citizen else "asked"


def _member(change: Change, meeting: UUID, member: Member, answer: str) -> Attendance:
    return Attendance(
        meeting_id=meeting,
        person_id=member.person_id,
        name=member.name,
        role=member.role,
        kind="contact" if member.relation == "contact" else "team",
        answer=answer,
        asked_by=change.viewer.person_id,
        position=0,
    )


def _guest(change: Change, meeting: UUID, command: NewGuest) -> Attendance:
    if command.person:
        member = next((each for each in change.members if each.person_id == command.person), None)
        if member is None:
            raise Invalid({"person": "unknown"})
        return _member(change, meeting, member, _first_answer(change))
    if not command.name and command.kind != "interpreter":
        raise Invalid({"name": "required"})
    return Attendance(
        meeting_id=meeting,
        name=command.name,
        role=command.role,
        kind=command.kind,
        language=command.language,
        answer=_first_answer(change),
        asked_by=change.viewer.person_id,
        position=0,
    )


def _added(change: Change, guest: Attendance, command: NewGuest) -> Attendance:
    guest.position = max(len(load.guests(change, guest.meeting_id)), _HOST + 1)
    guest.why_id = change.write(command.why).id if command.why else None
    change.session.add(guest)
    return guest


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


def _is_host(guest: Attendance) -> bool:
    return guest.person_id is not None and guest.position == _HOST and guest.answer == "coming"


def _is_same(one: Attendance, other: Attendance) -> bool:
    if one.person_id or other.person_id:
        return one.person_id == other.person_id
    return (one.name, one.kind, one.language) == (other.name, other.kind, other.language)


def _is_ours(change: Change, guest: Attendance) -> bool:
    return guest.asked_by is not None and guest.asked_by != change.plan.citizen_id
