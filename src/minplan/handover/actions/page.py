"""Verbs: what my new contact person should know. The old one may draft it, the citizen corrects and sends it."""

from collections.abc import Callable
from uuid import UUID

from sqlmodel import Session

from minplan import access, clock, db
from minplan.access import Change
from minplan.errors import Conflict, NotFound
from minplan.handover import store
from minplan.handover.commands import Draft, NewPage
from minplan.handover.handover import Handover
from minplan.handover.rule import TO_WRITE
from minplan.journal import Record
from minplan.journey import Outcome
from minplan.words import NewText, Text, write


def draft(by: UUID, handover: UUID, command: Draft) -> Outcome:
    """The old contact person writes for the citizen to read, who is told. Raises Conflict once the citizen has decided,
    also where they have taken that back, and NotFound when the days for it are over.

    It is no change of the plan: nobody but these two can know of it.
    """
    with db.writing() as session:
        row = session.get(Handover, handover, with_for_update=True)
        if row is None or row.from_id != by or row.at < clock.now() - TO_WRITE:
            raise NotFound
        if store.is_decided(session.connection(), row.id):
            raise Conflict("page", mine=command.page, theirs=None)
        before = row.page_id, row.goodbye_id
        row.page_id = _kept_in(session, row, row.page_id, command.page, by)
        row.goodbye_id = _kept_in(session, row, row.goodbye_id, command.goodbye, by)
        if (row.page_id, row.goodbye_id) == before:
            return Outcome("unchanged", row.id)
        citizen = session.get_one(access.Plan, row.plan_id).citizen_id
        access.tell(session, row.municipality_id, row.plan_id, [citizen], "handover", clock.now())
        return Outcome("done", row.id)


def approve(by: UUID, plan: UUID, handover: UUID, command: NewPage) -> Outcome:
    """The citizen's own version of the page, kept for themselves or sent to the new contact person, who is told. To
    send nothing is an answer too, and nobody is told of it.

    Raises Conflict where the old contact person has written more than the citizen had read.
    """
    with access.change(by, plan) as change:
        change.may("approve_handover")
        row = store.handover(change, handover)
        page = _own(change, row, command.page)
        if page == row.citizen_page_id and command.sent == (row.approved_at is not None):
            return Outcome("unchanged", row.id)
        change.compare("page", command.seen, row.page_id, object())
        row.citizen_page_id = page
        return _settle(change, row, command.sent)


def take_back(by: UUID, plan: UUID, handover: UUID) -> Outcome:
    """From now on the new contact person cannot read the page."""
    with access.change(by, plan) as change:
        change.may("approve_handover")
        row = store.handover(change, handover)
        return _settle(change, row, False) if row.approved_at else Outcome("unchanged", row.id)


def _own(change: Change, row: Handover, new: NewText | None) -> UUID | None:
    """The citizen's version; words that are left as the old contact person wrote them stay that person's."""
    draft = change.words(row.page_id)
    if new and draft and new.text == draft.body:
        return draft.id
    return _kept(change.words(row.citizen_page_id), new, change.write)


def _settle(change: Change, row: Handover, sent: bool) -> Outcome:
    row.approved_at = change.at if sent else None
    if sent and row.citizen_page_id:
        access.tell(change.session, row.municipality_id, row.plan_id, [row.to_id], "handover", change.at)
    after = {"sent": sent, "text_id": str(row.citizen_page_id) if row.citizen_page_id else None}
    change.record(Record("approve_handover", "handover", row.id, after=after, audience="citizen"))
    return Outcome("done", row.id)


def _kept_in(session: Session, row: Handover, old: UUID | None, new: NewText | None, by: UUID) -> UUID | None:
    said = session.get(Text, old) if old else None
    return _kept(said, new, lambda text: write(session, row.plan_id, text, by, clock.now()))


def _kept(old: Text | None, new: NewText | None, keep: Callable[[NewText], Text]) -> UUID | None:
    """The text that says `new`: what stands already where it says the same."""
    if new is None:
        return None
    return old.id if old and old.says(new) else keep(new).id
