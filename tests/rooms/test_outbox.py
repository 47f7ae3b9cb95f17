"""A letter goes out once, whatever falls over, and says nothing but that there is news: against a real mail server."""

import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from cast import Plan
from consenting import add_win, give, works_in
from mailing import POST, MailServer, running, worker
from sqlalchemy import Engine, select

from minplan import access, clock, config, db, sharing
from minplan.access import HOME, Mail, Notice, Person

SLOW = 120  # seconds after which a worker counts as stuck, on a machine with much else to do


@pytest.fixture
def mail() -> Iterator[MailServer]:
    with running() as server:
        yield server


@pytest.fixture
def outbox(amira: Plan, mail: MailServer, monkeypatch: pytest.MonkeyPatch) -> Plan:
    """Mail goes to this server, and Bo and Amira have an address."""
    url = f"smtp://127.0.0.1:{mail.port}"
    found = replace(config.settings(), smtp_url=url, **POST)
    monkeypatch.setattr(config, "settings", lambda: found)
    set_person(amira.bo, email="bo@example.dk", language="ar")
    set_person(amira.citizen, name="Amira Yilmaz", notice_email="amira@example.dk")
    return amira


def set_person(person: UUID, **fields: Any) -> None:
    with db.writing() as session:
        row = session.get_one(Person, person)
        for name, value in fields.items():
            setattr(row, name, value)


def tell(plan: Plan, *people: UUID) -> None:
    with db.writing() as session:
        access.tell(session, HOME, plan.id, people, "news", clock.now())


def send_all() -> None:
    while sharing.send_mail():
        pass


def count(**states: int) -> None:
    assert sharing.mail_counts() == {"waiting": 0, "uncertain": 0, "sent": 0, "given_up": 0} | states


def letter(mail: MailServer, number: int = 0) -> EmailMessage:
    found = message_from_bytes(mail.got[number][1], policy=policy.default)
    assert isinstance(found, EmailMessage)
    return found


def later(days: int = 0, minutes: int = 0) -> None:
    clock.start(clock.now() + timedelta(days=days, minutes=minutes))


def test_a_letter_says_whose_plan_and_nothing_of_what_is_in_it(outbox: Plan, mail: MailServer) -> None:
    set_person(outbox.bo, language="da")
    tell(outbox, outbox.bo)
    send_all()
    found = letter(mail)
    assert found["Subject"] == "Der er nyt i planen for Amira"
    assert found["Auto-Submitted"] == "auto-generated" and found.get_content_type() == "text/plain"
    assert found.get_content().splitlines() == [
        "Der er nyt i planen for Amira.", "", "Log ind for at se det:", "https://plan.example.dk/notices", "",
        "Mere står der ikke i en mail. Du får ingen ny, før du har set det.",
    ]  # fmt: skip
    assert b"Yilmaz" not in mail.got[0][1] and outbox.id.hex.encode() not in mail.got[0][1].replace(b"-", b"")
    assert mail.got[0][0] == ["bo@example.dk"]
    count(sent=1)


def test_a_letter_is_in_the_language_of_its_reader(outbox: Plan, mail: MailServer) -> None:
    tell(outbox, outbox.bo, outbox.citizen)
    send_all()
    mine, theirs = sorted((letter(mail, 0), letter(mail, 1)), key=lambda each: str(each["To"]))
    assert mine["Subject"] == "Der er nyt i din plan" and "Amira" not in mine.get_content()
    assert theirs["Content-Language"] == "ar" and "Der er" not in theirs["Subject"] and "Amira" in theirs["Subject"]


def test_a_server_that_is_down_gets_the_letter_when_it_is_up(outbox: Plan, mail: MailServer, monkeypatch: Any) -> None:
    up = config.settings()
    monkeypatch.setattr(config, "settings", lambda: replace(up, smtp_url="smtp://127.0.0.1:1"))
    tell(outbox, outbox.bo)
    send_all()
    count(waiting=1)
    monkeypatch.setattr(config, "settings", lambda: up)
    assert not sharing.send_mail(), "not at once again"
    later(minutes=1)
    send_all()
    count(sent=1)
    assert len(mail.got) == 1


@pytest.mark.parametrize("command", ["RCPT", "DATA"])
def test_not_now_is_tried_again_and_in_the_end_given_up(outbox: Plan, mail: MailServer, command: str) -> None:
    mail.says[command] = "451 Try later"
    tell(outbox, outbox.bo)
    for _ in range(20):
        count(waiting=1)
        assert sharing.send_mail() and not sharing.send_mail()
        later(minutes=241)
    count(given_up=1)


@pytest.mark.parametrize("command", ["RCPT", "DATA"])
def test_a_no_for_good_is_not_asked_again(outbox: Plan, mail: MailServer, command: str) -> None:
    mail.says[command] = "550 Nobody here"
    tell(outbox, outbox.bo)
    send_all()
    count(given_up=1)


def test_one_who_is_refused_keeps_nobody_else_waiting(outbox: Plan, mail: MailServer) -> None:
    set_person(outbox.tove, email="no address at all")
    tell(outbox, outbox.bo, outbox.tove)
    send_all()
    count(sent=1, given_up=1)


