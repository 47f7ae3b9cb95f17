"""Queries of a citizen about what is theirs. Each asks by the citizen's id; nobody else has a use for them."""

from collections.abc import Collection
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, delete, func, or_, select, update
from sqlmodel import Session

from minplan import clock
from minplan.access import Membership, Person, Plan, place_lasts
from minplan.errors import NotFound
from minplan.feelings.keepsake import Keepsake
from minplan.feelings.showing import BuildsOn, Showing, ShownTo
from minplan.feelings.store.shown import WITH_MEETING, stands

_keepsake = Keepsake.__table__.c  # type: ignore[attr-defined]
_person = Person.__table__.c  # type: ignore[attr-defined]
_plan = Plan.__table__.c  # type: ignore[attr-defined]
_member = Membership.__table__  # type: ignore[attr-defined]
_showing = Showing.__table__.c  # type: ignore[attr-defined]
_shown_to = ShownTo.__table__.c  # type: ignore[attr-defined]
_builds_on = BuildsOn.__table__.c  # type: ignore[attr-defined]


def plan_of(connection: Connection, citizen: UUID) -> UUID:
    """The plan of a citizen. Raises NotFound for anybody else."""
    found: UUID | None = connection.execute(select(_plan.id).where(_plan.citizen_id == citizen)).scalar_one_or_none()
    if found is None:
        raise NotFound
    return found


def hold(session: Session, citizen: UUID) -> None:
    """Let two browsers of one citizen write one after the other."""
    session.get_one(Person, citizen, with_for_update=True)


def every(connection: Connection, citizen: UUID, *kinds: str) -> list[Any]:
    """What a citizen has kept of these kinds: `id`, `kind`, `content`, `until`."""
    columns = (_keepsake.id, _keepsake.kind, _keepsake.content, _keepsake.until)
    found = select(*columns).where(_keepsake.citizen_id == citizen, _keepsake.kind.in_(kinds))
    return list(connection.execute(found.order_by(_keepsake.id)))


def anything(connection: Connection, citizen: UUID) -> bool:
    """Whether a citizen has kept anything at all whose time is not over."""
    them = select(_keepsake.id).where(_keepsake.citizen_id == citizen, _stays()).limit(1)
    return connection.execute(them).first() is not None


def count(connection: Connection, citizen: UUID) -> int:
    """How many things a citizen has kept whose time is not over; how long they stay is not one of them."""
    them = (_keepsake.citizen_id == citizen, _keepsake.kind != "keeping", _stays())
    return int(connection.execute(select(func.count()).select_from(Keepsake).where(*them)).scalar_one())


def _stays() -> ColumnElement[bool]:
    return or_(_keepsake.until.is_(None), _keepsake.until >= clock.today())


def keepers(connection: Connection) -> list[UUID]:
    """Who has kept anything: for a count of the operator's, and for no page."""
    return list(connection.execute(select(_keepsake.citizen_id).distinct()).scalars())


def load(session: Session, citizen: UUID, keepsake: UUID, kind: str) -> Keepsake:
    """One keepsake of this kind. Raises NotFound for one that is somebody else's, or whose time is over."""
    row = session.get(Keepsake, keepsake)
    if row is None or row.citizen_id != citizen or row.kind != kind or (row.until and row.until < clock.today()):
        raise NotFound
    return row


def in_slot(session: Session, citizen: UUID, slot: str) -> Keepsake | None:
    """The one keepsake of a slot."""
    there = select(Keepsake).where(_keepsake.citizen_id == citizen, _keepsake.slot == slot)
    return session.execute(there).scalar_one_or_none()


def remove(session: Session, citizen: UUID, keepsake: UUID | None = None) -> int:
    """One keepsake, or all of them, with all that was shown of it and every answer; how many there were."""
    mine = _keepsake.citizen_id == citizen if keepsake is None else _keepsake.id == keepsake
    which = select(_keepsake.id).where(mine, _keepsake.citizen_id == citizen)
    shown = select(_showing.id).where(_showing.keepsake_id.in_(which))
    session.execute(delete(ShownTo).where(_shown_to.showing_id.in_(shown)))
    session.execute(delete(Showing).where(_showing.keepsake_id.in_(which)))
    session.execute(delete(BuildsOn).where(_builds_on.keepsake_id.in_(which)))
    return session.execute(delete(Keepsake).where(_keepsake.id.in_(which))).rowcount  # type: ignore[attr-defined]


def showings(connection: Connection, citizen: UUID) -> list[Any]:
    """Every showing of what a citizen has kept, with its meeting's state and end; also those that are over."""
    found = WITH_MEETING.where(_keepsake.citizen_id == citizen)
    return list(connection.execute(found.order_by(_showing.at.desc(), _showing.id)))


def shown_now(connection: Connection, citizen: UUID) -> list[Any]:
    """Those of them that are not over."""
    found = WITH_MEETING.where(_keepsake.citizen_id == citizen, stands(clock.now()))
    return list(connection.execute(found))


def standing(session: Session, keepsake: UUID, meeting: UUID | None) -> Showing | None:
    """How a keepsake is shown for this meeting, or without one, where the citizen did not take it back."""
    here = (_showing.keepsake_id == keepsake, _showing.meeting_id == meeting, _showing.ended_at.is_(None))
    return session.execute(select(Showing).where(*here)).scalars().first()


def end(session: Session, keepsake: UUID, but: Collection[UUID], now: datetime) -> None:
    """From now on a keepsake is shown to nobody, `but` by these showings."""
    here = (_showing.keepsake_id == keepsake, _showing.ended_at.is_(None), _showing.id.not_in(but))
    session.execute(update(Showing).where(*here).values(ended_at=now))


def names(connection: Connection, people: set[UUID]) -> dict[UUID, str]:
    """What those are called to whom something was shown."""
    found = connection.execute(select(_person.id, _person.name).where(_person.id.in_(people)))
    return {row.id: row.name for row in found}


def working(connection: Connection, plan: UUID) -> set[UUID]:
    """Who works with a plan today."""
    runs = (_member.c.relation.in_(("contact", "team")), place_lasts(_member, clock.today()))
    return set(connection.execute(select(_member.c.person_id).where(_member.c.plan_id == plan, *runs)).scalars())


def shown_to(session: Session, showing: UUID) -> set[UUID]:
    """To whom by name."""
    return set(session.execute(select(_shown_to.person_id).where(_shown_to.showing_id == showing)).scalars())


def steps_on(connection: Connection, citizen: UUID, keepsake: UUID) -> list[UUID]:
    """The steps that build on one of a citizen's strengths."""
    joined = select(_builds_on.step_id).join(Keepsake, _keepsake.id == _builds_on.keepsake_id)
    found = joined.where(_keepsake.citizen_id == citizen, _keepsake.id == keepsake).order_by(_builds_on.step_id)
    return list(connection.execute(found).scalars())


def beneath(connection: Connection, citizen: UUID, step: UUID) -> Any | None:
    """The strength of a citizen that a step builds on: `keepsake_id` and `content`."""
    joined = select(_keepsake.id.label("keepsake_id"), _keepsake.content)
    joined = joined.join(BuildsOn, _builds_on.keepsake_id == _keepsake.id)
    return connection.execute(joined.where(_keepsake.citizen_id == citizen, _builds_on.step_id == step)).one_or_none()
