"""Whom the citizen lets stand by them: asked with a code, given a part until a day, and taken back at once."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date, timedelta
from threading import Barrier
from typing import Any
from uuid import UUID, uuid4

import pytest
from cast import MONDAY, Plan, said
from props import entries, everything, hide, nothing_written, one_change, place, way
from sqlalchemy import select

from minplan import access, clock, db, desk, identity, journey, sharing
from minplan.access import SUPPORTERS, Membership, Municipality, Person
from minplan.errors import Conflict, Invalid, NotAllowed, NotFound
from minplan.identity import Claimed
from minplan.journey import NewWin
from minplan.sharing import Allowance, NewInvitation

TODAY = date.fromisoformat(MONDAY)
UNTIL = TODAY + timedelta(days=30)
SUPPORTING = frozenset(SUPPORTERS)
EVERYTHING = {"shares": {"next", "dates", "wins", "way"}, "shown": set(journey.TRACKS), "until": UNTIL}
DESK = "203.0.113.7"
NADIA = Claimed("citizens", "https://id.example", "nadia", "home", frozenset({"citizen", "supporter"}), name="Nadia")


def asked(amira: Plan, once: str = "one", **changed: object) -> str:
    """The code of an invitation to be Amira's companion."""
    new = NewInvitation.model_validate({"relation": "companion", "name": "Min søster"} | EVERYTHING | changed)
    code = sharing.invite(amira.citizen, amira.id, new, once)
    assert code
    return code


def stands_by(amira: Plan, who: UUID, **changed: object) -> UUID:
    """Somebody has accepted; returns the invitation."""
    invitation = sharing.open_code(asked(amira, **changed), DESK)  # type: ignore[arg-type]
    sharing.accept(who, invitation)
    return invitation


def look(amira: Plan, who: UUID) -> sharing.Glimpse:
    with access.view(who, amira.id, "supporting", SUPPORTING) as view:
        return sharing.glimpse(view.viewer, journey.way(view), clock.today())


def circle(amira: Plan) -> tuple[list[sharing.Supporter], list[sharing.Waiting], list[Any]]:
    with access.view(amira.citizen) as view:
        return sharing.circle(view)


def later(days: int) -> None:
    clock.start(clock.parse((TODAY + timedelta(days=days)).isoformat()))


def seen(amira: Plan) -> dict[str, object]:
    with db.writing() as session:
        row = session.get_one(Membership, (amira.id, amira.dorte))
        return {name: getattr(row, name) for name in ("shares", "hidden", "until")}


def test_a_code_brings_a_place_with_what_was_given_and_no_more(amira: Plan) -> None:
    with one_change(amira):
        code = asked(amira)
    (waits,) = circle(amira)[1]
    assert (waits.name, waits.relation, waits.until) == ("Min søster", "companion", UNTIL)
    invitation = sharing.open_code(code.lower().replace("-", " "), DESK)
    offer = sharing.invited(amira.dorte, invitation)
    assert (offer.citizen_name, offer.shown, offer.until) == ("Amira", journey.TRACKS, UNTIL)
    with one_change(amira):
        assert sharing.accept(amira.dorte, invitation).subject_id == amira.id
    (companion,), waiting, _ = circle(amira)
    assert (companion.id, companion.since, companion.ended, waiting) == (amira.dorte, TODAY, False, [])
    (standing,) = sharing.standing_by(amira.dorte)
    assert (standing.plan_id, standing.citizen_name, standing.until) == (amira.id, "Amira", UNTIL)
    for read in (lambda: access.view(amira.dorte, amira.id), lambda: access.change(amira.dorte, amira.id)):
        with pytest.raises(NotFound), read():
            pass


def test_no_table_holds_a_code_that_anybody_could_use(amira: Plan) -> None:
    code = asked(amira)
    assert code not in str(everything()) and code.replace("-", "") not in str(everything())


def test_the_same_form_twice_is_one_invitation_with_one_code(amira: Plan) -> None:
    code = asked(amira)
    with nothing_written(amira):
        assert asked(amira) == code
    assert asked(amira, name="Min bror") != code
    assert asked(amira, "another") != code
    stands_by(amira, amira.dorte)
    new = NewInvitation.model_validate({"relation": "companion", "name": "Min søster"} | EVERYTHING)
    with nothing_written(amira):
        assert sharing.invite(amira.citizen, amira.id, new, "one") is None


