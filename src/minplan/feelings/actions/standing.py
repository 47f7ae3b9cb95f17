"""How what a citizen keeps is shown, this moment, to whoever works with the plan; and how that ends."""

from uuid import UUID

from minplan.feelings import own
from minplan.feelings.actions.showing import take_back
from minplan.feelings.store import mine as store
from minplan.journey import Outcome


def standing(mine: own.Own) -> dict[UUID, UUID]:
    """The showing of each keepsake that has one without a meeting."""
    rows = store.showings(mine.connection, mine.citizen)
    return {row.keepsake_id: row.id for row in rows if row.meeting_id is None and row.ended_at is None}


def hide(by: UUID, keepsake: UUID) -> Outcome:
    """Nobody else can read it any more. It needs no key."""
    with own.reading(by) as mine:
        showing, plan = standing(mine).get(keepsake), mine.plan
    return take_back(by, plan, showing) if showing else Outcome("unchanged", keepsake)
