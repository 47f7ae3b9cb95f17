"""An `Idempotency-Key` has one effect, however often and by how many at once it is sent."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier
from typing import Any

from cast import Plan, prepare
from flask import Flask
from sqlalchemy import Engine, func, select
from systems import Machine, let_in
from web.fixtures import SETTINGS

from minplan import clock, create_app, db, own_data, sync
from minplan.journey.proposal import Proposal
from minplan.sync.answered import Answered

GOAL = {"title": {"text": "Et job med dyr"}, "track": "work"}


def _post(machine: Machine, amira: Plan, key: str = "k-1", sent: Any = None) -> Any:
    return machine.ask("POST", f"/plans/{amira.id}/goals", sent or GOAL, Idempotency_Key=key)


def _goals() -> int:
    with db.reading() as connection:
        return connection.scalar(select(func.count()).select_from(Proposal).where(Proposal.what == "goal")) or 0  # type: ignore[arg-type]


def test_the_same_request_is_answered_again_and_not_done_again(machine: Machine, amira: Plan) -> None:
    first, again = _post(machine, amira), _post(machine, amira)
    assert first.status_code == again.status_code == 202
    assert (first.json, first.headers["Location"]) == (again.json, again.headers["Location"])
    assert _goals() == 1
    assert _post(machine, amira, "k-2").json["id"] != first.json["id"]


def test_another_request_with_the_same_key_is_a_mistake(machine: Machine, amira: Plan) -> None:
    _post(machine, amira)
    other = _post(machine, amira, sent=GOAL | {"track": "health"})
    assert (other.status_code, other.json["type"]) == (422, "/api/v1/problems/other-request")
    assert _post(machine, amira, "ø").status_code == _post(machine, amira, "").status_code == 400
    assert _goals() == 1


def test_another_systems_key_is_another_key(machine: Machine, app: Flask, amira: Plan) -> None:
    _post(machine, amira)
    assert _post(let_in(app, "andet"), amira).status_code == 202
    assert _goals() == 2


def test_what_was_refused_can_be_asked_again(machine: Machine, amira: Plan) -> None:
    wrong = {"title": {"text": "Uden spor"}}
    assert [_post(machine, amira, sent=wrong).status_code for _ in range(2)] == [422, 422]
    assert _post(machine, amira).status_code == 202


def test_who_died_on_the_way_is_taken_over_after_a_minute(machine: Machine, amira: Plan) -> None:
    began, body = clock.now(), b'{"title": {"text": "Et job med dyr"}, "track": "work"}'
    once = sync.once("k-1", b"POST", f"/plans/{amira.id}/goals".encode(), body)
    with db.writing() as session:
        session.add(Answered(system_id=machine.person_id, key_hash=once.key_hash, print=once.print, at=began))
    running = _post(machine, amira)
    assert (running.status_code, running.headers["Retry-After"]) == (409, "1")
    clock.start(began + timedelta(minutes=2))
    assert _post(machine, amira).status_code == 202
    assert _goals() == 1


def test_a_day_later_nothing_of_it_is_kept(machine: Machine, amira: Plan) -> None:
    _post(machine, amira)
    clock.start(clock.now() + timedelta(hours=25))
    assert own_data.tidy()["answered"] == 1
    assert _post(machine, amira, sent=GOAL | {"track": "health"}).status_code == 202


def test_no_id_number_can_be_found_from_what_is_kept(machine: Machine, amira: Plan) -> None:
    _post(machine, amira)
    with db.reading() as connection:
        row = connection.execute(select(Answered.__table__)).one()  # type: ignore[attr-defined]
    assert len(row.key_hash) == len(row.print) == 64 and "k-1" not in row.key_hash


def test_at_once_it_is_done_once(database: Engine) -> None:
    amira, app = prepare(), create_app(SETTINGS)
    first, met = let_in(app), Barrier(8)

    def ask(_turn: int = 0) -> Any:
        return _post(first._replace(client=app.test_client(use_cookies=False)), amira)

    def at_once(turn: int) -> Any:
        met.wait(10)
        return ask(turn)

    with ThreadPoolExecutor(8) as threads:
        answers = list(threads.map(at_once, range(8)))
    assert {each.status_code for each in answers} <= {202, 409}
    assert ask().status_code == 202 and _goals() == 1
