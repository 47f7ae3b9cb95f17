"""The private address of somebody's calendar: whose meetings lie there, and when it is dead."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from cast import Plan
from icalendar import Calendar
from officers import NUMBER, appoint, number_of

from minplan import access, clock, db, language, meeting, office
from minplan.access import HOME, Membership, Person
from minplan.errors import NotFound
from minplan.meeting import Attendance, CalendarFeed, Meeting

HERE = "https://minplan.example.dk/meetings"
HOUR = timedelta(hours=1)


def book(amira: Plan, hours: float = 24, plan: UUID | None = None, **values: Any) -> UUID:
    """A meeting so many hours from now."""
    starts = clock.now() + hours * HOUR
    with db.writing() as session:
        row = Meeting(plan_id=plan or amira.id, starts=starts, ends=starts + HOUR, place="Café", mode="other",
                      position=0, **values)  # fmt: skip
        session.add(row)
        return row.id


def comes(which: UUID, person: UUID, answer: str = "coming") -> None:
    with db.writing() as session:
        session.add(Attendance(meeting_id=which, person_id=person, name="X", answer=answer, position=0))


def events(key: str) -> list[Any]:
    found = meeting.fetch_feed(key, HERE)
    assert found is not None
    return list(Calendar.from_ical(found).events)


def lies_there(person: UUID) -> set[UUID]:
    """The meetings in this person's calendar."""
    return {UUID(each["UID"]) for each in events(meeting.renew_feed(person))}


def test_a_citizens_meetings_lie_there_and_nobody_elses(amira: Plan) -> None:
    with access.view(amira.dorte) as view:
        theirs = book(amira, plan=view.plan.id)
    ours = {book(amira), book(amira, hours=-0.5, state="open", opened_at=clock.now()), book(amira, -30, state="missed")}
    assert lies_there(amira.citizen) == ours
    assert lies_there(amira.dorte) == {theirs}
    assert lies_there(amira.camilla) == set()


def test_what_nobody_has_said_yes_to_is_in_no_calendar(amira: Plan) -> None:
    book(amira, state="offered", offered_by="municipality")
    book(amira, state="cancelled", cancelled_by="citizen")
    known = book(amira, state="cancelled", cancelled_by="citizen", sequence=1)
    (only,) = events(meeting.renew_feed(amira.citizen))
    assert (UUID(only["UID"]), only["STATUS"]) == (known, "CANCELLED")


def test_a_colleague_finds_what_they_come_to_and_the_contact_what_they_have_not_declined(amira: Plan) -> None:
    both, alone, without = book(amira), book(amira, 48), book(amira, 72)
    comes(both, amira.tove)
    comes(alone, amira.tove, "not_coming")
    comes(without, amira.bo, "not_coming")
    assert lies_there(amira.tove) == {both}
    assert lies_there(amira.bo) == {both, alone}


def test_whose_place_has_ended_finds_nothing_any_more(amira: Plan) -> None:
    book(amira)
    key = meeting.renew_feed(amira.bo)
    assert len(events(key)) == 1
    with db.writing() as session:
        place = session.get_one(Membership, (amira.id, amira.bo))
        place.until = clock.today() - timedelta(days=1)
    assert events(key) == []


def test_what_lies_far_behind_is_let_go_of(amira: Plan) -> None:
    book(amira, hours=-24 * 70)
    near = book(amira, hours=-24 * 50)
    assert lies_there(amira.citizen) == {near}


def test_a_new_address_is_the_end_of_the_old_one(amira: Plan) -> None:
    assert meeting.feed_since(amira.citizen) is None
    old = meeting.renew_feed(amira.citizen)
    new = meeting.renew_feed(amira.citizen)
    assert old != new and meeting.fetch_feed(old, HERE) is None and meeting.fetch_feed(new, HERE)
    assert meeting.feed_since(amira.citizen)
    assert meeting.end_feed(amira.citizen) and not meeting.end_feed(amira.citizen)
    assert meeting.fetch_feed(new, HERE) is None and meeting.feed_since(amira.citizen) is None


def test_of_two_who_make_it_anew_at_once_one_address_is_left(amira: Plan) -> None:
    with ThreadPoolExecutor(4) as pool:
        keys = list(pool.map(meeting.renew_feed, [amira.citizen] * 4))
    assert len([key for key in keys if meeting.fetch_feed(key, HERE)]) == 1


