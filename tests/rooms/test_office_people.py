"""The administrator's work: people come, change, leave and come back, and nothing crosses between municipalities."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier
from uuid import UUID, uuid4

import pytest
from cast import Plan
from consenting import give, works_in
from officers import NUMBER, Officers, appoint, number_of
from props import entries, hide, nothing_written, one_change, place, row, way
from pydantic import ValidationError

from minplan import access, clock, content, db, desk, dialogue, identity, journey, office, sharing
from minplan.access import Membership, Person
from minplan.errors import Conflict, Invalid, NotAllowed, NotFound
from minplan.office import NewCitizen, NewPerson

NEW = NewPerson(kind="staff", name="Ida Storm", email="Ida@Example.dk", role="sagsbehandler", department="Ydelse")


@pytest.fixture
def officers(amira: Plan) -> Officers:
    return appoint()


def card(officers: Officers, person: UUID) -> office.Card:
    return office.one(officers.by("admin"), person)


def seen(found: office.Card) -> dict[str, str]:
    names = ("kind", "name", "language", "email", "department", "role", "phone", "hours", "stand_in")
    return {name: str(getattr(found, name) or "") for name in names}


def test_who_is_added_can_be_known_by_the_address(officers: Officers) -> None:
    assert office.add(officers.by("admin"), uuid4(), NEW)
    found = identity.by_email(access.HOME, "ida@example.dk")
    assert found and (found.name, found.kind) == ("Ida Storm", "staff")


def test_a_form_sent_twice_adds_one(officers: Officers) -> None:
    key = uuid4()
    assert office.add(officers.by("admin"), key, NEW)
    with nothing_written(officers):  # type: ignore[arg-type]
        assert not office.add(officers.by("admin"), key, NEW)


def test_an_address_is_one_persons_in_a_municipality_and_free_in_the_next(officers: Officers) -> None:
    office.add(officers.by("admin"), uuid4(), NEW)
    with pytest.raises(Invalid, match="email: taken"):
        office.add(officers.by("admin"), uuid4(), NEW)
    assert office.add(officers.by("their_admin"), uuid4(), NEW)


def test_a_citizen_comes_with_a_plan_and_somebody_to_turn_to(officers: Officers, amira: Plan) -> None:
    key = uuid4()
    office.add(officers.by("admin"), key, NewCitizen(name="Mona", language="ar", contact=amira.bo), NUMBER)
    with access.view(key) as view:
        assert view.contact and view.contact.person_id == amira.bo
        story = journey.story(view)
    assert [(change.entry.verb, change.by) for change in story.changes] == [("begin", "Birgit")]
    found = identity.by_number(access.HOME, NUMBER)
    assert found and found.id == key
    assert NUMBER not in str(row(Person, key)) and "9999990001" not in str(row(Person, key))


@pytest.mark.parametrize(("number", "code"), [("12", "bad_id_number"), (NUMBER, "taken")])
def test_a_number_that_is_none_or_somebodys_is_told_by_its_field(
    officers: Officers, amira: Plan, number: str, code: str
) -> None:
    number_of(amira.citizen)
    with pytest.raises(Invalid) as told, nothing_written(amira):
        office.add(officers.by("admin"), uuid4(), NewCitizen(name="Mona", contact=amira.bo), number)
    assert told.value.fields == {"number": code}


def test_who_is_not_yet_18_cannot_be_added_for_they_could_not_sign_in(officers: Officers, amira: Plan) -> None:
    today = clock.today()
    child, adult = (f"{today:%d%m}{(today.year - years) % 100:02}-4001" for years in (17, 18))
    by, mona = officers.by("admin"), NewCitizen(name="Mona", contact=amira.bo)
    for act in (
        lambda: office.add(by, uuid4(), mona, child),
        lambda: office.change(by, amira.citizen, mona, {}, child),
    ):
        with pytest.raises(Invalid) as told, nothing_written(amira):
            act()
        assert told.value.fields == {"number": "young"}
    assert office.add(by, uuid4(), mona, adult)


def test_a_contact_person_is_needed_and_works_here(officers: Officers, amira: Plan) -> None:
    for contact in (None, amira.dorte, officers.their_staff, officers.editor):
        with pytest.raises(Invalid) as told:
            office.add(officers.by("admin"), uuid4(), NewCitizen(name="Mona", contact=contact))
        assert set(told.value.fields) == {"contact"}


def test_plans_show_what_the_card_says(officers: Officers, amira: Plan) -> None:
    new = NewPerson(kind="staff", name="Bo Berg", email="bo@example.dk", phone="70 00 00 09")
    assert office.change(officers.by("admin"), amira.bo, new, {})
    with access.view(amira.citizen) as view:
        assert view.contact and (view.contact.name, view.contact.phone) == ("Bo Berg", "70 00 00 09")
    assert not office.change(officers.by("admin"), amira.bo, new, {})


def test_a_citizen_whose_name_is_put_right_reads_who_did_it_and_is_still_called_you(
    officers: Officers, amira: Plan
) -> None:
    phrase = next(phrase for phrase in content.phrases("step").values() if "who" in phrase.slots and phrase.you)
    slots = {"who": "Amira", "date": "2026-12-03", "topic": "housing", "n": 2, "place": "A", "what": "B"}
    title = {"phrase": phrase.id, "slots": {name: slots[name] for name in phrase.slots}}
    new = journey.NewStep(milestone=amira.milestone, title=title, tracks=["work"])
    step = journey.add_step(amira.citizen, amira.id, new).subject_id
    mira = NewCitizen(name="Mira")
    with one_change(amira):
        assert office.change(officers.by("admin"), amira.citizen, mira, {})
    (told, *_) = entries(amira)
    assert (told.verb, told.before, told.after) == ("rename", {}, {"by_name": "Birgit"})
    (found,) = [each for each in way(amira).ahead if each.id == step]
    assert found.title.slots["who"] == "Mira"  # type: ignore[index]
    with nothing_written(amira):
        assert not office.change(officers.by("admin"), amira.citizen, mira, {})


def test_what_somebody_else_changed_meanwhile_is_not_overrun(officers: Officers, amira: Plan) -> None:
    old = seen(card(officers, amira.bo))
    base = {"kind": "staff", "email": "bo@example.dk"}
    office.change(officers.by("admin"), amira.bo, NewPerson(name="Bo Berg", **base), old)
    with pytest.raises(Conflict) as told:
        office.change(officers.by("admin"), amira.bo, NewPerson(name="Bo Bak", **base), old)
    assert (told.value.field, told.value.theirs) == ("name", "Bo Berg")


def test_who_leaves_is_out_everywhere_at_once_and_may_come_back(officers: Officers, amira: Plan) -> None:
    key = identity.begin(amira.tove)
    assert office.end(officers.by("admin"), amira.tove)
    assert identity.visit(key) is None
    assert access.viewer(amira.tove, amira.id) is None
    assert not office.end(officers.by("admin"), amira.tove)
    assert office.come_back(officers.by("admin"), amira.tove)
    assert identity.visit(identity.begin(amira.tove))
    assert access.viewer(amira.tove, amira.id) is None


def test_what_a_citizen_lets_others_see_ends_with_them_in_one_change(officers: Officers, amira: Plan) -> None:
    works_in(amira, amira.tove, "Sundhed")
    hide(amira, amira.tove, *journey.TRACKS)
    give(amira)
    taken, waiting = (invite(amira, name) for name in ("Nabo", "Ven"))
    sharing.accept(amira.dorte, sharing.open_code(taken, "x"))
    with one_change(amira):
        office.end(officers.by("admin"), amira.citizen)
    entry = entries(amira)[0]
    assert (entry.verb, entry.audience, entry.after) == ("close_plan", "citizen", {"by_name": "Birgit"})
    with pytest.raises(NotFound), access.view(amira.dorte, amira.id, relations=frozenset(access.SUPPORTERS)):
        pass
    with pytest.raises(Invalid, match="unknown_code"):
        sharing.open_code(waiting, "x")
    assert not way(amira, amira.tove).ahead
    with access.view(amira.citizen) as view:
        assert not sharing.running_consents(view)
    with nothing_written(amira):
        assert not office.end(officers.by("admin"), amira.citizen)


def invite(amira: Plan, name: str) -> str:
    new = sharing.NewInvitation(
        relation="companion", name=name, shares={"way"}, shown={"health"}, until=clock.today() + timedelta(days=9)
    )
    return sharing.invite(amira.citizen, amira.id, new, name) or ""


def test_nobody_leaves_citizens_behind(officers: Officers, amira: Plan) -> None:
    with pytest.raises(Invalid, match="still_contact"), nothing_written(amira):
        office.end(officers.by("admin"), amira.bo)
    assert card(officers, amira.bo).citizens == ((amira.citizen, "Amira"),)


def test_nobody_shuts_themselves_out(officers: Officers) -> None:
    with pytest.raises(Invalid, match="yourself"):
        office.end(officers.by("admin"), officers.admin)
    with pytest.raises(Invalid, match="yourself"):
        office.change(officers.by("admin"), officers.admin, NewPerson(kind="staff", name="B", email="b@example.dk"), {})


def another_admin() -> UUID:
    with db.writing() as session:
        person = Person(kind="administrator", name="Bente", email="bente@example.dk")
        session.add(person)
        session.flush()
        return person.id


def test_who_has_just_been_let_go_or_is_no_administrator_any_more_changes_nobody(officers: Officers) -> None:
    other = another_admin()
    late = office.of_person(other)
    office.change(officers.by("admin"), other, NewPerson(kind="editor", name="Bente", email="bente@example.dk"), {})
    with pytest.raises(NotAllowed):
        office.change(late, officers.admin, NewPerson(kind="staff", name="Birgit", email="b@example.dk"), {})
    office.change(officers.by("admin"), other, NewPerson(kind="administrator", name="Bente", email="b@example.dk"), {})
    office.end(officers.by("admin"), other)
    with pytest.raises(NotAllowed):
        office.end(late, officers.admin)


@pytest.mark.slow
def test_of_two_administrators_who_let_each_other_go_at_once_one_stays(officers: Officers) -> None:
    for _ in range(4):
        one, two = officers.by("admin"), office.of_person(another_admin())
        gate = Barrier(2)

        def attempt(by: office.Doorkeeper, person: UUID, gate: Barrier = gate) -> bool:
            gate.wait()
            try:
                return office.end(by, person)
            except NotAllowed:
                return False

        with ThreadPoolExecutor(2) as hands:
            found = list(hands.map(attempt, (one, two), (two.person_id, one.person_id)))
        assert sorted(found) == [False, True]
        left = [person for person in (one.person_id, two.person_id) if row(Person, person)["ended_on"]]
        assert len(left) == 1
        with db.writing() as session:
            for person in (one.person_id, two.person_id):
                session.get_one(Person, person).ended_on = None
            session.get_one(Person, two.person_id).email = None


def test_who_has_a_place_on_a_plan_does_not_become_somebody_who_may_have_none(officers: Officers, amira: Plan) -> None:
    new = NewPerson(kind="administrator", name="Tove", email="tove@example.dk")
    with pytest.raises(Invalid, match="kind: has_places"):
        office.change(officers.by("admin"), amira.tove, new, {})


def test_who_has_left_stands_in_for_nobody(officers: Officers, amira: Plan) -> None:
    new = NewPerson(kind="staff", name="Bo", email="bo@example.dk", stand_in=amira.tove)
    office.change(officers.by("admin"), amira.bo, new, {})
    assert card(officers, amira.bo).stand_in == amira.tove
    office.end(officers.by("admin"), amira.tove)
    assert card(officers, amira.bo).stand_in is None


def test_a_list_finds_by_name_and_ends_at_the_border(officers: Officers) -> None:
    found, more = office.people(officers.by("admin"), "am")
    assert [person.name for person in found] == ["Amira", "Camilla"] and not more
    assert office.people(officers.by("admin"), "%") == ([], False)
    assert "Dagny" not in [person.name for person in office.people(officers.by("admin"))[0]]
    assert {person.name for person in office.people(officers.by("their_admin"))[0]} == {
        "Administrator", "Dagny", "Leader", "Staff",
    }  # fmt: skip


def test_whom_citizens_ask_to_go_with_them_is_nobody_to_the_house(officers: Officers, amira: Plan) -> None:
    with db.writing() as session:
        session.add(person := Person(kind="supporter", name="Fatima"))
        session.flush()
        key = person.id
    by = officers.by("admin")
    assert office.people(by, "fatima") == ([], False) and key not in [row.id for row in office.people(by)[0]]
    for act in (
        lambda: office.one(by, key),
        lambda: office.change(by, key, NewCitizen(name="F"), {}),
        lambda: office.end(by, key),
        lambda: office.come_back(by, key),
    ):
        with pytest.raises(NotFound), nothing_written(amira):
            act()


@pytest.mark.parametrize("bad", ["\u200b", "Ida\x01", "Ida\u202e", "\u3164"])
@pytest.mark.parametrize("field", ["name", "role", "department", "hours"])
def test_what_nobody_sees_or_what_turns_the_page_stands_on_no_card(field: str, bad: str) -> None:
    with pytest.raises(ValidationError, match="cannot be kept"):
        NewPerson(**NEW.model_dump() | {field: bad})
    if field == "name":
        with pytest.raises(ValidationError, match="cannot be kept"):
            NewCitizen(name=bad)


def test_from_the_other_side_nobody_here_can_be_seen_changed_or_ended(officers: Officers, amira: Plan) -> None:
    theirs = officers.by("their_admin")
    for person in (amira.citizen, amira.bo, officers.admin):
        with pytest.raises(NotFound), nothing_written(amira):
            office.one(theirs, person)
        with pytest.raises(NotFound), nothing_written(amira):
            office.change(theirs, person, NEW, {})
        with pytest.raises(NotFound), nothing_written(amira):
            office.end(theirs, person)
        with pytest.raises(NotFound), nothing_written(amira):
            office.come_back(theirs, person)
    stranger = NEW.model_copy(update={"stand_in": amira.bo})
    with pytest.raises(Invalid, match="stand_in"):
        office.add(theirs, uuid4(), stranger)


def test_an_id_of_somebody_elsewhere_adds_and_tells_nothing(officers: Officers) -> None:
    with pytest.raises(Invalid):
        office.add(officers.by("admin"), officers.dagny, NEW)


@pytest.mark.parametrize("kind", ["leader", "editor", "staff", "citizen"])
def test_adding_and_ending_is_an_administrators_work(officers: Officers, amira: Plan, kind: str) -> None:
    person = {"leader": officers.leader, "editor": officers.editor, "staff": amira.bo, "citizen": amira.citizen}[kind]
    by = office.of_person(person)
    for act in (
        lambda: office.add(by, uuid4(), NEW),
        lambda: office.change(by, amira.tove, NEW, {}),
        lambda: office.end(by, amira.tove),
        lambda: office.come_back(by, amira.tove),
    ):
        with pytest.raises(NotAllowed), nothing_written(amira):
            act()
    if kind != "leader":
        with pytest.raises(NotAllowed):
            office.people(by)


def test_no_place_of_a_contact_person_is_left_over(officers: Officers, amira: Plan) -> None:
    office.end(officers.by("admin"), amira.tove)
    with db.reading() as connection:
        found = connection.execute(Membership.__table__.select()).all()  # type: ignore[attr-defined]
    assert {(each.relation, each.until) for each in found} == {
        ("contact", None), ("team", clock.today().replace(day=15)),
    }  # fmt: skip


def test_a_leader_reads_what_waits_at_home_and_nothing_from_the_next_municipality(
    officers: Officers, amira: Plan
) -> None:
    place(amira, ball="municipality")
    dialogue.call(amira.citizen, amira.id, dialogue.NewCall(topic="money"))
    journey.set_date(amira.citizen, amira.id, place(amira, "law"), "", journey.When(on=clock.today()))
    assert {line.what for line in desk.waiting(officers.leader)} == {"step", "call", "proposal"}
    assert desk.waiting(officers.their_leader) == []
