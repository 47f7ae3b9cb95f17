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
    """What waits for the municipality, broken promises first, then the oldest. Raises NotAllowed but for a leader."""
    reader = access.person(by)
    if reader is None or reader.kind != "leader":
        raise NotAllowed
    with db.reading() as connection:
        steps = map(on_the_wall, store.steps(connection))
        proposals = (rows.with_since(row, clock.local) for row in store.proposals(connection))
        calls = map(rows.with_no_track, store.calls(connection))
        found = [*(rows.with_promise(row, day_of) for row in steps), *calls, *proposals]
    return court.lines(found, clock.today())
