"""Every query about sign-ins and identities."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Uuid, and_, bindparam, column, exists, func, or_, select, table, update
from sqlmodel import Session

from minplan import clock, config, db
from minplan.access import SUPPORTERS, Membership, Notice, Person, PersonView, Plan, is_here, place_lasts
from minplan.identity.number import hashed_number
from minplan.identity.sign_in import Device, Identity, SignIn

WORK = ("contact", "team")
_in = SignIn.__table__  # type: ignore[attr-defined]
_identity = Identity.__table__  # type: ignore[attr-defined]
_person = Person.__table__  # type: ignore[attr-defined]
_plan = Plan.__table__  # type: ignore[attr-defined]
_notice = Notice.__table__  # type: ignore[attr-defined]
_place = Membership.__table__.alias("place")  # type: ignore[attr-defined]
_contact = Membership.__table__.alias("contact")  # type: ignore[attr-defined]
_staff = Person.__table__.alias("staff")  # type: ignore[attr-defined]
_stand_in = Person.__table__.alias("stand_in")  # type: ignore[attr-defined]
# Names only: meetings lie in a room above this one.
_meeting = table("meeting", column("id", Uuid()), column("state"))

_PERSON = tuple(_person.c[name] for name in PersonView.__slots__)
_UNREAD = (
    select(func.count())
    .where(_notice.c.person_id == _person.c.id, _notice.c.read_at.is_(None))
    .scalar_subquery()
    .label("unread")
)
_SUPPORTING = (
    exists()
    .where(_place.c.person_id == _person.c.id, or_(*(_place.c.relation == each for each in SUPPORTERS)))
    .where(_place.c.until >= bindparam("today"))
    .label("supporting")
)
_VISIT = db.Query(
    select(
        *_in.c["key", "seen_at", "ends_at", "meeting_id", "device"],
        _person.c.id.label("person_id"),
        *_person.c["municipality_id", "name", "kind", "language", "ended_on", "privacy_seen"],
        _UNREAD,
        _SUPPORTING,
        _plan.c.id.label("plan_id"),
        _contact.c.name.label("contact_name"),
        *_contact.c["role", "email"],
        func.coalesce(_staff.c.phone, _contact.c.phone).label("phone"),
        _staff.c.hours,
        _stand_in.c.name.label("stand_in"),
        _stand_in.c.phone.label("stand_in_phone"),
        _meeting.c.state,
    )
    .join(_person, _person.c.id == _in.c.person_id)
    .outerjoin(_plan, _plan.c.citizen_id == _person.c.id)
    .outerjoin(_contact, (_contact.c.plan_id == _plan.c.id) & (_contact.c.relation == "contact"))
    .outerjoin(_staff, _staff.c.id == _contact.c.person_id)
    .outerjoin(_stand_in, _stand_in.c.id == _staff.c.stand_in_id)
    .outerjoin(_meeting, _meeting.c.id == _in.c.meeting_id)
    .where(_in.c.key == bindparam("key"))
)


def visit(key: str) -> Any:
    """The row of a sign-in with its person, or None."""
    with db.reading() as connection:
        rows = _VISIT(connection, key=key, today=clock.today())
    return rows[0] if rows else None


def touch(key: str, at: datetime) -> None:
    """Remember that the person was here."""
    with db.writing() as session:
        session.execute(update(_in).where(_in.c.key == key).values(seen_at=at))


def remove(session: Session, *only: ColumnElement[bool]) -> list[SignIn]:
    """Take away every sign-in for which all of `only` holds; returns what was there."""
    found = list(session.execute(select(SignIn).where(*only)).scalars())
    for row in found:
        session.delete(row)
    return found


def sign_ins(person_id: UUID, own: str = "") -> list[Device]:
    """Where this person is signed in, the newest first; `own` is the key of the browser that asks."""
    found = select(*_in.c["key", "device", "provider", "began_at", "seen_at", "meeting_id"])
    alive = (_in.c.person_id == person_id, still_lasts())
    with db.reading() as connection:
        rows: Any = connection.execute(found.where(*alive).order_by(_in.c.began_at.desc())).all()
    return [
        Device(row.key, row.device, row.provider, row.began_at, row.seen_at, row.key == own, bool(row.meeting_id))
        for row in rows
    ]


def still_lasts() -> ColumnElement[bool]:
    """That a sign-in has not come to its end; that of a seat does with its meeting."""
    not_idle = and_(_in.c.meeting_id.is_(None), _in.c.seen_at > idle_since())
    goes_on = exists().where(_meeting.c.id == _in.c.meeting_id, _meeting.c.state == "open")
    return and_(_in.c.ends_at > clock.now(), or_(not_idle, goes_on))


def idle_since() -> datetime:
    """Who was last seen before this is not in any more."""
    return clock.now() - config.settings().idle


def known(issuer: str, subject: str) -> PersonView | None:
    """Whoever is `subject` at `issuer`, or None."""
    found = select(*_PERSON).join(_identity, _identity.c.person_id == _person.c.id)
    return _one(found.where(_identity.c.issuer == issuer, _identity.c.subject == subject, _is_here()))


def is_linked(session: Session, person_id: UUID, issuer: str | None = None) -> bool:
    """Whether this person is known at a provider already: at any, or at this one."""
    found = select(_identity.c.subject).where(_identity.c.person_id == person_id)
    there = found if issuer is None else found.where(_identity.c.issuer == issuer)
    return session.execute(there.limit(1)).first() is not None


def has_places(session: Session, person_id: UUID) -> bool:
    """Whether this person works with somebody's plan today. Such a place is not given while this is asked."""
    session.execute(select(_person.c.id).where(_person.c.id == person_id).with_for_update())
    runs = place_lasts(_place, clock.today())
    found = select(_place.c.plan_id).where(_place.c.person_id == person_id, _place.c.relation.in_(WORK), runs)
    return session.execute(found.limit(1)).first() is not None


def number_hash(municipality: str, number: str) -> str | None:
    """What is kept of an id number, under this house's key; None where it is none."""
    return hashed_number(config.settings().number_key, municipality, number)


def by_number(municipality: str, number: str) -> PersonView | None:
    """The person of this municipality with an id number, compared by its keyed hash; None also for no number at all."""
    hashed = number_hash(municipality, number)
    return _one(_here(municipality).where(_person.c.number_hash == hashed)) if hashed else None


def by_email(municipality: str, email: str) -> PersonView | None:
    """The person of this municipality with an e-mail, however it is written, or None."""
    return _one(_here(municipality).where(_person.c.email == email.strip().lower())) if email.strip() else None


def _here(municipality: str) -> Any:
    return select(*_PERSON).where(_person.c.municipality_id == municipality, _is_here())


def _is_here() -> ColumnElement[bool]:
    return is_here(_person, clock.today())


def _one(found: Any) -> PersonView | None:
    with db.reading() as connection:
        row = connection.execute(found).one_or_none()
    return PersonView(*row) if row else None
