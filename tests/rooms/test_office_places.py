"""A colleague's place on a plan: given and ended by the house, read by the citizen, and opening nothing by itself."""

from datetime import timedelta
from uuid import UUID

import pytest
from cast import Plan
from consenting import add_win, give, told
from officers import Officers, appoint
from props import hide, nothing_written, one_change, way
from pydantic import ValidationError

from minplan import access, clock, db, desk, journey, office
from minplan.access import OFFICE, Consent, Member, Person
from minplan.errors import Invalid, NotAllowed, NotFound
from minplan.office import NewPlace


@pytest.fixture
def officers(amira: Plan) -> Officers:
    works_at(amira.camilla, "Sundhed")
    return appoint()


def place(amira: Plan, role: str = "læge") -> NewPlace:
    return NewPlace(colleague=amira.camilla, role=role)


def works_at(person: UUID, department: str | None) -> None:
    """What their card says of where they work."""
    with db.writing() as session:
        session.get_one(Person, person).department = department


def agree(plan: UUID, department: str, topic: str, days: int = 30, **more: object) -> None:
    """The citizen's yes to one department about one track."""
    with db.writing() as session:
        values = {"item": f"{department}.{topic}", "kind": "sharing", "words": "Ja", "lang": "da"} | more
        session.add(
            Consent(
                municipality_id=access.HOME, plan_id=plan, department=department, topic=topic,
                given_at=clock.now(), until=clock.today() + timedelta(days=days), **values,
            )
        )  # fmt: skip


def hidden(amira: Plan) -> set[str]:
    return set(row_of(amira).hidden)


def row_of(amira: Plan) -> Member:
    with access.view(amira.citizen) as view:
        return next(member for member in view.members if member.person_id == amira.camilla)


def test_nobody_gives_a_place_to_themselves(officers: Officers, amira: Plan) -> None:
    with nothing_written(amira), pytest.raises(Invalid, match="colleague: own_place"):
        office.give_place(officers.by("leader"), amira.id, NewPlace(colleague=officers.leader))


def test_who_joins_sees_nothing_until_the_citizen_says_yes(officers: Officers, amira: Plan) -> None:
    with one_change(amira):
        assert office.give_place(officers.by("admin"), amira.id, place(amira))
    assert hidden(amira) == set(journey.TRACKS)
    assert not way(amira, amira.camilla).ahead


def test_who_joins_sees_what_a_running_yes_to_their_department_shares(officers: Officers, amira: Plan) -> None:
    agree(amira.id, "health", "health")
    agree(amira.id, "benefits", "economy")
    agree(amira.id, "health", "family", days=-1)
    agree(amira.id, "health", "work", withdrawn_at=clock.now())
    agree(amira.id, "health", "community", kind="fetching")
    office.give_place(officers.by("leader"), amira.id, place(amira))
    assert hidden(amira) == set(journey.TRACKS) - {"health"}
    assert way(amira, amira.camilla).ahead


@pytest.mark.parametrize("department", [None, "Ydelse"])
def test_a_yes_opens_for_nobody_whose_card_says_another_department(
    officers: Officers, amira: Plan, department: str | None
) -> None:
    agree(amira.id, "health", "health")
    works_at(amira.camilla, department)
    with pytest.raises(ValidationError):
        NewPlace(colleague=amira.camilla, department="Sundhed")  # type: ignore[call-arg]
    office.give_place(officers.by("leader"), amira.id, place(amira))
    assert hidden(amira) == set(journey.TRACKS)
    assert row_of(amira).department == department


