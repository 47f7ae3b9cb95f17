"""Verb: let go of what is past its time. Asked twice, done once; each transaction takes a few rows."""

from collections import Counter
from typing import Any
from uuid import UUID

from sqlalchemy import delete, func, select, tuple_, update

from minplan import clock, config, db, journal
from minplan.access import Person, Plan
from minplan.journal import Record
from minplan.own_data.actions.forgetting import forget_supporters
from minplan.own_data.retention import Limits, Sweep, sweeps
from minplan.words import Text, erase

MOST = 500  # rows of one transaction
_plan = Plan.__table__.c  # type: ignore[attr-defined]
_person = Person.__table__.c  # type: ignore[attr-defined]
_text = Text.__table__.c  # type: ignore[attr-defined]


def tidy(dry_run: bool = False) -> dict[str, int]:
    """How many rows of each table are (or would be) gone; people are forgotten, texts of plans that ended emptied."""
    limits = _limits()
    found = Counter[str]()
    for sweep in sweeps(db.metadata(), limits):
        found[sweep[0].name] += _count(sweep) if dry_run else _sweep(sweep)
    found["person"] += forget_supporters(limits, dry_run)
    for plan in _ended(limits):
        found["text"] += _words(plan) if dry_run else _empty(plan)
    return dict(found)


def _limits() -> Limits:
    found, now = config.settings(), clock.now()
    months = (found.keep_openings, found.keep_notices, found.keep_supporters, found.keep_ended)
    return Limits(now, now - found.idle, *months)


def _count(sweep: Sweep) -> int:
    table, past = sweep
    with db.reading() as connection:
        return int(connection.execute(select(func.count()).select_from(table).where(past)).scalar_one())


def _sweep(sweep: Sweep) -> int:
    gone = 0
    while some := _some(sweep):
        gone += some
    return gone


def _some(sweep: Sweep) -> int:
    table, past = sweep
    keys = tuple(table.primary_key)
    with db.writing() as session:
        first = [tuple(row) for row in session.execute(select(*keys).where(past).limit(MOST))]
        if first:
            session.execute(delete(table).where(tuple_(*keys).in_(first)))
    return len(first)


def _ended(limits: Limits) -> list[UUID]:
    before = limits.before(limits.ended)
    if before is None:
        return []
    left = select(_plan.id).join(Person, _person.id == _plan.citizen_id)
    left = left.where(_person.ended_on < before.date(), _plan.id.in_(select(_text.plan_id).where(_full())))
    with db.reading() as connection:
        return list(connection.execute(left).scalars())


def _full() -> Any:
    return _text.erased_at.is_(None)


def _words(plan: UUID) -> int:
    with db.reading() as connection:
        full = select(func.count()).select_from(Text).where(_text.plan_id == plan, _full())
        return int(connection.execute(full).scalar_one())


def _empty(plan: UUID) -> int:
    """Every text of one plan; the journal says that the house did it."""
    with db.writing() as session:
        session.execute(update(Plan).where(_plan.id == plan).values(revision=_plan.revision + 1))
        row = session.get_one(Plan, plan)
        row.horizon_id = None
        texts = list(session.execute(select(_text.id).where(_text.plan_id == plan)).scalars())
        gone = erase(session, texts, clock.now())
        journal.write(session, plan, row.revision, None, clock.now(), Record("erase", "plan", plan))
    return gone
