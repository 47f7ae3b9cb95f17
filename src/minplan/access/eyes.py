"""What a citizen's yes lets others see: opened where it begins, and hidden again where it ends."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlmodel import Session

from minplan import clock, content, db, journal
from minplan.access.consent import Consent
from minplan.access.hearing import no_more_news, sharing_runs
from minplan.access.membership import Membership, kept_tracks, named_tracks
from minplan.access.plan import Plan
from minplan.journal import Record

_plan = Plan.__table__  # type: ignore[attr-defined]
_consent = Consent.__table__  # type: ignore[attr-defined]
_member = Membership.__table__  # type: ignore[attr-defined]


def begin_consent(session: Session, row: Consent) -> None:
    """From now on the department's people on the plan see its track."""
    for place in _team(session, row):
        place.hidden = named_tracks(kept_tracks(place.hidden) - {row.topic})


def end_consent(session: Session, row: Consent) -> None:
    """From now on they see it no longer; nor are they told what they have not read yet, unless by another yes."""
    row.withdrawn_at = clock.now()
    session.flush()
    for place in _team(session, row):
        place.hidden = named_tracks(kept_tracks(place.hidden) | {row.topic})
    if row.kind == "sharing" and not _still_told(session, row, clock.today()):
        no_more_news(session, row.plan_id, [place.person_id for place in _department(session, row)], clock.now())


def close_what_is_over(plan_id: UUID | None = None) -> int:
    """End each yes whose last day lies behind, on one plan or on all; how many there were.

    Nobody did it: the yes said so itself. The citizen alone reads of it.
    """
    with db.writing() as session:
        over = _over(session, plan_id, clock.today())
        for row in over:
            end_consent(session, row)
            plan = session.get_one(Plan, row.plan_id)
            plan.revision += 1
            after = {"item": row.item, "until": row.until.isoformat()}
            record = Record("consent_over", "consent", row.id, after=after, audience="citizen")
            journal.write(session, plan.id, plan.revision, None, clock.now(), record)
        return len(over)


def _over(session: Session, plan_id: UUID | None, today: date) -> list[Consent]:
    """What nobody has taken back although its last day lies behind; the plans stand still meanwhile."""
    ended = [_consent.c.withdrawn_at.is_(None), _consent.c.until < today]
    if plan_id:
        ended.append(_consent.c.plan_id == plan_id)
    plans = select(_plan.c.id).join(_consent, _consent.c.plan_id == _plan.c.id).where(*ended).order_by(_plan.c.id)
    session.execute(plans.with_for_update(of=_plan))
    return list(session.execute(select(Consent).where(*ended).order_by(_consent.c.until)).scalars())


def _still_told(session: Session, row: Consent, today: date) -> bool:
    """Whether the department is told of this plan by any yes at all."""
    runs = (*sharing_runs(row.plan_id, today), _consent.c.department == row.department)
    return session.execute(select(_consent.c.id).where(*runs).limit(1)).first() is not None


def _team(session: Session, row: Consent) -> list[Membership]:
    """Whose eyes a yes opens; the contact person's are open without it."""
    return [place for place in _department(session, row) if place.relation == "team" and row.kind == "sharing"]


def _department(session: Session, row: Consent) -> list[Any]:
    """The places on the plan that this department's people have."""
    found = session.execute(select(Membership).where(_member.c.plan_id == row.plan_id)).scalars()
    return [place for place in found if content.department_called(place.department) == row.department]
