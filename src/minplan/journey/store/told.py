"""What the journal tells a viewer, newest first: nothing of it is about what is hidden from them."""

from datetime import datetime
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, and_, bindparam, exists, func, or_, select, true

from minplan import journal
from minplan.access import Plan, Viewer
from minplan.db import Query
from minplan.journal import Entry, News
from minplan.journey.step import Step

_entry = Entry.__table__  # type: ignore[attr-defined]
_older = _entry.alias("older")
_step = Step.__table__  # type: ignore[attr-defined]
_plan = Plan.__table__  # type: ignore[attr-defined]
_PLAN: Any = bindparam("plan_id")
_SINCE: Any = bindparam("since")


def entries(connection: Connection, plan_id: UUID, viewer: Viewer, before: int, most: int) -> list[News]:
    """The newest `most` entries before a revision, as far as the viewer may read them."""
    found = _all(*_eyes(viewer))(connection, plan_id=plan_id, before=before, most=most)
    return [journal.as_news(row) for row in found]


def reached(connection: Connection, plan_id: UUID, viewer: Viewer, at: datetime) -> int:
    """The revision of the newest entry that the viewer may read and that stood at a moment; 0 for none.

    A page names moments and never revisions: a gap in those would tell that something was done that is not for these
    eyes.
    """
    return int(_reached(*_eyes(viewer))(connection, plan_id=plan_id, at=at)[0].revision or 0)


def recent(connection: Connection, plan_id: UUID, viewer: Viewer, most: int) -> tuple[list[News], tuple[Any, ...]]:
    """The entries since the viewer said "I have seen it", in any case the newest that they may read.

    Beside them what may change for the viewer without an entry that they may read: the next step where they see it,
    and when somebody last put other steps to rest, or woke them.
    """
    values = {"plan_id": plan_id, "since": viewer.seen_revision, "before": journal.LAST, "most": most}
    found = _recent(*_eyes(viewer))(connection, **values)
    return [journal.as_news(row) for row in found], tuple(found[0][-2:]) if found else ()


def _eyes(viewer: Viewer) -> tuple[str, frozenset[str]]:
    return viewer.relation, viewer.hidden


# Prepared once for each way of seeing: there are as many as there are sets of tracks to hide.
@cache
def _all(relation: str, hidden: frozenset[str]) -> Query:
    return journal.telling(*_readable(_entry, relation, hidden))


@cache
def _reached(relation: str, hidden: frozenset[str]) -> Query:
    stood = (_entry.c.plan_id == _PLAN, _entry.c.at <= bindparam("at"))
    newest = select(func.max(_entry.c.revision).label("revision"))
    return Query(newest.where(*stood, *_readable(_entry, relation, hidden)))


@cache
def _recent(relation: str, hidden: frozenset[str]) -> Query:
    newest = select(func.max(_older.c.revision)).where(
        _older.c.plan_id == _PLAN, *_readable(_older, relation, hidden)
    )
    next_seen = select(_step.c.id).join(_plan, _plan.c.next_step_id == _step.c.id)
    next_seen = next_seen.where(_plan.c.id == _PLAN, _sees(relation, hidden))
    wide = select(func.max(_older.c.revision)).where(_older.c.plan_id == _PLAN, _wide(_older))
    return journal.telling(
        or_(_entry.c.revision > _SINCE, _entry.c.revision == newest.scalar_subquery()),
        *_readable(_entry, relation, hidden),
        also=[next_seen.scalar_subquery().label("next_seen"), wide.scalar_subquery().label("wide")],
    )


def _wide(entry: Any) -> ColumnElement[bool]:
    """What changed other steps than its own: it put them to rest, or they woke."""
    may_wake = or_(*(entry.c.verb == verb for verb in ("complete", "detour", "answer")))
    return or_(entry.c.verb == "settle_first", and_(may_wake, entry.c.after["woken"].as_string().is_not(None)))


def _readable(entry: Any, relation: str, hidden: frozenset[str]) -> list[ColumnElement[bool]]:
    if relation == "citizen":
        return [entry.c.audience != "room"]
    about = exists().where(_step.c.id == entry.c.step_id, _sees(relation, hidden))
    return [
        entry.c.audience == "all",
        or_(entry.c.step_id.is_(None), about),
        or_(entry.c.track.is_(None), entry.c.track.not_in(sorted(hidden))),
    ]


def _sees(relation: str, hidden: frozenset[str]) -> ColumnElement[bool]:
    """The rule of `Viewer.sees`, told to the database."""
    if not hidden:
        return true()
    open_to_them = ~or_(*(_step.c.tracks.contains(track) for track in sorted(hidden)))
    return or_(_step.c.kind == "law", open_to_them) if relation == "contact" else open_to_them
