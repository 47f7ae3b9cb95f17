"""Whoever stands by nobody any more is forgotten after a while, and an invitation does not outlive its place."""

import signal
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest
from cast import Plan
from props import everything, row
from sqlalchemy import select

from minplan import access, cli, clock, config, db, identity, own_data, sharing
from minplan.access import Opening, Person
from minplan.identity import Claimed
from minplan.sharing import Invitation, NewInvitation

SISTER = "Min søster"


def asked(amira: Plan, days: int = 30) -> UUID:
    """The invitation of Amira's sister."""
    until = clock.today() + timedelta(days=days)
    given = {"relation": "companion", "name": SISTER, "shares": {"wins"}, "shown": set(), "until": until}
    code = sharing.invite(amira.citizen, amira.id, NewInvitation.model_validate(given), "once")
    assert code
    return sharing.open_code(code, "203.0.113.7")


@pytest.fixture
def sister(amira: Plan) -> tuple[UUID, UUID]:
    """She came for the invitation, said yes and looked; she, and the invitation."""
    invitation = asked(amira)
    claimed = Claimed("p", "https://mitid.dk", "sister", access.HOME, frozenset({"supporter"}), name="Samira Said")
    found = sharing.newcomer(invitation, claimed)
    assert found
    sharing.accept(found.id, invitation)
    with access.view(found.id, amira.id, "supporting", frozenset(access.SUPPORTERS)):
        pass
    return found.id, invitation


def later(days: int) -> None:
    clock.start(clock.now() + timedelta(days=days))


def test_nothing_of_somebody_who_stands_by_the_citizen_goes(sister: tuple[UUID, UUID]) -> None:
    later(29)
    assert not {"invitation", "membership", "person"} & {name for name, count in own_data.tidy().items() if count}
    assert row(Person, sister[0])["name"] == "Samira Said" and row(Invitation, sister[1])


def test_months_after_the_last_day_neither_place_invitation_nor_person_is_known(sister: tuple[UUID, UUID]) -> None:
    later(32 + 184)
    first = own_data.tidy(dry_run=True)
    assert (first["invitation"], first["membership"]) == (1, 1) and row(Person, sister[0])["name"]
    told = own_data.tidy()
    assert (told["invitation"], told["membership"], told["person"]) == (1, 1, 1)
    assert row(Person, sister[0])["name"] == "" and not row(Invitation, sister[1])
    assert identity.known("https://mitid.dk", "sister") is None
    assert "Samira" not in str(everything()), "the name that she came in with is nowhere"
    with db.reading() as connection:
        (opening,) = connection.execute(select(Opening)).all()
    assert opening.name == SISTER, "who looked stays told, in the citizen's own word, until the opening goes"
    assert not sum(own_data.tidy().values())


def test_whoever_was_sent_away_early_is_known_until_then(amira: Plan, sister: tuple[UUID, UUID]) -> None:
    sharing.end_supporter(amira.citizen, amira.id, sister[0])
    later(180)
    assert not own_data.tidy()["person"] and row(Person, sister[0])["name"]
    later(5)
    assert own_data.tidy()["person"] == 1 and not row(Person, sister[0])["name"]


def test_whoever_is_in_at_that_moment_stays(amira: Plan, sister: tuple[UUID, UUID]) -> None:
    sharing.end_supporter(amira.citizen, amira.id, sister[0])
    later(200)
    identity.begin(sister[0])
    assert not own_data.tidy()["person"] and row(Person, sister[0])["name"]


def test_no_to_another_invitation_is_no_ground_to_remove_whom_the_journal_names(
    amira: Plan, sister: tuple[UUID, UUID]
) -> None:
    sharing.end_supporter(amira.citizen, amira.id, sister[0])
    later(32 + 184)
    identity.begin(sister[0])
    own_data.tidy()
    assert not row(Invitation, sister[1])
    assert not sharing.refuse(sister[0]) and row(Person, sister[0])


def test_a_house_that_keeps_them_keeps_them(sister: tuple[UUID, UUID], monkeypatch: pytest.MonkeyPatch) -> None:
    settings = replace(config.settings(), keep_supporters=0)
    monkeypatch.setattr(config, "settings", lambda: settings)
    later(800)
    assert not {"invitation", "membership", "person"} & {name for name, count in own_data.tidy().items() if count}
    assert row(Person, sister[0])["name"]


def test_who_never_answered_is_forgotten_when_the_invitation_is_over(amira: Plan) -> None:
    claimed = Claimed("p", "https://mitid.dk", "lost", access.HOME, frozenset({"supporter"}), name="Nadia")
    found = sharing.newcomer(asked(amira), claimed)
    later(13)
    assert found and not own_data.tidy()["person"]
    later(2)
    assert own_data.tidy()["person"] == 1 and not row(Person, found.id)


def test_the_worker_does_it_once_a_day(amira: Plan, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: ARG001
    days: list[str] = []
    monkeypatch.setattr(signal, "signal", lambda *_: None)
    monkeypatch.setattr(own_data, "tidy", lambda: days.append(clock.today().isoformat()))
    for hours in (0, 0, 25, 0):
        clock.start(clock.now() + timedelta(hours=hours))
        assert cli.main(["work", "--once"]) == 0
    assert len(days) == len(set(days)) == 2
