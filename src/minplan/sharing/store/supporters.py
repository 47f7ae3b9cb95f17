"""Every query about who stands by a citizen, and who is asked to."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, or_, select, union_all, update
from sqlmodel import Session

from minplan.access import SUPPORTERS, Membership, Person, Plan
from minplan.journal import Entry
from minplan.sharing.invitation import Invitation

_place = Membership.__table__  # type: ignore[attr-defined]
_person = Person.__table__  # type: ignore[attr-defined]
_plan = Plan.__table__  # type: ignore[attr-defined]
_entry = Entry.__table__.c  # type: ignore[attr-defined]
_invitation = Invitation.__table__  # type: ignore[attr-defined]

_GIVEN = ("relation", "name", "shares", "hidden", "until")


def places(connection: Connection, plan_id: UUID) -> list[Any]:
    """Everybody to whom a citizen has given something, also where its last day is gone; by name."""
    found = select(*_place.c["person_id", "since", *_GIVEN]).where(_place.c.plan_id == plan_id, _supports())
    return list(connection.execute(found.order_by(_place.c.name, _place.c.person_id)).all())


def waiting(connection: Connection, plan_id: UUID, now: datetime) -> list[Any]:
    """The invitations that somebody may still accept, the newest first."""
    found = select(*_invitation.c["id", "expires_at", *_GIVEN]).where(_invitation.c.plan_id == plan_id, *_open(now))
    return list(connection.execute(found.order_by(_invitation.c.made_at.desc())).all())


def standing(connection: Connection, person_id: UUID, today: date) -> list[Any]:
    """The plans on which somebody stands by the citizen today: plan_id, citizen_name, relation, until."""
    found = (
        select(*_place.c["plan_id", "relation", "until"], _person.c.name.label("citizen_name"))
        .join(_plan, _plan.c.id == _place.c.plan_id)
        .join(_person, _person.c.id == _plan.c.citizen_id)
        .where(_place.c.person_id == person_id, _supports(), _place.c.until >= today)
    )
    return list(connection.execute(found.order_by(_person.c.name, _place.c.plan_id)).all())


def opened_by(connection: Connection, code_hash: str, now: datetime) -> UUID | None:
    """The invitation that may be accepted with a code, or None."""
    found = select(_invitation.c.id).where(_invitation.c.code_hash == code_hash, *_open(now))
    return connection.execute(found).scalar_one_or_none()


def offer(connection: Connection, invitation_id: UUID, now: datetime) -> Any:
    """An invitation that may be accepted, with the citizen's id and name; None where it may not."""
    found = (
        select(*_invitation.c["id", "plan_id", "municipality_id", *_GIVEN], _plan.c.citizen_id)
        .add_columns(_person.c.name.label("citizen_name"))
        .join(_plan, _plan.c.id == _invitation.c.plan_id)
        .join(_person, _person.c.id == _plan.c.citizen_id)
        .where(_invitation.c.id == invitation_id, *_open(now))
    )
    return connection.execute(found).one_or_none()


def with_code(session: Session, code_hash: str) -> Invitation | None:
    """The invitation that was made with a code, whatever became of it."""
    return session.execute(select(Invitation).where(_invitation.c.code_hash == code_hash)).scalar_one_or_none()


def invitation(session: Session, plan_id: UUID, invitation_id: UUID) -> Invitation | None:
    """One invitation of this plan, or None."""
    found = session.get(Invitation, invitation_id)
    return found if found and found.plan_id == plan_id else None


def all_places(session: Session, plan_id: UUID) -> list[Membership]:
    """Every place on a plan that the citizen gave."""
    return list(session.execute(select(Membership).where(_place.c.plan_id == plan_id, _supports())).scalars())


def unused(session: Session, plan_id: UUID) -> list[Invitation]:
    """The invitations to a plan that nobody has accepted or taken back."""
    asked = (_invitation.c.plan_id == plan_id, _invitation.c.used_by.is_(None), _invitation.c.taken_back_at.is_(None))
    return list(session.execute(select(Invitation).where(*asked)).scalars())


def accepted_by(session: Session, plan_id: UUID, person_id: UUID) -> bool:
    """Whether this person ever accepted an invitation to this plan."""
    used = (_invitation.c.plan_id == plan_id, _invitation.c.used_by == person_id)
    return session.execute(select(_invitation.c.id).where(*used).limit(1)).first() is not None


def ever_stood_by(connection: Connection, person_id: UUID) -> bool:
    """Whether this person stands by anybody, or has accepted an invitation before. The journal remembers longest."""
    places = select(_place.c.person_id).where(_place.c.person_id == person_id)
    used = select(_invitation.c.used_by).where(_invitation.c.used_by == person_id)
    told = select(_entry.actor_id).where(_entry.actor_id == person_id)
    return connection.execute(union_all(places, used, told).limit(1)).first() is not None


def claim(session: Session, invitation_id: UUID, person_id: UUID, now: datetime) -> bool:
    """Use an invitation up: of two who try, one does."""
    used = update(Invitation).where(_invitation.c.id == invitation_id, *_open(now)).values(used_by=person_id)
    return bool(session.execute(used).rowcount)  # type: ignore[attr-defined]


def set_aside(session: Session, plan_id: UUID, person_id: UUID, now: datetime) -> None:
    """What this person accepted on this plan before brings nothing any more: the next one counts."""
    theirs = (
        _invitation.c.plan_id == plan_id,
        _invitation.c.used_by == person_id,
        _invitation.c.taken_back_at.is_(None),
    )
    session.execute(update(Invitation).where(*theirs).values(taken_back_at=now))


def place(session: Session, plan_id: UUID, person_id: UUID) -> Membership | None:
    """Somebody's place on a plan, whichever it is."""
    return session.get(Membership, (plan_id, person_id))


def _open(now: datetime) -> tuple[ColumnElement[bool], ...]:
    nobodys = (_invitation.c.used_by.is_(None), _invitation.c.taken_back_at.is_(None))
    return *nobodys, _invitation.c.expires_at > now


def _supports() -> ColumnElement[bool]:
    return or_(*(_place.c.relation == relation for relation in SUPPORTERS))
