"""Verb: a plan whose citizen left long ago says nothing of anybody any more. What it was made of stays, for numbers."""

from uuid import UUID

from sqlalchemy import ColumnElement, delete, func, or_, select, update
from sqlmodel import Session

from minplan import access, clock, db, feelings, journal
from minplan.access import SUPPORTERS, Person, Plan
from minplan.errors import NotFound
from minplan.identity import Identity, SignIn
from minplan.journal import Entry, Record
from minplan.journal.forgetting import forget
from minplan.meeting import CalendarFeed
from minplan.own_data.actions.of_systems import forget_sent
from minplan.own_data.retention import Limits
from minplan.words import Text, erase

GONE = "–"  # where a name or a place stood that a row cannot be without
TOLD = ("name", "by_name", "ball_name")  # names in the journal
_NAMED = (
    *(("step", "ball_name"), ("win", "by_name"), ("consent", "words"), ("agreement", "ball_name"), ("note", "body")),
    *(("meeting", "place"), ("meeting", "door"), ("meeting", "link")),
)
# The same for what hangs on a meeting, and what goes with it.
_AT_A_MEETING = (
    *(("agenda_point", "by_name"), ("need", "language")),
    *(("attendance", "name"), ("attendance", "role"), ("attendance", "language")),
    *(("confirmation", "name"), ("confirmation", "role"), ("confirmation", "digest")),
)
_LEFT_THE_ROOM = ("join_code", "presence")
_NOBODY = ("number_hash", "email", "notice_email", "phone", "hours", "hello")

_plan = Plan.__table__.c  # type: ignore[attr-defined]
_person = Person.__table__.c  # type: ignore[attr-defined]
_text = Text.__table__.c  # type: ignore[attr-defined]
_entry = Entry.__table__.c  # type: ignore[attr-defined]


def past(limits: Limits) -> list[UUID]:
    """The plans whose citizen left before the limit, and that still say something."""
    before = limits.before(limits.ended)
    if before is None:
        return []
    says = or_(_person.name != GONE, _plan.id.in_(select(_text.plan_id).where(_full())))
    left = select(_plan.id).join(Person, _person.id == _plan.citizen_id).where(_person.ended_on < before.date(), says)
    with db.reading() as connection:
        return list(connection.execute(left).scalars())


def words(plan: UUID) -> int:
    """How many texts of a plan have words."""
    with db.reading() as connection:
        full = select(func.count()).select_from(Text).where(_text.plan_id == plan, _full())
        return int(connection.execute(full).scalar_one())


def empty(plan: UUID) -> int:
    """Every text of one plan, every name, and all that its citizen kept; the journal says that the house did it."""
    feelings.forget(_citizen(plan))
    with db.writing() as session:
        session.execute(update(Plan).where(_plan.id == plan).values(revision=_plan.revision + 1))
        row = session.get_one(Plan, plan)
        row.horizon_id = None
        texts = list(session.execute(select(_text.id).where(_text.plan_id == plan)).scalars())
        gone = erase(session, texts, clock.now())
        _unname(session, plan)
        forget_sent(session, row)
        _unknow(session, session.get_one(Person, row.citizen_id))
        forget(session, TOLD, _entry.plan_id == plan)
        journal.write(session, plan, row.revision, None, clock.now(), Record("erase", "plan", plan))
    return gone


def _citizen(plan: UUID) -> UUID:
    found = access.citizen_of(plan)
    if found is None:
        raise NotFound
    return found


def _unname(session: Session, plan: UUID) -> None:
    """Who is named in the plan, and who stood by the citizen."""
    tables = db.metadata().tables
    for name, column in _NAMED:
        table = tables[name]
        named = update(table).where(table.c.plan_id == plan, table.c[column].is_not(None))
        session.execute(named.values({column: GONE}))
    _unmeet(session, plan)
    place, invitation = tables["membership"], tables["invitation"]
    session.execute(delete(place).where(place.c.plan_id == plan, place.c.relation.in_(SUPPORTERS)))
    session.execute(delete(invitation).where(invitation.c.plan_id == plan))


def _unmeet(session: Session, plan: UUID) -> None:
    """Who came to the meetings, and what they were called there."""
    tables = db.metadata().tables
    meetings = select(tables["meeting"].c.id).where(tables["meeting"].c.plan_id == plan)
    for name, column in _AT_A_MEETING:
        table = tables[name]
        named = update(table).where(table.c.meeting_id.in_(meetings), table.c[column].is_not(None))
        session.execute(named.values({column: GONE}))
    for name in _LEFT_THE_ROOM:
        session.execute(delete(tables[name]).where(tables[name].c.meeting_id.in_(meetings)))


def _unknow(session: Session, citizen: Person) -> None:
    """Nobody finds them any more, and no provider lets them in."""
    citizen.name = GONE
    citizen.sqlmodel_update(dict.fromkeys(_NOBODY))
    for table in (SignIn, Identity, CalendarFeed):
        session.execute(delete(table).where(table.person_id == citizen.id))  # type: ignore[arg-type]


def _full() -> ColumnElement[bool]:
    return _text.erased_at.is_(None)
