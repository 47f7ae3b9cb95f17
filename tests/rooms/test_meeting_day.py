"""The day of a meeting: moved, called off, "I cannot come", "I am here", and a meeting that never was."""

from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from cast import Plan, said
from gathered import agreed, going_on
from props import entries, nothing_written, one_change, row
from sqlalchemy import select

from minplan import access, clock, db, meeting
from minplan.errors import Conflict, Invalid, NotAllowed
from minplan.meeting import JoinCode, Meeting, TimeOffer


def arranged(amira: Plan, state: str = "agreed", hours: int = 50) -> UUID:
    """A meeting of Amira's in so many hours."""
    starts = clock.now() + timedelta(hours=hours)
    with db.writing() as session:
        made = Meeting(
            plan_id=amira.id, state=state, starts=starts, ends=starts + timedelta(hours=1), place="Biblioteket",
            mode="library", position=0, offered_by="municipality" if state == "offered" else None,
            opened_at=starts if state == "open" else None,
        )  # fmt: skip
        session.add(made)
        return made.id


def starts(here: UUID) -> datetime:
    return row(Meeting, here)["starts"]  # type: ignore[no-any-return]


def told(amira: Plan) -> set[UUID]:
    """Who has a notice about a meeting that they have not read; from now on they have."""
    notices = access.Notice.__table__  # type: ignore[attr-defined]
    unread = (notices.c.plan_id == amira.id, notices.c.what == "meeting", notices.c.read_at.is_(None))
    with db.writing() as session:
        found = set(session.execute(select(notices.c.person_id).where(*unread)).scalars())
        session.execute(notices.update().where(*unread).values(read_at=clock.now()))
    return found


def offers(here: UUID) -> list[Any]:
    with db.reading() as connection:
        table = TimeOffer.__table__  # type: ignore[attr-defined]
        return list(connection.execute(select(table).where(table.c.meeting_id == here).order_by(table.c.position)))


def test_either_side_calls_it_off_and_the_other_hears_of_it(amira: Plan) -> None:
    for by, side, hears in ((amira.citizen, "citizen", amira.bo), (amira.bo, "municipality", amira.citizen)):
        here = arranged(amira)
        with one_change(amira):
            meeting.cancel(by, amira.id, here, said("Jeg er syg"))
        found = row(Meeting, here)
        assert (found["state"], found["cancelled_by"], found["sequence"]) == ("cancelled", side, 1)
        assert hears in told(amira)
        assert entries(amira)[0].verb == "cancel_meeting" and entries(amira)[0].reason
        with nothing_written(amira):
            assert meeting.cancel(by, amira.id, here, said("Jeg er syg")).kind == "unchanged"


def test_the_municipality_says_why_and_the_citizen_need_not(amira: Plan) -> None:
    here = arranged(amira, "offered")
    with nothing_written(amira), pytest.raises(Invalid, match="because: required"):
        meeting.cancel(amira.bo, amira.id, here)
    meeting.cancel(amira.citizen, amira.id, here)
    assert row(Meeting, here)["offered_by"] is None and offers(here) == []


def test_the_citizen_cannot_come_today(amira: Plan) -> None:
    here = arranged(amira, hours=1)
    with nothing_written(amira), pytest.raises(NotAllowed):
        meeting.say_absent(amira.bo, amira.id, here)
    with one_change(amira):
        meeting.say_absent(amira.citizen, amira.id, here)
    assert (row(Meeting, here)["cancelled_by"], told(amira)) == ("citizen", {amira.bo})
    with nothing_written(amira):
        assert meeting.say_absent(amira.citizen, amira.id, here).kind == "unchanged"


@pytest.mark.parametrize("state", ["open", "missed"])
def test_what_is_not_ahead_is_not_called_off_or_moved(amira: Plan, state: str) -> None:
    here = arranged(amira, state)
    with nothing_written(amira):
        for act in (meeting.cancel, meeting.say_absent):
            with pytest.raises(Invalid, match="meeting_changed"):
                act(amira.citizen, amira.id, here)
        with pytest.raises(Invalid, match="meeting_changed"):
            meeting.move(amira.citizen, amira.id, here, (clock.now() + timedelta(days=9),), starts(here))


def test_a_moved_meeting_is_agreed_when_the_other_side_says_yes(amira: Plan) -> None:
    here, later = arranged(amira), clock.now() + timedelta(days=9)
    seen, rows = starts(here), (later + timedelta(days=1), None, later)
    with nothing_written(amira), pytest.raises(Invalid, match="because: required"):
        meeting.move(amira.bo, amira.id, here, rows, seen)
    with one_change(amira):
        meeting.move(amira.bo, amira.id, here, rows, seen, said("Jeg er på kursus"))
    found = row(Meeting, here)
    assert (found["state"], found["offered_by"], found["moved_by"]) == ("offered", "municipality", "municipality")
    assert found["sequence"] == 1 and found["reason_id"] and told(amira) == {amira.citizen}
    assert [each.starts for each in offers(here)] == [later, later + timedelta(days=1)]
    with nothing_written(amira):
        assert meeting.move(amira.bo, amira.id, here, rows, seen, said("Jeg er på kursus")).kind == "unchanged"
    meeting.accept(amira.citizen, amira.id, here, later)
    assert (row(Meeting, here)["state"], starts(here)) == ("agreed", later)


