"""Verbs: a citizen shows one keepsake to somebody, and takes it back. The journal says that, and never what it was."""

from collections.abc import Collection
from contextlib import suppress
from datetime import date
from uuid import UUID

from minplan import access, clock, meeting
from minplan.access import Change
from minplan.errors import Conflict, Invalid, Locked, NotFound
from minplan.feelings.agreeing import FOR_MEETING, FOR_TEAM, agreement, print_of
from minplan.feelings.keepsake import Keepsake
from minplan.feelings.own import Writing
from minplan.feelings.showing import Showing, ShownTo
from minplan.feelings.store import mine
from minplan.feelings.store.shown import STANDS, day_of
from minplan.journal import Record
from minplan.journey import Outcome


def show(
    by: UUID,
    plan: UUID,
    kind: str,
    keepsake: UUID,
    seen: str,
    agreed: str,
    at_meeting: UUID | None = None,
    people: Collection[UUID] = (),
    with_note: bool = False,
) -> Outcome:
    """Show a keepsake of the citizen's own: for one meeting to these people, or (without one) to whoever works with the
    plan. Asked twice, done once; other people take the place of those before. The note on it is shown only `with_note`.

    `seen` is the print of what the citizen read before they said yes to the wording `agreed`: that is what is shown,
    until the day that the meeting has now. Raises NotFound, Conflict where something else stands there by now, and
    Invalid for `people` (nobody, or somebody who does not work with the plan), for a meeting that is over, and for a
    yes to other words; Locked where it cannot be opened.
    """
    with access.change(by, plan) as change:
        change.may("show")
        writing = Writing(change.session, by)
        content = writing.one(kind, keepsake).content
        until = _day(change, at_meeting, people) if at_meeting else None
        if agreed != (FOR_MEETING if at_meeting else FOR_TEAM):
            raise Invalid({"agreed": "read_first"})
        if seen != print_of(content, with_note):
            raise Conflict("shown", mine=None, theirs=None)
        there = content.get("shown", {})
        entry = agreement(content, agreed, at_meeting, people, until, with_note)
        row = mine.standing(change.session, keepsake, at_meeting)
        if row and there.get(str(row.id)) == entry:
            return Outcome("unchanged", row.id)
        if row:
            row.ended_at = change.at
            there.pop(str(row.id), None)
        row = Showing(keepsake_id=keepsake, plan_id=plan, meeting_id=at_meeting, at=change.at, agreed=agreed)
        _add(change, row, people)
        writing.change(kind, keepsake, shown=there | {str(row.id): entry})
        return Outcome("done", row.id)


def take_back(by: UUID, plan: UUID, showing: UUID) -> Outcome:
    """Nobody is shown it any more, from this moment. It needs no key. Raises NotFound."""
    with access.change(by, plan) as change:
        change.may("take_back")
        row = change.session.get(Showing, showing)
        if row is None or row.plan_id != plan:
            raise NotFound
        if row.ended_at:
            return Outcome("unchanged", row.id)
        row.ended_at = change.at
        with suppress(Locked, NotFound):
            _disagree(Writing(change.session, by), change.session.get_one(Keepsake, row.keepsake_id), showing)
        change.record(Record("take_back", "showing", row.id, audience="room"))
        return Outcome("done", row.id)


def _day(change: Change, at_meeting: UUID, people: Collection[UUID]) -> date:
    """The day of the meeting, at which these can be shown something."""
    row = meeting.load(change, at_meeting)
    if row.state not in STANDS or row.ends < day_of(change.at):
        raise Invalid({"meeting": "over"})
    if not people or not set(people) <= {member.person_id for member in change.members}:
        raise Invalid({"people": "required"})
    return clock.local(row.ends).date()


def _add(change: Change, row: Showing, people: Collection[UUID]) -> None:
    change.session.add(row)
    change.session.flush()
    change.session.add_all(ShownTo(showing_id=row.id, person_id=person) for person in sorted(set(people)))
    change.record(Record("show", "showing", row.id, audience="room"))
    if people:
        plan = change.plan
        access.tell(change.session, plan.municipality_id, plan.id, sorted(set(people)), "meeting", change.at)


def _disagree(writing: Writing, keepsake: Keepsake, showing: UUID) -> None:
    """Take the yes out of what is locked, too."""
    there = writing.one(keepsake.kind, keepsake.id).content.get("shown", {})
    left = {each: agreed for each, agreed in there.items() if each != str(showing)}
    writing.change(keepsake.kind, keepsake.id, shown=left)
