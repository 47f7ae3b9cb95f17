"""Every address of the house, tried by those who belong there and by those who do not."""

from collections.abc import Callable, Iterator
from itertools import product
from uuid import UUID, uuid4

import pytest
from flask import Flask
from sqlalchemy import Engine, text
from web.browser import Browser
from werkzeug.routing import Rule

from minplan import access, db, exchange
from minplan.access import PersonView
from minplan.routes.marks import ANYBODY, mark_of

Open = Callable[[PersonView], Browser]
IDS = {
    "step": "SELECT id FROM step WHERE plan_id = :plan ORDER BY id LIMIT 1",
    "goal": "SELECT id FROM goal WHERE plan_id = :plan ORDER BY id LIMIT 1",
    "milestone": "SELECT id FROM milestone WHERE plan_id = :plan ORDER BY id LIMIT 1",
    "proposal": "SELECT id FROM proposal WHERE plan_id = :plan ORDER BY id LIMIT 1",
    "thread": "SELECT id FROM thread WHERE plan_id = :plan ORDER BY id LIMIT 1",
    "person": "SELECT person_id FROM membership WHERE plan_id = :plan ORDER BY person_id LIMIT 1",
}


@pytest.fixture
def people(app: Flask, sqlite: Engine) -> dict[str, PersonView]:  # noqa: ARG001
    """The demo's people by name."""
    exchange.demo()
    return {person.name.partition(" ")[0]: person for person in access.demo_people()}


@pytest.fixture
def ids(people: dict[str, PersonView]) -> dict[str, UUID]:
    """Things of Karin's plan, by the names that addresses give them."""
    with db.reading() as connection:
        karin = {"citizen": people["Karin"].id.hex}
        plan = connection.execute(text("SELECT id FROM plan WHERE citizen_id = :citizen"), karin).scalar_one()
        found = {name: connection.execute(text(select), {"plan": plan}).scalar() for name, select in IDS.items()}
    return {"plan": UUID(plan)} | {name: UUID(value) if value else uuid4() for name, value in found.items()}


def doors(app: Flask, ids: dict[str, UUID]) -> Iterator[tuple[str, str, frozenset[str]]]:
    """Each method and address that not everybody may open, with whom its mark names."""
    for rule in app.url_map.iter_rules():
        who = mark_of(app, rule.endpoint)
        if who is not None and who is not ANYBODY:
            yield from ((method, path(app, rule, ids), who) for method in (rule.methods or set()) & {"GET", "POST"})


def path(app: Flask, rule: Rule, ids: dict[str, UUID]) -> str:
    values = {name: ids.get(name) or uuid4() for name in rule.arguments}
    return app.url_map.bind("localhost").build(rule.endpoint, values, method=next(iter(rule.methods or {"GET"})))


def tried(client: Browser, app: Flask, ids: dict[str, UUID]) -> Iterator[tuple[str, int, frozenset[str]]]:
    for method, address, who in doors(app, ids):
        yield f"{method} {address}", knock(client, method, address), who


def knock(client: Browser, method: str, address: str) -> int:
    """The answer's status. Some doors lead out: whoever was in comes in again behind them."""
    status = client.open(address, method=method).status_code
    if client.came and "/sign-" in address:
        client.come_in(client.came[0])
    return status


def test_every_view_says_whom_it_is_for(app: Flask) -> None:
    silent = [rule.endpoint for rule in app.url_map.iter_rules() if mark_of(app, rule.endpoint) is None]
    assert not silent, f"give these @allows(…) or @open_to_all: {silent}"


def test_nobody_comes_no_further_than_the_door(app: Flask, nobody: Browser, ids: dict[str, UUID]) -> None:
    wrong = [(door, status) for door, status, _ in tried(nobody, app, ids) if status != 303]
    assert not wrong, f"nobody must be sent to /sign-in from {wrong}"


def test_a_citizen_never_meets_another_citizens_plan(
    app: Flask, browser: Open, people: dict[str, PersonView], ids: dict[str, UUID]
) -> None:
    found = list(tried(browser(people["Yusuf"]), app, ids))
    wrong = [(door, status) for door, status, _ in found if "/plans/" in door and status != 404]
    assert not wrong, f"for a stranger this is not there, not even wrong: {wrong}"


@pytest.mark.parametrize("kind", ["staff", "leader"])
def test_a_colleague_without_a_place_on_the_plan_never_meets_it(
    app: Flask, browser: Open, newcomer: Callable[..., PersonView], ids: dict[str, UUID], kind: str
) -> None:
    found = list(tried(browser(newcomer(kind, "Camilla")), app, ids))
    wrong = [(door, status) for door, status, _ in found if "/plans/" in door and status != 404]
    assert not wrong


@pytest.mark.parametrize(("lang", "name"), list(product(["da", "en", "ar", "xx"], ["Karin", "Mette"])))
def test_those_who_belong_there_get_whole_pages(
    app: Flask, browser: Open, people: dict[str, PersonView], ids: dict[str, UUID], lang: str, name: str
) -> None:
    client = browser(people[name])
    client.set_cookie("lang", lang)
    for method, address, _ in doors(app, ids):
        assert knock(client, method, address) < 500, f"{method} {address}"
