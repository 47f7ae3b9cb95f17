"""Whoever administers sees the municipality's own systems, what was refused and what never arrived, and acts on it."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from cast import Plan
from flask import Flask
from officers import Officers, appoint
from props import place
from systems import Machine, let_in
from web.browser import Browser
from web.fixtures import EVERY_LANGUAGE

from minplan import access, clock, db
from minplan.sync.feed_item import FeedItem
from minplan.sync.inbox_message import InboxMessage
from minplan.sync.webhook import Delivery, Webhook

Come = Callable[[access.PersonView], Browser]


@pytest.fixture
def people(app: Flask, amira: Plan) -> Officers:
    return appoint()


@pytest.fixture
def machine(app: Flask, amira: Plan) -> Machine:
    return let_in(app)


@pytest.fixture
def admin(people: Officers, browser: Come) -> Browser:
    return browser(access.person(people.admin))  # type: ignore[arg-type]


@pytest.fixture
def refused(machine: Machine, amira: Plan) -> UUID:
    """A message that says KANARIEFUGL where nothing of it can be used."""
    bad = {"id": "m-1", "type": "step", "subject": "s-1", "plan": str(amira.id), "version": 1}
    sent = machine.ask("POST", "/inbox", {"messages": [bad | {"data": {"KANARIEFUGL": 1}}]}).json
    assert sent["items"][0]["outcome"] == "refused"
    return UUID(machine.get("/inbox").json["items"][0]["id"])


@pytest.fixture
def failed(machine: Machine, amira: Plan) -> UUID:
    """An event that its receiver never took."""
    now, hook, event = clock.now(), uuid4(), uuid4()
    what = {"type": "step", "subject_id": amira.step, "what": "updated", "verb": "wait", "revision": 1, "at": now}
    with db.writing() as session:
        here = {"municipality_id": access.HOME}
        session.add(Webhook(id=hook, **here, system_id=machine.person_id, url="https://sag.example.dk", made_at=now))
        item = FeedItem(**here, plan_id=amira.id, **what)
        session.add(item)
        session.flush()
        row = {"plan_id": amira.id, "number": item.number, "tells": "updated", "problem": "timeout"}
        row |= {"state": "given_up", "attempts": 12}
        session.add(Delivery(id=event, webhook_id=hook, next_at=now, made_at=now, settled_at=now, **row))
    return event


def message(id: UUID) -> Any:
    with db.writing() as session:
        return session.get_one(InboxMessage, id)


def test_what_is_wrong_stands_there_without_what_it_said(
    admin: Browser, machine: Machine, refused: UUID, failed: UUID
) -> None:
    page = admin.get("/systems").text
    assert "<bdi>Fagsystem</bdi>" in page and "Sidst her mandag den 16. november" in page
    assert "1 besked er afvist" in page and "step m-1" in page and "Some fields cannot be used" in page
    assert "1 besked nåede ikke frem" in page and "timeout" in page and "Prøvet 12 gange." in page
    assert "/systems" in admin.get("/people").text


def test_a_message_is_put_away_once_and_what_it_said_is_gone(admin: Browser, refused: UUID) -> None:
    form = {"message": refused, "do": "let_go"}
    assert admin.post("/systems/messages", data=form).location == "/systems"
    assert (message(refused).state, message(refused).body) == ("let_go", None)
    assert "Ingen beskeder er afvist." in admin.get("/systems").text
    assert admin.post("/systems/messages", data=form).status_code == 404


def test_a_message_is_tried_again_when_what_it_lacked_is_there(admin: Browser, machine: Machine, amira: Plan) -> None:
    words = {"title": {"text": "Samtale"}, "why": {"text": "Loven"}, "kind": "law", "law": "LAB § 27"}
    data = words | {"milestone": str(amira.milestone), "tracks": ["health"]}
    sent = {"id": "m-1", "type": "step", "subject": "s-1", "plan": str(amira.id), "version": 1, "data": data}
    machine.ask("POST", "/inbox", {"messages": [sent]})
    form = {"message": UUID(machine.get("/inbox").json["items"][0]["id"]), "do": "again"}
    admin.post("/systems/messages", data=form)
    assert message(form["message"]).state == "refused" and "Det gik ikke." in admin.get("/systems").text
    place(amira, "law")  # what leads there is a part of the case from now on, and so is the landmark
    admin.post("/systems/messages", data=form)
    assert message(form["message"]).state == "done" and "Ingen beskeder er afvist." in admin.get("/systems").text


def test_what_never_arrived_is_sent_again(admin: Browser, failed: UUID) -> None:
    clock.start(clock.now() + timedelta(days=1))
    answer = admin.post("/systems/deliveries", data={"system": "fagsystem", "delivery": failed})
    assert answer.status_code == 303
    with db.writing() as session:
        assert session.get_one(Delivery, failed).state == "waiting"


@pytest.mark.parametrize(
    ("address", "form", "status"),
    [
        ("messages", {}, 422), ("messages", {"message": "x", "do": "again"}, 422), ("messages", {"do": "again"}, 422),
        ("messages", {"message": str(uuid4()), "do": "burn"}, 422),
        ("messages", {"message": str(uuid4()), "do": "let_go"}, 404), ("deliveries", {}, 422),
        ("deliveries", {"system": "fagsystem", "delivery": str(uuid4())}, 404),
        ("deliveries", {"system": "nobody", "delivery": str(uuid4())}, 404),
    ],
)  # fmt: skip
def test_what_is_not_there_is_not_found(
    admin: Browser, machine: Machine, address: str, form: dict[str, str], status: int
) -> None:
    assert admin.post(f"/systems/{address}", data=form).status_code == status


def test_another_municipalitys_administrator_sees_and_settles_nothing(
    people: Officers, browser: Come, refused: UUID, failed: UUID
) -> None:
    theirs = browser(access.person(people.their_admin))  # type: ignore[arg-type]
    assert "Fagsystem" not in theirs.get("/systems").text
    for do in ("again", "let_go"):
        assert theirs.post("/systems/messages", data={"message": refused, "do": do}).status_code == 404
    assert theirs.post("/systems/deliveries", data={"system": "fagsystem", "delivery": failed}).status_code == 404
    assert message(refused).state == "refused"


@pytest.mark.parametrize("who", ["leader", "editor"])
def test_nobody_else_finds_the_page(people: Officers, browser: Come, who: str) -> None:
    other = browser(access.person(getattr(people, who)))  # type: ignore[arg-type]
    assert other.get("/systems").status_code == 403


@pytest.mark.parametrize("language", EVERY_LANGUAGE)
def test_the_page_is_whole_in_every_language(admin: Browser, refused: UUID, failed: UUID, language: str) -> None:
    assert admin.get(f"/systems?lang={language}").status_code == 200
