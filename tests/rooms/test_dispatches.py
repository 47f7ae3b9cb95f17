"""What leaves for the official mailbox leaves once and is never lost: against a real mail server, on both databases."""

import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from cast import Plan, said
from mailing import POST, MailServer, running, worker
from sqlalchemy import Engine

from minplan import access, clock, config, db, journal, journey, rights, sharing
from minplan.access import Person
from minplan.cli import main
from minplan.errors import Invalid, NotAllowed, NotFound
from minplan.rights.decision import Decision
from minplan.rights.dispatch import Dispatch
from minplan.rights.sending.actions import carrying
from minplan.words import write

MAILBOX = "post@kommune.example.dk"
SLOW = 120


@pytest.fixture
def mail() -> Iterator[MailServer]:
    with running() as server:
        yield server


def settings(monkeypatch: pytest.MonkeyPatch, **fields: Any) -> None:
    found = replace(config.settings(), **fields)
    monkeypatch.setattr(config, "settings", lambda: found)


@pytest.fixture
def office(amira: Plan, mail: MailServer, monkeypatch: pytest.MonkeyPatch) -> Plan:
    """The municipality has an official mailbox, at this server."""
    settings(monkeypatch, smtp_url=f"smtp://127.0.0.1:{mail.port}", official_mail=MAILBOX, **POST)
    return amira


def shown(plan: Plan, dispatch: UUID | None) -> rights.DispatchView:
    assert dispatch
    with access.view(plan.citizen) as view:
        return rights.find_dispatch(view, dispatch)


def letter(mail: MailServer, number: int = 0) -> EmailMessage:
    found = message_from_bytes(mail.got[number][1], policy=policy.default)
    assert isinstance(found, EmailMessage)
    return found


def later(minutes: int) -> None:
    clock.start(clock.now() + timedelta(minutes=minutes))


def count(**states: int) -> None:
    nothing = {"waiting": 0, "handing_over": 0, "sent": 0, "unsure": 0, "given_up": 0, "by_hand": 0}
    assert rights.dispatch_counts() == nothing | states


def decide(plan: Plan, received: date | None) -> None:
    with db.writing() as session:
        what = write(session, plan.id, said("Du får ikke tilskud til bus"), plan.bo, clock.now()).id
        here = {"step_id": plan.step, "plan_id": plan.id, "what_id": what, "by_id": plan.bo, "at": clock.now()}
        days = {"called": received or clock.today(), "decided": received, "received": received}
        session.add(Decision(**days, reached="spoke", **here))


def test_a_complaint_leaves_at_once_with_a_receipt_and_the_words_as_they_were_written(
    office: Plan, mail: MailServer
) -> None:
    decide(office, None)
    words = "لا أوافق.\n  Bussen kører ikke."
    outcome = rights.send(office.citizen, office.id, "complaint", said(words, "ar"), office.step)
    found, sent = shown(office, outcome.subject_id), letter(mail)
    assert (found.stands, found.mailbox, found.answer_by) == ("sent", MAILBOX, date(2026, 12, 14))
    assert mail.got[0][0] == [MAILBOX] and len(mail.got) == 1
    assert sent["Subject"] == f"Klage over en afgørelse ({found.number})"
    assert sent["Message-ID"] == f"<{found.id}@example.dk>" and sent["Reply-To"] is None
    body = sent.get_content().replace("\r\n", "\n")
    lines = body.splitlines()
    assert "Fra: Amira" in lines and "Kontaktperson: Bo" in lines and f"Kvitteringsnummer: {found.number}" in lines
    assert "Jeg klager over afgørelsen." in lines and "Borgerens egne ord (sprog: arabisk):" in lines
    assert "Det handler om: Du får ikke tilskud til bus" in lines
    assert f"\n{words}\n" in body and "december" not in body, "when they answer is the municipality's to know"
    assert found.letter == body.rstrip("\n")
    count(sent=1)


@pytest.mark.parametrize(
    ("kind", "day"),
    [
        ("access", date(2026, 11, 25)),
        ("insight", date(2026, 12, 16)),
        ("log", date(2026, 12, 16)),
        ("correction", date(2026, 12, 16)),
        ("reasons", None),
    ],
)
def test_an_answer_has_a_day_where_the_law_is_certain_of_it(office: Plan, kind: str, day: date | None) -> None:
    outcome = rights.send(office.citizen, office.id, kind)
    assert shown(office, outcome.subject_id).answer_by == day


