"""Who stands on a meeting's list: whom it is with, who else is asked, and the interpreter."""

from collections.abc import Iterable
from uuid import UUID

from minplan.access import Change, Member
from minplan.errors import Invalid
from minplan.meeting.before.commands import NewGuest
from minplan.meeting.before.store import load
from minplan.meeting.booking import HOST, Attendance
from minplan.meeting.meeting import Meeting


def begin(change: Change, row: Meeting, people: Iterable[UUID]) -> None:
    """With whom the meeting is, and who else is asked, within a change that tells the journal."""
    host = next((each for each in change.members if _meets(change, each)), None)
    if host:
        change.session.add(_member(change, row.id, host, "coming"))
    ask(change, row, people)


def ask(change: Change, row: Meeting, people: Iterable[UUID]) -> bool:
    """Whether anybody is asked who was not yet, within a change that tells the journal. Raises Invalid."""
    there = {each.person_id for each in load.guests(change, row.id)}
    new = [person for person in dict.fromkeys(people) if person not in there]
    if not {member.person_id for member in change.members}.issuperset(new):
        raise Invalid({"people": "unknown"})
    for person in new:
        command = NewGuest(person=person)
        added(change, guest_of(change, row.id, command), command)
    return bool(new)


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
    if change.viewer.is_citizen or change.viewer.relation == "system":
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
        position=HOST,
    )


def guest_of(change: Change, meeting: UUID, command: NewGuest) -> Attendance:
    """Whom a command means, not on the list yet. Raises Invalid."""
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
        position=HOST,
    )


def added(change: Change, guest: Attendance, command: NewGuest) -> Attendance:
    """Put somebody on the list, after everybody else, and why they come."""
    guest.position = max(len(load.guests(change, guest.meeting_id)), HOST + 1)
    guest.why_id = change.write(command.why).id if command.why else None
    change.session.add(guest)
    return guest
