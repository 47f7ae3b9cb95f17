"""Verbs that read: what a citizen brings along to a meeting, as they see it themselves, and where it can go."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from minplan import clock, meeting
from minplan.access import View
from minplan.errors import Locked, NotFound
from minplan.feelings.agreeing import goes_along, until_of
from minplan.feelings.own import Own
from minplan.feelings.receipts import ShownAt, receipts
from minplan.feelings.store import mine
from minplan.feelings.store.shown import STANDS
from minplan.meeting import MeetingView


@dataclass(frozen=True, slots=True)
class Brought:
    """A picture that its citizen shows for a meeting, to whom, and what those answered.

    `content` and `shown` are None where the key is lost; it can be taken back all the same. `with_note`: the note that
    stands on it is shown too.
    """

    id: UUID
    keepsake_id: UUID
    content: dict[str, Any] | None
    shown: ShownAt | None
    with_note: bool


def brought(own: Own, at_meeting: UUID) -> list[Brought]:
    """What the citizen shows somebody for this meeting, the oldest first; also where the meeting was moved to a day for
    which they have not said yes, and nobody sees it until they do."""
    rows = [row for row in mine.shown_now(own.connection, own.citizen) if row.meeting_id == at_meeting]
    found = (_brought(own, row) for row in sorted(rows, key=lambda row: row.at))
    return [each for each in found if each]


def meetings_ahead(view: View) -> list[MeetingView]:
    """The meetings for which something can be shown, the next first."""
    found = (each for each in meeting.every(view) if each.state in STANDS and each.ends.date() >= clock.today())
    return sorted(found, key=lambda each: each.starts)


def shown_where(own: Own, showing: UUID) -> tuple[UUID | None, UUID]:
    """The meeting of a showing, None where there is none, and what it shows; it needs no key. Raises NotFound."""
    for row in mine.showings(own.connection, own.citizen):
        if row.id == showing:
            return row.meeting_id, row.keepsake_id
    raise NotFound


def _brought(own: Own, row: Any) -> Brought | None:
    try:
        content = own.one("checkin", row.keepsake_id).content
        shown = next(each for each in receipts(own, row.keepsake_id) if each.id == row.id)
    except Locked:
        return Brought(row.id, row.keepsake_id, None, None, with_note=False)
    with_note = goes_along(content, row.id)
    return Brought(row.id, row.keepsake_id, content, shown, with_note) if until_of(content, row.id) else None