def test_who_moves_to_another_department_sees_no_more_what_the_old_ones_yes_opened(
    officers: Officers, amira: Plan
) -> None:
    give(amira)
    agree(amira.id, "benefits", "economy")
    office.give_place(officers.by("leader"), amira.id, place(amira))
    add_win(amira, amira.citizen, amira.step)
    assert amira.camilla in told() and hidden(amira) == set(journey.TRACKS) - {"health"}
    moved = office.NewPerson(kind="staff", name="Camilla", email="c@example.dk", department="Ydelse")
    assert office.change(officers.by("admin"), amira.camilla, moved, {})
    assert row_of(amira).department == "Ydelse" and hidden(amira) == set(journey.TRACKS)
    assert amira.camilla not in told()
    add_win(amira, amira.citizen, amira.step)
    assert amira.camilla not in told()


def test_another_name_of_the_same_department_closes_nothing(officers: Officers, amira: Plan) -> None:
    give(amira)
    office.give_place(officers.by("leader"), amira.id, place(amira))
    add_win(amira, amira.citizen, amira.step)
    same = office.NewPerson(kind="staff", name="Camilla", email="c@example.dk", department="Sundhedscentret")
    office.change(officers.by("admin"), amira.camilla, same, {})
    assert row_of(amira).department == "Sundhedscentret" and hidden(amira) == set(journey.TRACKS) - {"health"}
    assert amira.camilla in told()


def test_the_citizen_reads_who_joined_and_left_and_by_whom(officers: Officers, amira: Plan) -> None:
    office.give_place(officers.by("admin"), amira.id, place(amira))
    with one_change(amira):
        assert office.end_place(officers.by("leader"), amira.id, amira.camilla)
    with access.view(amira.citizen) as view:
        story = [(change.entry.verb, change.by) for change in journey.story(view, most=2).changes]
        assert amira.camilla not in [member.person_id for member in view.members]
    assert story == [("leave_team", "Lone"), ("join_team", "Birgit")]


def test_what_somebody_did_keeps_their_name_when_they_have_left(officers: Officers, amira: Plan) -> None:
    journey.add_win(amira.tove, amira.id, journey.NewWin(text={"text": "Godt gået", "lang": "da"}))
    office.end_place(officers.by("admin"), amira.id, amira.tove)
    for reader in (amira.citizen, amira.bo):
        with access.view(reader, amira.id) as view:
            assert [change.by for change in journey.story(view, most=2).changes] == ["Birgit", "Tove"]
            assert [member.name for member in view.members] == ["Bo"]


def test_the_citizen_is_told_at_once_that_somebody_joined(officers: Officers, amira: Plan) -> None:
    office.give_place(officers.by("leader"), amira.id, place(amira))
    assert told() == [amira.citizen]


def test_asked_twice_is_done_once(officers: Officers, amira: Plan) -> None:
    by = officers.by("admin")
    office.give_place(by, amira.id, place(amira))
    with nothing_written(amira):
        assert not office.give_place(by, amira.id, place(amira))
    office.end_place(by, amira.id, amira.camilla)
    with nothing_written(amira):
        assert not office.end_place(by, amira.id, amira.camilla)


def test_who_comes_again_begins_anew(officers: Officers, amira: Plan) -> None:
    by = officers.by("admin")
    office.give_place(by, amira.id, place(amira))
    hide(amira, amira.camilla, "work")
    office.end_place(by, amira.id, amira.camilla)
    office.give_place(by, amira.id, place(amira, role="fysioterapeut"))
    assert hidden(amira) == set(journey.TRACKS)


def test_four_professionals_work_on_one_plan(officers: Officers, amira: Plan) -> None:
    office.give_place(officers.by("admin"), amira.id, place(amira))
    office.give_place(officers.by("admin"), amira.id, NewPlace(colleague=officers.leader))
    with access.view(amira.citizen) as view:
        assert [member.name for member in view.members] == ["Bo", "Tove", "Camilla", "Lone"]


def test_a_place_is_a_professionals_who_works_here(officers: Officers, amira: Plan) -> None:
    office.end(officers.by("admin"), amira.camilla)
    for somebody in (amira.dorte, amira.camilla, officers.editor, officers.admin, officers.their_staff):
        with pytest.raises(Invalid) as told, nothing_written(amira):
            office.give_place(officers.by("admin"), amira.id, NewPlace(colleague=somebody))
        assert told.value.fields == {"colleague": "unknown"}


