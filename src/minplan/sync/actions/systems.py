"""Verbs: give a system of the municipality a key or a place for its tokens, and take them back."""

import re
import secrets
from hashlib import sha256
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session

from minplan import clock, db
from minplan.access import Person
from minplan.errors import Invalid, NotFound
from minplan.office import Doorkeeper
from minplan.sync.commands import NewSystem
from minplan.sync.system import SCOPES, System

CODE = re.compile(r"[a-z][a-z0-9-]{1,39}")
KEY = re.compile(r"mp_[A-Za-z0-9_-]{43}")
_system = System.__table__  # type: ignore[attr-defined]


def add_system(by: Doorkeeper, new: NewSystem) -> tuple[UUID, str | None]:
    """A system's id and its key, which nobody can read again; without a key where it shows tokens of an issuer.

    Raises Invalid by field, and NotAllowed.
    """
    by.must("add_system")
    _check(new)
    key = None if new.client_id else _new_key()
    try:
        with db.writing() as session:
            person = Person(municipality_id=by.municipality_id, kind="system", name=new.name)
            session.add(person)
            session.flush()
            session.add(_row(by, person.id, new, key))
    except IntegrityError:
        raise Invalid({"code": "taken"}) from None
    return person.id, key


def renew_key(by: Doorkeeper, code: str) -> str:
    """Another key in the place of the one that was; the old one opens nothing from now on. Raises NotFound."""
    by.must("change_system")
    key = _new_key()
    with db.writing() as session:
        _load(session, by, code).key_hash = hashed(key)
    return key


def end_system(by: Doorkeeper, code: str) -> None:
    """It reads and sends nothing any more, and is told of nothing. Raises NotFound."""
    by.must("change_system")
    with db.writing() as session:
        session.get_one(Person, _load(session, by, code).person_id).ended_on = clock.today()


def hashed(key: str) -> str:
    """What is kept of a key. It is random and long: a plain hash cannot be turned round."""
    return sha256(key.encode()).hexdigest()


def _new_key() -> str:
    return f"mp_{secrets.token_urlsafe(32)}"


def _check(new: NewSystem) -> None:
    faults = {} if CODE.fullmatch(new.code) else {"code": "bad_code"}
    if not new.scopes or set(new.scopes) - set(SCOPES):
        faults["scopes"] = "unknown"
    if faults:
        raise Invalid(faults)


def _row(by: Doorkeeper, person_id: UUID, new: NewSystem, key: str | None) -> System:
    return System(
        person_id=person_id,
        municipality_id=by.municipality_id,
        code=new.code,
        key_hash=hashed(key) if key else None,
        issuer=new.issuer,
        client_id=new.client_id,
        scopes=",".join(sorted(new.scopes)),
        departments=list(new.departments),
        made_at=clock.now(),
    )


def _load(session: Session, by: Doorkeeper, code: str) -> System:
    here = (_system.c.municipality_id == by.municipality_id, _system.c.code == code)
    found = session.execute(select(System).where(*here)).scalar_one_or_none()
    if found is None:
        raise NotFound
    return found