@pytest.mark.parametrize("typed", ["", "AAAA-AAAA-AAAA", "7KMA-3XPE", "%", "🌳" * 12, "7KMA-3XPE-Y9CD-7KMA"])
def test_a_code_that_nobody_made_opens_nothing(amira: Plan, typed: str) -> None:
    with pytest.raises(Invalid, match="code: unknown_code" if typed else "code: no_code"):
        sharing.open_code(typed, DESK)


def test_codes_cannot_be_guessed_at_any_speed(amira: Plan) -> None:
    code = asked(amira)
    for _ in range(10):
        with pytest.raises(Invalid, match="unknown_code"):
            sharing.open_code("AAAA-AAAA-AAAA", DESK)
    with pytest.raises(Invalid, match="too_often"):
        sharing.open_code(code, DESK)
    assert sharing.open_code(code, "203.0.113.8"), "somebody else is not held up by it"
    clock.start(clock.now() + timedelta(minutes=16))
    assert sharing.open_code(code, DESK)


def test_a_code_is_good_for_fourteen_days_and_one_person(amira: Plan) -> None:
    code = asked(amira)
    invitation = sharing.open_code(code, DESK)
    later(13)
    assert sharing.open_code(code, DESK) == invitation
    later(15)
    with pytest.raises(Invalid, match="unknown_code"):
        sharing.open_code(code, DESK)
    with nothing_written(amira), pytest.raises(NotFound):
        sharing.accept(amira.dorte, invitation)
    used = stands_by(amira, amira.dorte, once="again")
    with nothing_written(amira), pytest.raises(NotFound):
        sharing.accept(amira.camilla, used)


def test_a_code_that_was_taken_back_opens_nothing(amira: Plan) -> None:
    invitation = sharing.open_code(asked(amira), DESK)
    with one_change(amira):
        assert sharing.take_back(amira.citizen, amira.id, invitation).kind == "done"
    with nothing_written(amira):
        assert sharing.take_back(amira.citizen, amira.id, invitation).kind == "unchanged"
        with pytest.raises(NotFound):
            sharing.accept(amira.dorte, invitation)


def test_taking_a_code_back_ends_the_place_that_somebody_has_just_taken_with_it(amira: Plan) -> None:
    invitation = stands_by(amira, amira.dorte)
    assert sharing.take_back(amira.citizen, amira.id, invitation).kind == "done"
    with pytest.raises(NotFound):
        look(amira, amira.dorte)


@pytest.mark.parametrize("relation", ["contact", "team"])
def test_taking_an_old_code_back_ends_no_place_that_the_office_gave_since(amira: Plan, relation: str) -> None:
    invitation = stands_by(amira, amira.camilla)
    with db.writing() as session:
        if relation == "contact":
            session.delete(session.get_one(Membership, (amira.id, amira.bo)))
            session.flush()
        place = session.get_one(Membership, (amira.id, amira.camilla))
        place.relation, place.until = relation, None
    with nothing_written(amira):
        assert sharing.take_back(amira.citizen, amira.id, invitation).kind == "unchanged"


def test_taking_an_old_code_back_ends_no_place_that_another_code_brought(amira: Plan) -> None:
    first = stands_by(amira, amira.dorte)
    second = stands_by(amira, amira.dorte, once="two", shares={"wins"})
    with nothing_written(amira):
        assert sharing.take_back(amira.citizen, amira.id, first).kind == "unchanged"
    assert sharing.take_back(amira.citizen, amira.id, second).kind == "done"
    with pytest.raises(NotFound):
        look(amira, amira.dorte)


def test_nobody_of_another_municipality_can_accept(amira: Plan) -> None:
    with db.writing() as session:
        session.add(Municipality(code="away", name="En anden"))
        session.flush()
        stranger = Person(municipality_id="away", kind="citizen", name="Ebbe")
        session.add(stranger)
        session.flush()
    invitation = sharing.open_code(asked(amira), DESK)
    with nothing_written(amira):
        for knock in (sharing.accept, sharing.invited):
            with pytest.raises(NotFound):
                knock(stranger.id, invitation)
        assert sharing.newcomer(invitation, replace(NADIA, municipality="away")) is None


