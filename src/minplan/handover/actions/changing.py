"""Verb: another contact person, with a reason that everybody on the plan can read."""

from uuid import UUID

from minplan import access
from minplan.access import Change, Membership, Person, kept_tracks
from minplan.errors import Conflict, Invalid
from minplan.handover import store
from minplan.handover.commands import NewContact
from minplan.handover.handover import Handover
from minplan.journal import Record
from minplan.journey import TRACKS, Outcome


def change_contact(by: UUID, plan: UUID, command: NewContact) -> Outcome:
    """Give a citizen another contact person, or a first one.

    Raises Conflict where it is somebody else by now than the one who was seen, Invalid for somebody who is no
    colleague of the citizen's municipality or has a place on the plan that the citizen gave.
    """
    with access.change(by, plan, command.reason, access.OFFICE) as change:
        change.may("change_contact")
        old = store.contact_place(change)
        was = old.person_id if old else None
        if was == command.to:
            return Outcome("unchanged", plan)
        if was != command.seen:
            raise Conflict("contact", mine=command.to, theirs=was)
        new = store.colleague(change, command.to)
        told = {"before": {"name": old.name} if old else {}, "after": {"name": new.name}}
        _take_over(change, old, new, command.stays)
        _remember(change, was, new)
        change.record(Record("change_contact", "person", new.id, **told))  # type: ignore[arg-type]
        return Outcome("done", plan)


def _take_over(change: Change, old: Membership | None, new: Person, stays: bool) -> None:
    """What the citizen keeps from the old contact person they keep from the new one too."""
    hidden = old.hidden if old else ""
    if old and stays:
        old.relation, old.position = "team", 1 + store.last_position(change)
    elif old:
        change.session.delete(old)
    change.session.flush()
    place = change.session.get(Membership, (change.plan.id, new.id))
    if place and place.relation != "team" and (place.until is None or place.until >= change.today):
        raise Invalid({"to": "has_place"})
    if place:
        place.relation, place.position, place.hidden = "contact", 0, _both(hidden, place.hidden)
        place.since, place.until, place.shares = change.today, None, ""
    else:
        change.session.add(_place(change, new, hidden))


def _place(change: Change, new: Person, hidden: str) -> Membership:
    like = store.place_elsewhere(change, new.id)
    return Membership(
        plan_id=change.plan.id, person_id=new.id, municipality_id=change.plan.municipality_id,
        relation="contact", name=new.name, role=new.role or (like.role if like else ""), department=new.department,
        phone=new.phone or (like.phone if like else None), email=new.email, hidden=hidden, since=change.today,
        seen_revision=change.plan.revision - 1,
    )  # fmt: skip


def _both(*hidden: str) -> str:
    names = frozenset[str]().union(*map(kept_tracks, hidden))
    return ",".join(track for track in TRACKS if track in names)


def _remember(change: Change, was: UUID | None, new: Person) -> None:
    plan, reason = change.plan, change.reason_id()
    assert reason is not None
    row = Handover(
        municipality_id=plan.municipality_id, plan_id=plan.id, from_id=was, to_id=new.id, at=change.at, reason_id=reason
    )
    change.session.add(row)
    told = {plan.citizen_id, new.id, *([was] if was else [])}
    access.tell(change.session, plan.municipality_id, plan.id, told, "handover", change.at)
