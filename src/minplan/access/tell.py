"""Telling somebody that a plan has news, in the app and by e-mail, in the transaction that made the news."""

from collections.abc import Collection
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import ColumnElement, case, func, insert, select, text
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session

from minplan import clock, config
from minplan.access.notice import Mail, Notice
from minplan.access.person import Person, is_here

_person = Person.__table__  # type: ignore[attr-defined]
_notice = Notice.__table__  # type: ignore[attr-defined]
_mail = Mail.__table__  # type: ignore[attr-defined]
_INSERT: dict[str, Any] = {"sqlite": sqlite.insert, "postgresql": postgresql.insert}

_ONCE, _UNREAD = ["person_id", "plan_id", "what"], text("read_at IS NULL")

# What somebody has asked for; a professional who has asked for nothing has the address of their work. Empty is "none".
ADDRESS: ColumnElement[Any] = func.coalesce(
    _person.c.notice_email, case((_person.c.kind.not_in(["citizen", "supporter"]), _person.c.email))
)


def tell(
    session: Session, municipality_id: str, plan_id: UUID, person_ids: Collection[UUID], what: str, at: datetime
) -> None:
    """Tell these people that a plan has news of the kind `what`; whoever has one such notice unread gets no other,
    but reads there when the newest came.

    With a notice goes a mail, where mail is set up and the person has an address; `minplan work` sends it.
    """
    told = {"municipality_id": municipality_id, "plan_id": plan_id, "what": what, "at": at}
    rows = [{"id": uuid4(), "person_id": person_id, **told} for person_id in sorted(set(person_ids))]
    if not rows:
        return
    fresh = _INSERT[session.get_bind().dialect.name](_notice).values(rows)
    fresh = fresh.on_conflict_do_update(index_elements=_ONCE, index_where=_UNREAD, set_={"at": at})
    kept = session.execute(fresh.returning(_notice.c.id, _notice.c.person_id))
    made = {row["id"] for row in rows}
    new = {row.person_id: row.id for row in kept if row.id in made}
    if new and config.settings().smtp_url:
        letters = [{"id": uuid4(), "notice_id": new[who], "next_at": at} for who in _reachable(session, new)]
        if letters:
            session.execute(insert(_mail), [{"state": "waiting", "attempts": 0, **letter} for letter in letters])


def mail_news(session: Session, municipality_id: str, plan_id: UUID, person_id: UUID, at: datetime) -> None:
    """Tell somebody who has asked for mail; without, the plan itself tells them when they open it."""
    if config.settings().smtp_url and _reachable(session, [person_id]):
        tell(session, municipality_id, plan_id, [person_id], "news", at)


def _reachable(session: Session, people: Collection[UUID]) -> list[UUID]:
    """Those of `people` who are still here and have an address."""
    here = (_person.c.id.in_(people), ADDRESS != "", is_here(_person, clock.today()))
    return list(session.execute(select(_person.c.id).where(*here)).scalars())
