"""Verb: let go of what is past its time. Asked twice, done once; each transaction takes a few rows."""

from collections import Counter
from datetime import timedelta

from sqlalchemy import delete, func, select, tuple_

from minplan import clock, config, db
from minplan.own_data.actions import ended
from minplan.own_data.actions.forgetting import forget_supporters
from minplan.own_data.retention import Limits, Sweep, sweeps

MOST = 500  # rows of one transaction


def tidy(dry_run: bool = False) -> dict[str, int]:
    """How many rows of each table are (or would be) gone; people are forgotten, texts of plans that ended emptied."""
    limits = _limits()
    found = Counter[str]()
    for sweep in sweeps(db.metadata(), limits):
        found[sweep[0].name] += _count(sweep) if dry_run else _sweep(sweep)
    found["person"] += forget_supporters(limits, dry_run)
    for plan in ended.past(limits):
        found["text"] += ended.words(plan) if dry_run else ended.empty(plan)
    return dict(found)


def _limits() -> Limits:
    found, now = config.settings(), clock.now()
    months = (found.keep_openings, found.keep_notices, found.keep_supporters, found.keep_ended)
    return Limits(now, clock.today(), now - found.idle, *months, now - timedelta(days=found.keep_changes))


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
