"""Verb: somebody says yes to what stands there, or that they see it differently."""

from uuid import UUID

from minplan import access, journey
from minplan.access import Change
from minplan.errors import Conflict, Invalid
from minplan.journal import Record
from minplan.journey import Outcome
from minplan.meeting import store as meetings
from minplan.meeting.agreed import Confirmation
from minplan.meeting.before.actions.telling import tell_others
from minplan.meeting.day.actions.coming import must_come
from minplan.meeting.day.ahead import must_be
from minplan.meeting.meeting import Meeting
from minplan.meeting.outcome import rule
from minplan.meeting.outcome.actions.common import agreements, before_eyes, seen
from minplan.meeting.outcome.actions.saying import say
from minplan.meeting.outcome.actions.stepping import Laid, lay
from minplan.meeting.outcome.commands import NewConfirmation

_VERBS = {"handed": "confirm_by_hand", "paper": "confirm_on_paper"}


def confirm(by: UUID, plan: UUID, meeting: UUID, command: NewConfirmation) -> Outcome:
    """Yes, or "I see it differently". What both sides have now said yes to goes onto the way at once.

    Raises Conflict where other words stand there than the person read, and Invalid where there is nothing to read,
    where they were not shown all of it, and where the citizen has answered otherwise on a screen of their own.
    After the meeting is closed, the citizen's yes that waited can still be said, or written down from paper.
    """
    with access.change(by, plan) as change:
        change.may(_VERBS.get(command.how, "confirm_meeting"))
        rule.check_how(command.side, command.how, change.viewer.is_citizen)
        row = meetings.load(change, meeting)
        late = command.side == "citizen" and command.how in ("own", "paper")
        must_be(row, ("open", "closed") if late else ("open",))
        must_come(change, row.id)
        mark, about = _shown(change, row.id, command)
        if command.digest != mark:
            raise Conflict("digest", mine=command.digest, theirs=mark)
        said, before = say(change, row, command, mark, about), change.plan.next_step_id
        if said is None:
            return Outcome("unchanged")
        laid = lay(change, row)
        _tell(change, row, said, laid, before)
        return Outcome("done", said.id)


def _shown(change: Change, meeting: UUID, command: NewConfirmation) -> tuple[str, str]:
    """The mark of what this person has before their eyes, and the ids that it covers; no ids for all of it."""
    if command.side in rule.GUESTS:
        return _shown_to_guest(change, meeting, command.about)
    mark, about = before_eyes(change, meeting)
    if command.side == "citizen":
        if len(seen(change, meeting)) < len(agreements(change, meeting)):
            raise Invalid({"how": "ask_contact"})
        about = ""
    if mark == rule.digest(()):
        raise Invalid({"says": "nothing_yet"})
    return mark, about


def _shown_to_guest(change: Change, meeting: UUID, about: list[UUID]) -> tuple[str, str]:
    if not about:
        raise Invalid({"about": "required"})
    shown = [row for row in seen(change, meeting) if row.id in about]
    if len(shown) != len(set(about)):
        raise Invalid({"about": "unknown"})
    return rule.digest(shown), rule.named(about)


def _tell(change: Change, meeting: Meeting, said: Confirmation, laid: Laid, before: UUID | None) -> None:
    was, now = journey.settled(change, before)
    was, now = was | laid.before, now | laid.after
    after = {"side": said.side, "says": said.says, "how": said.how} | now
    audience = "all" if laid.steps else "room"
    change.record(Record("confirm_meeting", "meeting", meeting.id, before=was, after=after, audience=audience))
    if meeting.state == "closed":
        tell_others(change, meeting)
    elif said.side == "citizen" and not change.viewer.is_citizen:
        _tell_citizen(change)


def _tell_citizen(change: Change) -> None:
    """What a professional's screen says in the citizen's name, the citizen hears of on their own."""
    to = {change.plan.citizen_id}
    access.tell(change.session, change.plan.municipality_id, change.plan.id, to, "meeting", change.at)
