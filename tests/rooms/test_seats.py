"""Screens at a meeting's table, on both databases: codes, seats, and what ends them."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from cast import Plan
from props import entries
from sqlalchemy import select, update

from minplan import access, clock, db, identity, meeting
from minplan.errors import Invalid, NotAllowed, NotFound
from minplan.meeting import JoinCode, Meeting
from minplan.meeting.seats.actions import joining

STATES = {"agreed": {}, "cancelled": {"cancelled_by": "citizen"}, "missed": {}}


@pytest.fixture
def hour(amira: Plan) -> UUID:
    """A meeting of Amira's that is going on."""
    now, ids = clock.now(), {"plan_id": amira.id, "place": "Biblioteket", "mode": "library", "position": 0}
    row = Meeting(**ids, state="open", starts=now, ends=now + timedelta(hours=1), opened_at=now)
    with db.writing() as session:
        session.add(row)
        session.flush()
        return row.id


def sit(code: str, device: str = "Chrome · Android") -> str | None:
    """The key of a seat, or why there is none."""
    try:
        return identity.hashed(meeting.sit_down(meeting.open_code(code, device), device))
    except Invalid as error:
        return error.fields["code"]


def seats(amira: Plan, hour: UUID) -> list[tuple[str, bool]]:
    with access.view(amira.bo, amira.id, "room") as view:
        return [(each.device, each.own) for each in meeting.seats(view, hour)]


def codes() -> list[JoinCode]:
    with db.writing() as session:
        return list(session.execute(select(JoinCode)).scalars())


def test_a_code_becomes_one_seat_for_this_meeting(amira: Plan, hour: UUID) -> None:
    code = meeting.make_code(amira.bo, amira.id, hour)
    assert len(code) == 6 and code.isdecimal()
    assert sit(code) and sit(code) == "unknown_join_code"
    assert seats(amira, hour) == [("Chrome · Android", False)]
    (row,) = codes()
    assert code not in repr(row.model_dump()), "what is kept of a code is its keyed hash"
    assert timedelta(hours=2, minutes=59) < row.expires_at - clock.now() <= timedelta(hours=3), "kept with its seat"
    made = [(each.verb, each.actor_id, each.audience) for each in entries(amira, 2)]
    assert made == [("take_seat", amira.citizen, "room"), ("make_join_code", amira.bo, "room")]


def test_a_newer_code_ends_the_older_one_and_no_seat(amira: Plan, hour: UUID) -> None:
    first = meeting.make_code(amira.bo, amira.id, hour)
    second = meeting.make_code(amira.tove, amira.id, hour)
    assert sit(first) == "unknown_join_code"
    assert sit(second)
    third = meeting.make_code(amira.bo, amira.id, hour)
    assert len(seats(amira, hour)) == 1 and sit(third)
    assert len(seats(amira, hour)) == 2


def test_ten_minutes_are_all_that_a_code_has(amira: Plan, hour: UUID) -> None:
    table = meeting.open_code(meeting.make_code(amira.bo, amira.id, hour), "one")
    code = meeting.make_code(amira.bo, amira.id, hour)
    late = meeting.open_code(code, "two")
    clock.start(clock.now() + timedelta(minutes=10, seconds=1))
    assert sit(code) == "unknown_join_code"
    for over in (table, late):
        with pytest.raises(Invalid, match="unknown_join_code"):
            meeting.sit_down(over, "")
    assert not seats(amira, hour)


def test_of_many_who_type_it_at_once_one_sits_down(amira: Plan, hour: UUID) -> None:
    table = meeting.open_code(meeting.make_code(amira.bo, amira.id, hour), "somebody")

    def try_it(device: str) -> bool:
        try:
            return bool(meeting.sit_down(table, device))
        except Invalid:
            return False

    with ThreadPoolExecutor() as together:
        assert sorted(together.map(try_it, "abcd")) == [False, False, False, True]
    assert len(seats(amira, hour)) == 1


