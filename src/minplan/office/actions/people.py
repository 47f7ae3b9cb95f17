"""Verbs: add somebody, change them, let them go, and let them come back."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy.exc import IntegrityError
from sqlmodel import Session

from minplan import access, clock, db, identity, meeting
from minplan.access import Person, has_left
from minplan.errors import Conflict, Invalid, NotAllowed, NotFound
from minplan.office import renaming
from minplan.office.actions import arriving, letting_go, moving, renumbering
from minplan.office.commands import KINDS, NewCitizen, NewPerson
from minplan.office.doorkeeper import Doorkeeper
from minplan.office.store import people as store

EMPTY_IS_NONE = frozenset({"email", "department", "phone", "hours"})


def add(by: Doorkeeper, person_id: UUID, new: NewPerson | NewCitizen, number: str = "") -> bool:
    """Add somebody under an id that the form has made, so that sending it twice adds one; False the second time.

    An id number is a citizen's alone and kept as its keyed hash. Raises Invalid by field, and NotAllowed.
    """
    by.must("add_person")
    by.must_reach("citizen" if isinstance(new, NewCitizen) else new.kind)
    with db.writing() as session:
        if store.load(session, by.municipality_id, person_id):
            return False
        try:
            with session.begin_nested():
                if isinstance(new, NewCitizen):
                    arriving.citizen(session, by, person_id, new, number)
                else:
                    arriving.professional(session, by, person_id, new)
        except IntegrityError:
            raise Invalid({"number" if isinstance(new, NewCitizen) else "email": "taken"}) from None
    return True


def change(
    by: Doorkeeper, person_id: UUID, new: NewPerson | NewCitizen, seen: Mapping[str, str], number: str = ""
) -> bool:
    """Bring somebody's card up to date; False where it says so already. `seen` are the fields as the form showed them.

    Raises NotFound, NotAllowed, Invalid by field, and Conflict where somebody else changed a field meanwhile.
    """
    by.must("change_person")
    try:
        with db.writing() as session:
            moving.hold(session, person_id)
            renumbering.lock(session, person_id)
            person = _load(session, by, person_id)
            by.must_reach(person.kind, *([] if isinstance(new, NewCitizen) else [new.kind]))
            if (person.kind == "citizen") != isinstance(new, NewCitizen) or person.kind not in (*KINDS, "citizen"):
                raise Invalid({"kind": "unknown"})
            values = _values(session, by, person, new, number)
            if person_id == by.person_id and values.get("kind", person.kind) != person.kind:
                raise Invalid({"kind": "yourself"})
            changed = {name: value for name, value in values.items() if getattr(person, name) != value}
            _compare(person, changed, seen)
            anew = "number_hash" in values and renumbering.known_anew(session, by, person, values["number_hash"])
            if person.kind == "citizen" and "name" in changed:
                renumbering.call_by(session, by, person, changed["name"])
            renaming.on_plans(session, person, changed)
            moving.to_department(session, by, person, changed)
            for name, value in changed.items():
                setattr(person, name, value)
    except IntegrityError:
        raise Invalid({"number" if number else "email": "taken"}) from None
    return anew or bool(changed)


def end(by: Doorkeeper, person_id: UUID) -> bool:
    """They come in no more, from this moment; False where that is so. Their places in teams end, each plan is told;
    what a citizen lets others see ends with them.

    Raises Invalid for a contact person who has not handed over everybody, and for oneself; NotFound; NotAllowed.
    """
    by.must("end_person")
    if person_id == by.person_id:
        raise Invalid({"person": "yourself"})
    with db.writing() as session:
        person = _load(session, by, person_id)
        if store.contact_for(session, person_id):
            raise Invalid({"person": "still_contact"})
        letting_go.must_have_a_name(session, by, person)
        already = has_left(person, clock.today())
        if not already:
            person.ended_on = clock.today()
        renaming.no_stand_in(session, person)
        meeting.end_feed_in(session, person_id)
    identity.end_all(person_id)
    letting_go.end_all(by, person_id, is_new=not already)
    return not already


def come_back(by: Doorkeeper, person_id: UUID) -> bool:
    """They may come in again; places that have ended stay ended. False where they never left."""
    by.must("end_person")
    with db.writing() as session:
        renumbering.lock(session, person_id)
        person = _load(session, by, person_id)
        was, person.ended_on = person.ended_on, None
        if was:
            letting_go.open_again(session, by, person)
    return was is not None


def _compare(person: Person, changed: dict[str, Any], seen: Mapping[str, str]) -> None:
    for name, mine in changed.items():
        field, theirs = name.removesuffix("_id"), str(getattr(person, name) or "")
        if field in seen and seen[field] != theirs:
            raise Conflict(field, mine=mine, theirs=theirs)


def _load(session: Session, by: Doorkeeper, person_id: UUID) -> Person:
    """Locked together with whoever does it: of two who let each other go in one moment one stays."""
    mine = by.person_id if by.kind != "system" else None  # a system lets nobody go, and nobody meets it here
    locked = store.load_all(session, by.municipality_id, person_id, *([mine] if mine else []))
    me = locked.get(mine) if mine else None
    if mine and (me is None or me.kind != by.kind or has_left(me, clock.today())):
        raise NotAllowed
    if person_id not in locked:
        raise NotFound
    return locked[person_id]


def _values(
    session: Session, by: Doorkeeper, person: Person, new: NewPerson | NewCitizen, number: str
) -> dict[str, Any]:
    """The columns as they are to be."""
    if isinstance(new, NewCitizen):
        hashed = {"number_hash": arriving.hashed(by, number)} if number else {}
        return {"name": new.name, "language": new.language, **hashed}
    if new.kind not in access.kinds_for("contact") and new.kind != person.kind and _has_places(session, person.id):
        raise Invalid({"kind": "has_places"})
    arriving.check_stand_in(session, by, person.id, new.stand_in)
    values = new.model_dump(exclude={"stand_in"}) | {"stand_in_id": new.stand_in}
    return {name: None if name in EMPTY_IS_NONE and not value else value for name, value in values.items()}


def _has_places(session: Session, person_id: UUID) -> bool:
    return bool(store.contact_for(session, person_id) or store.team_plans(session.connection(), person_id))