def test_who_is_on_the_plan_already_or_looks_at_many_cannot_accept(amira: Plan) -> None:
    invitation = sharing.open_code(asked(amira), DESK)
    people = {kind: Person(kind=kind, name=kind) for kind in ("leader", "administrator", "editor")}
    with db.writing() as session:
        session.add_all(people.values())
    with nothing_written(amira):
        for who, why in ((amira.citizen, "own_plan"), (amira.bo, "has_place"), (amira.tove, "has_place")):
            with pytest.raises(Invalid, match=f"code: {why}"):
                sharing.accept(who, invitation)
        for person in people.values():
            with pytest.raises(NotAllowed):
                sharing.accept(person.id, invitation)


def test_a_newcomer_is_let_in_by_an_open_invitation_alone(amira: Plan) -> None:
    invitation = sharing.open_code(asked(amira), DESK)
    with nothing_written(amira):
        assert sharing.newcomer(uuid4(), NADIA) is None
    nadia = sharing.newcomer(invitation, NADIA)
    assert nadia and (nadia.kind, nadia.name) == ("supporter", "Nadia")
    sharing.accept(nadia.id, invitation)
    assert look(amira, nadia.id).next
    with nothing_written(amira):
        assert sharing.newcomer(invitation, replace(NADIA, subject="somebody else")) is None


def test_a_newcomer_in_two_tabs_is_one_person(amira: Plan) -> None:
    invitation = sharing.open_code(asked(amira), DESK)
    start = Barrier(3)

    def knock(_tab: int) -> UUID | None:
        start.wait()
        found = sharing.newcomer(invitation, NADIA)
        return found and found.id

    with ThreadPoolExecutor(3) as tabs:
        assert len(set(tabs.map(knock, range(3))) - {None}) == 1
    with db.reading() as connection:
        assert len(connection.execute(select(Person.id).where(Person.kind == "supporter")).all()) == 1


def test_who_came_with_a_code_and_never_answered_is_forgotten_after_a_while(amira: Plan) -> None:
    invitation = sharing.open_code(asked(amira), DESK)
    nadia = sharing.newcomer(invitation, NADIA)
    stays = sharing.newcomer(invitation, replace(NADIA, subject="mona", name="Mona"))
    assert nadia and stays
    sharing.accept(stays.id, invitation)
    sharing.end_supporter(amira.citizen, amira.id, stays.id)
    began = identity.begin(nadia.id)
    assert sharing.forget_strangers(clock.now() + timedelta(days=1)) == 0, "who is in is no stranger"
    identity.end(began)
    assert sharing.forget_strangers(clock.now() - timedelta(days=1)) == 0, "not yet"
    assert sharing.forget_strangers(clock.now() + timedelta(days=1)) == 1
    assert access.person(nadia.id) is None and access.person(stays.id)
    assert "nadia" not in str(everything())


def test_whoever_came_for_this_alone_and_says_no_is_known_no_more(amira: Plan) -> None:
    invitation = sharing.open_code(asked(amira), DESK)
    before = everything()
    nadia = sharing.newcomer(invitation, NADIA)
    assert nadia
    identity.begin(nadia.id)
    assert sharing.refuse(nadia.id) and access.person(nadia.id) is None
    assert everything() == before
    stands_by(amira, amira.dorte, once="two")
    for somebody in (amira.dorte, amira.bo, amira.citizen):
        assert not sharing.refuse(somebody) and access.person(somebody)


def test_who_worked_with_the_plan_before_can_stand_by_and_no_colleague_reads_it(amira: Plan) -> None:
    journey.add_win(amira.tove, amira.id, NewWin(text=said("Det gik godt")))
    with db.writing() as session:
        session.get_one(Membership, (amira.id, amira.tove)).until = TODAY - timedelta(days=1)
    stands_by(amira, amira.tove, name="Min veninde")
    assert look(amira, amira.tove).next
    with access.view(amira.bo, amira.id) as view:
        assert "Min veninde" not in str(journey.story(view))


def test_what_was_given_ends_with_its_last_day_and_can_be_given_again(amira: Plan) -> None:
    stands_by(amira, amira.dorte)
    later(30)
    assert look(amira, amira.dorte).next
    later(31)
    with pytest.raises(NotFound):
        look(amira, amira.dorte)
    assert sharing.standing_by(amira.dorte) == []
    assert circle(amira)[0][0].ended
    again = Allowance(shares={"wins"}, until=TODAY + timedelta(days=60))
    sharing.change_supporter(amira.citizen, amira.id, amira.dorte, again, seen(amira))
    assert look(amira, amira.dorte).wins == ()