@pytest.mark.parametrize("state", STATES)
def test_a_meeting_that_is_not_going_on_has_no_codes_and_no_seats(amira: Plan, hour: UUID, state: str) -> None:
    key = sit(meeting.make_code(amira.bo, amira.id, hour))
    code = meeting.make_code(amira.bo, amira.id, hour)
    table = meeting.open_code(code, "early")
    assert key and identity.still_in([key]) == {key}
    with db.writing() as session:
        session.execute(update(Meeting).values(state=state, **STATES[state]))
    assert not identity.still_in([key]), "its line ends, however the meeting came to an end"
    assert not identity.sign_ins(amira.citizen)
    assert sit(code) == "unknown_join_code"
    with pytest.raises(Invalid, match="unknown_join_code"):
        meeting.sit_down(table, "")
    with pytest.raises(Invalid, match="not_going_on"):
        meeting.make_code(amira.bo, amira.id, hour)


def test_who_may_make_a_code_and_where(amira: Plan, hour: UUID) -> None:
    with pytest.raises(NotAllowed):
        meeting.make_code(amira.citizen, amira.id, hour)
    for stranger in (amira.dorte, amira.camilla):
        with pytest.raises(NotFound):
            meeting.make_code(stranger, amira.id, hour)
    with access.view(amira.dorte) as view:
        other = view.plan.id
    for plan, here in ((amira.id, uuid4()), (other, hour)):
        with pytest.raises(NotFound):
            meeting.make_code(amira.bo, plan, here)


def test_a_seat_ends_once_by_either_side_and_of_its_own_meeting_alone(amira: Plan, hour: UUID) -> None:
    for by in (amira.citizen, amira.bo, amira.tove):
        sit(meeting.make_code(amira.bo, amira.id, hour))
        with access.view(by, amira.id, "room") as view:
            (seat,) = meeting.seats(view, hour)
        for elsewhere, own in ((uuid4(), None), (hour, "another key")):
            with pytest.raises(NotFound):
                meeting.end_seat(by, amira.id, elsewhere, seat.id, own)
        assert [meeting.end_seat(by, amira.id, hour, seat.id).kind for _ in range(2)] == ["done", "unchanged"]
    assert not seats(amira, hour)


def test_leaving_twice_is_leaving_once(amira: Plan, hour: UUID) -> None:
    key = sit(meeting.make_code(amira.bo, amira.id, hour))
    assert key
    assert [meeting.leave(amira.citizen, amira.id, hour, key).kind for _ in range(2)] == ["done", "unchanged"]


def guess(who: str) -> str:
    with pytest.raises(Invalid) as refused:
        meeting.open_code("xxxxxx", who)
    return refused.value.fields["code"]


def test_only_what_fails_is_counted_and_whoever_failed_too_often_waits(amira: Plan, hour: UUID) -> None:
    code = meeting.make_code(amira.bo, amira.id, hour)
    for _ in range(25):
        meeting.open_code(code, "the town hall")
    assert {guess("a") for _ in range(10)} == {"unknown_join_code"}
    assert guess("a") == "too_many_codes"
    with pytest.raises(Invalid, match="too_many_codes"):
        meeting.open_code(code, "a")
    assert meeting.open_code(code, "b")
    clock.start(clock.now() + timedelta(minutes=11))
    assert guess("a") == "unknown_join_code"


def test_where_many_guess_each_guesses_less_and_whoever_has_not_guessed_comes_in(
    amira: Plan, hour: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(joining.TRIES, "house", 4)
    code = meeting.make_code(amira.bo, amira.id, hour)
    for who in "abcd":
        guess(who)
    for _ in range(2):
        assert meeting.open_code(code, "somebody else")
    assert [guess("a") for _ in range(3)] == ["unknown_join_code"] * 2 + ["too_many_codes"]


def test_whoever_is_in_as_another_learns_of_few_codes(amira: Plan, hour: UUID) -> None:
    code = meeting.make_code(amira.bo, amira.id, hour)
    for why in ["somebody_else"] * 10 + ["too_many_codes"]:
        with pytest.raises(Invalid, match=why):
            meeting.open_code(code, "dorte", amira.dorte)
    assert meeting.open_code(code, "amira", amira.citizen)
