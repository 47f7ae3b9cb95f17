"""Verb: another contact person, with a reason that everybody on the plan can read."""

from uuid import UUID

from minplan import access
from minplan.access import Change, Membership, Person
from minplan.errors import Conflict, Invalid
from minplan.handover import store
from minplan.handover.commands import NewContact
from minplan.handover.handover import Handover
from minplan.journal import Record
from minplan.journal.entry import Values
from minplan.journey import TRACKS, Outcome


def change_contact(
    by: UUID, plan: UUID, command: NewContact, relations: frozenset[str] = access.OFFICE
) -> Outcome:
    """Give a citizen another contact person, or a first one. `relations` are as in a change.

    Raises Conflict where it is somebody else by now than the one who was seen, Invalid for somebody who is no
    colleague of the citizen's municipality or has a place on the plan that the citizen gave, and for oneself: a
    contact person reads, and whoever decides who that is would need nobody's word for it.
    """
    with access.change(by, plan, command.reason, relations) as change:
        change.may("change_contact")
        if command.to == by:
            raise Invalid({"to": "own_place"})
        old = store.contact_place(change)
        was = old.person_id if old else None
        if was == command.to:
            return Outcome("unchanged", plan)
        if was != command.seen:
            raise Conflict("contact", mine=command.to, theirs=was)
        new = store.colleague(change, command.to)
        was_of = old.department if old else None
        before: Values = {"name": old.name} if old else {}
        after: Values = {"name": new.name}
        place = _take_over(change, old, new, command.stays)
        if place.department != was_of:  # then other systems have the plan
            before["department"], after["department"] = was_of, place.department
        _remember(change, was, new)
        change.record(Record("change_contact", "person", new.id, before=before, after=after))
        return Outcome("done", plan)


def _take_over(change: Change, old: Membership | None, new: Person, stays: bool) -> Membership:
    """The new place. What the citizen keeps from the old contact person they keep from the new one too, and what they
    have kept from the new one by name. What the team does not see without a yes is nobody's choice, and ends with the
    place there."""
    hidden = _named(access.kept_tracks(old.hidden if old else None) | store.kept_from(change, new.id))
    if old and stays:
        _into_team(change, old)
    elif old:
        change.session.delete(old)
    change.session.flush()
    place = _in_team(change, new)
    if place:
        place.relation, place.position, place.hidden, place.since = "contact", 0, hidden, change.today
    else:
        place = _place(change, new, hidden)
        change.session.add(place)
    return place


def _into_team(change: Change, old: Membership) -> None:
    """They begin there like everybody else, with what a yes opens to their department and the citizen lets them see."""
    shared = access.shared_with(change.session, change.plan.id, old.department, change.today)
    old.relation, old.position, old.since = "team", 1 + store.last_position(change), change.today
    old.hidden = _named((frozenset(TRACKS) - shared) | access.kept_tracks(old.hidden))


def _in_team(change: Change, new: Person) -> Membership | None:
    """The place in the team from which somebody becomes the contact person. A place that has ended is gone: it may have
    been one that the citizen gave, under the citizen's own name for them."""
    place = change.session.get(Membership, (change.plan.id, new.id))
    if place is None:
        return None
    runs = access.lasts(place, change.today)
    if runs and place.relation == "team":
        return place
    if runs:
        raise Invalid({"to": "unknown"})  # the municipality is not told whom the citizen has asked
    change.session.delete(place)
    change.session.flush()
    return None


def _place(change: Change, new: Person, hidden: str) -> Membership:
    like = store.place_elsewhere(change, new.id)
    return Membership(
        plan_id=change.plan.id, person_id=new.id, municipality_id=change.plan.municipality_id,
        relation="contact", name=new.name, role=new.role or (like.role if like else ""), department=new.department,
        phone=new.phone or (like.phone if like else None), email=new.email, hidden=hidden, since=change.today,
        seen_revision=change.plan.revision - 1,
    )  # fmt: skip


def _named(tracks: frozenset[str]) -> str:
    return ",".join(track for track in TRACKS if track in tracks)


def _remember(change: Change, was: UUID | None, new: Person) -> None:
    plan, reason = change.plan, change.reason_id()
    if reason is None:
        raise Invalid({"reason": "required"})
    row = Handover(
        municipality_id=plan.municipality_id, plan_id=plan.id, from_id=was, to_id=new.id, at=change.at, reason_id=reason
    )
    change.session.add(row)
    access.no_more_news(change.session, plan.id, [new.id], change.at, "petition")  # it may be about them from now on
    told = {plan.citizen_id, new.id, *([was] if was else [])}
    access.tell(change.session, plan.municipality_id, plan.id, told, "handover", change.at)
