"""Verb: a professional comes from a system. Never whoever leads or administers, and nobody is let go.

The contact person's department opens a plan, and their card is what citizens turn to: a system that serves departments
brings people into those, moves none, and writes on nobody else's card.
"""

from typing import Any
from uuid import UUID, uuid4

from sqlmodel import Session

from minplan import db, office
from minplan.errors import NotAllowed
from minplan.sync import owners
from minplan.sync.actions import people
from minplan.sync.actions.meant import missing, must, must_stay
from minplan.sync.brought import Brought
from minplan.sync.caller import Caller
from minplan.sync.expected import Expected
from minplan.sync.problem import Pointed
from minplan.sync.read.caseworkers import caseworker_in
from minplan.sync.read.opening import serves
from minplan.sync.shapes.people_sent import CaseworkerSent
from minplan.sync.valid import valid

_FIELDS = ("name", "email", "phone", "role", "department")
_NOT_THEIRS = Pointed("/department", "other_department")
_TAKEN = Pointed("/email", "taken")
_MORE = ("language", "hours", "stand_in")


def bring_caseworker(caller: Caller, subject: people.Subject, sent: CaseworkerSent, expected: Expected) -> Brought:
    """Add a professional by the system's own id, or bring them up to date. Raises Problem, Invalid and NotAllowed."""
    with db.together() as session:
        id = people.begin(session, caller, "caseworker", subject)
        if id is None and isinstance(subject, str):
            return _new(session, caller, subject, sent, expected)
        assert id
        return _changed(session, caller, id, sent, expected)


def _new(session: Session, caller: Caller, ref: str, sent: CaseworkerSent, expected: Expected) -> Brought:
    expected.must_fit_nothing()
    owners.check(sent, None)
    must(missing(sent, "name", "email"))
    assert sent.email
    known = people.known_by(session, caller, sent.email)
    if known is None:
        _must_serve(caller, sent.department)
    elif known.kind != "staff":
        must([_TAKEN])
    id = known.id if known else _add(caller, sent)
    people.keep(session, caller, "caseworker", ref, id)
    if known:
        found = _changed(session, caller, id, sent, Expected())
        return found._replace(outcome="created")
    return Brought(caseworker_in(session.connection(), caller, id), id, "created")


def _must_serve(caller: Caller, department: str | None) -> None:
    """Raise Problem where somebody is to be of a department that is not the system's own."""
    if department and not serves(caller, department):
        must([_NOT_THEIRS])


def _add(caller: Caller, sent: CaseworkerSent) -> UUID:
    id = uuid4()
    told: dict[str, Any] = {name: getattr(sent, name) or "" for name in _FIELDS}
    office.add(office.of_person(caller.person_id), id, valid(office.NewPerson, told | {"kind": "staff"}))
    return id


def _changed(session: Session, caller: Caller, id: UUID, sent: CaseworkerSent, expected: Expected) -> Brought:
    current = caseworker_in(session.connection(), caller, id)
    expected.must_fit_unread(current)
    owners.check(sent, current)
    differ = owners.changed(sent, current)
    names = frozenset(name for name in differ if (getattr(sent, name) or None) != (getattr(current, name) or None))
    if not names:
        return Brought(current, id, "unchanged")
    if caller.departments and ("department" in names or not serves(caller, current.department)):
        must([_NOT_THEIRS])
    expected.must_fit(current)
    must_stay(names, "email", *([] if sent.name else ["name"]))
    _change(caller, id, sent, names)
    session.expire_all()
    return Brought(caseworker_in(session.connection(), caller, id), id, "updated")


def _change(caller: Caller, id: UUID, sent: CaseworkerSent, names: frozenset[str]) -> None:
    """Everything else on their card stays as it is."""
    by = office.of_person(caller.person_id)
    card = office.one(by, id)
    if card.kind != "staff":
        raise NotAllowed
    told: dict[str, Any] = {name: getattr(card, name) or "" for name in _FIELDS} | {"kind": card.kind}
    told |= {name: getattr(card, name) for name in _MORE} | {"hours": card.hours or ""}
    seen = {name: str(getattr(card, name) or "") for name in (*_FIELDS, *_MORE)}
    told |= {name: getattr(sent, name) or "" for name in names}
    office.change(by, id, valid(office.NewPerson, told), seen)
