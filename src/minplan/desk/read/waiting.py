"""Verb: what waits for the municipality, for a leader. Nothing of it opens a plan."""

from uuid import UUID

from minplan import access, clock, db
from minplan.desk import court, rows
from minplan.desk.glance import CourtLine
from minplan.desk.store import court as store
from minplan.errors import NotAllowed
from minplan.journey.drawing import day_of
from minplan.journey.read import on_the_wall


def waiting(by: UUID) -> list[CourtLine]:
    """What waits for the reader's municipality, broken promises first, then the oldest. Raises NotAllowed."""
    reader = access.person(by)
    if reader is None or access.on_house(reader.kind, "read_waiting") != access.YES:
        raise NotAllowed
    here = reader.municipality_id
    with db.reading() as connection:
        steps = map(on_the_wall, store.steps(connection, here))
        proposals = (rows.with_since(row, clock.local) for row in store.proposals(connection, here))
        calls = map(rows.with_no_track, store.calls(connection, here))
        meetings = map(rows.as_meeting, store.meetings(connection, here))
        found = [*(rows.with_promise(row, day_of) for row in steps), *calls, *proposals, *meetings]
    return court.lines(found, clock.today())