@pytest.mark.parametrize("key", ["", "x", "\ud800", "æ" * 300])
def test_what_is_no_address_is_nobodys(amira: Plan, key: str) -> None:
    meeting.renew_feed(amira.citizen)
    assert meeting.fetch_feed(key, HERE) is None


def test_the_key_is_kept_nowhere(amira: Plan) -> None:
    key = meeting.renew_feed(amira.citizen)
    with db.writing() as session:
        row = session.get_one(CalendarFeed, amira.citizen)
        assert row.municipality_id == HOME and key not in (row.key_hash, str(row)) and len(row.key_hash) == 64


def test_who_has_left_has_no_calendar_and_who_comes_back_makes_a_new_one(amira: Plan) -> None:
    key, admin = meeting.renew_feed(amira.tove), appoint().by("admin")
    assert office.end(admin, amira.tove) and meeting.fetch_feed(key, HERE) is None
    assert office.come_back(admin, amira.tove) and meeting.fetch_feed(key, HERE) is None


def test_who_leaves_on_a_day_to_come_has_no_calendar_from_that_day_on(amira: Plan) -> None:
    key = meeting.renew_feed(amira.citizen)
    with db.writing() as session:
        session.get_one(Person, amira.citizen).ended_on = clock.today() + timedelta(days=1)
    assert meeting.fetch_feed(key, HERE) is not None
    clock.start(clock.now() + timedelta(days=1))
    assert meeting.fetch_feed(key, HERE) is None


def test_a_stranger_who_was_in_by_a_mistyped_number_leaves_no_calendar_behind(amira: Plan) -> None:
    officers, same = appoint(), office.NewCitizen(name="Amira", language="da")
    number_of(amira.citizen, "010170-1234")
    key = meeting.renew_feed(amira.citizen)
    assert office.change(officers.by("admin"), amira.citizen, same, {}, NUMBER)
    assert meeting.fetch_feed(key, HERE) is None


@pytest.mark.parametrize(("lang", "title"), [("en", "Meeting"), ("fa", "Møde")])
def test_it_is_in_the_owners_language_where_there_is_one(amira: Plan, lang: str, title: str) -> None:
    book(amira)
    with db.writing() as session:
        session.get_one(Person, amira.citizen).language = lang
    assert events(meeting.renew_feed(amira.citizen))[0]["SUMMARY"] == title


def test_the_file_of_one_meeting_says_when_it_ends_on_the_night_of_two_hours(amira: Plan) -> None:
    clock.start(clock.parse("2026-10-24"))
    which = book(amira, hours=15.5)  # half past one, Danish summer time
    with access.view(amira.citizen) as view:
        found = meeting.one(view, which)
    (only,) = Calendar.from_ical(meeting.calendar_file(found, language.translator("da"), HERE)).events
    assert abs(only.duration - HOUR) < timedelta(seconds=1) and only.start.tzinfo is not None


def test_a_time_that_is_only_proposed_has_no_file(amira: Plan) -> None:
    which = book(amira, state="offered", offered_by="citizen")
    with access.view(amira.citizen) as view, pytest.raises(NotFound):
        meeting.calendar_file(meeting.one(view, which), language.translator("da"), HERE)


def test_what_people_do_reaches_their_calendars_and_what_was_never_agreed_does_not(amira: Plan) -> None:
    first, second = (clock.now() + days * 24 * HOUR for days in (2, 3))
    new = meeting.NewMeeting(times=(first,), place="Café", mode="other")
    both = new, new.model_copy(update={"kind": "law"})
    which, other = (meeting.propose(amira.bo, amira.id, each).subject_id for each in both)
    assert which and other
    key = meeting.renew_feed(amira.citizen)
    meeting.cancel(amira.citizen, amira.id, other)
    assert events(key) == []
    meeting.accept(amira.citizen, amira.id, which, first)
    (agreed,) = events(key)
    meeting.move(amira.citizen, amira.id, which, (second,), first)
    assert events(key) == [], "the old time does not hold, and the new one does not yet"
    meeting.accept(amira.bo, amira.id, which, second)
    (moved,) = events(key)
    assert moved.start == second.replace(microsecond=0)
    meeting.cancel(amira.citizen, amira.id, which)
    (off,) = events(key)
    assert [each["STATUS"] for each in (agreed, moved, off)] == ["CONFIRMED", "CONFIRMED", "CANCELLED"]
    assert agreed["SEQUENCE"] < moved["SEQUENCE"] < off["SEQUENCE"]
    assert {each["UID"] for each in (agreed, moved, off)} == {str(which)}
