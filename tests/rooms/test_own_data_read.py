"""Everything about me, and nothing about anybody else: two citizens with one of everything each."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from cast import Plan
from furnished import furnish
from props import everything
from sqlalchemy import Engine, select, update
from web.stage import _act

from minplan import access, clock, config, db, exchange, own_data
from minplan.errors import NotAllowed
from minplan.own_data import RULES

HASH = "f00dfeed" * 8


@pytest.fixture
def two(database: Engine) -> Iterator[tuple[Plan, Any]]:  # noqa: ARG001
    """Amira and Dorte, each with a row in every table."""
    cast, _, ids, _ = _act()
    dorte = ids["plan"]
    furnish(cast.id, cast.citizen, cast.bo, "amira-mark")
    furnish(dorte, cast.dorte, cast.bo, "dorte-mark")
    with db.writing() as session:
        session.execute(update(access.Person).where(access.Person.id == cast.citizen).values(number_hash=HASH))  # type: ignore[arg-type]
    return cast, dorte


def mine(person: Any, names: bool = True) -> dict[str, Any]:
    with access.view(person) as view:
        return own_data.everything(view, names)


def test_something_of_every_table_that_is_mine_is_there(two: tuple[Plan, Any]) -> None:
    found = mine(two[0].citizen)
    assert not [name for name, rule in RULES.items() if rule.reach and not found[name]]
    assert not [name for name, rule in RULES.items() if not rule.reach and name in found]


def test_nothing_of_the_other_citizen_is_there(two: tuple[Plan, Any]) -> None:
    cast, dorte = two
    both = (cast.citizen, cast.dorte, "dorte", dorte), (cast.dorte, cast.citizen, "amira", cast.id)
    for me, other, mark, plan in both:
        text = json.dumps(mine(me))
        assert f"{mark}-mark" not in text and str(plan) not in text and str(other) not in text
        theirs = {str(value) for value in ids_of(plan)}
        assert theirs and not [value for value in theirs if value in text]


def ids_of(plan: Any) -> set[Any]:
    """The ids of all that hangs on a plan."""
    tables = db.metadata().tables
    named = [tables[name] for name, rule in RULES.items() if rule.reach == "plan_id" and "id" in tables[name].c]
    with db.reading() as connection:
        found = [connection.execute(select(table.c.id).where(table.c.plan_id == plan)).scalars() for table in named]
        return {each for ids in found for each in ids if not isinstance(each, int)}


def test_no_secret_is_there(two: tuple[Plan, Any]) -> None:
    text = json.dumps(mine(two[0].citizen))
    assert "secret" not in text and HASH not in text


def test_names_are_the_municipalitys_choice(two: tuple[Plan, Any]) -> None:
    (opening,) = mine(two[0].citizen, names=False)["opening"]
    assert (opening["name"], opening["person_id"], opening["role"]) == (None, None, "amira-mark")


def test_only_the_citizen_takes_it(two: tuple[Plan, Any]) -> None:
    with access.view(two[0].bo, two[0].id) as view, pytest.raises(NotAllowed):
        own_data.everything(view, names=True)


def counts() -> dict[str, int]:
    with db.reading() as connection:
        return {name: len(connection.execute(table.select()).all()) for name, table in db.metadata().tables.items()}


def test_nothing_goes_before_its_time(two: tuple[Plan, Any]) -> None:
    before = counts()
    assert not sum(own_data.tidy().values()) and counts() == before


def test_what_is_past_its_time_goes_once_and_a_dry_run_only_counts(two: tuple[Plan, Any]) -> None:
    with db.writing() as session:
        notice = db.metadata().tables["notice"]
        session.execute(update(notice).values(read_at=clock.now()))
    clock.start(clock.now() + timedelta(days=1000))
    before = counts()
    told = own_data.tidy(dry_run=True)
    assert counts() == before
    assert {name: count for name, count in told.items() if count} == {
        "sign_in": 2, "invitation": 2, "mail": 2, "notice": 2, "opening": 2, "emergency": 2,
        "join_code": 2, "presence": 2, "note": 2, "inbox_message": 2,
    }  # fmt: skip
    assert own_data.tidy() == told
    after = counts()
    assert {name for name in before if before[name] != after[name]} == {name for name, count in told.items() if count}
    assert not sum(own_data.tidy().values())


def test_a_plan_that_has_ended_is_emptied_where_the_municipality_says_so(
    two: tuple[Plan, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    with db.writing() as session:
        ended = update(access.Person).where(access.Person.id == two[0].citizen)  # type: ignore[arg-type]
        session.execute(ended.values(ended_on=clock.today()))
    clock.start(clock.now() + timedelta(days=400))
    assert "text" not in own_data.tidy(dry_run=True)
    settings = replace(config.settings(), keep_ended=12)
    monkeypatch.setattr(config, "settings", lambda: settings)
    count = own_data.tidy(dry_run=True)["text"]
    assert count and own_data.tidy()["text"] == count and "text" not in own_data.tidy()
    exchange.take_out(two[0].id)
    with access.view(two[0].dorte) as view:
        assert view.plan.citizen_name == "Dorte"
    rows = everything()
    # Who opened it is kept as long as openings are.
    said = str([rows[name] for name in rows if name not in ("opening", "emergency", "consent")])
    assert not [name for name in ("Amira", "amira-mark", HASH) if name in said] and "dorte-mark" in said
    with db.reading() as connection:
        consents = db.metadata().tables["consent"]
        assert dict(connection.execute(select(consents.c.plan_id, consents.c.words)).all()) == {
            two[0].id: "–", two[1]: "dorte-mark",
        }  # fmt: skip
    with db.reading() as connection:
        texts = db.metadata().tables["text"]
        left = select(texts.c.body, texts.c.phrase).where(texts.c.plan_id == two[0].id)
        assert set(connection.execute(left).all()) == {(None, None)}
        kept = select(texts.c.body).where(texts.c.plan_id == two[1], texts.c.body.is_not(None))
        assert connection.execute(kept).all()
