"""The stand-in case system of the demo: it follows, it sends, and it believes only what is signed."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from answering import answer_newest
from cast import Plan
from flask import Flask
from flask.testing import FlaskClient
from markupsafe import escape
from standardwebhooks import Webhook
from systems import Machine, let_in
from systems_plan import agreed
from web.server import server

from minplan import config
from minplan.demo_backend import CODE, House, Store, come_in
from minplan.demo_backend.following import step as look
from minplan.demo_backend.pages import application

__all__ = ["server"]
HOST = "127.0.0.1:8090"
HERE = f"http://{HOST}"


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "backend.sqlite3")


@pytest.fixture
def machine(app: Flask, amira: Plan) -> Machine:
    return let_in(app, CODE)


@pytest.fixture
def house(server: str, machine: Machine) -> House:
    return House(server, machine.key)


@pytest.fixture
def pages(house: House, store: Store) -> FlaskClient:
    return application(house, store, frozenset({HOST})).test_client()


@pytest.fixture
def send(pages: FlaskClient, amira: Plan) -> Callable[..., str]:
    """What the page says after a form was sent."""

    def sent(status: int = 303, **said: str) -> str:
        answer = pages.post(f"/plans/{amira.id}/sent", data=said, base_url=HERE, headers={"Origin": HERE})
        assert answer.status_code == status
        return answer.text if status != 303 else pages.get(f"/plans/{amira.id}", base_url=HERE).text

    return sent


def _page(pages: FlaskClient, path: str) -> str:
    answer = pages.get(path, base_url=HERE)
    assert answer.status_code == 200
    return answer.text


def test_what_people_agree_stands_in_the_case_system(
    house: House, store: Store, pages: FlaskClient, amira: Plan
) -> None:
    look(house, store)
    assert "Amira" in _page(pages, "/") and "Intet endnu." in _page(pages, f"/plans/{amira.id}")
    agreed(amira, "Besøg skolen")
    look(house, store)
    shown = _page(pages, f"/plans/{amira.id}")
    assert "Besøg skolen" in shown and "dk.minplan.step.created.v1" in shown and "LAB § 1" in shown
    store.keep("place", "nonsense")  # minplan was made anew, or the place is too old
    look(house, store)
    assert "Besøg skolen" in _page(pages, f"/plans/{amira.id}")


def test_what_is_sent_is_answered_by_the_plans_rules(
    house: House, store: Store, send: Callable[..., str], amira: Plan
) -> None:
    agreed(amira)
    look(house, store)
    new = {"form": "step", "milestone": f"{amira.milestone} health", "why": "For at høre mere", "when_on": ""}
    assert "201 Det står på planen nu." in send(**new, kind="law", title="Første samtale", law="LAB § 27")
    shown = send(**new, kind="agreed", title="Ring til skolen", law="")
    assert "202 Det er et forslag." in shown and 'Ring til skolen</span></a><p class="muted">Forslag' in shown
    answer_newest(amira, "yes")
    look(house, store)
    hour = {"on": "2026-11-20", "from": "10:00", "to": "11:00"}
    shown = send(form="meeting", place="Rådhuset", **hour)
    assert "fredag den 20. november 2026 kl.\N{NO-BREAK SPACE}10.00, Rådhuset" in shown and "Tider foreslået" in shown


def test_what_cannot_be_used_stands_in_the_form_as_it_was_written(
    house: House, store: Store, send: Callable[..., str], amira: Plan
) -> None:
    agreed(amira)
    look(house, store)
    shown = send(422, form="step", milestone=f"{amira.milestone} health", kind="law", title=" ", why="For at høre mere",
                 law="LAB § 27", when_on="2026-12-01")  # fmt: skip
    assert "<b>Ikke sendt.</b> Noget kan ikke bruges." in shown
    assert 'id="step-title">Det mangler.</span>' in shown and 'aria-describedby="step-title" autofocus' in shown
    assert all(f'value="{kept}"' in shown for kept in ("For at høre mere", "LAB § 27", "2026-12-01"))
    assert '<option value="law" selected>' in shown
    shown = send(422, form="meeting", on="2026-11-20", place="Rådhuset", **{"from": "11:00", "to": "10:00"})
    assert 'id="meeting-to">Det skal være efter' in shown and 'value="Rådhuset"' in shown


def test_who_is_not_answered_loses_nothing(store: Store, amira: Plan) -> None:
    store.put("plan", {"id": str(amira.id)})
    pages = application(House("http://127.0.0.1:9"), store, frozenset({HOST})).test_client()
    said = {"form": "meeting", "on": "2026-11-20", "from": "10:00", "to": "11:00", "place": "Rådhuset"}
    answer = pages.post(f"/plans/{amira.id}/sent", data=said, base_url=HERE)
    assert answer.status_code == 503 and "minplan svarer ikke." in answer.text and 'value="Rådhuset"' in answer.text
    assert pages.get(f"/plans/{amira.id}/steps/{amira.step}", base_url=HERE).status_code == 503


def test_who_has_changed_a_step_meanwhile_is_not_overwritten(
    house: House, store: Store, pages: FlaskClient, send: Callable[..., str], amira: Plan
) -> None:
    id = agreed(amira)
    look(house, store)
    page = _page(pages, f"/plans/{amira.id}/steps/{id}")
    seen = page.partition('name="seen" value="')[2].partition('">')[0].replace("&#34;", '"')
    change = {"form": "change", "step": str(id), "seen": seen, "state": ""}
    assert "200 Det er ændret" in send(**change, when_on="2026-12-01")
    shown = send(412, **change, when_on="2026-12-02")
    assert "Konflikt: nogen har ændret det" in shown and 'value="2026-12-02"' in shown
    assert str(escape(seen)) in page and str(escape(seen)) not in shown


def _told(secret: str, at: datetime, plan: str) -> dict[str, Any]:
    event = f'{{"type": "dk.minplan.step.updated.v1", "subject": "plans/{plan}/steps/x"}}'
    signature = Webhook(secret).sign("m-1", at, event)
    headers = {"webhook-id": "m-1", "webhook-timestamp": str(int(at.timestamp())), "webhook-signature": signature}
    return {"data": event, "headers": headers, "base_url": HERE}


def test_only_what_minplan_has_signed_lately_counts_and_counts_once(
    store: Store, pages: FlaskClient, amira: Plan
) -> None:
    secret, other = "whsec_" + "A" * 43 + "=", "whsec_" + "B" * 43 + "="
    now = datetime.now(UTC)
    assert pages.post("/events", **_told(secret, now, str(amira.id))).status_code == 401  # it has no secret yet
    store.keep("secret", secret)
    for wrong in (_told(other, now, "x"), _told(secret, now - timedelta(minutes=6), "x")):
        assert pages.post("/events", **wrong).status_code == 401
    assert [pages.post("/events", **_told(secret, now, str(amira.id))).status_code for _ in range(2)] == [204, 204]
    assert [each["way"] for each in store.newest("arrived")] == ["webhook"]
    assert "Webhook, underskriften passer" in _page(pages, "/")


def test_no_other_site_sends_anything_through_somebodys_browser(pages: FlaskClient, amira: Plan) -> None:
    path = f"/plans/{amira.id}/sent"
    assert pages.post(path, base_url=HERE, headers={"Origin": "https://evil.example"}).status_code == 403
    assert pages.get("/", base_url="http://evil.example:8090").status_code == 403
    assert pages.post(path, base_url=HERE).status_code == 404  # it has heard of no such plan


def test_it_lets_itself_in_once_and_is_told(
    server: str, store: Store, machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    keys = iter([machine.key])
    said = come_in(House(server), store, lambda: next(keys), f"{HERE}/events")
    assert said[0] == "let itself in with a new key" and "MINPLAN_WEBHOOK_HOSTS" in said[1]
    found = replace(config.settings(), webhook_hosts=(HOST,))
    monkeypatch.setattr(config, "settings", lambda: found)
    assert come_in(House(server), store, lambda: next(keys), f"{HERE}/events")[0].startswith("is told at")
    assert store.kept("secret").startswith("whsec_")
    assert come_in(House(server), store, lambda: next(keys), f"{HERE}/events") == [f"is told at {HERE}/events already"]
