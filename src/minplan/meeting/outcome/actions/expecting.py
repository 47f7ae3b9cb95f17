"""Verbs: what each side expects of the other. Both can write on both halves; a page tells who wrote for another.

What a side expects is its own to word and to take off, and the other's to answer.
"""

from uuid import UUID

from minplan import access, content
from minplan.access import Change
from minplan.errors import Invalid, NotAllowed
from minplan.journey import Outcome
from minplan.meeting.agreed import FITS, Expectation
from minplan.meeting.before.actions.telling import side as side_of
from minplan.meeting.meeting import SIDES
from minplan.meeting.outcome import rule, store
from minplan.meeting.outcome.actions.common import expectations, going_on, record
from minplan.meeting.saving import reworded
from minplan.words import NewText


def expect(by: UUID, plan: UUID, meeting: UUID, side: str, text: NewText) -> Outcome:
    """One more line of what `side` expects; the same words are said once. Raises Invalid."""
    with access.change(by, plan) as change:
        row = going_on(change, meeting)
        if side not in SIDES:
            raise Invalid({"side": "unknown"})
        said = _addressed(change, side, text)
        lines = expectations(change, row.id)
        for each in lines:
            stands = change.words(each.text_id)
            if each.side == side and stands and stands.says(said):
                return Outcome("unchanged", each.id)
        rule.check_room(lines)
        position = store.place_after(change, Expectation, row.id)
        new = Expectation(meeting_id=row.id, side=side, text_id=change.write(said).id, position=position)
        change.session.add(new)
        record(change, "expect", row.id, expectation=str(new.id), text_id=str(new.text_id))
        return Outcome("done", new.id)


def reword_expectation(
    by: UUID, plan: UUID, meeting: UUID, expectation: UUID, seen: UUID | None, text: NewText
) -> UUID | None:
    """Other words; returns the id of the text that stands now. What was taken off stands again.

    Raises Conflict, and NotAllowed for what the other side has said.
    """
    with access.change(by, plan) as change:
        row = _own(change, meeting, expectation)
        new = reworded(change, row.text_id, seen, text)
        if new is None or new == row.text_id:
            return row.text_id
        row.text_id, row.gone, row.fits = new, False, None
        record(change, "reword_expectation", meeting, expectation=str(row.id), text_id=str(new))
        return new


def fit_expectation(by: UUID, plan: UUID, meeting: UUID, expectation: UUID, seen: str, fits: str) -> str:
    """Whether it is too `much`, too `little` or just `right` for whom it is about; empty takes that back.

    Raises NotAllowed on the side that expects it: that one is not asked.
    """
    with access.change(by, plan) as change:
        row = store.load(change, Expectation, going_on(change, meeting).id, expectation)
        if side_of(change) == row.side:
            raise NotAllowed
        if fits and fits not in FITS:
            raise Invalid({"fits": "unknown"})
        stands = row.fits or ""
        change.compare("fits", seen, stands, fits)
        if stands != fits:
            row.fits = fits or None
            record(change, "fit_expectation", meeting, expectation=str(row.id), fits=fits)
        return fits


def remove_expectation(by: UUID, plan: UUID, meeting: UUID, expectation: UUID) -> Outcome:
    """Take a line off. Raises NotAllowed for what the other side has said."""
    with access.change(by, plan) as change:
        row = _own(change, meeting, expectation)
        if row.gone:
            return Outcome("unchanged", row.id)
        row.gone = True
        record(change, "remove_expectation", meeting, expectation=str(row.id))
        return Outcome("done", row.id)


def _own(change: Change, meeting: UUID, expectation: UUID) -> Expectation:
    """A line of this person's own side, or one that this person wrote down for the other and nobody has worded anew."""
    row = store.load(change, Expectation, going_on(change, meeting).id, expectation)
    text = change.words(row.text_id)
    if side_of(change) != row.side and (text is None or text.author_id != change.viewer.person_id):
        raise NotAllowed
    return row


def _addressed(change: Change, side: str, text: NewText) -> NewText:
    """A ready sentence of this half says the name of whom it is expected of."""
    if not text.phrase:
        return text
    if text.phrase not in {phrase.id for phrase in content.grouped("expect")[side]}:
        raise Invalid({"phrase": "unknown"})
    contact = next((member.name for member in change.members if member.relation == "contact"), change.viewer.name)
    return NewText(phrase=text.phrase, slots={"who": contact if side == "citizen" else change.citizen_name})
