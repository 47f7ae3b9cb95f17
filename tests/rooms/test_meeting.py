"""The next meeting: the one that comes, or the one that is going on."""

from uuid import UUID

import pytest
from sqlalchemy import Engine, event

from minplan import access, clock, exchange, meeting

KARIN = exchange.documents()[2]


@pytest.fixture
def karin(database: Engine) -> UUID:
    """Karin, with two meetings, the later one written first."""
    first = KARIN["meetings"][0]
    later = first | {"ref": "x2", "starts": "2026-12-17T10:00:00+01:00", "agenda": []}
    (plan,) = exchange.bring_in([KARIN | {"meetings": [later, first]}])
    citizen = access.citizen_of(plan)
    assert citizen
    return citizen


def _coming(person: UUID, now: str) -> meeting.Coming | None:
    clock.start(clock.parse(now))
    with access.view(person) as view:
        return meeting.coming(view)


def _first(person: UUID) -> meeting.MeetingView:
    with access.view(person) as view:
        found = meeting.coming(view)
        assert found
        return meeting.one(view, found.id)


def test_the_next_one_is_the_earliest_that_is_not_over(karin: UUID) -> None:
    found = _coming(karin, "2026-11-22")
    assert found
    assert (found.starts.isoformat(), found.place) == ("2026-12-03T10:00:00+01:00", "Biblioteket")


def test_it_has_its_length_its_people_and_its_agenda(karin: UUID) -> None:
    clock.start(clock.parse("2026-11-22"))
    found = _first(karin)
    assert found.minutes == 60
    assert found.people == ("Karin", "Mette Krog")
    assert [(point.text.text, point.by) for point in found.agenda][0] == ("Har I glemt mig?", "Karin")


def test_a_meeting_that_is_going_on_is_still_shown(karin: UUID) -> None:
    during, after = _coming(karin, "2026-12-03T10:30"), _coming(karin, "2026-12-03T11:00:30")
    assert during
    assert during.starts.day == 3
    assert after
    assert after.starts.day == 17


def test_none_is_planned(karin: UUID) -> None:
    assert _coming(karin, "2027-01-01") is None


def test_it_is_found_in_one_select(karin: UUID, database: Engine) -> None:
    said: list[str] = []
    with access.view(karin) as view:
        event.listen(database, "before_cursor_execute", lambda *args: said.append(args[2]))
        meeting.coming(view)
    assert len(said) == 1
