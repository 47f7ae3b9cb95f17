"""The demo: three real plans, fresh today, and a leader. Asked twice, done once."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest
from sqlalchemy import Engine

from minplan import access, cli, clock, exchange, identity, journey, meeting, office


def test_the_demo_is_fresh_on_any_day(database: Engine) -> None:
    clock.start(clock.parse("2028-02-29"))
    assert len(exchange.demo()) == 3
    people = access.demo_people()
    assert {person.name for person in people if person.kind == "citizen"} == {"Karin", "Samira", "Yusuf"}
    kinds = [person.kind for person in people]
    assert [kinds.count(kind) for kind in ("leader", "administrator", "editor", "supporter")] == [1, 1, 1, 1]
    karin = next(person for person in people if person.name == "Karin")
    with access.view(karin.id) as view:
        hour = meeting.coming(view)
        promised = [step.ball.promised for step in journey.way(view).ahead if step.ball and step.state == "waiting"]
    assert hour
    assert hour.starts.isoformat() == "2028-03-11T10:00:00+01:00"
    assert promised == [date(2028, 3, 5)]


def test_the_demo_has_somebody_elsewhere_who_finds_nobody_here(database: Engine) -> None:
    exchange.demo()
    people = {person.name: person for person in access.demo_people()}
    karin = identity.by_number(access.HOME, "999999-0001")
    assert karin and karin.name == "Karin"
    assert office.look_up(office.of_person(people["Tom Ravn"].id), "999999-0001") is None
    found = office.look_up(office.of_person(people["Lars Holm"].id), "999999-0001")
    assert found and (found.name, found.relation) == ("Karin", None)


def test_nothing_in_the_demo_is_news_to_anybody(sqlite: Engine) -> None:
    exchange.demo()
    for person in access.demo_people():
        if person.kind == "citizen":
            with access.view(person.id) as view:
                assert view.viewer.seen_revision == view.plan.revision == 1


def test_of_two_starts_at_once_one_imports(database: Engine) -> None:
    with ThreadPoolExecutor(4) as starts:
        imported = [len(plans) for plans in starts.map(lambda _: exchange.demo(), range(4))]
    assert sorted(imported) == [0, 0, 0, 3]


def test_asked_twice_done_once(database: Engine, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["demo"]) == 0
    before = access.demo_people()
    assert cli.main(["demo"]) == 0
    assert exchange.demo() == []
    assert access.demo_people() == before
