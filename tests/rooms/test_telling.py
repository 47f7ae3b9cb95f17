"""Whoever is told has one unread notice of a kind, and one mail with it where mail is set up."""

from dataclasses import replace
from uuid import UUID

import pytest
from cast import Plan
from sqlalchemy import select

from minplan import access, clock, config, db
from minplan.access import HOME, Mail, Notice, Person


@pytest.fixture
def mail(monkeypatch: pytest.MonkeyPatch) -> None:
    """Mail is set up."""
    post = {"smtp_url": "smtp://127.0.0.1:1", "mail_from": "minplan@example.dk", "public_url": "https://plan.example.dk"}
    found = replace(config.settings(), **post)  # type: ignore[arg-type]
    monkeypatch.setattr(config, "settings", lambda: found)


def tell(amira: Plan, *people: UUID, what: str = "news") -> None:
    with db.writing() as session:
        access.tell(session, HOME, amira.id, people, what, clock.now())


def address(person: UUID, **fields: str) -> None:
    with db.writing() as session:
        row = session.get_one(Person, person)
        for name, value in fields.items():
            setattr(row, name, value)


def told() -> list[UUID]:
    with db.writing() as session:
        return sorted(row.person_id for row in session.execute(select(Notice)).scalars())


def mailed() -> list[UUID]:
    with db.writing() as session:
        rows = session.execute(select(Mail)).scalars().all()
        return sorted(session.get_one(Notice, row.notice_id).person_id for row in rows)


def test_an_unread_notice_is_not_repeated(amira: Plan) -> None:
    tell(amira, amira.bo, amira.tove)
    tell(amira, amira.bo)
    assert told() == sorted([amira.bo, amira.tove])
    tell(amira, amira.bo, what="emergency")
    assert told().count(amira.bo) == 2


def test_what_was_read_is_told_anew(amira: Plan) -> None:
    tell(amira, amira.bo)
    with db.writing() as session:
        session.execute(select(Notice)).scalar_one().read_at = clock.now()
    tell(amira, amira.bo)
    assert told() == [amira.bo, amira.bo]


def test_without_mail_set_up_nobody_gets_a_mail(amira: Plan) -> None:
    address(amira.bo, email="bo@example.dk")
    tell(amira, amira.bo)
    assert told() == [amira.bo] and mailed() == []


@pytest.mark.usefixtures("mail")
def test_a_mail_goes_to_whoever_has_an_address(amira: Plan) -> None:
    address(amira.bo, email="bo@example.dk")
    address(amira.citizen, notice_email="amira@example.dk")
    tell(amira, amira.bo, amira.tove, amira.citizen)
    tell(amira, amira.bo, amira.tove, amira.citizen)
    assert mailed() == sorted([amira.bo, amira.citizen])


@pytest.mark.usefixtures("mail")
def test_whoever_wants_no_mail_gets_none(amira: Plan) -> None:
    address(amira.bo, email="bo@example.dk", notice_email="")
    address(amira.citizen, email="never@example.dk")
    tell(amira, amira.bo, amira.citizen)
    assert mailed() == []
