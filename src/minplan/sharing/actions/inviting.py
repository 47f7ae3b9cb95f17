"""Verbs: the citizen asks somebody to stand by them, changes what they see, and takes it back."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from minplan import access, config
from minplan.access import Change, Membership
from minplan.errors import Invalid, NotFound
from minplan.journal import Record
from minplan.journey import Outcome
from minplan.sharing import code as codes
from minplan.sharing.invitation import Allowance, Invitation, NewInvitation
from minplan.sharing.store import supporters as store

VALID = timedelta(days=14)  # of a code
LONGEST = timedelta(days=365)  # of a place
USUAL = timedelta(days=91)
_UNCHANGED = Outcome("unchanged")


def invite(by: UUID, plan: UUID, new: NewInvitation, once: str) -> str | None:
    """The code for one person, which is kept nowhere: the citizen says it or hands it over.

    `once` tells one form from another: sent twice it gives the same code, and None when that is used up.
    """
    key = config.settings().secret
    code = codes.made(key, str(plan), once, repr(sorted(new.columns().items())), new.relation, new.name)
    with access.change(by, plan) as change:
        change.may("invite")
        _must_be_near(change, new.until)
        known = store.with_code(change.session, codes.hashed(key, code))
        if known:
            return code if known.used_by is None and known.taken_back_at is None else None
        row = _row(change, new, codes.hashed(key, code))
        change.session.add(row)
        _tell(change, "invite", row.id, row.relation)
    return code


def change_supporter(by: UUID, plan: UUID, person: UUID, given: Allowance, seen: Mapping[str, Any]) -> Outcome:
    """Another view, or another last day. `seen` holds the columns `shares`, `hidden` and `until` as they were shown.

    Raises Conflict where one of them was changed meanwhile, NotFound for who is no supporter.
    """
    with access.change(by, plan) as change:
        change.may("change_supporter")
        place = _supporter(change, person)
        _must_be_near(change, given.until)
        fields = given.columns()
        before = {name: getattr(place, name) for name in fields}
        if before == fields:
            return _UNCHANGED
        for name, value in fields.items():
            change.compare(name, seen[name], before[name], value)
            setattr(place, name, value)
        _tell(change, "change_supporter", person, place.relation, _plain(before), _plain(fields))
        return Outcome("done", person)


def end_supporter(by: UUID, plan: UUID, person: UUID) -> Outcome:
    """Take back what was given, at once. Nothing stays of the place but that it was."""
    with access.change(by, plan) as change:
        change.may("end_supporter")
        if store.place(change.session, plan, person) is None and store.accepted_by(change.session, plan, person):
            return _UNCHANGED
        _end(change, _supporter(change, person), "end_supporter")
        return Outcome("done", person)


def take_back(by: UUID, plan: UUID, invitation: UUID) -> Outcome:
    """The code opens nothing any more. Where somebody has just used it, the place that it brought ends with it: not one
    that they got since, from the office or by another code."""
    with access.change(by, plan) as change:
        change.may("end_supporter")
        row = store.invitation(change.session, plan, invitation)
        if row is None:
            raise NotFound
        place = _brought(change, row)
        if row.taken_back_at or (row.used_by and place is None):
            return _UNCHANGED
        row.taken_back_at = change.at
        if place:
            change.session.delete(place)
        _tell(change, "end_supporter", row.id, row.relation)
        return Outcome("done", row.id)


def _row(change: Change, new: NewInvitation, code_hash: str) -> Invitation:
    return Invitation(
        municipality_id=change.plan.municipality_id, plan_id=change.plan.id, code_hash=code_hash,
        relation=new.relation, name=new.name, made_at=change.at, expires_at=change.at + VALID,
        **new.columns(),  # type: ignore[arg-type]
    )  # fmt: skip


def _must_be_near(change: Change, until: date) -> None:
    """What is given has an end that one can look ahead to."""
    if until < change.today:
        raise Invalid({"until": "past"})
    if until > change.today + LONGEST:
        raise Invalid({"until": "too_far"})


def _supporter(change: Change, person: UUID) -> Membership:
    found = store.place(change.session, change.plan.id, person)
    if found is None or found.relation not in access.SUPPORTERS:
        raise NotFound
    return found


def _brought(change: Change, row: Invitation) -> Membership | None:
    """The place that an invitation brought, while it is there. An earlier one is set aside when the next is used."""
    place = store.place(change.session, row.plan_id, row.used_by) if row.used_by else None
    return place if place and place.relation in access.SUPPORTERS else None


def _end(change: Change, place: Membership, verb: str) -> None:
    change.session.delete(place)
    _tell(change, verb, place.person_id, place.relation)


def _tell(
    change: Change,
    verb: str,
    subject: UUID,
    relation: str,
    before: dict[str, Any] | None = None,
    after: dict[str, Any] | None = None,
) -> None:
    """Who stands by somebody is known to nobody but them. Their name is no part of what is kept with the case."""
    told = {"relation": relation} | (before or {})
    change.record(Record(verb, "person", subject, before=told, after=after or {}, audience="citizen"))


def _plain(fields: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in fields.items()}
