"""Every query of the calendar: whose a feed is, and when they meet somebody."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, and_, bindparam, exists, or_, select
from sqlmodel import Session

from minplan.access import Membership, Person, Plan, is_here, place_lasts
from minplan.db import Query
from minplan.meeting.booking import Attendance
from minplan.meeting.meeting import Meeting
from minplan.meeting.room import CalendarFeed

_meeting = Meeting.__table__  # type: ignore[attr-defined]
_attendance = Attendance.__table__.c  # type: ignore[attr-defined]
_feed = CalendarFeed.__table__  # type: ignore[attr-defined]
_person = Person.__table__  # type: ignore[attr-defined]
_plan = Plan.__table__  # type: ignore[attr-defined]
_place = Membership.__table__  # type: ignore[attr-defined]
_BY: Any = bindparam("by")
_TODAY: Any = bindparam("today")

# A time that nobody has said yes to is in no calendar; nor is one that was called off before anybody had.
_HOLDS = or_(
    _meeting.c.state.in_(("agreed", "open", "closed", "missed")),
    and_(_meeting.c.state == "cancelled", _meeting.c.sequence > 0),
)
_MINE = (_attendance.meeting_id == _meeting.c.id, _attendance.person_id == _BY)
_COMES = exists().where(*_MINE, _attendance.answer != "not_coming")
_STAYS_AWAY = exists().where(*_MINE, _attendance.answer == "not_coming")
_WORKS = and_(_place.c.plan_id == _meeting.c.plan_id, _place.c.person_id == _BY, place_lasts(_place, _TODAY))
# The citizen's own; a contact person's but for those that they do not come to; a colleague's that they do come to.
_THEIRS = or_(
    _plan.c.citizen_id == _BY,
    and_(exists().where(_WORKS, _place.c.relation == "contact"), ~_STAYS_AWAY),
    and_(exists().where(_WORKS, _place.c.relation == "team"), _COMES),
)
_MEETINGS = Query(
    select(*_meeting.c["id", "starts", "ends", "state", "sequence"])
    .join(_plan, _plan.c.id == _meeting.c.plan_id)
    .where(_meeting.c.ends > bindparam("since"), _HOLDS, _THEIRS)
    .order_by(_meeting.c.starts, _meeting.c.id)
)


def whose(connection: Connection, key_hash: str, today: Any) -> Any | None:
    """Who is fetching with this key, and in which language; None where it is nobody's, or they have left."""
    found = select(*_person.c["id", "language"]).join(_feed, _feed.c.person_id == _person.c.id)
    return connection.execute(found.where(_feed.c.key_hash == key_hash, is_here(_person, today))).one_or_none()


def made_at(connection: Connection, person_id: UUID) -> datetime | None:
    """Since when this person has an address, or None."""
    return connection.execute(select(_feed.c.made_at).where(_feed.c.person_id == person_id)).scalar()


def meetings(connection: Connection, person_id: UUID, since: datetime, today: Any) -> list[Any]:
    """When this person meets somebody, or has since then, in order; what was called off among them."""
    return _MEETINGS(connection, by=person_id, since=since, today=today)


def load(session: Session, person_id: UUID) -> CalendarFeed | None:
    """This person's address."""
    return session.get(CalendarFeed, person_id, with_for_update=True)
