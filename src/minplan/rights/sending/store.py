"""Every query about letters to the official mailbox. Those that carry are short: no lock waits for a mail server."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Select, and_, func, or_, select, update
from sqlalchemy.orm import aliased

from minplan import access, db, journal
from minplan.access import Change, Membership, Plan
from minplan.journal import Record
from minplan.rights.decision import Decision
from minplan.rights.dispatch import Dispatch
from minplan.sharing import LEASE
from minplan.words import Text, beside

_dispatch = Dispatch.__table__  # type: ignore[attr-defined]
_decision = Decision.__table__  # type: ignore[attr-defined]
_member = Membership.__table__  # type: ignore[attr-defined]
_said, _said_columns = beside("said")
_what, _what_columns = beside("what")
_letter, _letter_columns = beside("letter")

_LETTERS: Select[Any] = (
    select(*_dispatch.c, *_said_columns, *_what_columns, *_letter_columns)
    .join(_said, _said.c.id == _dispatch.c.text_id)
    .join(_letter, _letter.c.id == _dispatch.c.letter_id)
    .outerjoin(_what, _what.c.id == _dispatch.c.about_id)
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


def sent_since(change: Change, kind: str, step: UUID | None, since: datetime) -> list[tuple[Dispatch, Text, Text]]:
    """The letters of this kind about this step since a moment, with their words and the letter as it was written."""
    about = _dispatch.c.step_id == step if step else _dispatch.c.step_id.is_(None)
    same = (_dispatch.c.plan_id == change.plan.id, _dispatch.c.kind == kind, about, _dispatch.c.at >= since)
    whole = aliased(Text)
    found = select(Dispatch, Text, whole).join(Text, Text.id == Dispatch.text_id)  # type: ignore[arg-type]
    found = found.join(whole, whole.id == Dispatch.letter_id).where(*same)  # type: ignore[arg-type]
    return [(row[0], row[1], row[2]) for row in change.session.execute(found)]


def decision(change: Change, step: UUID | None) -> Text | None:
    """What was decided about a step of this plan, as it stands now; None where nothing was."""
    row = change.session.get(Decision, step) if step else None
    return change.words(row.what_id) if row and row.plan_id == change.plan.id else None


def keep(change: Change, letter: str, lang: str) -> Text:
    """A whole letter as a text of the plan: made of what was checked when it was written, so that it may be longer."""
    text = Text(plan_id=change.plan.id, body=letter, lang=lang, author_id=change.viewer.person_id, written_at=change.at)
    change.session.add(text)
    change.session.flush()
    return text


def claim(now: datetime, only: UUID | None = None) -> Any:
    """The letter that has waited longest (or `only` that one) for this worker alone until LEASE is over; or None."""
    due = select(_dispatch.c.id).where(_dispatch.c.state == "waiting", _dispatch.c.next_at <= now)
    due = due.where(_dispatch.c.id == only) if only else due.order_by(_dispatch.c.next_at).limit(1)
    first = due.with_for_update(skip_locked=True).scalar_subquery()
    mine = update(_dispatch).where(_dispatch.c.id == first, _dispatch.c.state == "waiting")
    leased = mine.values(next_at=now + LEASE, attempts=_dispatch.c.attempts + 1)
    with db.writing() as session:
        taken = session.execute(leased.returning(_dispatch.c.id)).scalar_one_or_none()
        return session.execute(_LETTERS.where(_dispatch.c.id == taken)).one_or_none() if taken else None


def settle(dispatch: UUID, attempt: int, *states: str, **fields: Any) -> bool:
    """What comes of this attempt while the letter is in one of `states`; whoever comes too late changes nothing."""
    mine = (_dispatch.c.id == dispatch, _dispatch.c.attempts == attempt, _dispatch.c.state.in_(states))
    with db.writing() as session:
        return bool(session.execute(update(_dispatch).where(*mine).values(**fields)).rowcount)  # type: ignore[attr-defined]


def stuck(now: datetime, mailbox: bool) -> list[Any]:
    """The letters that go no further: those of which nobody has heard, and all that wait where there is no mailbox."""
    unheard = and_(_dispatch.c.state == "handing_over", _dispatch.c.next_at < now)
    stays = and_(_dispatch.c.state == "waiting", _dispatch.c.next_at <= now)
    found = select(*_dispatch.c).where(unheard if mailbox else or_(unheard, stays))
    with db.reading() as connection:
        return list(connection.execute(found))


def end(letter: Any, state: str, now: datetime, *found_in: str) -> bool:
    """The letter goes no further than to `state`, at the attempt and in one of the states in which it was found.

    Its sender reads so on the plan and is told, and nobody else is; False where it went on meanwhile.
    """
    with db.writing() as session:
        plan = session.get_one(Plan, letter.plan_id, with_for_update=True)
        mine = (_dispatch.c.id == letter.id, _dispatch.c.attempts == letter.attempts)
        ended = update(_dispatch).where(*mine, _dispatch.c.state.in_(found_in)).values(state=state)
        if not session.execute(ended).rowcount:  # type: ignore[attr-defined]
            return False
        plan.revision += 1
        told = {"kind": letter.kind, "number": letter.number, "state": state}
        record = Record("dispatch_failed", "dispatch", letter.id, letter.step_id, after=told, audience="citizen")
        journal.write(session, plan.id, plan.revision, None, now, record)
        access.tell(session, plan.municipality_id, plan.id, [plan.citizen_id], "news", now)
    return True


def contact_for(number: str) -> Any | None:
    """The contact person of the plan from which a letter with this receipt number came, all None where it
    has none; None for a number that nobody was given."""
    found = select(_member.c.name, _member.c.role, _member.c.phone, _member.c.email).select_from(_dispatch)
    found = found.outerjoin(_member, and_(_member.c.plan_id == _dispatch.c.plan_id, _member.c.relation == "contact"))
    with db.reading() as connection:
        return connection.execute(found.where(_dispatch.c.number == number)).one_or_none()


def counts() -> dict[str, int]:
    """How many letters are in each state."""
    with db.reading() as connection:
        found = connection.execute(select(_dispatch.c.state, func.count()).group_by(_dispatch.c.state))
        return {row[0]: row[1] for row in found}
