"""Every query of the outbox. Each is one short transaction: no lock waits for a mail server."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import delete, exists, func, literal, or_, select, update

from minplan import access, clock, db
from minplan.access import Mail, Membership, Notice, Person, Plan

_mail = Mail.__table__  # type: ignore[attr-defined]
_notice = Notice.__table__  # type: ignore[attr-defined]
_person = Person.__table__  # type: ignore[attr-defined]
_plan = Plan.__table__  # type: ignore[attr-defined]
_place = Membership.__table__  # type: ignore[attr-defined]
_citizen = Person.__table__.alias("citizen")  # type: ignore[attr-defined]
# Longer than any conversation with a mail server may take; after it, whoever had the letter is gone.
LEASE = timedelta(minutes=15)


def claim(now: datetime) -> Any:
    """The letter that has waited longest, with its receiver, for this worker alone until LEASE is over; or None."""
    due = select(_mail.c.id).where(_mail.c.state == "waiting", _mail.c.next_at <= now)
    first = due.order_by(_mail.c.next_at).limit(1).with_for_update(skip_locked=True).scalar_subquery()
    mine = update(_mail).where(_mail.c.id == first, _mail.c.state == "waiting")
    with db.writing() as session:
        taken = session.execute(
            mine.values(next_at=now + LEASE, attempts=_mail.c.attempts + 1).returning(_mail.c.id)
        ).scalar_one_or_none()
        return session.execute(_LETTER.where(_mail.c.id == taken)).one_or_none() if taken else None


_LETTER = (
    select(
        *_mail.c["id", "attempts"],
        access.ADDRESS.label("address"),
        _person.c.language,
        (_plan.c.citizen_id == _person.c.id).label("own"),
        _citizen.c.name,
    )
    .join(_notice, _notice.c.id == _mail.c.notice_id)
    .join(_person, _person.c.id == _notice.c.person_id)
    .join(_plan, _plan.c.id == _notice.c.plan_id)
    .join(_citizen, _citizen.c.id == _plan.c.citizen_id)
)


def hand_over(mail: UUID, attempt: int) -> bool:
    """Write down that the letter goes out now; False where it is not wanted any more, or not this worker's."""
    begins = update(_mail).where(_mail.c.id == mail, _mail.c.attempts == attempt, _mail.c.state == "waiting", _wanted())
    with db.writing() as session:
        return bool(session.execute(begins.values(state="handing_over")).rowcount)  # type: ignore[attr-defined]


def settle(mail: UUID, attempt: int, **fields: Any) -> None:
    """What came of this attempt. A worker that came too late changes nothing."""
    mine = (_mail.c.id == mail, _mail.c.attempts == attempt, _mail.c.state.in_(["waiting", "handing_over"]))
    with db.writing() as session:
        session.execute(update(_mail).where(*mine).values(**fields))


def drop_unwanted() -> None:
    """Letters about what was read meanwhile, or to somebody who has no place there any more, are not sent."""
    with db.writing() as session:
        session.execute(delete(_mail).where(_mail.c.state == "waiting", ~_wanted()))


def counts() -> dict[str, int]:
    """How many letters are in each state."""
    with db.reading() as connection:
        found = connection.execute(select(_mail.c.state, func.count()).group_by(_mail.c.state))
        return {row[0]: row[1] for row in found}


def _wanted() -> Any:
    """That the notice is unread, and its reader still here and, for news, on the plan."""
    today = clock.today()
    runs, here = access.place_lasts(_place, today), access.is_here(_person, today)
    place = exists(literal(1)).where(_place.c.plan_id == _notice.c.plan_id, _place.c.person_id == _person.c.id, runs)
    own = exists(literal(1)).where(_plan.c.id == _notice.c.plan_id, _plan.c.citizen_id == _person.c.id)
    about = or_(_notice.c.what != "news", place, own)
    reader = exists(literal(1)).where(_person.c.id == _notice.c.person_id, access.ADDRESS != "", here, about)
    return exists(literal(1)).where(_notice.c.id == _mail.c.notice_id, _notice.c.read_at.is_(None), reader)
