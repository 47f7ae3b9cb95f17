"""Every query of the journal."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, bindparam, select
from sqlmodel import Session

from minplan.db import Query
from minplan.journal.entry import Entry, News, Record, Values
from minplan.journal.pending import Pending
from minplan.words import Text, Words

_entry = Entry.__table__.c  # type: ignore[attr-defined]
_text = Text.__table__  # type: ignore[attr-defined]
_FIELDS = [name for name in News.__slots__ if name != "reason"]
LAST = 2**31 - 1  # before no revision


def telling(*only: ColumnElement[bool], also: Sequence[ColumnElement[Any]] = ()) -> Query:
    """A prepared reading of the newest `most` entries `before` a revision, as far as all the conditions `only` hold.

    Its rows are for `as_news`; the columns `also` stand behind.
    """
    return Query(
        select(*(_entry[name] for name in _FIELDS), *_text.c["body", "lang", "phrase", "slots"], *also)
        .outerjoin(_text, _text.c.id == _entry.reason_id)
        .where(_entry.plan_id == bindparam("plan_id"), _entry.revision < bindparam("before"), *only)
        .order_by(_entry.revision.desc())
        .limit(bindparam("most"))
    )


_NEWS = telling(_entry.revision > bindparam("since"))


def write(
    session: Session, plan_id: UUID, revision: int, actor_id: UUID | None, at: datetime, record: Record
) -> Entry:
    """Write the one entry of `revision`, for the plan's history and for the feed."""
    values = {name: getattr(record, name) for name in Record.__slots__}
    entry = Entry(plan_id=plan_id, revision=revision, actor_id=actor_id, at=at, **values)
    session.add(entry)
    session.add(Pending(plan_id=plan_id, revision=revision))
    return entry


def news(connection: Connection, plan_id: UUID, since: int, most: int = 200) -> list[News]:
    """The entries after revision `since`, newest first, at most `most`; the caller leaves out what is hidden."""
    return [as_news(row) for row in _NEWS(connection, plan_id=plan_id, since=since, before=LAST, most=most)]


def as_news(row: Any) -> News:
    """A row of `telling` as it is read."""
    *fields, body, lang, phrase, slots = row[: len(_FIELDS) + 4]
    reason = Words(body, lang, phrase, slots) if body or phrase or lang else None
    return News(*(*fields, reason))


def newest(session: Session, plan_id: UUID) -> Entry | None:
    """The newest entry of a plan, or None."""
    found = select(Entry).where(_entry.plan_id == plan_id).order_by(_entry.revision.desc()).limit(1)
    return session.execute(found).scalar_one_or_none()


def before_entering(source: Connection | Session, plan_id: UUID, step_id: UUID, state: str) -> Values:
    """How a step was before it last came into `state`, by whichever verb; empty where the journal does not say."""
    found = (
        select(_entry.before)
        .where(_entry.plan_id == plan_id, _entry.step_id == step_id, _entry.after["state"].as_string() == state)
        .order_by(_entry.revision.desc())
        .limit(1)
    )
    return source.execute(found).scalar_one_or_none() or {}


def values_of(session: Session, plan_id: UUID, subject_id: UUID, verb: str) -> list[tuple[Values, Values]]:
    """How something was before and after each time that `verb` happened to it, in that order."""
    this = (_entry.plan_id == plan_id, _entry.subject_id == subject_id, _entry.verb == verb)
    found = select(_entry.before, _entry.after).where(*this).order_by(_entry.revision)
    return [(before, after) for before, after in session.execute(found)]


def before_last(session: Session, plan_id: UUID, subject_id: UUID, verb: str) -> Values:
    """How something was before `verb` last happened to it; empty where the journal does not say."""
    found = (
        select(_entry.before)
        .where(_entry.plan_id == plan_id, _entry.subject_id == subject_id, _entry.verb == verb)
        .order_by(_entry.revision.desc())
        .limit(1)
    )
    return session.execute(found).scalar_one_or_none() or {}
