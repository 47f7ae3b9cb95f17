"""Sign-ins: who is in, for how long, and every way in which it ends."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from uuid import UUID

import pytest
from cast import Plan
from sqlalchemy import Engine, select

from minplan import access, clock, config, db, identity
from minplan.access import Person
from minplan.identity import Attempt, Claimed, SignIn, store


def later(**by: float) -> None:
    """Let time pass."""
    clock.start(clock.now() + timedelta(**by))


def rows() -> list[SignIn]:
    with db.writing() as session:
        return list(session.execute(select(SignIn)).scalars())


def met(person: UUID, subject: str) -> UUID | None:
    """Somebody comes from a provider for the first time."""
    claimed = Claimed("p", "https://i", subject, access.HOME, frozenset({"citizen", "staff"}))
    found = identity.welcome(claimed, lambda session: session.get_one(Person, person))
    return found and found.id


def test_a_key_opens_and_is_kept_nowhere(database: Engine, amira: Plan) -> None:
    key = identity.begin(amira.citizen, device="Firefox · Android")
    found = identity.visit(key)
    assert found and (found.person_id, found.kind, found.municipality_id) == (amira.citizen, "citizen", access.HOME)
    assert found.contact and found.contact.name == "Bo"
    assert key not in str([row.model_dump() for row in rows()])
    assert identity.visit(rows()[0].key) is None, "what the table holds opens nothing"
    assert identity.visit("") is identity.visit("x" * 5000) is identity.visit("\ud800") is None


def test_every_sign_in_has_a_key_of_its_own(database: Engine, amira: Plan) -> None:
    keys = {identity.begin(amira.citizen) for _ in range(5)}
    assert len(keys) == 5 == len(identity.sign_ins(amira.citizen))
    assert min(map(len, keys)) >= 43, "256 bits"


def test_who_does_nothing_is_out_after_a_while(database: Engine, amira: Plan) -> None:
    key, idle = identity.begin(amira.citizen), config.settings().idle
    clock.start(clock.now() + idle - timedelta(seconds=5))
    assert identity.visit(key), "and was seen just now"
    clock.start(clock.now() + idle - timedelta(seconds=5))
    assert identity.visit(key)
    clock.start(clock.now() + idle + timedelta(seconds=1))
    assert identity.visit(key) is None
    assert identity.sign_ins(amira.citizen) == []
    identity.begin(amira.citizen)
    assert len(rows()) == 1, "what has ended goes with the next one"


def test_nobody_is_in_for_ever(database: Engine, amira: Plan) -> None:
    key, began = identity.begin(amira.citizen), clock.now()
    while clock.now() + timedelta(minutes=20) < began + config.settings().longest:
        later(minutes=20)
        found = identity.visit(key)
        assert found and found.ends_at <= found.latest
        assert found.latest - began - config.settings().longest < timedelta(seconds=5)
    later(minutes=20)
    assert identity.visit(key) is None


def test_reading_on_is_written_down_at_most_once_a_minute(database: Engine, amira: Plan) -> None:
    key, seen = identity.begin(amira.citizen), rows()[0].seen_at
    for _ in range(3):
        later(seconds=15)
        identity.visit(key)
    assert rows()[0].seen_at == seen
    later(seconds=20)
    identity.visit(key)
    assert rows()[0].seen_at > seen
    before = rows()[0].seen_at
    later(seconds=1)
    assert identity.stay(key) and rows()[0].seen_at > before, "who says that they stay is believed at once"


def test_out_is_out(database: Engine, amira: Plan) -> None:
    here, there = identity.begin(amira.citizen, "demo", "i", "s", "sid-1", "token"), identity.begin(amira.citizen)
    ended = identity.end(here)
    assert ended and (ended.provider, ended.hint, ended.sid) == ("demo", "token", "sid-1")
    assert identity.visit(here) is None and identity.visit(there)
    assert identity.end(here) is None


def test_out_everywhere_leaves_others_in(database: Engine, amira: Plan) -> None:
    mine, theirs = [identity.begin(amira.citizen) for _ in range(3)], identity.begin(amira.bo)
    assert identity.end_all(amira.citizen) == 3
    assert not any(map(identity.visit, mine)) and identity.visit(theirs)


def test_the_provider_ends_what_it_names_and_nothing_else(database: Engine, amira: Plan) -> None:
    one = identity.begin(amira.citizen, "p", "https://i", "amira", "a b+c")
    two = identity.begin(amira.citizen, "p", "https://i", "amira", "other")
    bo = identity.begin(amira.bo, "p", "https://i", "bo", "bos")
    demo = identity.begin(amira.citizen)
    assert identity.end_at_provider("https://elsewhere", "a b+c") == 0 == identity.end_at_provider("https://i", "")
    assert identity.end_by_word("https://i", "empty", 60) == 0
    assert identity.end_by_word("https://i", "one", 60, "a b+c", "amira") == 1
    assert identity.visit(one) is None and identity.visit(two)
    assert identity.end_by_word("https://i", "two", 60, subject="amira") == 1
    assert identity.visit(two) is None and identity.visit(bo) and identity.visit(demo)
    assert identity.end_at_provider("https://i", "bos") == 1


def test_a_session_that_we_were_never_told_of_ends_what_has_no_name(database: Engine, amira: Plan) -> None:
    nameless, other = (identity.begin(amira.citizen, "p", "https://i", "amira", sid) for sid in (None, "other"))
    bo = identity.begin(amira.bo, "p", "https://i", "bo")
    assert identity.end_by_word("https://i", "one", 60, "never heard", "amira") == 1
    assert identity.visit(nameless) is None and identity.visit(other) and identity.visit(bo)
    assert identity.end_by_word("https://i", "two", 60, "never heard") == 0


def test_a_word_that_could_not_be_followed_was_not_heard(
    database: Engine, amira: Plan, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = identity.begin(amira.citizen, "p", "https://i", "amira", "one")
    monkeypatch.setattr(store, "remove", None)
    with pytest.raises(TypeError):
        identity.end_by_word("https://i", "word", 60, "one")
    monkeypatch.undo()
    with ThreadPoolExecutor(4) as many:
        heard = list(many.map(lambda _: identity.end_by_word("https://i", "word", 60, "one"), range(8)))
    assert sorted(heard, key=str) == [1] + [None] * 7
    assert identity.visit(key) is None


def test_whoever_has_left_is_out_at_once(database: Engine, amira: Plan) -> None:
    key = identity.begin(amira.bo)
    assert met(amira.bo, "bo") == amira.bo
    with db.writing() as session:
        session.get_one(Person, amira.bo).ended_on = clock.today()
    assert identity.visit(key) is None
    assert identity.known("https://i", "bo") is None


def test_a_subject_is_one_person(database: Engine, amira: Plan) -> None:
    assert met(amira.citizen, "amira") == amira.citizen
    found = identity.known("https://i", "amira")
    assert found and found.id == amira.citizen
    assert identity.known("https://elsewhere", "amira") is identity.known("https://i", "Amira") is None
    assert met(amira.bo, "amira") == amira.citizen


def test_a_limit_counts_all_who_try_at_once_and_keeps_no_address(database: Engine, amira: Plan) -> None:
    with ThreadPoolExecutor(8) as many:
        allowed = list(many.map(lambda _: identity.within("sign-in", "192.0.2.7", 10, 600), range(40)))
    assert sum(allowed) == 10
    assert identity.within("sign-in", "192.0.2.8", 10, 600)
    assert identity.within("lookup", "192.0.2.7", 10, 600)
    with db.writing() as session:
        kept = [row.model_dump() for row in session.execute(select(Attempt)).scalars()]
    assert "192.0.2" not in str(kept)
    later(minutes=11)
    assert identity.within("sign-in", "192.0.2.7", 10, 600)
    with db.writing() as session:
        assert len(list(session.execute(select(Attempt)).scalars())) == 1, "what is over is gone"
