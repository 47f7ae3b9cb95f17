"""Verbs: a citizen shows one keepsake to somebody, and takes it back. The journal says that, and never what it was."""

from collections.abc import Collection
from uuid import UUID

from minplan import access, meeting
from minplan.access import Change
from minplan.errors import Invalid, NotFound
from minplan.feelings.along import goes_along, let_along
from minplan.feelings.own import Writing
from minplan.feelings.showing import Showing, ShownTo
from minplan.feelings.store import mine
from minplan.feelings.store.shown import STANDS, day_of
from minplan.journal import Record
from minplan.journey import Outcome

AGREED = "2026-11-22"  # of which day the wording is that the citizen says yes to


def show(
    by: UUID,
    plan: UUID,
    kind: str,
    keepsake: UUID,
    at_meeting: UUID | None = None,
    people: Collection[UUID] = (),
    with_note: bool = False,
) -> Outcome:
    """Show a keepsake of the citizen's own: for one meeting to these people, or (without one) to whoever works with the
    plan. Asked twice, done once; other people take the place of those before. The note on it, as it stands now, is
    shown only `with_note`.

    Raises NotFound, or Invalid for `people` (nobody, or somebody who does not work with the plan) and for a meeting
    that is over; Locked where what is shown for a meeting cannot be opened.
    """
    with access.change(by, plan) as change:
        change.may("show")
        mine.load(change.session, by, keepsake, kind)
        if at_meeting:
            _check(change, at_meeting, people)
        row = mine.standing(change.session, keepsake, at_meeting)
        if row and _is_shown(change, row, kind, people, with_note):
            return Outcome("unchanged", row.id)
        if row:
            row.ended_at = change.at
        row = Showing(keepsake_id=keepsake, plan_id=plan, meeting_id=at_meeting, at=change.at, agreed=AGREED)
        change.session.add(row)
        change.session.flush()
        change.session.add_all(ShownTo(showing_id=row.id, person_id=person) for person in sorted(set(people)))
        if with_note:
            _let_note_along(change, row, kind)
        change.record(Record("show", "showing", row.id, audience="room"))
        if people:
            access.tell(change.session, change.plan.municipality_id, plan, sorted(set(people)), "meeting", change.at)
        return Outcome("done", row.id)


def take_back(by: UUID, plan: UUID, showing: UUID) -> Outcome:
    """Nobody is shown it any more, from this moment. Raises NotFound."""
    with access.change(by, plan) as change:
        change.may("take_back")
        row = change.session.get(Showing, showing)
        if row is None or row.plan_id != plan:
            raise NotFound
        if row.ended_at:
            return Outcome("unchanged", row.id)
        row.ended_at = change.at
        change.record(Record("take_back", "showing", row.id, audience="room"))
        return Outcome("done", row.id)


def _check(change: Change, at_meeting: UUID, people: Collection[UUID]) -> None:
    row = meeting.load(change, at_meeting)
    if row.state not in STANDS or row.ends < day_of(change.at):
        raise Invalid({"meeting": "over"})
    if not people or not set(people) <= {member.person_id for member in change.members}:
        raise Invalid({"people": "required"})


def _is_shown(change: Change, row: Showing, kind: str, people: Collection[UUID], with_note: bool) -> bool:
    """Whether exactly this is shown to exactly these already."""
    if mine.shown_to(change.session, row.id) != set(people):
        return False
    if not row.meeting_id:
        return True
    content = Writing(change.session, change.viewer.person_id).one(kind, row.keepsake_id).content
    return goes_along(content, row.id) == (with_note and bool(content.get("note")))


def _let_note_along(change: Change, row: Showing, kind: str) -> None:
    writing = Writing(change.session, change.viewer.person_id)
    content = writing.one(kind, row.keepsake_id).content
    writing.change(kind, row.keepsake_id, along=let_along(content, row.id))