@pytest.mark.parametrize("what", ["read", "no mail", "no place", "gone"])
def test_what_is_not_wanted_any_more_is_not_sent(outbox: Plan, mail: MailServer, what: str) -> None:
    tell(outbox, outbox.bo)
    with db.writing() as session:
        if what == "read":
            session.execute(select(Notice)).scalar_one().read_at = clock.now()
        elif what == "no place":
            session.delete(session.get_one(access.Membership, (outbox.id, outbox.bo)))
    if what in ("no mail", "gone"):
        set_person(outbox.bo, **({"notice_email": ""} if what == "no mail" else {"ended_on": clock.today()}))
    send_all()
    assert not mail.got
    count()


def test_a_yes_that_is_taken_back_stops_the_letter_that_waits(outbox: Plan, mail: MailServer) -> None:
    works_in(outbox, outbox.bo, "Sundhedscentret")
    consent = give(outbox)
    add_win(outbox, outbox.citizen, outbox.step)
    count(waiting=1)
    sharing.withdraw_consent(outbox.citizen, outbox.id, consent)
    send_all()
    count()
    add_win(outbox, outbox.citizen, outbox.step)
    count()
    assert not mail.got


def test_the_citizen_gets_a_letter_when_others_change_something(outbox: Plan, mail: MailServer) -> None:
    add_win(outbox, outbox.citizen, None)
    count()
    add_win(outbox, outbox.bo, None)
    send_all()
    assert mail.got[0][0] == ["amira@example.dk"]
    set_person(outbox.citizen, notice_email=None)
    with db.writing() as session:
        session.execute(select(Notice)).scalar_one().read_at = clock.now()
    add_win(outbox, outbox.bo, None)
    count(sent=1)


def crowd(plan: Plan, people: int) -> None:
    """So many more with a place on the plan and an address, each told once."""
    with db.writing() as session:
        rows = [Person(kind="staff", name=f"Nr. {number}", email=f"nr{number}@example.dk") for number in range(people)]
        session.add_all(rows)
        session.flush()
        for row in rows:
            session.add(access.Membership(plan_id=plan.id, person_id=row.id, relation="team", name=row.name))
    tell(plan, *(row.id for row in rows))


@pytest.mark.slow
def test_two_workers_send_each_letter_once(outbox: Plan, mail: MailServer, database: Engine, tmp_path: Path) -> None:
    crowd(outbox, 12)
    workers = [worker(database, mail, tmp_path, "--once") for _ in range(2)]
    assert [each.wait(SLOW) for each in workers] == [0, 0]
    sent = [to for receivers, _ in mail.got for to in receivers]
    assert len(sent) == len(set(sent)) == 12
    count(sent=12)


@pytest.mark.slow
def test_whoever_dies_while_the_letter_goes_out_leaves_it_alone(
    outbox: Plan, mail: MailServer, database: Engine, tmp_path: Path
) -> None:
    tell(outbox, outbox.bo)
    _kill_at(mail, "DATA", database, tmp_path)
    later(days=1)
    assert worker(database, mail, tmp_path, "--once").wait(SLOW) == 0
    assert len(mail.got) == 1
    count(uncertain=1)
    assert "uncertain  1" in worker(database, mail, tmp_path, "--status").says(SLOW)


@pytest.mark.slow
def test_whoever_dies_before_leaves_it_to_the_next(
    outbox: Plan, mail: MailServer, database: Engine, tmp_path: Path
) -> None:
    tell(outbox, outbox.bo)
    _kill_at(mail, "RCPT", database, tmp_path)
    count(waiting=1)
    later(minutes=16)
    assert worker(database, mail, tmp_path, "--once").wait(SLOW) == 0
    assert len(mail.got) == 1
    count(sent=1)


def _kill_at(mail: MailServer, command: str, database: Engine, tmp_path: Path) -> None:
    mail.stuck = command
    dying = worker(database, mail, tmp_path)
    assert mail.reached.wait(SLOW)
    dying.process.kill()
    dying.wait(SLOW)
    mail.stuck = ""
    time.sleep(0.1)


@pytest.mark.slow
def test_a_worker_ends_when_it_is_told_to(outbox: Plan, mail: MailServer, database: Engine, tmp_path: Path) -> None:
    tell(outbox, outbox.bo)
    running = worker(database, mail, tmp_path)
    assert mail.reached.wait(SLOW)
    running.process.terminate()
    assert running.wait(SLOW) == 0
    count(sent=1)


def test_a_letter_that_goes_out_again_is_the_same_one(outbox: Plan, mail: MailServer) -> None:
    mail.says["DATA"] = "451 Try later"
    tell(outbox, outbox.bo)
    send_all()
    later(minutes=1)
    mail.says.clear()
    send_all()
    assert letter(mail, 0)["Message-ID"] == letter(mail, 1)["Message-ID"]
    with db.writing() as session:
        row = session.execute(select(Mail)).scalar_one()
    assert str(row.id) in letter(mail)["Message-ID"] and row.attempts == 2