def test_the_contact_person_is_not_moved_from_here(officers: Officers, amira: Plan) -> None:
    with pytest.raises(Invalid, match="is_contact"):
        office.give_place(officers.by("admin"), amira.id, NewPlace(colleague=amira.bo))
    with pytest.raises(Invalid, match="is_contact"):
        office.end_place(officers.by("admin"), amira.id, amira.bo)


def test_the_house_is_not_told_that_a_colleague_goes_with_the_citizen(officers: Officers, amira: Plan) -> None:
    with db.writing() as session:
        place = access.Membership(
            plan_id=amira.id, person_id=amira.camilla, relation="companion", name="Nabo", until=clock.today()
        )
        session.add(place)
    by = officers.by("admin")
    with pytest.raises(Invalid) as told, nothing_written(amira):
        office.give_place(by, amira.id, NewPlace(colleague=amira.camilla))
    assert told.value.fields == {"colleague": "unknown"}
    with nothing_written(amira):
        assert not office.end_place(by, amira.id, amira.camilla)


def test_only_the_house_gives_places_and_only_in_its_own_municipality(officers: Officers, amira: Plan) -> None:
    for person in (amira.citizen, amira.bo, amira.tove, amira.camilla, officers.editor):
        with pytest.raises(NotAllowed), nothing_written(amira):
            office.give_place(office.of_person(person), amira.id, place(amira))
        with pytest.raises(NotAllowed), nothing_written(amira):
            office.end_place(office.of_person(person), amira.id, amira.tove)
    for name in ("their_admin", "their_leader"):
        with pytest.raises(NotFound), nothing_written(amira):
            office.give_place(officers.by(name), amira.id, NewPlace(colleague=officers.their_staff))
        with pytest.raises(NotFound), nothing_written(amira):
            office.end_place(officers.by(name), amira.id, amira.tove)


def test_the_house_reads_nothing(officers: Officers, amira: Plan) -> None:
    for relations in (OFFICE, OFFICE | access.INSIDERS):
        for person in (officers.admin, officers.leader):
            with pytest.raises(NotFound), access.view(person, amira.id, relations=relations):
                pass


def test_a_leader_with_a_place_of_their_own_still_decides_as_the_house(officers: Officers, amira: Plan) -> None:
    office.give_place(officers.by("admin"), amira.id, NewPlace(colleague=officers.leader))
    assert office.give_place(officers.by("leader"), amira.id, place(amira))


def test_nothing_else_can_be_changed_from_the_house(officers: Officers, amira: Plan) -> None:
    with access.change(officers.admin, amira.id, relations=OFFICE) as change:
        for verb in ("add_goal", "hide_track", "praise", "mark_seen", "call"):
            with pytest.raises(NotAllowed):
                change.may(verb)


def test_who_has_left_does_not_find_the_citizen_among_theirs(officers: Officers, amira: Plan) -> None:
    assert [row.name for row in desk.citizens(amira.tove)] == ["Amira"]
    office.end_place(officers.by("admin"), amira.id, amira.tove)
    assert desk.citizens(amira.tove) == []
    assert [row.name for row in desk.citizens(amira.bo)] == ["Amira"]


def test_the_last_day_of_a_place_is_a_day_on_it(officers: Officers, amira: Plan) -> None:
    with db.writing() as session:
        session.get_one(access.Membership, (amira.id, amira.tove)).until = clock.today() + timedelta(days=4)
    for day, found in (("2026-11-20", 1), ("2026-11-21", 0)):
        clock.start(clock.parse(day))
        assert len(desk.citizens(amira.tove)) == found
        assert (access.viewer(amira.tove, amira.id) is not None) == bool(found)
