"""A yes is worth what its giver could read: hidden tracks, a colleague's word, and the contact person's."""

from uuid import UUID

import pytest
from cast import Plan, said
from gathered import agreed, close, confirm, going_on, outcome
from props import nothing_written

from minplan import db, journey, meeting
from minplan.errors import Conflict, Invalid, NotAllowed, NotFound
from minplan.meeting import Attendance


@pytest.fixture
def where(amira: Plan) -> UUID:
    """A meeting that is going on, and Tove sees nothing of Amira's health."""
    journey.hide_tracks(amira.citizen, amira.id, amira.tove, {"health"})
    return going_on(amira)


def by_tove(amira: Plan, where: UUID, **fields: str) -> None:
    mark = outcome(amira, where, amira.tove).digest or ""
    confirm(amira, where, "municipality", by=amira.tove, digest=mark, **fields)


def sealed(amira: Plan, where: UUID) -> list[bool]:
    return [each.sealed for each in outcome(amira, where).agreements]


def test_a_yes_covers_what_its_giver_could_read_and_no_more(amira: Plan, where: UUID) -> None:
    agreed(amira, where, by=amira.citizen, track="health")
    agreed(amira, where, "Søg tre job", by=amira.citizen)
    confirm(amira, where)
    by_tove(amira, where)
    assert sealed(amira, where) == [False, True]
    confirm(amira, where, "municipality")
    assert sealed(amira, where) == [True, True]


def test_with_the_mark_of_all_of_it_nobody_says_yes_who_sees_a_part(amira: Plan, where: UUID) -> None:
    agreed(amira, where, track="health")
    agreed(amira, where, "Søg tre job")
    with nothing_written(amira), pytest.raises(Conflict):
        confirm(amira, where, "municipality", by=amira.tove, digest=outcome(amira, where).digest)


def test_who_sees_nothing_of_it_has_nothing_to_say_yes_to(amira: Plan, where: UUID) -> None:
    agreed(amira, where, track="health")
    found = outcome(amira, where, amira.tove)
    assert (found.digest, found.agreements, found.whole) == (None, (), False)
    with nothing_written(amira), pytest.raises(Invalid):
        by_tove(amira, where)


def test_what_is_hidden_may_change_and_the_yes_to_the_rest_stands(amira: Plan, where: UUID) -> None:
    hidden = agreed(amira, where, track="health")
    agreed(amira, where, "Søg tre job")
    by_tove(amira, where)
    meeting.set_kind(amira.bo, amira.id, where, hidden, "agreed", "own")
    (found,) = outcome(amira, where).said_by("municipality")
    assert found.stands and not found.about
    meeting.expect(amira.bo, amira.id, where, "citizen", said("At I ringer"))
    assert not outcome(amira, where).said_by("municipality")[0].stands


@pytest.mark.parametrize("how", ["handed", "paper"])
def test_only_who_sees_all_of_it_hands_it_over(amira: Plan, where: UUID, how: str) -> None:
    agreed(amira, where, "Søg tre job", track="work")
    confirm(amira, where, how=how, by=amira.tove)
    agreed(amira, where, track="health")
    mark = outcome(amira, where, amira.tove).digest
    with nothing_written(amira), pytest.raises(Invalid) as refused:
        confirm(amira, where, how=how, by=amira.tove, digest=mark)
    assert refused.value.fields == {"how": "ask_contact"}


def test_a_workplace_is_shown_nothing_that_is_hidden_from_who_shows_it(amira: Plan, where: UUID) -> None:
    hidden = agreed(amira, where, track="health")
    mark = meeting.mark_of(outcome(amira, where), [hidden])
    who = {"by": amira.tove, "how": "handed", "name": "Ida Holm", "about": [hidden], "digest": mark}
    with nothing_written(amira), pytest.raises(Invalid):
        confirm(amira, where, "workplace", **who)


def test_who_closes_stands_by_what_they_see(amira: Plan, where: UUID) -> None:
    agreed(amira, where, by=amira.citizen, track="health")
    agreed(amira, where, "Søg tre job", by=amira.citizen)
    confirm(amira, where)
    close(amira, where, by=amira.tove)
    assert sealed(amira, where) == [False, True]


def test_nobody_closes_with_an_agreement_that_they_do_not_see(amira: Plan, where: UUID) -> None:
    hidden = agreed(amira, where, track="health")
    confirm(amira, where)
    with nothing_written(amira), pytest.raises(NotFound):
        close(amira, where, by=amira.tove, next=hidden)


def test_a_colleagues_yes_outvotes_no_contact(amira: Plan, where: UUID) -> None:
    agreed(amira, where)
    confirm(amira, where, "municipality", says="differently")
    by_tove(amira, where)
    agreed(amira, where, "Mød os igen")
    confirm(amira, where, "municipality", says="differently")
    by_tove(amira, where)
    confirm(amira, where)
    assert sealed(amira, where) == [False, False]
    confirm(amira, where, "municipality")
    assert sealed(amira, where) == [True, True]


def test_a_colleagues_no_does_not_stop_the_contact(amira: Plan, where: UUID) -> None:
    agreed(amira, where)
    by_tove(amira, where, says="differently")
    confirm(amira, where, "municipality")
    confirm(amira, where)
    assert sealed(amira, where) == [True]


def test_what_is_hidden_does_not_stand_there_already(amira: Plan, where: UUID) -> None:
    agreed(amira, where, "Ring til lægen", track="health")
    assert agreed(amira, where, "Ring til lægen", by=amira.tove)
    assert len(outcome(amira, where).agreements) == 2


def test_whom_the_citizen_said_no_to_says_nothing_and_ends_nothing(amira: Plan, where: UUID) -> None:
    agreed(amira, where)
    with db.writing() as session:
        fields = {"name": "Tove", "kind": "team", "answer": "not_coming", "position": 1}
        session.add(Attendance(meeting_id=where, person_id=amira.tove, **fields))
    for verb in (by_tove, lambda amira, where: close(amira, where, by=amira.tove)):
        with nothing_written(amira), pytest.raises(NotAllowed):
            verb(amira, where)
