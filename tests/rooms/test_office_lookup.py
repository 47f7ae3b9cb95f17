"""Finding a citizen by number, and reading a plan in an emergency: both are seen, and neither reaches across."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from cast import Plan
from officers import NUMBER, THERE, Officers, appoint, number_of
from props import hide, nothing_written
from pydantic import ValidationError
from sqlalchemy import select

from minplan import access, clock, db, journey, office
from minplan.access import Emergency, Notice, Opening
from minplan.errors import Invalid, NotAllowed, NotFound
from minplan.office import NewEmergency

GLASS = frozenset({"emergency"})
WHY = NewEmergency(reason="Borgeren ringer og er i fare.")


@pytest.fixture
def officers(amira: Plan) -> Officers:
    found = appoint()
    number_of(amira.citizen)
    return found


def rows(table: type) -> list[object]:
    with db.reading() as connection:
        return list(connection.execute(select(table.__table__)))  # type: ignore[attr-defined]


@pytest.mark.parametrize("written", [NUMBER, "9999990001", " 999999 0001 "])
def test_a_citizen_is_found_by_number_however_it_is_written(officers: Officers, amira: Plan, written: str) -> None:
    found = office.look_up(office.of_person(amira.camilla), written)
    assert found and (found.plan_id, found.name, found.relation) == (amira.id, "Amira", None)
    known = office.look_up(office.of_person(amira.bo), written)
    assert known and known.relation == "contact"


def test_the_citizen_reads_that_they_were_looked_up_and_by_whom(officers: Officers, amira: Plan) -> None:
    office.look_up(office.of_person(amira.camilla), NUMBER)
    (opening,) = rows(Opening)
    assert (opening.plan_id, opening.name, opening.what) == (amira.id, "Camilla", "lookup")  # type: ignore[attr-defined]
    assert "999999" not in str(opening)


def test_who_lives_elsewhere_and_who_lives_nowhere_answer_alike(officers: Officers, amira: Plan) -> None:
    number_of(amira.citizen, "999999-0002")
    with nothing_written(amira):
        assert office.look_up(office.of_person(amira.bo), NUMBER) is None  # Dagny's, in the other municipality
        assert office.look_up(office.of_person(amira.bo), "999999-0003") is None
    assert rows(Opening) == []
    found = office.look_up(officers.by("their_staff"), NUMBER)
    assert found and found.name == "Dagny"


@pytest.mark.parametrize(("number", "code"), [("", "required"), ("12", "bad_id_number"), ("x" * 9999, "bad_id_number")])
def test_what_is_no_number_is_told(officers: Officers, amira: Plan, number: str, code: str) -> None:
    with pytest.raises(Invalid, match=f"number: {code}"):
        office.look_up(office.of_person(amira.bo), number)


def test_who_does_not_meet_citizens_looks_nobody_up(officers: Officers, amira: Plan) -> None:
    for person in (amira.citizen, officers.admin, officers.editor):
        by = office.of_person(person)
        with pytest.raises(NotAllowed), nothing_written(amira):
            office.look_up(by, NUMBER)
        with pytest.raises(NotAllowed), nothing_written(amira):
            office.open_in_emergency(by, amira.id, WHY)


def test_an_emergency_opens_for_an_hour_and_the_citizen_is_told_at_once(officers: Officers, amira: Plan) -> None:
    by = office.of_person(amira.camilla)
    office.look_up(by, NUMBER)
    assert office.open_in_emergency(by, amira.id, WHY)
    assert [(note.person_id, note.what) for note in rows(Notice)] == [(amira.citizen, "emergency")]  # type: ignore[attr-defined]
    with access.view(amira.camilla, amira.id, "emergency", GLASS, reason=WHY.reason) as view:
        assert view.viewer.relation == "emergency" and journey.way(view).ahead
    opening = rows(Opening)[-1]
    assert (opening.what, opening.reason, opening.name) == ("emergency", WHY.reason, "Camilla")  # type: ignore[attr-defined]
    clock.start(clock.now() + timedelta(minutes=61))
    assert office.running(by, amira.id) is None
    with pytest.raises(NotFound), access.view(amira.camilla, amira.id, "emergency", GLASS):
        pass


def test_asked_twice_is_done_once(officers: Officers, amira: Plan) -> None:
    by = office.of_person(amira.camilla)
    office.look_up(by, NUMBER)
    office.open_in_emergency(by, amira.id, WHY)
    with nothing_written(amira):
        assert not office.open_in_emergency(by, amira.id, WHY)
    assert len(rows(Emergency)) == 1


def test_a_button_pressed_four_times_at_once_opens_once(officers: Officers, amira: Plan) -> None:
    by, gate = office.of_person(amira.camilla), Barrier(4)
    office.look_up(by, NUMBER)

    def press(_: int) -> bool:
        gate.wait()
        return office.open_in_emergency(by, amira.id, WHY)

    with ThreadPoolExecutor(4) as hands:
        assert sorted(hands.map(press, range(4))) == [False, False, False, True]
    assert len(rows(Emergency)) == 1


def test_in_an_emergency_nothing_hidden_is_read_and_nothing_changed(officers: Officers, amira: Plan) -> None:
    hide(amira, amira.bo, "health")
    by = office.of_person(amira.camilla)
    office.look_up(by, NUMBER)
    office.open_in_emergency(by, amira.id, WHY)
    with access.view(amira.camilla, amira.id, "emergency", GLASS) as view:
        assert not journey.way(view).ahead
    with pytest.raises(NotFound), access.view(amira.camilla, amira.id):
        pass
    with pytest.raises(NotFound), nothing_written(amira):
        journey.add_win(amira.camilla, amira.id, journey.NewWin(text={"text": "Hej", "lang": "da"}))
    with access.change(amira.camilla, amira.id, relations=GLASS) as change:
        for verb in ("add_win", "praise", "mark_seen", "answer_call", "join_team"):
            with pytest.raises(NotAllowed):
                change.may(verb)


def test_a_new_colleague_in_the_team_leaves_something_to_read_in_an_emergency(officers: Officers, amira: Plan) -> None:
    office.give_place(officers.by("admin"), amira.id, office.NewPlace(colleague=officers.leader))
    by = office.of_person(amira.camilla)
    office.look_up(by, NUMBER)
    office.open_in_emergency(by, amira.id, WHY)
    with access.view(amira.camilla, amira.id, "emergency", GLASS) as view:
        assert journey.way(view).ahead


def test_nobody_breaks_the_glass_before_a_citizen_they_have_not_found(officers: Officers, amira: Plan) -> None:
    by = office.of_person(amira.camilla)
    with pytest.raises(NotFound), nothing_written(amira):
        office.open_in_emergency(by, amira.id, WHY)
    office.look_up(by, NUMBER)
    clock.start(clock.now() + timedelta(minutes=61))
    with pytest.raises(NotFound), nothing_written(amira):
        office.open_in_emergency(by, amira.id, WHY)


def test_from_the_other_side_there_is_no_glass(officers: Officers, amira: Plan) -> None:
    office.look_up(officers.by("their_staff"), NUMBER)
    for name in ("their_staff", "their_leader"):
        with pytest.raises(NotFound), nothing_written(amira):
            office.open_in_emergency(officers.by(name), amira.id, WHY)
    office.look_up(office.of_person(amira.camilla), NUMBER)
    with pytest.raises(NotFound), nothing_written(amira):
        office.open_in_emergency(office.of_person(amira.camilla), officers.their_plan, WHY)
    assert THERE not in {row.municipality_id for row in rows(Emergency)}  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "reason",
    [
        "",
        "   ",
        "Kort",
        "Hun har nummer 010190-1234",
        "\u200b" * 12,
        "Akut" + "\u200b" * 12,
        ". . . ! . . . !",
        "Akut\x01 sag lige nu",
    ],
)
def test_a_reason_says_something_and_holds_no_number(reason: str) -> None:
    with pytest.raises(ValidationError):
        NewEmergency(reason=reason)