def test_the_day_of_the_answer_is_counted_from_the_danish_day_on_which_it_was_sent(
    office: Plan, mail: MailServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    up = config.settings().smtp_url
    settings(monkeypatch, smtp_url="smtp://127.0.0.1:1")
    outcome = rights.send(office.citizen, office.id, "complaint")
    assert shown(office, outcome.subject_id).answer_by is None, "nobody has it yet"
    settings(monkeypatch, smtp_url=up)
    clock.start(clock.parse("2026-11-18T00:30"))  # in UTC it is the day before
    assert rights.send_dispatch()
    assert shown(office, outcome.subject_id).answer_by == date(2026, 12, 16)


def test_sent_twice_is_sent_once(office: Plan, mail: MailServer) -> None:
    first = rights.send(office.citizen, office.id, "access", said("Alt fra 2026"))
    again = rights.send(office.citizen, office.id, "access", said("Alt fra 2026"))
    assert again.kind == "unchanged" and again.subject_id == first.subject_id
    assert rights.send(office.citizen, office.id, "access", said("Alt fra 2025")).kind == "done"
    assert len(mail.got) == 2


def test_whoever_adds_how_to_reach_them_is_not_held_back(office: Plan, mail: MailServer) -> None:
    rights.send(office.citizen, office.id, "access")
    outcome = rights.send(office.citizen, office.id, "access", reach=" 12 34 56 78\n eller Vej 1 ")
    assert outcome.kind == "done" and shown(office, outcome.subject_id).reach == "12 34 56 78 eller Vej 1"
    assert "Borgeren kan kontaktes her: 12 34 56 78 eller Vej 1" in letter(mail, 1).get_content().splitlines()
    assert "kontaktes" not in letter(mail, 0).get_content()
    assert rights.send(office.citizen, office.id, "access", reach="12 34 56 78 eller Vej 1").kind == "unchanged"


@pytest.mark.parametrize("reach", ["010190-1234", "x" * 201, "\u202e12345678", "nul \0"])
def test_what_is_no_way_to_reach_somebody_is_refused_by_its_field(office: Plan, reach: str) -> None:
    with pytest.raises(Invalid) as refused:
        rights.send(office.citizen, office.id, "access", reach=reach)
    assert set(refused.value.fields) == {"reach"}
    count()


def test_only_the_citizen_sends_and_only_what_there_is(office: Plan, mail: MailServer) -> None:
    with pytest.raises(NotAllowed):
        rights.send(office.bo, office.id, "access")
    with pytest.raises(NotFound):
        rights.send(office.dorte, office.id, "access")
    with pytest.raises(Invalid):
        rights.send(office.citizen, office.id, "praise")
    with pytest.raises(NotFound):
        rights.send(office.citizen, office.id, "complaint", None, office.milestone)
    count()
    assert not mail.got


@pytest.mark.parametrize("missing", ["official_mail", "smtp_url"])
def test_without_a_mailbox_the_citizen_carries_it(
    office: Plan, mail: MailServer, monkeypatch: pytest.MonkeyPatch, missing: str
) -> None:
    settings(monkeypatch, **{missing: ""})
    outcome = rights.send(office.citizen, office.id, "access")
    assert shown(office, outcome.subject_id).stands == "by_hand"
    assert not rights.send_dispatch() and not mail.got
    count(by_hand=1)


def test_a_server_that_is_down_gets_it_when_it_is_up(
    office: Plan, mail: MailServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    up = config.settings().smtp_url
    settings(monkeypatch, smtp_url="smtp://127.0.0.1:1")
    outcome = rights.send(office.citizen, office.id, "access")
    assert shown(office, outcome.subject_id).stands == "again"
    settings(monkeypatch, smtp_url=up)
    assert not rights.send_dispatch(), "not at once again"
    later(minutes=1)
    assert rights.send_dispatch() and not rights.send_dispatch()
    assert shown(office, outcome.subject_id).stands == "sent" and len(mail.got) == 1


def test_what_is_sent_again_is_the_very_same_letter(office: Plan, mail: MailServer) -> None:
    mail.says["DATA"] = "451 Try later"
    rights.send(office.citizen, office.id, "log")
    later(minutes=1)
    mail.says.clear()
    rights.send_dispatch()
    assert mail.got[0] == mail.got[1]
    count(sent=1)


def change_everything(plan: Plan) -> None:
    """What whoever is complained of can change: what was decided, and every name that stood in the letter."""
    with db.writing() as session:
        row = session.get_one(Decision, plan.step)
        row.what_id = write(session, plan.id, said("Du får en mentor"), plan.bo, clock.now()).id
        session.get_one(Person, plan.citizen).name = "Amira Ny"
        session.get_one(access.Membership, (plan.id, plan.bo)).name = "Bodil"


def test_nobody_changes_a_complaint_that_waits_nor_the_receipt_of_one_that_was_sent(
    office: Plan, mail: MailServer
) -> None:
    decide(office, None)
    mail.says["DATA"] = "451 Try later"
    outcome = rights.send(office.citizen, office.id, "complaint", said("Jeg klager"), office.step)
    change_everything(office)
    later(minutes=1)
    mail.says.clear()
    assert rights.send_dispatch()
    assert mail.got[0] == mail.got[1]
    body = letter(mail, 1).get_content()
    assert "Det handler om: Du får ikke tilskud til bus" in body and "Fra: Amira\n" in body.replace("\r", "")
    change_everything(office)
    found = shown(office, outcome.subject_id)
    assert found.about and found.about.text == "Du får ikke tilskud til bus" and found.name == "Amira"
    assert found.letter == body.replace("\r\n", "\n").rstrip("\n")


@pytest.mark.parametrize("command", ["RCPT", "DATA"])
def test_a_no_for_good_is_asked_again_for_two_days_and_then_told(
    office: Plan, mail: MailServer, command: str, caplog: pytest.LogCaptureFixture
) -> None:
    mail.says[command] = "550 Nobody here"
    outcome = rights.send(office.citizen, office.id, "access", said("Om min søn"))
    for _ in range(19):
        assert shown(office, outcome.subject_id).stands == "again"
        later(minutes=241)
        assert rights.send_dispatch()
    later(minutes=600)
    assert not rights.send_dispatch() and shown(office, outcome.subject_id).stands == "not_sent"
    count(given_up=1)
    logged = [(each.levelname, each.fields) for each in caplog.records if each.name == "minplan.rights"]  # type: ignore[attr-defined]
    assert logged == [("WARNING", {"ended": "given_up", "given_up": 1, "unsure": 0, "by_hand": 0})]
    with access.view(office.citizen) as view:
        found = journey.news(view, journey.way(view), journey.recent(view))
    assert [change.entry.verb for change in found.changes] == ["dispatch_failed"]
    assert [notice.what for notice in sharing.notices(office.citizen)] == ["news"]
    with access.view(office.bo, office.id) as view:
        told = journey.story(view).changes
    assert not {"dispatch", "dispatch_failed"} & {change.entry.verb for change in told}


def test_what_did_not_arrive_is_sent_anew_at_once(office: Plan, mail: MailServer) -> None:
    first = rights.send(office.citizen, office.id, "complaint", said("Nej"))
    for state in ("given_up", "unsure", "by_hand"):
        stand(first.subject_id, state)
        again = rights.send(office.citizen, office.id, "complaint", said("Nej"))
        assert again.kind == "done" and again.subject_id != first.subject_id
        assert shown(office, again.subject_id).stands == "sent"
        stand(again.subject_id, "given_up")
    stand(first.subject_id, "handing_over", next_at=clock.now() + timedelta(minutes=1))
    assert rights.send(office.citizen, office.id, "complaint", said("Nej")).subject_id == first.subject_id
    stand(first.subject_id, "handing_over", next_at=clock.now() - timedelta(minutes=1))
    assert rights.send(office.citizen, office.id, "complaint", said("Nej")).kind == "done"


def stand(dispatch: UUID | None, state: str, **fields: Any) -> None:
    with db.writing() as session:
        row = session.get_one(Dispatch, dispatch)
        for name, value in {"state": state, "sent_at": None, "mailbox": None, "answer_by": None, **fields}.items():
            setattr(row, name, value)


def test_what_waits_when_the_mailbox_goes_away_is_carried_and_told(
    office: Plan, mail: MailServer, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    up = config.settings().smtp_url
    settings(monkeypatch, smtp_url="smtp://127.0.0.1:1")
    outcome = rights.send(office.citizen, office.id, "access")
    settings(monkeypatch, smtp_url=up, official_mail="")
    later(minutes=1)
    assert main(["work", "--once"]) == 0
    assert shown(office, outcome.subject_id).stands == "by_hand" and not mail.got
    assert "1 more to the official mailbox have no mailbox: their writers carry them" in capsys.readouterr().err
    assert [notice.what for notice in sharing.notices(office.citizen)] == ["news"]


def test_what_nobody_has_heard_of_is_told(
    office: Plan, mail: MailServer, capsys: pytest.CaptureFixture[str]
) -> None:
    outcome = rights.send(office.citizen, office.id, "access")
    stand(outcome.subject_id, "handing_over", next_at=clock.now())
    later(minutes=1)
    assert main(["work", "--once"]) == 0
    count(unsure=1)
    assert "1 more to the official mailbox went out, and nobody knows" in capsys.readouterr().err
    assert shown(office, outcome.subject_id).stands == "unsure" and len(mail.got) == 1
    with access.view(office.citizen) as view:
        found = journey.news(view, journey.way(view), journey.recent(view))
    assert [change.entry.after["state"] for change in found.changes if change.entry.after] == ["unsure"]


def test_a_receipt_number_leads_to_the_contact_person_and_to_nothing_else(
    office: Plan, capsys: pytest.CaptureFixture[str]
) -> None:
    outcome = rights.send(office.citizen, office.id, "access", said("Om min søn"))
    number = shown(office, outcome.subject_id).number
    assert main(["receipt", number.lower()]) == 0
    told = capsys.readouterr().out
    assert told.startswith("Bo") and "Amira" not in told and "søn" not in told
    assert main(["receipt", "BCDF-0000"]) == 1
    assert "No letter has the receipt number" in capsys.readouterr().err


def test_a_slow_server_keeps_nobody_waiting(office: Plan, mail: MailServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(carrying, "PATIENCE", 0.2)
    mail.stuck = "RCPT"
    outcome = rights.send(office.citizen, office.id, "access")
    assert shown(office, outcome.subject_id).stands == "on_the_way"
    assert not rights.send_dispatch(), "whoever has begun has it alone"
    mail.stuck = ""
    _until(lambda: shown(office, outcome.subject_id).stands == "sent")
    assert len(mail.got) == 1


def _until(so: Any) -> None:
    for _ in range(SLOW * 20):
        if so():
            return
        time.sleep(0.05)
    raise AssertionError("it never came")


def test_it_stands_in_the_history_of_the_citizen_alone(office: Plan) -> None:
    rights.send(office.citizen, office.id, "log", said("Hvem har set det?"))
    with access.view(office.citizen) as view:
        revision = view.plan.revision
        assert [each.kind for each in rights.dispatches(view)] == ["log"]
    with db.reading() as connection:
        newest = journal.news(connection, office.id, revision - 1)[0]
    assert (newest.verb, newest.subject, newest.audience) == ("dispatch", "dispatch", "citizen")


def test_the_day_to_complain_by_is_counted_from_the_day_of_the_letter(office: Plan) -> None:
    with access.view(office.citizen) as view:
        assert rights.decided(view, office.step) is None
    decide(office, date(2026, 11, 12))
    with access.view(office.citizen) as view:
        found = rights.decided(view, office.step)
    assert found and found.complain_by == date(2026, 12, 10) and found.what.text == "Du får ikke tilskud til bus"


def waiting(plan: Plan, letters: int) -> None:
    """So many letters that nobody has begun to send."""
    with db.writing() as session:
        for number in range(letters):
            text = write(session, plan.id, said(f"Nr. {number}"), plan.citizen, clock.now()).id
            whole = write(session, plan.id, said(f"Anmodning nr. {number}"), plan.citizen, clock.now()).id
            here = {"plan_id": plan.id, "text_id": text, "letter_id": whole, "by_id": plan.citizen, "at": clock.now()}
            session.add(Dispatch(kind="access", number=str(number), next_at=clock.now(), **here))


@pytest.mark.slow
def test_two_workers_send_each_letter_once(office: Plan, mail: MailServer, database: Engine, tmp_path: Path) -> None:
    waiting(office, 8)
    workers = [worker(database, mail, tmp_path, "--once", official=MAILBOX) for _ in range(2)]
    assert [each.wait(SLOW) for each in workers] == [0, 0]
    assert len({letter(mail, number)["Message-ID"] for number in range(len(mail.got))}) == len(mail.got) == 8
    count(sent=8)


@pytest.mark.slow
@pytest.mark.parametrize(("command", "stands"), [("RCPT", "sent"), ("DATA", "unsure")])
def test_whoever_dies_leaves_it_to_the_next_unless_it_was_going_out(
    office: Plan, mail: MailServer, database: Engine, tmp_path: Path, command: str, stands: str
) -> None:
    waiting(office, 1)
    mail.stuck = command
    dying = worker(database, mail, tmp_path, official=MAILBOX)
    assert mail.reached.wait(SLOW)
    dying.process.kill()
    dying.wait(SLOW)
    mail.stuck = ""
    time.sleep(0.1)
    later(minutes=16)
    assert worker(database, mail, tmp_path, "--once", official=MAILBOX).wait(SLOW) == 0
    with access.view(office.citizen) as view:
        assert [each.stands for each in rights.dispatches(view)] == [stands]
    assert len(mail.got) == 1
    status = worker(database, mail, tmp_path, "--status", official=MAILBOX).says(SLOW)
    assert f"{stands:12} 1" in status.partition("official mailbox")[2]
