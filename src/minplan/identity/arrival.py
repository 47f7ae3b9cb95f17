"""Verb: somebody arrives from a provider. Who it is here, by what was linked before, or linked now for good."""

from collections.abc import Callable
from contextlib import suppress

from sqlalchemy import ColumnElement, select
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session

from minplan import clock, db
from minplan.access import Person, PersonView, has_left, kinds_for
from minplan.errors import NotAllowed
from minplan.identity import store
from minplan.identity.claimed import Claimed
from minplan.identity.same import make_one
from minplan.identity.sign_in import Identity

WORKING = frozenset(kinds_for("contact") + kinds_for("team"))
_person = Person.__table__.c  # type: ignore[attr-defined]
_identity = Identity.__table__.c  # type: ignore[attr-defined]


def arrive(claimed: Claimed) -> PersonView | None:
    """Who this is; None when nobody here is known by that, or has left, or is of another kind or municipality.

    A kind that the provider's roles give is taken over at every arrival. Raises NotAllowed where that cannot be,
    because they have places on plans that nobody of that kind can have.
    """
    for _ in range(2):
        # A second tab may link or make the same person in this very moment; then the next look finds the link.
        with suppress(IntegrityError):
            with db.writing() as session:
                found = _seen(session, claimed)
            if found or not store.known(claimed.issuer, claimed.subject):
                return found
    return None


def was_here(claimed: Claimed) -> bool:
    """Whether somebody is linked by that already, also somebody who may not come in any more."""
    with db.reading() as connection:
        found = select(_identity.subject).where(
            _identity.issuer == claimed.issuer, _identity.subject == claimed.subject
        )
        return connection.execute(found).first() is not None


def welcome(claimed: Claimed, make: Callable[[Session], Person | None]) -> PersonView | None:
    """Somebody new arrives, whom `make` adds. They are made and linked at once or not at all, and from two tabs once.

    None where `make` makes nobody, or they may not come in, as in `arrive`.
    """
    with suppress(IntegrityError), db.writing() as session:
        person = make(session)
        if person:
            session.add(person)
            session.flush()
            session.add(_link(claimed, person))
    return arrive(claimed)


def _link(claimed: Claimed, person: Person) -> Identity:
    return Identity(
        issuer=claimed.issuer, subject=claimed.subject, municipality_id=person.municipality_id,
        person_id=person.id, provider=claimed.provider, linked_at=clock.now(),
    )  # fmt: skip


def _seen(session: Session, claimed: Claimed) -> PersonView | None:
    linked = session.get(Identity, (claimed.issuer, claimed.subject))
    person = session.get_one(Person, linked.person_id) if linked else _met_first(session, claimed)
    if person and linked and person.kind == "supporter":
        person = _known_before(session, claimed, person)
    if person is None or not _may_come(person, claimed):
        return None
    _take_over(session, person, claimed.kind or person.kind)
    if linked is None:
        session.add(person)
        session.flush()
        session.add(_link(claimed, person))
    return PersonView(person.id, person.kind, person.name, person.language, person.email, person.municipality_id)


def _known_before(session: Session, claimed: Claimed, supporter: Person) -> Person:
    """Who stands by somebody may need help one day: the municipality has entered them, and they are one person."""
    hashed = store.number_hash(claimed.municipality, claimed.number)
    found = _one(session, claimed, _person.number_hash == hashed) if hashed else None
    here = found and _may_come(found, claimed) and supporter.municipality_id == claimed.municipality
    if found is None or not here or found is supporter or store.is_linked(session, found.id, claimed.issuer):
        return supporter
    make_one(session, supporter, found)
    return found


def _take_over(session: Session, person: Person, kind: str) -> None:
    """A citizen's contact person does not become somebody who can open nothing while nobody has taken over."""
    if kind not in WORKING and kind != person.kind and store.has_places(session, person.id):
        raise NotAllowed
    person.kind = kind


def _may_come(person: Person, claimed: Claimed) -> bool:
    here = not has_left(person, clock.today())
    return here and person.municipality_id == claimed.municipality and person.kind in claimed.kinds


def _met_first(session: Session, claimed: Claimed) -> Person | None:
    hashed = store.number_hash(claimed.municipality, claimed.number)
    email = claimed.email.lower()
    found = (_one(session, claimed, _person.number_hash == hashed) if hashed else None) or (
        _one(session, claimed, _person.email == email) if email else None
    )
    if found is None:
        return _made(claimed, email) if claimed.create and email else None
    # An address may pass on to a new colleague, and a number may have been mistyped: who is known there already is not
    # somebody else there too.
    return None if store.is_linked(session, found.id, claimed.issuer) else found


def _one(session: Session, claimed: Claimed, which: ColumnElement[bool]) -> Person | None:
    """Locked, so that nobody is linked by a number that is another one in this moment."""
    found = select(Person).where(_person.municipality_id == claimed.municipality, which)
    return session.execute(found.with_for_update()).scalar_one_or_none()


def _made(claimed: Claimed, email: str) -> Person:
    name = claimed.name[:200] or email
    return Person(kind=claimed.kind or "staff", name=name, email=email, municipality_id=claimed.municipality)
