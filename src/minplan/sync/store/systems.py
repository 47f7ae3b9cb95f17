"""The systems of a municipality, by what they show."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, select, update

from minplan import clock, db
from minplan.access import Person, is_here
from minplan.sync.caller import Caller
from minplan.sync.system import System

_system = System.__table__  # type: ignore[attr-defined]
_person = Person.__table__  # type: ignore[attr-defined]
AN_HOUR = timedelta(hours=1)
CALLER = _system.c["person_id", "municipality_id", "code", "scopes", "departments"]


def by_key(key_hash: str) -> Caller | None:
    """The system with this key, while it is here; or None."""
    return _caller(_system.c.key_hash == key_hash)


def by_client(issuer: str, client_id: str) -> Caller | None:
    """The system that an issuer of tokens calls so, while it is here; or None."""
    return _caller(_system.c.issuer == issuer, _system.c.client_id == client_id)


def all_of(municipality: str) -> list[Any]:
    """The systems of a municipality with their names, by code."""
    found = select(*CALLER, *_system.c["made_at", "used_at", "issuer", "client_id"], *_person.c["name", "ended_on"])
    here = found.join(_person, _person.c.id == _system.c.person_id).where(_system.c.municipality_id == municipality)
    with db.reading() as connection:
        return list(connection.execute(here.order_by(_system.c.code)))


def by_code(municipality: str, code: str) -> Caller | None:
    """The system that external references call so, also one that has ended; or None."""
    here = (_system.c.municipality_id == municipality, _system.c.code == code)
    with db.reading() as connection:
        row = connection.execute(select(*CALLER).where(*here)).one_or_none()
    return caller(row) if row else None


def codes(connection: Connection, municipality: str) -> dict[UUID, str]:
    """What external references call the systems of a municipality, by id."""
    found = select(*_system.c["person_id", "code"]).where(_system.c.municipality_id == municipality)
    return {row.person_id: row.code for row in connection.execute(found)}


def here(connection: Connection, municipality: str) -> list[Any]:
    """Those that are let in today, with their names, by name."""
    lets_in = (_system.c.municipality_id == municipality, is_here(_person, clock.today()))
    found = select(*CALLER, _person.c.name).join(_person, _person.c.id == _system.c.person_id)
    return list(connection.execute(found.where(*lets_in).order_by(_person.c.name, _system.c.code)))


def used(person_id: UUID) -> None:
    """Remember that a system was here; once an hour is enough, and no other request makes a writer wait."""
    now = clock.now()
    late = (_system.c.used_at.is_(None)) | (_system.c.used_at < now - AN_HOUR)
    with db.reading() as connection:
        due = connection.execute(select(_system.c.person_id).where(_system.c.person_id == person_id, late)).first()
    if due is None:
        return
    with db.writing() as session:
        session.execute(update(_system).where(_system.c.person_id == person_id, late).values(used_at=now))


def departments(municipality: str) -> list[str]:
    """What the departments of the municipality's professionals are called."""
    here = (_person.c.municipality_id == municipality, _person.c.kind == "staff", _person.c.department.is_not(None))
    with db.reading() as connection:
        return list(connection.execute(select(_person.c.department).where(*here).distinct()).scalars())


def _caller(*only: ColumnElement[bool]) -> Caller | None:
    found = select(*CALLER).join(_person, _person.c.id == _system.c.person_id)
    with db.reading() as connection:
        row = connection.execute(found.where(*only, is_here(_person, clock.today()))).one_or_none()
    return caller(row) if row else None


def caller(row: Any) -> Caller:
    """A row of this shelf as who asks."""
    person_id, municipality, code, scopes, departments = row[: len(CALLER)]
    return Caller(person_id, municipality, code, frozenset(scopes.split(",")), frozenset(departments))
