"""Two who change the same at once: who has seen less changes nothing, on both databases."""

from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any
from uuid import UUID

import pytest
from answering import revision
from cast import Plan, prepare, said
from flask import Flask
from sqlalchemy import Engine, func, select
from systems import Machine, let_in
from web.fixtures import SETTINGS

from minplan import create_app, db, journey
from minplan.access import Person
from minplan.errors import Conflict
from minplan.journal import Entry
from minplan.journey.step import Step

NEW = {"If_None_Match": "*"}


@pytest.fixture
def here(database: Engine) -> tuple[Plan, Machine, Flask]:
    """Amira's plan, the case system and the application, on each database."""
    amira, app = prepare(), create_app(SETTINGS)
    return amira, let_in(app), app


def _at_once(many: int, act: Callable[[int], Any]) -> list[Any]:
    met = Barrier(many)

    def one(turn: int) -> Any:
        met.wait(10)
        return act(turn)

    with ThreadPoolExecutor(many) as threads:
        return list(threads.map(one, range(many)))


def _law(amira: Plan) -> dict[str, Any]:
    return {
        "milestone": str(amira.milestone), "kind": "law", "law": "LAB § 27", "title": {"text": "Samtale"},
        "why": {"text": "Så ses vi"}, "tracks": ["health"], "ball": {"holder": "municipality"},
    }  # fmt: skip


def _first(amira: Plan) -> None:
    words = {"title": said("Møde"), "why": said("Det siger loven"), "law": "LAB § 1"}
    new = journey.NewStep(milestone=amira.milestone, tracks=["health"], kind="law", **words)
    journey.add_step(amira.bo, amira.id, new)


def test_of_eight_who_saw_the_same_one_changes_it(here: tuple[Plan, Machine, Flask]) -> None:
    amira, machine, app = here
    _first(amira)
    path = f"/plans/{amira.id}/steps/by-ref/fagsystem/s-1"
    seen = machine.ask("PUT", path, _law(amira), **NEW)
    before = revision(amira)

    def change(turn: int) -> Any:
        client = machine._replace(client=app.test_client(use_cookies=False))
        return client.ask("PUT", path, {"title": {"text": f"Samtale {turn}"}}, If_Match=seen.headers["ETag"])

    answers = _at_once(8, change)
    assert Counter(each.status_code for each in answers) == {200: 1, 412: 7}
    won = next(each for each in answers if each.status_code == 200)
    assert machine.get(path).json == won.json and revision(amira) == before + 1


def test_a_person_and_a_system_never_overwrite_each_other(here: tuple[Plan, Machine, Flask]) -> None:
    amira, machine, _app = here
    _first(amira)
    path = f"/plans/{amira.id}/steps/by-ref/fagsystem/s-1"
    step = UUID(machine.ask("PUT", path, _law(amira), **NEW).json["id"])
    for turn in range(5):
        seen = machine.get(path).headers["ETag"]
        with db.reading() as connection:
            title = connection.scalar(select(Step.title_id).where(Step.id == step))  # type: ignore[call-overload]

        def change(who: int, turn: int = turn, seen: str = seen, title: UUID = title) -> bool:
            if who:
                return _is_changed(machine.ask("PUT", path, {"title": {"text": f"System {turn}"}}, If_Match=seen))
            try:
                journey.reword(amira.bo, amira.id, step, "title", title, said(f"Bo {turn}"))
            except Conflict:
                return False
            return True

        bo, system = _at_once(2, change)
        assert bo != system  # one of them, whoever came first
        assert machine.get(path).json["title"]["text"] == (f"Bo {turn}" if bo else f"System {turn}")


def _is_changed(answer: Any) -> bool:
    assert answer.status_code in (200, 412)
    return bool(answer.status_code == 200)


def test_the_same_new_thing_at_once_is_one(here: tuple[Plan, Machine, Flask]) -> None:
    amira, machine, app = here
    _first(amira)
    sent = _law(amira)
    people = {"name": "Karin", "contact": str(amira.bo)}

    def add(turn: int) -> tuple[int, int]:
        client = machine._replace(client=app.test_client(use_cookies=False))
        step = client.ask("PUT", f"/plans/{amira.id}/steps/by-ref/fagsystem/s-1", sent, **NEW)
        citizen = client.ask("PUT", "/citizens/by-ref/fagsystem/c-1", people, **NEW)
        return step.status_code, citizen.status_code

    steps, citizens = zip(*_at_once(6, add), strict=True)
    assert Counter(steps) == Counter(citizens) == {201: 1, 200: 5}
    with db.reading() as connection:
        assert connection.scalar(select(func.count()).where(Person.name == "Karin")) == 1  # type: ignore[arg-type]
        told = select(func.count(), func.max(Entry.revision)).where(Entry.plan_id == amira.id)  # type: ignore[arg-type]
        assert len(set(connection.execute(told).one())) == 1  # each revision has its one entry
