"""Verb: somebody says yes to what stands there, or that they see it differently."""

from typing import Any
from uuid import UUID

from minplan import access, journey
from minplan.access import Change
from minplan.errors import Conflict, Invalid
from minplan.journal import Record
from minplan.journey import Outcome
from minplan.meeting import store as meetings
from minplan.meeting.agreed import Confirmation
from minplan.meeting.before.actions.telling import tell_others
from minplan.meeting.day.ahead import must_be
from minplan.meeting.meeting import Meeting
from minplan.meeting.outcome import rule, store
from minplan.meeting.outcome.actions.common import agreements, digest
from minplan.meeting.outcome.actions.stepping import lay
from minplan.meeting.outcome.commands import NewConfirmation
from minplan.words import NewText, write

_VERBS = {"handed": "confirm_by_hand", "paper": "confirm_on_paper"}


def confirm(by: UUID, plan: UUID, meeting: UUID, command: NewConfirmation) -> Outcome:
    """Yes, or "I see it differently". What both sides have now said yes to goes onto the way at once.

    Raises Conflict where other words stand there than the person read, and Invalid where there is nothing to read.
    After the meeting is closed, the citizen's yes that waited can still be said.
    """
    with access.change(by, plan) as change:
        change.may(_VERBS.get(command.how, "confirm_meeting"))
        rule.check_how(command.side, command.how, change.viewer.is_citizen)
        row = meetings.load(change, meeting)
        must_be(row, ("open", "closed") if command.side == "citizen" else ("open",))
        mark = _mark(change, row.id, command)
        if command.digest != mark:
            raise Conflict("digest", mine=command.digest, theirs=mark)
        said, before = _said(change, row, command, mark), change.plan.next_step_id
        if said is None:
            return Outcome("unchanged")
        steps = lay(change, row)
        _tell(change, row, said, steps, before)
        return Outcome("done", said.id)


def _mark(change: Change, meeting: UUID, command: NewConfirmation) -> str:
    """What stands there now, or the part of it that this person was shown."""
    rows = agreements(change, meeting)
    if not command.about:
        mark = digest(change, meeting)
        if mark == rule.digest(()):
            raise Invalid({"says": "nothing_yet"})
        return mark
    shown = [row for row in rows if row.id in command.about]
    if len(shown) != len(set(command.about)):
        raise Invalid({"about": "unknown"})
    return rule.digest(shown)


def _said(change: Change, meeting: Meeting, command: NewConfirmation, mark: str) -> Confirmation | None:
    """The one row of this person at this meeting, saying this; None where it says so already."""
    who = _who(change, command)
    words = command.words
    row = _earlier(change, meeting.id, command.side, who)
    if row and _says_so(change, row, command, mark):
        return None
    text = _written(change, command, words) if words else None
    values = who | {"says": command.says, "how": command.how, "words_id": text, "at": change.at, "digest": mark}
    values["about"] = ",".join(sorted(str(each) for each in set(command.about)))
    row = row or Confirmation(meeting_id=meeting.id, side=command.side, **values)
    row.sqlmodel_update(values)
    change.session.add(row)
    change.session.flush()
    return row


def _who(change: Change, command: NewConfirmation) -> dict[str, Any]:
    if command.side == "citizen":
        return {"person_id": change.plan.citizen_id, "name": change.citizen_name}
    if command.side == "municipality":
        return {"person_id": change.viewer.person_id, "name": change.viewer.name, "role": change.viewer.role}
    if not command.name:
        raise Invalid({"name": "required"})
    if not command.about:
        raise Invalid({"about": "required"})
    return {"person_id": None, "name": command.name, "role": command.role}


def _earlier(change: Change, meeting: UUID, side: str, who: dict[str, Any]) -> Confirmation | None:
    for row in store.rows(change, Confirmation, meeting):
        same = row.name == who["name"] if who["person_id"] is None else row.person_id == who["person_id"]
        if row.side == side and same:
            return row
    return None


def _says_so(change: Change, row: Confirmation, command: NewConfirmation, mark: str) -> bool:
    """Whether it is said already. What a person said themselves is not made weaker by a device at the table."""
    weaker = command.how == "joined" and row.how in rule.COUNTS
    if (row.says, row.digest) != (command.says, mark) or (row.how != command.how and not weaker):
        return False
    stands = change.words(row.words_id)
    return command.words is None if stands is None else bool(command.words and stands.says(command.words))


def _written(change: Change, command: NewConfirmation, words: NewText) -> UUID:
    """The words are the citizen's own, on whosever screen they were typed."""
    if command.side != "citizen":
        return change.write(words).id
    return write(change.session, change.plan.id, words, change.plan.citizen_id, change.at).id


def _tell(change: Change, meeting: Meeting, said: Confirmation, steps: list[UUID], before: UUID | None) -> None:
    was, now = journey.settled(change, before)
    after = {"side": said.side, "says": said.says, "how": said.how, "steps": [str(step) for step in steps]}
    audience = "all" if steps else "room"
    change.record(Record("confirm_meeting", "meeting", meeting.id, before=was, after=after | now, audience=audience))
    if meeting.state == "closed":
        tell_others(change, meeting)
