"""Every query of what comes of a meeting."""

from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import Connection, bindparam, func, select
from sqlmodel import SQLModel

from minplan.access import Change
from minplan.db import Query
from minplan.errors import NotFound
from minplan.journey import SAYS
from minplan.journey.step import Step
from minplan.meeting.agreed import Agreement, Confirmation, Expectation
from minplan.meeting.meeting import Meeting
from minplan.words import beside

Row = TypeVar("Row", bound=SQLModel)

_agreement = Agreement.__table__  # type: ignore[attr-defined]
_expectation = Expectation.__table__  # type: ignore[attr-defined]
_confirmation = Confirmation.__table__  # type: ignore[attr-defined]
_meeting = Meeting.__table__  # type: ignore[attr-defined]
_step = Step.__table__  # type: ignore[attr-defined]
_MEETING: Any = bindparam("meeting_id")

_what, _what_columns = beside("what")
_why, _why_columns = beside("why")
_said, _said_columns = beside("said")
_words, _words_columns = beside("words")

_AGREEMENTS = Query(
    select(
        *_agreement.c,
        *_what_columns,
        *_why_columns,
        *(_step.c[name].label(f"step_{name}") for name in (*SAYS, "state", "done_on")),
    )
    .join(_what, _what.c.id == _agreement.c.what_id)
    .outerjoin(_why, _why.c.id == _agreement.c.why_id)
    .outerjoin(_step, _step.c.id == _agreement.c.step_id)
    .where(_agreement.c.meeting_id == _MEETING, ~_agreement.c.gone)
    .order_by(_agreement.c.position, _agreement.c.id)
)
_EXPECTATIONS = Query(
    select(*_expectation.c, *_said_columns, _said.c.author_id)
    .join(_said, _said.c.id == _expectation.c.text_id)
    .where(_expectation.c.meeting_id == _MEETING, ~_expectation.c.gone)
    .order_by(_expectation.c.position, _expectation.c.id)
)
_CONFIRMATIONS = Query(
    select(*_confirmation.c, *_words_columns)
    .outerjoin(_words, _words.c.id == _confirmation.c.words_id)
    .where(_confirmation.c.meeting_id == _MEETING)
    .order_by(_confirmation.c.at, _confirmation.c.id)
)
_NEXT = Query(select(_meeting.c.next_id).where(_meeting.c.id == _MEETING))
_LAST = Query(
    select(*_meeting.c["id", "closed_at", "starts"])
    .where(
        _meeting.c.plan_id == bindparam("plan_id"), _meeting.c.state == "closed", _meeting.c.id != _MEETING,
        _meeting.c.starts <= bindparam("before"),
    )
    .order_by(_meeting.c.closed_at.desc(), _meeting.c.position.desc())
    .limit(1)
)  # fmt: skip


def agreements(connection: Connection, meeting_id: UUID) -> list[Any]:
    """What was agreed at a meeting, with its words and what has become of its step."""
    return _AGREEMENTS(connection, meeting_id=meeting_id)


def expectations(connection: Connection, meeting_id: UUID) -> list[Any]:
    """What each expects, with its words and who wrote them."""
    return _EXPECTATIONS(connection, meeting_id=meeting_id)


def confirmations(connection: Connection, meeting_id: UUID) -> list[Any]:
    """Who has said what of it, the first to say so on top."""
    return _CONFIRMATIONS(connection, meeting_id=meeting_id)


def next_of(connection: Connection, meeting_id: UUID) -> UUID | None:
    """The next step with which a meeting was closed."""
    return next((row.next_id for row in _NEXT(connection, meeting_id=meeting_id)), None)


def last_closed(connection: Connection, plan_id: UUID, meeting_id: UUID, before: Any) -> Any | None:
    """The newest closed meeting that began before then, other than this one; None where there is none."""
    found = _LAST(connection, plan_id=plan_id, meeting_id=meeting_id, before=before)
    return next(iter(found), None)


def rows(change: Change, table: type[Row], meeting_id: UUID) -> list[Row]:
    """The rows of a meeting to change, in their order; also what was taken off."""
    found = select(table).where(table.meeting_id == meeting_id)  # type: ignore[attr-defined]
    return list(change.session.execute(found).scalars())


def load(change: Change, table: type[Row], meeting_id: UUID, row_id: UUID) -> Row:
    """One row of a meeting, also one that was taken off; raises NotFound."""
    row: Any = change.session.get(table, row_id)
    if row is None or row.meeting_id != meeting_id:
        raise NotFound
    return row  # type: ignore[no-any-return]


def place_after(change: Change, table: Any, meeting_id: UUID) -> int:
    """A position behind every row of a meeting."""
    last = select(func.max(table.position)).where(table.meeting_id == meeting_id)
    return (change.session.execute(last).scalar() or 0) + 1
