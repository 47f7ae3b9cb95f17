"""Verbs: the openings that are worth a look, and "I have looked". Nothing of it opens a plan."""

from datetime import datetime, time, timedelta

from minplan import clock, db
from minplan.errors import NotAllowed, NotFound
from minplan.office.doorkeeper import Doorkeeper
from minplan.office.store import openings as store
from minplan.office.views import Line
from minplan.office.worth_a_look import lines

BACK = timedelta(days=14)


def spot_checks(by: Doorkeeper) -> list[Line]:
    """What is worth a look in the municipality's last two weeks, newest first. Raises NotAllowed."""
    by.must("read_spot_checks")
    with db.reading() as connection:
        rows = store.since(connection, by.municipality_id, _start(clock.now() - BACK))
    return lines(row._replace(at=clock.local(row.at)) for row in rows)


def check_opening(by: Doorkeeper, opening_id: int) -> bool:
    """Write down that `by` has looked at this person's openings of this plan on this day; False where somebody has.

    Nobody checks their own: that raises NotAllowed. NotFound for an opening elsewhere.
    """
    by.must("check_opening")
    if by.person_id is None:
        raise NotAllowed
    with db.writing() as session:
        opening = store.one(session, by.municipality_id, opening_id)
        if opening is None:
            raise NotFound
        if opening.person_id == by.person_id:
            raise NotAllowed
        start = _start(opening.at)
        end = _start(start + timedelta(hours=36))
        return bool(store.check(session, opening, start, end, by.person_id, clock.now()))


def _start(at: datetime) -> datetime:
    """The moment the Danish day of `at` begins."""
    return datetime.combine(clock.local(at).date(), time(), clock.COPENHAGEN)
