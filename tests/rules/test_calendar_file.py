"""Meetings as an iCalendar file, read back by the library and in the zones of those who travel."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar

from minplan import language
from minplan.clock import COPENHAGEN
from minplan.meeting.calendar.entry import Entry
from minplan.meeting.calendar.file import compose, compose_one

AT = datetime(2026, 11, 22, 9, tzinfo=UTC)
HERE = "https://minplan.example.dk/meetings"
ID = UUID("0b0b0b0b-0000-4000-8000-000000000001")


def entry(wall: str, hours: float = 1, **more: Any) -> Entry:
    """At this time on a Danish clock."""
    starts = datetime.fromisoformat(wall).replace(tzinfo=COPENHAGEN).astimezone(UTC)
    values: dict[str, Any] = {"id": ID, "state": "agreed", "sequence": 0} | more
    return Entry(starts=starts, ends=starts + timedelta(hours=hours), **values)


def read(body: bytes) -> Any:
    """The calendar that the library reads in it, without one error; written again, it is the same."""
    found = Calendar.from_ical(body)
    assert not found.errors and not [each for event in found.events for each in event.errors]
    assert found.to_ical() == body
    return found


def single(wall: str = "2026-12-03T10:00", lang: str = "da", **more: Any) -> Any:
    return read(compose_one(entry(wall, **more), language.translator(lang), HERE, AT))


def event(found: Any) -> Any:
    (only,) = found.events
    return only


def test_it_is_what_the_standard_asks_for() -> None:
    found = single()
    assert (found["VERSION"], found["METHOD"], found["CALSCALE"]) == ("2.0", "PUBLISH", "GREGORIAN")
    it = event(found)
    assert (it["UID"], it["SEQUENCE"], it["STATUS"]) == (str(ID), 0, "CONFIRMED")
    assert it.DTSTAMP == AT
    body = compose_one(entry("2026-12-03T10:00"), language.translator("ar"), HERE, AT)
    assert body.endswith(b"END:VCALENDAR\r\n") and b"\n" not in body.replace(b"\r\n", b"")
    assert max(len(line) for line in body.split(b"\r\n")) <= 75


@pytest.mark.parametrize("lang", ["da", "en", "ar"])
def test_it_says_when_and_nothing_else(lang: str) -> None:
    said = language.translator(lang).gettext
    it = event(single(lang=lang))
    assert it["SUMMARY"] == said("Møde") and it["DESCRIPTION"] == f"{said('Log ind for at se mere:')} {HERE}"
    assert (it["URL"], it["CLASS"]) == (HERE, "PRIVATE")
    assert not {"LOCATION", "ORGANIZER", "ATTENDEE", "CATEGORIES", "COMMENT"} & set(it) and not it.subcomponents


def test_the_place_stands_there_where_somebody_asked_and_is_never_more_than_a_place() -> None:
    place = "Café; stuen, 2\nATTENDEE:mailto:x@example.dk"
    it = event(single(place=place))
    assert it["LOCATION"] == place and "ATTENDEE" not in it


@pytest.mark.parametrize(
    ("wall", "utc"),
    [
        ("2026-03-28T10:00", "2026-03-28T09:00"),
        ("2026-03-29T01:30", "2026-03-29T00:30"),  # the last half hour of winter
        ("2026-03-29T03:00", "2026-03-29T01:00"),  # the first of summer
        ("2026-10-25T10:00", "2026-10-25T09:00"),
        ("2026-10-24T10:00", "2026-10-24T08:00"),
    ],
)
def test_the_moment_is_right_on_both_sides_of_the_night_in_which_clocks_change(wall: str, utc: str) -> None:
    it = event(single(wall))
    assert it.start == datetime.fromisoformat(utc).replace(tzinfo=UTC)
    assert it.start.astimezone(COPENHAGEN).replace(tzinfo=None) == datetime.fromisoformat(wall)


def test_the_hour_that_comes_twice_is_told_apart() -> None:
    first, second = (
        datetime(2026, 10, 25, 2, 30, fold=fold, tzinfo=COPENHAGEN).astimezone(UTC) for fold in (0, 1)
    )
    them = [Entry(uuid4(), at, at + timedelta(hours=1), "agreed", 0) for at in (first, second)]
    found = read(compose(them, language.translator("da"), HERE, AT))
    assert [each.start for each in found.events] == [first, second] and second - first == timedelta(hours=1)


def test_a_night_that_is_an_hour_longer_makes_no_meeting_longer() -> None:
    it = event(single("2026-10-25T01:30", hours=2))
    assert it.duration == timedelta(hours=2)
    assert it.end.astimezone(COPENHAGEN).replace(tzinfo=None) == datetime(2026, 10, 25, 2, 30)


def test_whoever_is_in_another_zone_meets_at_the_same_moment() -> None:
    it = event(single("2026-12-03T10:00"))
    told = {zone: it.start.astimezone(ZoneInfo(zone)).strftime("%H:%M") for zone in ("Asia/Damascus", "Atlantic/Faroe")}
    assert told == {"Asia/Damascus": "12:00", "Atlantic/Faroe": "09:00"}


def test_what_was_moved_takes_the_place_of_what_was_there() -> None:
    before, after = event(single(sequence=1)), event(single("2026-12-04T09:00", sequence=2))
    assert before["UID"] == after["UID"] and after["SEQUENCE"] > before["SEQUENCE"]


def test_what_was_called_off_is_taken_out() -> None:
    found = single(state="cancelled", sequence=3)
    assert found["METHOD"] == "CANCEL"
    assert (event(found)["STATUS"], event(found)["TRANSP"], event(found)["SEQUENCE"]) == ("CANCELLED", "TRANSPARENT", 3)


def test_a_feed_holds_them_all_and_is_named_as_neutrally() -> None:
    them = [entry("2026-12-03T10:00", id=uuid4()), entry("2026-12-10T10:00", id=uuid4(), state="cancelled", sequence=1)]
    found = read(compose(them, language.translator("da"), HERE, AT))
    assert found["METHOD"] == "PUBLISH" and found["X-WR-CALNAME"] == found["NAME"] == "Møder"
    assert [each["STATUS"] for each in found.events] == ["CONFIRMED", "CANCELLED"]
    assert found["REFRESH-INTERVAL"].dt == timedelta(hours=1)


def test_a_feed_without_meetings_is_a_calendar_too() -> None:
    assert not read(compose([], language.translator("da"), HERE, AT)).events
