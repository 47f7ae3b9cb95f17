"""Who hears of a change: those whose department the citizen has said yes to share its track with, and nobody else."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, Uuid, bindparam, column, select, table, update
from sqlmodel import Session

from minplan import content
from minplan.access.consent import Consent
from minplan.access.membership import Member, tracks_of
from minplan.access.notice import Notice
from minplan.access.plan import Plan
from minplan.access.tell import mail_news, tell
from minplan.journal import Record

_consent = Consent.__table__  # type: ignore[attr-defined]
_notice = Notice.__table__  # type: ignore[attr-defined]
# Names only: steps lie in a room above this one.
_step = table("step", column("id", Uuid()), column("kind"), column("tracks"))


def hear(
    session: Session, plan: Plan, members: Iterable[Member], by: UUID, at: datetime, today: date, of: Record
) -> None:
    """Tell of one change, but not its maker; and of what only the citizen may read, nobody else.

    What is typed at a meeting's table is told to nobody: whoever it is for sits there.
    """
    if by != plan.citizen_id and of.audience != "room":
        mail_news(session, plan.municipality_id, plan.id, plan.citizen_id, at)
    said_yes = _said_yes(session, plan.id, today) if of.audience == "all" else None
    if not said_yes:
        return
    kind, tracks = _about(session, of)
    told = [
        member.person_id
        for member in members
        if member.person_id != by
        and member.as_viewer().sees(kind, tracks)
        and any((content.department_called(member.department), track) in said_yes for track in tracks)
    ]
    tell(session, plan.municipality_id, plan.id, told, "news", at)


def sharing_runs(plan_id: Any, today: Any) -> tuple[ColumnElement[bool], ...]:
    """That a consent lets a department hear of this plan today."""
    c: Any = _consent.c
    return c.plan_id == plan_id, c.kind == "sharing", c.withdrawn_at.is_(None), c.until >= today


_SAID_YES = select(*_consent.c["department", "topic"]).where(*sharing_runs(bindparam("plan_id"), bindparam("today")))


def shared_with(session: Session | Connection, plan_id: UUID, department: str | None, today: date) -> set[str]:
    """The tracks for which the citizen's yes to this department runs, by whichever of its names it is called here."""
    called = content.department_called(department)
    runs = (*sharing_runs(plan_id, today), _consent.c.department == called)
    return set(session.execute(select(_consent.c.topic).where(*runs)).scalars()) if called else set()


def no_more_news(session: Session, plan_id: UUID, people: Iterable[UUID], at: datetime, what: str = "news") -> None:
    """What these people have not read of this plan's news, they need not read any more; nor is it mailed."""
    unread = (_notice.c.plan_id == plan_id, _notice.c.what == what, _notice.c.read_at.is_(None))
    theirs = _notice.c.person_id.in_(list(people))
    session.execute(update(_notice).where(*unread, theirs).values(read_at=at))


def _said_yes(session: Session, plan_id: UUID, today: date) -> set[tuple[str, str]]:
    found = session.execute(_SAID_YES, {"plan_id": plan_id, "today": today})
    return {(department, topic) for department, topic in found}


def _about(session: Session, of: Record) -> tuple[str, tuple[str, ...]]:
    """The kind and the tracks of what changed; no track for what is about the plan as a whole."""
    if of.step_id:
        row = session.execute(select(_step.c.kind, _step.c.tracks).where(_step.c.id == of.step_id)).one()
        return row.kind, tracks_of(row.tracks)
    return "", (of.track,) if of.track else ()
