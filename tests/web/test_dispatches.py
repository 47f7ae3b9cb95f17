"""Writing to the municipality: what the letter says, a receipt with a number and a day, and three ways to disagree."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
from cast import Plan, said
from mailing import POST, MailServer, running
from sqlalchemy import update
from web.browser import Browser

from minplan import clock, config, db
from minplan.rights.decision import Decision
from minplan.rights.dispatch import Dispatch
from minplan.words import write

MAILBOX = "post@kommune.example.dk"


@pytest.fixture
def mail(amira: Plan, monkeypatch: pytest.MonkeyPatch) -> Iterator[MailServer]:
    """The municipality has an official mailbox, at this server."""
    with running() as server:
        way = {"smtp_url": f"smtp://127.0.0.1:{server.port}", "official_mail": MAILBOX, **POST}
        found = replace(config.settings(), **way)  # type: ignore[arg-type]
        monkeypatch.setattr(config, "settings", lambda: found)
        yield server


def decide(plan: Plan, received: date) -> None:
    with db.writing() as session:
        what = write(session, plan.id, said("Du får ikke tilskud til bus"), plan.bo, clock.now()).id
        here = {"step_id": plan.step, "plan_id": plan.id, "what_id": what, "by_id": plan.bo, "at": clock.now()}
        session.add(Decision(called=received, reached="spoke", decided=received, received=received, **here))


def send(citizen: Browser, plan: Plan, **fields: Any) -> str:
    answer = citizen.post(f"/plans/{plan.id}/dispatches", data={"kind": "access"} | fields)
    assert answer.status_code == 303
    return str(answer.location)


def test_the_letter_is_seen_before_it_is_sent_and_the_receipt_says_all_of_it(
    citizen: Browser, amira: Plan, mail: MailServer
) -> None:
    form = citizen.get(f"/plans/{amira.id}/dispatches/new?kind=access").text
    by_when = "Kommunen skal normalt svare senest onsdag den 25. november. Tager det længere, skal den sige hvorfor."
    assert "Jeg ønsker aktindsigt i min sag." in form and "den 25. november" not in form, "no day before it is sent"
    receipt = send(citizen, amira, text="Alt fra 2026")
    page = citizen.get(receipt).text
    assert "Det er afleveret til kommunen." in page and "Alt fra 2026" in page
    assert MAILBOX.replace("@", "@<wbr>") in page
    assert by_when in page
    number = re.search(r'<b dir="ltr">([A-Z0-9]{4}-[A-Z0-9]{4})</b>', page)
    assert number and number[1].encode() in mail.got[0][1]
    assert number[1] in citizen.get(f"/plans/{amira.id}/dispatches").text
    assert number[1] in citizen.get("/plan/history").text
    assert send(citizen, amira, text="Alt fra 2026") == receipt and len(mail.got) == 1
    assert "Det har vi allerede fået." in citizen.get(receipt).text


def test_what_was_not_received_is_never_called_received_and_is_sent_again_with_one_tap(
    citizen: Browser, amira: Plan, mail: MailServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    mail.says["RCPT"] = "450 Not now"
    words = {"kind": "complaint", "text": "Nej\nog nej", "reach": "12 34 56 78"}
    receipt = send(citizen, amira, **words)
    page = citizen.get(receipt).text
    assert "Er det snart sidste dag at klage?" in page and "senest" not in page and "Send det igen nu" not in page
    assert send(citizen, amira, **words) == receipt
    page = citizen.get(receipt).text
    assert "Det har du allerede skrevet." in page and "allerede fået" not in page
    clock.start(clock.now() + timedelta(days=1))
    with db.writing() as session:
        session.execute(update(Dispatch).values(state="given_up"))
    page = citizen.get(receipt).text
    again = re.search(r'<form method="post" action="[^"]+/dispatches">(.*?)</form>', page, re.S)
    assert again and "Send det igen nu" in again[1]
    mail.says.clear()
    fields = dict(re.findall(r'name="(\w+)" value="([^"]*)"', again[1]))
    assert fields == words | {"lang": "da"}
    assert "Det er afleveret til kommunen." in citizen.get(send(citizen, amira, **fields)).text
    assert b"12 34 56 78" in mail.got[0][1]


def test_nobody_else_reads_it_and_no_number_stands_in_what_others_see(
    citizen: Browser, bo: Browser, amira: Plan, mail: MailServer
) -> None:
    receipt = send(citizen, amira, kind="log", text="Hvem har kigget?")
    assert bo.get(receipt).status_code == 403
    told = bo.get(f"/plans/{amira.id}/history").text + bo.get(f"/plans/{amira.id}").text
    assert "Hvem har kigget?" not in told and "skrevet til kommunen" not in told
    assert citizen.get(f"/plans/{amira.id}/dispatches/{uuid4()}").status_code == 404


def test_without_a_mailbox_the_page_says_so_and_the_letter_is_there_to_carry(citizen: Browser, amira: Plan) -> None:
    form = citizen.get(f"/plans/{amira.id}/dispatches/new?kind=complaint").text
    assert "Vi kan ikke sende brevet for dig her." in form and "Send til kommunen" not in form
    assert "Kommunen skal se på sagen igen senest" not in form
    page = citizen.get(send(citizen, amira, kind="complaint", text="Det er forkert")).text
    assert "Brevet er klar. Du skal selv give det til kommunen." in page and "Print brevet" in page
    assert "Dit brev er klar – det er ikke sendt endnu" in page and "Nummer på brevet" in page
    assert "Din kvittering" not in page and "Din klage gælder stadig." not in page and "Find min sidste dag" in page
    listed = citizen.get(f"/plans/{amira.id}/dispatches").text
    assert "Skal afleveres" in listed and "Sendt eller" not in listed
    assert "Klage over en afgørelse" in page and "Det er forkert" in page
    assert "Skrevet: mandag den 16. november 2026" in page and "Sendt:" not in page
    assert "senest" not in page, "no day runs before they have it, in the receipt or in the letter itself"


def test_the_day_of_the_answer_is_no_more_than_the_law_says(citizen: Browser, amira: Plan, mail: MailServer) -> None:
    complaint = citizen.get(send(citizen, amira, kind="complaint")).text
    assert "Kommunen skal se på sagen igen senest mandag den 14. december. Ændrer den ikke afgørelsen" in complaint
    for kind in ("insight", "log", "correction"):
        page = citizen.get(send(citizen, amira, kind=kind)).text
        assert "Kommunen skal som regel svare senest onsdag den 16. december. Nogle gange må den bruge" in page
    assert "Spørg, hvornår svaret kommer." in citizen.get(send(citizen, amira, kind="reasons")).text


@pytest.mark.parametrize(
    ("fields", "fault"),
    [
        ({"text": "x" * 10_000}, "Det er lidt for langt."),
        ({"text": "nul \0 her"}, "Der er et tegn, som vi ikke kan gemme."),
        ({"text": "Mit nummer er 010190-1234"}, "Det ligner et CPR-nummer."),
        ({"reach": "010190-1234"}, "Det ligner et CPR-nummer."),
        ({"reach": "1" * 201}, "Det er lidt for langt."),
        ({"lang": "da-" + "a" * 8 + "-abcdefgh" * 4, "text": "Hej"}, "Vælg en af mulighederne."),
        ({"lang": "zxx", "text": "Hej"}, "Vælg en af mulighederne."),
        ({"kind": "praise"}, "Vælg en af mulighederne."),
        ({"kind": ""}, "Skriv eller vælg noget her."),
        ({"step": "nonsense"}, ""),
        ({"lang": "??", "text": "Hej"}, "Vælg en af mulighederne."),
    ],
)
def test_what_cannot_be_sent_comes_back_with_its_words(
    citizen: Browser, amira: Plan, fields: dict[str, str], fault: str
) -> None:
    answer = citizen.post(f"/plans/{amira.id}/dispatches", data={"kind": "access"} | fields)
    assert answer.status_code == (422 if fault else 404)
    assert fault in answer.text
    assert citizen.post(f"/plans/{amira.id}/dispatches", data={}).status_code == 422


def test_a_letter_is_about_a_step_of_this_plan_alone(citizen: Browser, amira: Plan) -> None:
    for step in (uuid4(), amira.milestone):
        data = {"kind": "complaint", "step": str(step)}
        assert citizen.post(f"/plans/{amira.id}/dispatches", data=data).status_code == 404
        assert citizen.get(f"/plans/{amira.id}/steps/{step}/disagreement").status_code == 404


def test_whoever_disagrees_has_three_ways_and_keeps_them_all(citizen: Browser, amira: Plan, mail: MailServer) -> None:
    decide(amira, clock.today() - timedelta(days=4))
    address = f"/plans/{amira.id}/steps/{amira.step}/disagreement"
    page = citizen.get(address).text
    assert "Du får ikke tilskud til bus" in page and "Du kan klage til og med torsdag den 10. december." in page
    assert "Vi ringer til dig" in page and "Sådan klager du" in page and "Hvem kan hjælpe dig?" in page
    assert page.count("Det er ikke en klage. Tiden til at klage løber stadig.") == 2 and "Bed også om" in page
    new = re.search(r'href="(/plans/[^"]+dispatches/new\?kind=complaint[^"]+)"', page)
    assert new and "Du får ikke tilskud til bus" in citizen.get(new[1].replace("&amp;", "&")).text
    citizen.post(f"/plans/{amira.id}/calls", data={"topic": "disagree", "step": str(amira.step)})
    receipt = citizen.get(send(citizen, amira, kind="complaint", step=str(amira.step))).text
    assert "Ja, ring til mig" in receipt
    again = citizen.get(address).text
    assert "Du har bedt os om at ringe." in again and "Det er afleveret til kommunen." in again
    assert "Skriv en klage" in again


def test_a_day_that_has_gone_by_blames_nobody(citizen: Browser, amira: Plan) -> None:
    decide(amira, clock.today() - timedelta(days=60))
    page = citizen.get(f"/plans/{amira.id}/steps/{amira.step}/disagreement").text
    assert "Fristen for at klage var torsdag den 15. oktober." in page and "Du kan stadig spørge." in page


def test_a_letter_to_carry_says_until_when_they_must_have_it(citizen: Browser, amira: Plan) -> None:
    decide(amira, clock.today() - timedelta(days=4))
    page = citizen.get(send(citizen, amira, kind="complaint", step=str(amira.step))).text
    assert "Kommunen skal have det senest torsdag den 10. december." in page and "Dit brev er klar." in page


@pytest.mark.parametrize(
    ("right", "door"),
    [("klage_4_uger", "/disagreement"), ("aktindsigt", "/dispatches/new?kind=access"), ("bisidder", "")],
)
def test_a_right_that_is_used_by_writing_leads_there_first(
    citizen: Browser, amira: Plan, right: str, door: str
) -> None:
    page = citizen.get(f"/rights/{right}").text
    first = re.search(r'<a class="button" href="([^"]+)"', page)
    assert first and (first[1] == f"/plans/{amira.id}{door}" if door else first[1].endswith("/agenda"))
    assert ("Fristen løber, også selv om det står på dagsordenen." in page) == (right == "klage_4_uger")
