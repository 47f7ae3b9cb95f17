"""The municipality looks at who opened what: what is worth a look, marked once by somebody else, at home only."""

from datetime import timedelta
from uuid import UUID

import pytest
from cast import Plan
from officers import NUMBER, Officers, appoint, number_of
from props import everything, nothing_written
from sqlalchemy import insert

from minplan import access, clock, db, office
from minplan.access import Opening
from minplan.errors import NotAllowed, NotFound


@pytest.fixture
def officers(amira: Plan) -> Officers:
    found = appoint()
    number_of(amira.citizen)
    return found


def opened(plan: UUID, person: UUID, at: str, what: str = "plan", **more: object) -> None:
    values = {"municipality_id": access.HOME, "relation": "contact", "name": "Bo"} | more
    with db.writing() as session:
        session.execute(
            insert(Opening).values(plan_id=plan, person_id=person, at=clock.parse(at), what=what, **values)
        )


def test_what_is_out_of_the_ordinary_is_worth_a_look(officers: Officers, amira: Plan) -> None:
    opened(amira.id, amira.bo, "2026-11-12T06:30")
    opened(amira.id, amira.tove, "2026-11-14T12:00", name="Tove")
    opened(amira.id, amira.camilla, "2026-11-13T12:00", "emergency", name="Camilla", reason="Hun er i fare.")
    office.look_up(office.of_person(amira.camilla), NUMBER)
    found = [(line.name, line.whys, line.reasons) for line in office.spot_checks(officers.by("leader"))]
    assert found == [
        ("Camilla", ("lookup",), ()),
        ("Tove", ("hours",), ()),
        ("Camilla", ("emergency",), ("Hun er i fare.",)),
        ("Bo", ("hours",), ()),
    ]


def test_what_is_worth_a_look_holds_no_word_of_a_plan(officers: Officers, amira: Plan) -> None:
    opened(amira.id, amira.bo, "2026-11-12T06:30")
    line = office.spot_checks(officers.by("admin"))[0]
    assert "Gå en tur" not in str(line) and line.citizen == "Amira"


def test_one_person_one_plan_one_day_is_one_line_and_marked_once(officers: Officers, amira: Plan) -> None:
    for minute in (10, 20, 30):
        opened(amira.id, amira.bo, f"2026-11-12T06:{minute}")
    opened(amira.id, amira.bo, "2026-11-13T06:10")
    by = officers.by("admin")
    newer, older = office.spot_checks(by)
    assert (older.times, newer.times) == (3, 1)
    assert office.check_opening(by, older.id)
    before = everything()
    assert not office.check_opening(officers.by("leader"), older.id)
    assert everything() == before
    newer, older = office.spot_checks(by)
    assert (older.checked_by, newer.checked_by) == ("Birgit", None)


def test_nobody_checks_their_own(officers: Officers, amira: Plan) -> None:
    opened(amira.id, officers.leader, "2026-11-12T06:30", name="Lone")
    line = office.spot_checks(officers.by("leader"))[0]
    with pytest.raises(NotAllowed):
        office.check_opening(officers.by("leader"), line.id)
    assert office.check_opening(officers.by("admin"), line.id)


def test_a_citizens_own_supporters_are_the_citizens_business(officers: Officers, amira: Plan) -> None:
    opened(amira.id, amira.camilla, "2026-11-12T03:00", relation="mentor")
    assert office.spot_checks(officers.by("admin")) == []


def test_two_weeks_back_and_no_further(officers: Officers, amira: Plan) -> None:
    opened(amira.id, amira.bo, "2026-11-12T06:30")
    clock.start(clock.now() + timedelta(days=20))
    assert office.spot_checks(officers.by("admin")) == []


def test_only_the_house_checks_and_only_at_home(officers: Officers, amira: Plan) -> None:
    opened(amira.id, amira.bo, "2026-11-12T06:30")
    opened(officers.their_plan, officers.their_staff, "2026-11-12T06:30", municipality_id="nabo", name="Staff")
    (ours,) = office.spot_checks(officers.by("admin"))
    (theirs,) = office.spot_checks(officers.by("their_leader"))
    assert (ours.citizen, theirs.citizen) == ("Amira", "Dagny")
    for name in ("their_admin", "their_leader"):
        with pytest.raises(NotFound), nothing_written(amira):
            office.check_opening(officers.by(name), ours.id)
    for person in (amira.citizen, amira.bo, officers.editor):
        with pytest.raises(NotAllowed):
            office.spot_checks(office.of_person(person))
        with pytest.raises(NotAllowed), nothing_written(amira):
            office.check_opening(office.of_person(person), ours.id)
