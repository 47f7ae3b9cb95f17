"""Several verbs are one transaction within `together()`, on both databases."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from threading import Barrier

import pytest
from cast import Plan, said
from sqlalchemy import Engine, func, select

from minplan import access, db, journey
from minplan.access import Person
from minplan.errors import Conflict
from minplan.journal import Entry


class Broke(Exception):
    """Something went wrong in the middle."""


def _add(name: str) -> None:
    with db.writing() as session:
        session.add(Person(kind="citizen", name=name))


def _names() -> list[str]:
    with db.reading() as connection:
        return list(connection.scalars(select(Person.name).order_by(Person.name)))  # type: ignore[call-overload]


def _seen_from_outside() -> list[str]:
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(_names).result()


def test_what_several_write_is_kept_together(database: Engine) -> None:
    with db.together():
        _add("Amira")
        _add("Bo")
        assert _seen_from_outside() == []  # nobody else sees the half of it
        assert _names() == ["Amira", "Bo"]
    assert _seen_from_outside() == ["Amira", "Bo"]


def test_what_is_noted_meanwhile_is_a_part_of_it(database: Engine) -> None:
    with pytest.raises(Broke), db.together():
        _add("Amira")
        with db.reading(), db.noting() as session:
            session.add(Person(kind="citizen", name="Bo"))
        assert _names() == ["Amira", "Bo"]
        raise Broke
    assert _names() == []


def test_as_many_at_once_as_there_are_connections_wait_for_no_second_one(database: Engine) -> None:
    def work(turn: int) -> None:
        with db.together():
            _add(f"Nr. {turn}")
            assert f"Nr. {turn}" in _names()

    with ThreadPoolExecutor(40) as threads:
        list(threads.map(work, range(40)))
    assert len(_names()) == 40


def test_what_fails_inside_is_undone_alone(database: Engine) -> None:
    with db.together():
        _add("Amira")
        with suppress(Broke), db.writing() as session:
            session.add(Person(kind="citizen", name="Bo"))
            session.flush()
            raise Broke
        _add("Dorte")
    assert _names() == ["Amira", "Dorte"]


def test_what_fails_outside_undoes_all(database: Engine) -> None:
    with pytest.raises(Broke), db.together():
        _add("Amira")
        with db.together():
            _add("Bo")
        raise Broke
    assert _names() == []
    _add("Dorte")
    assert _names() == ["Dorte"]


def test_one_within_another_is_a_part_of_it(database: Engine) -> None:
    with db.together() as outer:
        with db.together() as inner:
            assert inner is outer
            _add("Amira")
        with suppress(Broke), db.together():
            _add("Bo")
            raise Broke
    assert _names() == ["Amira"]


def test_threads_do_not_share(database: Engine) -> None:
    """Two at once each have their own: what one undoes the other keeps."""
    met = Barrier(2)

    def work(name: str) -> None:
        met.wait(5)
        with suppress(Broke), db.together():
            _add(name)
            if name == "Bo":
                raise Broke

    with ThreadPoolExecutor(2) as threads:
        list(threads.map(work, ["Amira", "Bo"]))
    assert _names() == ["Amira"]


def test_each_verb_has_its_own_revision_and_entry(amira: Plan) -> None:
    with access.view(amira.citizen, amira.id) as view:
        before = view.plan.revision
    with db.together():
        journey.add_step(amira.bo, amira.id, _law(amira, "Samtale"))
        with pytest.raises(Conflict):
            journey.complete(amira.citizen, amira.id, amira.step, "waiting")
        journey.add_step(amira.bo, amira.id, _law(amira, "Kursus"))
        journey.complete(amira.citizen, amira.id, amira.step, "later")
        journey.complete(amira.citizen, amira.id, amira.step, "done")  # nothing new: no revision
    with access.view(amira.citizen, amira.id) as view:
        assert view.plan.revision == before + 3
    with db.reading() as connection:
        told = select(func.count(), func.max(Entry.revision)).where(Entry.plan_id == amira.id)  # type: ignore[arg-type]
        assert connection.execute(told).one() == (before + 3, before + 3)


def _law(amira: Plan, title: str) -> journey.NewStep:
    words = {"title": said(title), "why": said("Det siger loven"), "law": "LAB § 27"}
    return journey.NewStep(milestone=amira.milestone, tracks=["health"], kind="law", **words)
