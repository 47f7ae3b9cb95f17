"""Another contact person: one at a time, with a reason, and nothing hidden comes out on the way."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from cast import Plan, said
from consenting import give, works_in
from props import entries, hide, nothing_written, one_change, row, words
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from minplan import access, clock, db, handover, journey, office
from minplan.access import Membership, Notice, Person
from minplan.errors import Conflict, Invalid, NotFound
from minplan.handover import Handover, NewContact

WHY = "Bo har fået nyt arbejde."


def somebody(kind: str = "leader", name: str = "Lis", **more: object) -> UUID:
    with db.writing() as session:
        person = Person(kind=kind, name=name, **more)
        session.add(person)
        session.flush()
        return person.id


@pytest.fixture
def leader(amira: Plan) -> UUID:
    return somebody()


def change(amira: Plan, by: UUID, to: UUID, seen: UUID | None = None, stays: bool = False) -> journey.Outcome:
    command = NewContact(to=to, seen=seen or amira.bo, reason=said(WHY), stays=stays)
    return handover.change_contact(by, amira.id, command)


def places(amira: Plan) -> dict[UUID, tuple[str, str]]:
    with db.reading() as connection:
        table = Membership.__table__  # type: ignore[attr-defined]
        found = connection.execute(select(table).where(table.c.plan_id == amira.id))
        return {each.person_id: (each.relation, each.hidden) for each in found}


def notices(amira: Plan) -> set[tuple[UUID, str]]:
    with db.reading() as connection:
        table = Notice.__table__  # type: ignore[attr-defined]
        return {(each.person_id, each.what) for each in connection.execute(select(table))}


@pytest.mark.parametrize("kind", ["leader", "administrator"])
def test_the_old_place_ends_and_the_new_one_keeps_what_is_kept(amira: Plan, kind: str) -> None:
    hide(amira, amira.bo, "health")
    with one_change(amira):
        assert change(amira, somebody(kind), amira.camilla).kind == "done"
    assert places(amira) == {amira.camilla: ("contact", "health"), amira.tove: ("team", "")}
    with access.view(amira.camilla, amira.id) as view:
        assert not journey.way(view).goals and view.viewer.relation == "contact"
    with pytest.raises(NotFound), access.view(amira.bo, amira.id):
        pass


def test_everybody_reads_who_and_why_and_the_three_are_told(amira: Plan, leader: UUID) -> None:
    change(amira, leader, amira.camilla)
    entry = entries(amira)[0]
    assert (entry.verb, entry.before, entry.after, entry.audience) == (
        "change_contact", {"name": "Bo"}, {"name": "Camilla"}, "all",
    )  # fmt: skip
    assert entry.reason and entry.reason.text == WHY
    assert notices(amira) == {(who, "handover") for who in (amira.citizen, amira.bo, amira.camilla)}


def test_a_colleague_of_the_team_keeps_both_what_was_hidden_from_them_and_from_the_old_one(
    amira: Plan, leader: UUID
) -> None:
    hide(amira, amira.bo, "health", "family")
    journey.hide_tracks(amira.citizen, amira.id, amira.tove, {"work", "health", "community"})
    journey.hide_tracks(amira.citizen, amira.id, amira.tove, {"work", "health"})
    change(amira, leader, amira.tove)
    assert places(amira) == {amira.tove: ("contact", "work,health,family")}


def test_what_a_place_in_the_team_hides_by_itself_is_not_hidden_from_a_contact_person(
    amira: Plan, leader: UUID
) -> None:
    office.give_place(office.of_person(leader), amira.id, office.NewPlace(colleague=amira.camilla))
    begun = set(places(amira)[amira.camilla][1].split(","))
    journey.hide_tracks(amira.citizen, amira.id, amira.camilla, begun - {"work"})
    journey.hide_tracks(amira.citizen, amira.id, amira.camilla, begun)
    change(amira, leader, amira.camilla)
    assert places(amira)[amira.camilla] == ("contact", "work")
    with access.view(amira.camilla, amira.id) as view:
        assert journey.way(view).goals


@pytest.mark.parametrize(("kept", "seen"), [("economy", {"health"}), ("health", set())])
def test_who_stays_in_the_team_begins_there_like_everybody_else(
    amira: Plan, leader: UUID, kept: str, seen: set[str]
) -> None:
    works_in(amira, amira.bo, "Sundhed")
    give(amira)
    hide(amira, amira.bo, kept)
    change(amira, leader, amira.camilla, stays=True)
    relation, hidden = places(amira)[amira.bo]
    assert relation == "team" and set(hidden.split(",")) == set(journey.TRACKS) - seen
    assert places(amira)[amira.camilla] == ("contact", kept)


def place(amira: Plan, who: UUID, relation: str, days: int) -> None:
    until = clock.today() + timedelta(days=days)
    more = {"relation": relation, "until": until, "shares": "next", "hidden": "work"}
    with db.writing() as session:
        session.add(Membership(plan_id=amira.id, person_id=who, name="Min skøre nabo", role="Nabo", **more))


def test_whose_place_has_ended_gets_a_new_one_and_who_supports_the_citizen_keeps_theirs(
    amira: Plan, leader: UUID
) -> None:
    place(amira, amira.camilla, "mentor", 9)
    with nothing_written(amira), pytest.raises(Invalid, match="to: unknown"):
        change(amira, leader, amira.camilla)
    clock.start(clock.now() + timedelta(days=10))
    change(amira, leader, amira.camilla)
    with access.view(amira.camilla, amira.id) as view:
        assert view.viewer.relation == "contact" and not view.viewer.hidden and not view.viewer.shares
        assert view.contact and (view.contact.name, view.contact.role) == ("Camilla", "")


def test_asked_twice_done_once_and_an_old_form_changes_nothing(amira: Plan, leader: UUID) -> None:
    change(amira, leader, amira.camilla)
    with nothing_written(amira):
        assert change(amira, leader, amira.camilla).kind == "unchanged"
        with pytest.raises(Conflict):
            change(amira, leader, amira.tove)


def test_there_and_back_again(amira: Plan, leader: UUID) -> None:
    change(amira, leader, amira.camilla)
    change(amira, leader, amira.bo, seen=amira.camilla)
    assert places(amira)[amira.bo][0] == "contact" and amira.camilla not in places(amira)


@pytest.mark.parametrize("who", ["citizen", "bo", "tove", "camilla", "dorte"])
def test_nobody_else_changes_it(amira: Plan, who: str) -> None:
    with nothing_written(amira), pytest.raises(NotFound):
        change(amira, getattr(amira, who), amira.camilla)


def test_nothing_crosses_between_municipalities(amira: Plan, leader: UUID) -> None:
    with db.writing() as session:
        session.add(access.Municipality(code="elsewhere", name="Et andet sted"))
    far = somebody("leader", "Fjern", municipality_id="elsewhere")
    with nothing_written(amira):
        with pytest.raises(NotFound):
            change(amira, far, amira.camilla)
        with pytest.raises(Invalid, match="to: unknown"):
            change(amira, leader, far)
    assert not handover.contacts(far).lines
    assert far not in dict(handover.colleagues(leader))


def test_only_a_colleague_who_is_here_can_take_over(amira: Plan, leader: UUID) -> None:
    gone = somebody("staff", "Væk", ended_on=clock.today())
    with nothing_written(amira):
        for wrong in (gone, amira.dorte, uuid4()):
            with pytest.raises(Invalid, match="to: unknown"):
                change(amira, leader, wrong)


def test_nobody_takes_a_plan_for_themselves(amira: Plan, leader: UUID) -> None:
    with nothing_written(amira), pytest.raises(Invalid, match="to: own_place"):
        change(amira, leader, leader)
    assert leader not in dict(handover.colleagues(leader)) and amira.tove in dict(handover.colleagues(leader))


def test_the_database_itself_holds_exactly_one(amira: Plan) -> None:
    with pytest.raises(IntegrityError), db.writing() as session:
        session.add(Membership(plan_id=amira.id, person_id=amira.camilla, relation="contact", name="Camilla"))


def test_a_citizen_without_one_gets_a_first_one(amira: Plan, leader: UUID) -> None:
    with access.view(amira.dorte) as view:
        plan = view.plan.id
    command = NewContact(to=amira.bo, seen=None, reason=said("Velkommen"))
    assert handover.change_contact(leader, plan, command).kind == "done"
    with access.view(amira.dorte) as view:
        mine = handover.mine(view)
    assert [(period.name, period.until) for period in mine.periods] == [("Bo", None)]


def test_the_citizen_sees_all_there_have_been_with_days_and_reasons(amira: Plan, leader: UUID) -> None:
    change(amira, leader, amira.camilla)
    with access.view(amira.citizen) as view:
        now, before = handover.mine(view).periods
    assert (now.name, now.until, now.why) == ("Camilla", None, None)
    assert before.name == "Bo" and before.until == now.since
    assert before.why and before.why.text == WHY


def test_a_leader_sees_numbers_by_name_and_never_a_ranking(amira: Plan, leader: UUID) -> None:
    change(amira, leader, amira.camilla)
    nobody, one = handover.contacts(leader).lines
    assert (nobody.person_id, [name for _, name in nobody.citizens]) == (None, ["Dorte"])
    assert (one.name, [name for _, name in one.citizens], one.handed_over) == ("Camilla", ["Amira"], 0)
    change(amira, leader, amira.bo, seen=amira.camilla)
    assert handover.contacts(leader).most == 0  # of Dorte's none and Amira's three, half have had at most none
    assert words(row(Handover, _handovers(amira)[0])["reason_id"]) == WHY


def _handovers(amira: Plan) -> list[UUID]:
    with db.reading() as connection:
        table = Handover.__table__  # type: ignore[attr-defined]
        return list(connection.execute(select(table.c.id).where(table.c.plan_id == amira.id)).scalars())