def test_taking_back_ends_it_at_once_and_once(amira: Plan) -> None:
    stands_by(amira, amira.dorte)
    with one_change(amira):
        assert sharing.end_supporter(amira.citizen, amira.id, amira.dorte).kind == "done"
    with pytest.raises(NotFound):
        look(amira, amira.dorte)
    with nothing_written(amira):
        assert sharing.end_supporter(amira.citizen, amira.id, amira.dorte).kind == "unchanged"
        for other in (amira.camilla, amira.bo, amira.tove, uuid4()):
            with pytest.raises(NotFound):
                sharing.end_supporter(amira.citizen, amira.id, other)


def test_a_supporter_stops_by_themselves_and_the_citizen_is_told(amira: Plan) -> None:
    stands_by(amira, amira.dorte)
    with one_change(amira):
        sharing.leave(amira.dorte, amira.id)
    entry = entries(amira)[0]
    assert (entry.verb, entry.audience, entry.before) == ("leave", "citizen", {"relation": "companion"})
    told = [(each.before, each.after) for each in entries(amira)]
    assert "Min søster" not in str(told), "whoever does not go along any more is named in nothing that stays"
    with db.reading() as connection:
        (notice,) = connection.execute(select(access.Notice)).all()
    assert (notice.person_id, notice.what) == (amira.citizen, "supporter")
    with nothing_written(amira):
        assert sharing.leave(amira.dorte, amira.id).kind == "unchanged"
        for stranger in (amira.camilla, amira.bo, amira.citizen):
            with pytest.raises(NotFound):
                sharing.leave(stranger, amira.id)


def test_a_change_compares_what_the_citizen_saw(amira: Plan) -> None:
    stands_by(amira, amira.dorte)
    old = seen(amira)
    less = Allowance(shares={"wins"}, until=UNTIL)
    with one_change(amira):
        sharing.change_supporter(amira.citizen, amira.id, amira.dorte, less, old)
    with nothing_written(amira):
        assert sharing.change_supporter(amira.citizen, amira.id, amira.dorte, less, old).kind == "unchanged"
        more = Allowance.model_validate(EVERYTHING | {"shares": {"next"}})
        with pytest.raises(Conflict):
            sharing.change_supporter(amira.citizen, amira.id, amira.dorte, more, old)


@pytest.mark.parametrize(("days", "code"), [(-1, "past"), (366, "too_far")])
def test_there_is_an_end_that_one_can_look_ahead_to(amira: Plan, days: int, code: str) -> None:
    stands_by(amira, amira.dorte)
    until = TODAY + timedelta(days=days)
    with nothing_written(amira):
        with pytest.raises(Invalid, match=f"until: {code}"):
            asked(amira, until=until)
        with pytest.raises(Invalid, match=f"until: {code}"):
            sharing.change_supporter(
                amira.citizen, amira.id, amira.dorte, Allowance(shares={"wins"}, until=until), seen(amira)
            )


def test_only_the_citizen_gives_changes_and_takes_back(amira: Plan) -> None:
    invitation = stands_by(amira, amira.dorte)
    limits = Allowance(shares={"wins"}, until=UNTIL)
    new = NewInvitation.model_validate({"relation": "mentor", "name": "Mig selv"} | EVERYTHING)
    with nothing_written(amira):
        for who, refused in ((amira.bo, NotAllowed), (amira.tove, NotAllowed), (amira.dorte, NotFound)):
            for act in (
                lambda who: sharing.invite(who, amira.id, new, "one"),
                lambda who: sharing.change_supporter(who, amira.id, amira.dorte, limits, seen(amira)),
                lambda who: sharing.end_supporter(who, amira.id, amira.dorte),
                lambda who: sharing.take_back(who, amira.id, invitation),
            ):
                with pytest.raises(refused):
                    act(who)
        with access.view(amira.bo, amira.id) as view, pytest.raises(NotAllowed):
            sharing.circle(view)


