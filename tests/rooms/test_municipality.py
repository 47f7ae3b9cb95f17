"""Everybody belongs to one municipality, and the tables themselves refuse what would cross to another."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from cast import Plan
from sqlalchemy import Engine, ForeignKeyConstraint, Table, UniqueConstraint, update
from sqlalchemy.exc import IntegrityError

from minplan import access, clock, db, identity, journey
from minplan.access import Consent, Emergency, Membership, Municipality, Notice, Opening, Person
from minplan.errors import NotFound
from minplan.identity import Identity, SignIn

OWNERS = {"person", "plan"}
# Rows that are nobody's: they hold a hash and a time, or the municipality itself.
NOBODYS = {"municipality", "one_time", "attempt"}
AWAY = "away"


@pytest.fixture
def stranger(amira: Plan) -> UUID:
    """A caseworker of another municipality."""
    with db.writing() as session:
        session.add(Municipality(code=AWAY, name="Nabokommunen"))
        session.flush()
        person = Person(kind="staff", name="Kaj", email="bo@example.dk", municipality_id=AWAY)
        session.add(person)
        session.flush()
        return person.id


def links(table: Table) -> Iterator[ForeignKeyConstraint]:
    yield from (each for each in table.constraints if isinstance(each, ForeignKeyConstraint))


def test_the_key_of_every_owner_begins_with_the_municipality() -> None:
    for name in OWNERS:
        table = db.metadata().tables[name]
        keys = [list(each.columns.keys()) for each in table.constraints if isinstance(each, UniqueConstraint)]
        assert ["municipality_id", "id"] in keys
        assert not table.c.municipality_id.nullable


def test_every_row_has_such_an_owner() -> None:
    tables = db.metadata().tables
    owned = set(OWNERS)
    while more := {
        name
        for name, table in tables.items()
        if name not in owned | NOBODYS and any(link.referred_table.name in owned for link in links(table))
    }:
        owned |= more
    assert owned | NOBODYS == set(tables)


def test_no_link_to_a_person_goes_around_the_municipality() -> None:
    """A table that carries the municipality points at people and plans with it; one that does not belongs to one plan,
    and names people only as authors within it."""
    for name, table in db.metadata().tables.items():
        if "municipality_id" not in table.c or name in NOBODYS:
            continue
        for link in links(table):
            if link.referred_table.name in OWNERS:
                assert list(link.columns.keys())[0] == "municipality_id", f"{name}: {link.name}"


def test_the_tables_refuse_whoever_is_from_elsewhere(database: Engine, amira: Plan, stranger: UUID) -> None:
    now, today = clock.now(), clock.today()
    plan = {"plan_id": amira.id}
    there: dict[str, Any] = {"person_id": stranger, "municipality_id": AWAY}
    here: dict[str, Any] = {"person_id": stranger, "municipality_id": access.HOME}
    crossing = [
        row
        for side in (there, here)
        for row in (
            Membership(**plan, **side, relation="team", name="Kaj"),
            Opening(**plan, **side, at=now, relation="team", name="Kaj", what="way"),
            Emergency(**plan, **side, at=now, until=now + timedelta(hours=1), reason="Ingen svarer"),
            Notice(**plan, **side, what="news", at=now),
        )
    ] + [
        Identity(**here, issuer="i", subject="s", provider="p", linked_at=now),
        SignIn(**here, key="k", began_at=now, seen_at=now, ends_at=now),
        Consent(
            **plan, municipality_id=AWAY, item="i", kind="sharing", department="d", topic="t", words="w", lang="da",
            given_at=now, until=today,
        ),
    ]  # fmt: skip
    for row in crossing:
        with pytest.raises(IntegrityError), db.writing() as session:
            session.add(row)
    with pytest.raises(IntegrityError), db.writing() as session:
        session.execute(update(access.Plan).values(municipality_id=AWAY))


def test_from_the_other_side_nothing_is_there(database: Engine, amira: Plan, stranger: UUID) -> None:
    with db.writing() as session:
        session.get_one(Person, amira.bo).email = "bo@example.dk"
        session.get_one(Person, amira.citizen).number_hash = identity.number_hash(access.HOME, "010190-1234")
    for ask in (lambda: journey.choose_token(stranger, amira.id, "sun"), lambda: _open(stranger, amira.id)):
        with pytest.raises(NotFound):
            ask()
    assert access.viewer(stranger, amira.id) is None
    assert identity.by_number(AWAY, "010190-1234") is None
    found = identity.by_number(access.HOME, "0101901234")
    assert found and found.id == amira.citizen
    assert [getattr(identity.by_email(where, "BO@example.dk"), "id", None) for where in (access.HOME, AWAY)] == [
        amira.bo,
        stranger,
    ]
    assert identity.number_hash(AWAY, "0101901234") != identity.number_hash(access.HOME, "0101901234")


def _open(person: UUID, plan: UUID) -> None:
    with access.view(person, plan):
        raise AssertionError(uuid4())
