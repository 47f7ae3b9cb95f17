"""What moving and calling off share: whoever the citizen shows their days to hears that one of them is another."""

from typing import Any
from uuid import UUID

from sqlalchemy import select

from minplan import access
from minplan.access import SUPPORTERS, Change, Membership
from minplan.meeting.before.actions import telling
from minplan.meeting.meeting import Meeting

_place: Any = Membership.__table__  # type: ignore[attr-defined]


def record(change: Change, verb: str, row: Meeting, **after: Any) -> None:
    """Tell the journal, everybody who comes, and those who stand by the citizen and see their days."""
    telling.record(change, verb, row, side=telling.side(change), **after)
    told = _see_days(change)
    access.tell(change.session, change.plan.municipality_id, change.plan.id, told, "meeting", change.at)


def _see_days(change: Change) -> set[UUID]:
    supporters = (_place.c.plan_id == change.plan.id, _place.c.relation.in_(SUPPORTERS))
    days = (_place.c.shares.contains("dates"), access.place_lasts(_place, change.today))
    return set(change.session.execute(select(_place.c.person_id).where(*supporters, *days)).scalars())