@pytest.mark.parametrize("share", ["next", "dates", "wins", "way"])
def test_each_thing_is_given_by_itself(amira: Plan, share: str) -> None:
    place(amira, when_on=TODAY + timedelta(days=3))
    journey.add_win(amira.citizen, amira.id, NewWin(text=said("Jeg gik ud")))
    stands_by(amira, amira.dorte, shares={share})
    found = look(amira, amira.dorte)
    given = {name for name in ("next", "dates", "wins", "way") if getattr(found, name)}
    assert given == {share}
    days = [each for each in (found.next, *(found.way or ())) if each and (each.when_on or each.when_at)]
    assert not days, "days are given by themselves"


def test_a_track_that_is_not_shown_does_not_exist_in_the_glimpse(amira: Plan) -> None:
    place(amira, when_on=TODAY, tracks="health,work")
    place(amira, when_on=TODAY, tracks="work")
    journey.add_win(amira.citizen, amira.id, NewWin(text=said("Jeg gik ud"), step=amira.step))
    stands_by(amira, amira.dorte, shown={"work"})
    found = look(amira, amira.dorte)
    assert found.next and found.next.title.text == "Skridt" and found.wins == ()
    assert len(found.way or ()) == len(found.dates or ()) == 1


def test_an_opening_by_a_supporter_stands_in_the_citizens_log(amira: Plan) -> None:
    stands_by(amira, amira.dorte)
    look(amira, amira.dorte)
    with db.reading() as connection:
        (opening,) = connection.execute(select(access.Opening)).all()
    assert (opening.relation, opening.name, opening.what) == ("companion", "Min søster", "supporting")


def test_praise_by_a_supporter_is_for_the_citizen_alone(amira: Plan) -> None:
    stands_by(amira, amira.dorte)
    stands_by(amira, amira.camilla, once="two", name="Min mentor", relation="mentor")
    with one_change(amira):
        journey.cheer(amira.dorte, amira.id, NewWin(text=said("Du er sej")))
    assert entries(amira)[0].audience == "citizen"
    (win,) = way(amira).wins
    assert (win.by, win.text.text) == ("Min søster", "Du er sej")
    assert way(amira, amira.bo).wins == way(amira, amira.tove).wins == ()
    assert look(amira, amira.camilla).wins == ()


@pytest.mark.parametrize("relation", SUPPORTERS)
def test_everybody_but_a_doctors_office_may_praise(amira: Plan, relation: str) -> None:
    stands_by(amira, amira.dorte, relation=relation)
    if relation == "doctor":
        with nothing_written(amira), pytest.raises(NotAllowed):
            journey.cheer(amira.dorte, amira.id, NewWin(text=said("Du er sej")))
    else:
        assert journey.cheer(amira.dorte, amira.id, NewWin(text=said("Du er sej"))).kind == "done"


def test_the_municipality_sees_nothing_of_who_stands_by(amira: Plan) -> None:
    def eyes(who: UUID) -> object:
        with access.view(who, amira.id) as view:
            recent = journey.recent(view)
            # The professional's own numbers rise with what they may read, and with nothing else.
            return journey.way(view), journey.story(view), replace(recent, unsaid=()), view.members

    before = eyes(amira.bo), eyes(amira.tove), desk.citizens(amira.bo)
    stands_by(amira, amira.dorte)
    journey.cheer(amira.dorte, amira.id, NewWin(text=said("Du er sej")))
    assert (eyes(amira.bo), eyes(amira.tove), desk.citizens(amira.bo)) == before


def test_a_professional_who_stands_by_somebody_has_no_case_in_them(amira: Plan) -> None:
    stands_by(amira, amira.camilla)
    hide(amira, amira.camilla, "health")
    assert desk.citizens(amira.camilla) == []
    assert [each.citizen_name for each in sharing.standing_by(amira.camilla)] == ["Amira"]


def test_of_two_who_use_a_code_at_once_one_gets_the_place(amira: Plan) -> None:
    invitation = sharing.open_code(asked(amira), DESK)
    start = Barrier(2)

    def knock(who: UUID) -> bool:
        start.wait()
        try:
            return sharing.accept(who, invitation).kind == "done"
        except NotFound:
            return False

    with ThreadPoolExecutor(2) as people:
        assert sorted(people.map(knock, (amira.dorte, amira.camilla))) == [False, True]
    assert len(circle(amira)[0]) == 1
