"""Every query about letters to the official mailbox. Those that carry are short: no lock waits for a mail server."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Select, and_, func, select, update

from minplan import access, db, journal
from minplan.access import Change, Membership, Person, Plan
from minplan.journal import Record
from minplan.rights.decision import Decision
from minplan.rights.dispatch import Dispatch
from minplan.sharing import LEASE
from minplan.words import Text, beside

_dispatch = Dispatch.__table__  # type: ignore[attr-defined]
_decision = Decision.__table__  # type: ignore[attr-defined]
_person = Person.__table__  # type: ignore[attr-defined]
_member = Membership.__table__  # type: ignore[attr-defined]
_said, _said_columns = beside("said")
_what, _what_columns = beside("what")

_LETTERS: Select[Any] = (
    select(*_dispatch.c, *_said_columns, *_what_columns)
    .join(_said, _said.c.id == _dispatch.c.text_id)
    .outerjoin(_decision, _decision.c.step_id == _dispatch.c.step_id)
    .outerjoin(_what, _what.c.id == _decision.c.what_id)
)
_TO_CARRY = (
    _LETTERS.add_columns(_person.c.name, _member.c.name.label("contact"))
    .join(_person, _person.c.id == _dispatch.c.by_id)
    .outerjoin(_member, and_(_member.c.plan_id == _dispatch.c.plan_id, _member.c.relation == "contact"))
)


def of_plan(connection: Connection, plan: UUID) -> list[Any]:
    """Every letter of a plan with its words, the newest first."""
    found = _LETTERS.where(_dispatch.c.plan_id == plan)
    return list(connection.execute(found.order_by(_dispatch.c.at.desc(), _dispatch.c.number)))


def one(connection: Connection, plan: UUID, dispatch: UUID) -> Any | None:
    """One letter of this plan, or None."""
    return connection.execute(_LETTERS.where(_dispatch.c.plan_id == plan, _dispatch.c.id == dispatch)).one_or_none()


def decided(connection: Connection, plan: UUID, step: UUID) -> Any | None:
    """What was decided about a step of this plan and when the letter came, or None."""
    found = select(_decision.c.received, *_what_columns).join(_what, _what.c.id == _decision.c.what_id)
    return connection.execute(found.where(_decision.c.plan_id == plan, _decision.c.step_id == step)).one_or_none()


def sent_since(change: Change, kind: str, step: UUID | None, since: datetime) -> list[tuple[Dispatch, Text]]:
    """The letters of this kind about this step since a moment, with their words."""
    about = _dispatch.c.step_id == step if step else _dispatch.c.step_id.is_(None)
    same = (_dispatch.c.plan_id == change.plan.id, _dispatch.c.kind == kind, about, _dispatch.c.at >= since)
    found = select(Dispatch, Text).join(Text, Text.id == Dispatch.text_id).where(*same)  # type: ignore[arg-type]
    return [(row[0], row[1]) for row in change.session.execute(found)]


def claim(now: datetime, only: UUID | None = None) -> Any:
    """The letter that has waited longest (or `only` that one) for this worker alone until LEASE is over; or None."""
    due = select(_dispatch.c.id).where(_dispatch.c.state == "waiting", _dispatch.c.next_at <= now)
    due = due.where(_dispatch.c.id == only) if only else due.order_by(_dispatch.c.next_at).limit(1)
    first = due.with_for_update(skip_locked=True).scalar_subquery()
    mine = update(_dispatch).where(_dispatch.c.id == first, _dispatch.c.state == "waiting")
    leased = mine.values(next_at=now + LEASE, attempts=_dispatch.c.attempts + 1)
    with db.writing() as session:
        taken = session.execute(leased.returning(_dispatch.c.id)).scalar_one_or_none()
        return session.execute(_TO_CARRY.where(_dispatch.c.id == taken)).one_or_none() if taken else None


def settle(dispatch: UUID, attempt: int, *states: str, **fields: Any) -> bool:
    """What comes of this attempt while the letter is in one of `states`; whoever comes too late changes nothing."""
    mine = (_dispatch.c.id == dispatch, _dispatch.c.attempts == attempt, _dispatch.c.state.in_(states))
    with db.writing() as session:
        return bool(session.execute(update(_dispatch).where(*mine).values(**fields)).rowcount)  # type: ignore[attr-defined]


def give_up(letter: Any, now: datetime) -> None:
    """Nobody takes this letter, at the attempt that it says. Its sender reads so on the plan, and nobody else does."""
    with db.writing() as session:
        plan = session.get_one(Plan, letter.plan_id, with_for_update=True)
        mine = (_dispatch.c.id == letter.id, _dispatch.c.attempts == letter.attempts, _dispatch.c.state == "waiting")
        given_up = session.execute(update(_dispatch).where(*mine).values(state="given_up"))
        if not given_up.rowcount:  # type: ignore[attr-defined]
            return
        plan.revision += 1
        told = {"kind": letter.kind, "number": letter.number}
        record = Record("dispatch_failed", "dispatch", letter.id, letter.step_id, after=told, audience="citizen")
        journal.write(session, plan.id, plan.revision, None, now, record)
        access.tell(session, plan.municipality_id, plan.id, [plan.citizen_id], "news", now)


def counts() -> dict[str, int]:
    """How many letters are in each state."""
    with db.reading() as connection:
        found = connection.execute(select(_dispatch.c.state, func.count()).group_by(_dispatch.c.state))
        return {row[0]: row[1] for row in found}