def test_the_citizen_moves_it_and_has_a_day_for_the_answer(amira: Plan) -> None:
    here = arranged(amira)
    outcome = meeting.move(amira.citizen, amira.id, here, (clock.now() + timedelta(days=9),), starts(here))
    assert outcome.promised == row(Meeting, here)["answer_by"] == date(2026, 11, 18)
    assert told(amira) == {amira.bo}


def test_a_time_that_both_have_spoken_about_holds_at_once(amira: Plan) -> None:
    here, later = arranged(amira), clock.now() + timedelta(days=9)
    seen, why = starts(here), said("Vi talte i telefon")
    with nothing_written(amira):
        for by, rows in ((amira.citizen, (later,)), (amira.bo, (later, later + timedelta(days=1)))):
            with pytest.raises(Invalid, match="settled: one_time"):
                meeting.move(by, amira.id, here, rows, seen, why, settled=True)
    meeting.move(amira.bo, amira.id, here, (later,), seen, why, settled=True)
    assert (row(Meeting, here)["state"], starts(here), offers(here)) == ("agreed", later, [])
    with nothing_written(amira):
        assert meeting.move(amira.bo, amira.id, here, (later,), seen, why, settled=True).kind == "unchanged"
        with pytest.raises(Conflict):
            meeting.move(amira.citizen, amira.id, here, (later + timedelta(days=3),), seen)


def test_somebody_is_here(amira: Plan) -> None:
    here = arranged(amira, hours=1)
    with one_change(amira):
        meeting.arrive(amira.citizen, amira.id, here)
    assert row(Meeting, here)["arrived_at"] and told(amira) == {amira.bo}
    assert entries(amira)[0].audience == "room"
    with nothing_written(amira):
        assert meeting.arrive(amira.bo, amira.id, here).kind == "unchanged"
    meeting.arrive(amira.bo, amira.id, here, here=False)
    assert row(Meeting, here)["arrived_at"] is None
    another = arranged(amira, hours=50)
    with nothing_written(amira), pytest.raises(Invalid, match="not_today"):
        meeting.arrive(amira.citizen, amira.id, another)


def test_a_meeting_that_never_was_blames_nobody_and_whoever_comes_late_is_welcome(amira: Plan) -> None:
    here = arranged(amira, hours=1)
    with nothing_written(amira), pytest.raises(Invalid, match="not_yet"):
        meeting.say_missed(amira.bo, amira.id, here)
    clock.start(starts(here) + timedelta(minutes=20))
    with nothing_written(amira), pytest.raises(NotAllowed):
        meeting.say_missed(amira.citizen, amira.id, here)
    with one_change(amira):
        meeting.say_missed(amira.bo, amira.id, here)
    assert (row(Meeting, here)["state"], told(amira)) == ("missed", {amira.citizen})
    with nothing_written(amira):
        assert meeting.say_missed(amira.tove, amira.id, here).kind == "unchanged"
    meeting.arrive(amira.citizen, amira.id, here)
    assert row(Meeting, here)["state"] == "agreed"


def test_what_was_written_in_the_room_is_closed_and_not_lost(amira: Plan) -> None:
    here = going_on(amira)
    key = agreed(amira, here)
    with nothing_written(amira), pytest.raises(Invalid, match="meeting_has_words"):
        meeting.say_missed(amira.bo, amira.id, here)
    meeting.remove_agreement(amira.bo, amira.id, here, key)
    meeting.make_code(amira.bo, amira.id, here)
    meeting.say_missed(amira.bo, amira.id, here)
    with db.reading() as connection:
        table = JoinCode.__table__  # type: ignore[attr-defined]
        assert connection.execute(select(table)).all() == []  # nobody comes in by a code from before


def test_whoever_sees_the_citizens_days_hears_that_one_is_another(amira: Plan) -> None:
    with db.writing() as session:
        for name, shares, until in (("Ida", "next,dates", 30), ("Per", "next", 30), ("Eva", "dates", -1)):
            friend = access.Person(kind="supporter", name=name)
            session.add(friend)
            session.flush()
            limits = {"shares": shares, "since": clock.today() - timedelta(days=9)}
            place = {"plan_id": amira.id, "person_id": friend.id, "relation": "companion", "name": name}
            session.add(access.Membership(**place, **limits, until=clock.today() + timedelta(days=until)))
            if name == "Ida":
                ida = friend.id
    meeting.say_absent(amira.citizen, amira.id, arranged(amira))
    assert told(amira) == {amira.bo, ida}
    here, later = arranged(amira), clock.now() + timedelta(days=9)
    meeting.move(amira.bo, amira.id, here, (later,), starts(here), said("Kursus"))
    assert told(amira) == {amira.citizen, ida}
    meeting.accept(amira.citizen, amira.id, here, later)
    assert ida not in told(amira)
