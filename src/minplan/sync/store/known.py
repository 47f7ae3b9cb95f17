"""The skeletons of plans, for whoever tells of their changes: a fixed number of selects for any number of plans."""

from collections.abc import Collection
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, and_, select
from sqlmodel import Session

from minplan.access import Membership
from minplan.journey.goal import Goal, Milestone
from minplan.journey.proposal import Proposal
from minplan.journey.step import Step
from minplan.journey.win import Win
from minplan.meeting.agreed import Agreement
from minplan.meeting.meeting import Meeting
from minplan.sync.in_case import InCase
from minplan.sync.known import Known

_step = Step.__table__  # type: ignore[attr-defined]
_goal = Goal.__table__  # type: ignore[attr-defined]
_milestone = Milestone.__table__  # type: ignore[attr-defined]
_proposal = Proposal.__table__  # type: ignore[attr-defined]
_meeting = Meeting.__table__  # type: ignore[attr-defined]
_agreement = Agreement.__table__  # type: ignore[attr-defined]
_in_case = InCase.__table__  # type: ignore[attr-defined]
_win = Win.__table__  # type: ignore[attr-defined]
_WAIT = ("open", "talk")
_member = Membership.__table__  # type: ignore[attr-defined]


def known(session: Session, plans: Collection[UUID]) -> dict[UUID, Known]:
    """What there is in each of these plans now, and what of it is a part of the case."""
    found = {plan: Known() for plan in plans}
    for row in session.execute(
        select(*_step.c["plan_id", "id", "kind", "title_id", "tracks", "milestone_id", "state"])
        .where(_step.c.plan_id.in_(plans)).order_by(_step.c.way, _step.c.id)
    ):  # fmt: skip
        found[row.plan_id].steps[row.id] = row
    _landmarks(session, plans, found)
    _meetings(session, plans, found)
    yeses = select(*_in_case.c["plan_id", "subject_id", "type", "text_id", "at"], _win.c.step_id)
    wins = yeses.outerjoin(_win, (_win.c.id == _in_case.c.subject_id) & (_in_case.c.type == "win"))
    for row in session.execute(wins.where(_of(_in_case, plans))):
        if row.type == "win":
            found[row.plan_id].wins[row.subject_id] = row.step_id
        found[row.plan_id].shown[row.subject_id] = row.text_id
        found[row.plan_id].since[row.subject_id] = row.at
    _proposed(session, plans, found)
    contacts = select(*_member.c["plan_id", "person_id"]).where(_of(_member, plans), _member.c.relation == "contact")
    for row in session.execute(contacts):
        found[row.plan_id].contact = row.person_id
    return found


def _proposed(session: Session, plans: Collection[UUID], found: dict[UUID, Known]) -> None:
    """The goals and landmarks that the municipality has proposed."""
    stands = _proposal.c.status.in_((*_WAIT, "yes", "adjusted"))
    theirs = (_proposal.c.to == "citizen", stands, _proposal.c.what.in_(("goal", "milestone")))
    told = _proposal.c["plan_id", "id", "what", "goal_id", "track", "status"]
    for row in session.execute(select(*told).where(_of(_proposal, plans), *theirs).order_by(_proposal.c.id)):
        if row.status in _WAIT:
            found[row.plan_id].suggested[row.id] = row
        else:
            found[row.plan_id].agreed.add(row.id)


def _landmarks(session: Session, plans: Collection[UUID], found: dict[UUID, Known]) -> None:
    goals = select(*_goal.c["plan_id", "id", "title_id", "track"]).where(_of(_goal, plans))
    for row in session.execute(goals.order_by(_goal.c.position, _goal.c.id)):
        found[row.plan_id].goals[row.id] = row
    milestones = select(*_milestone.c["plan_id", "id", "title_id", "goal_id"], _goal.c.track)
    ways = milestones.join(_goal, _goal.c.id == _milestone.c.goal_id).where(_of(_milestone, plans))
    for row in session.execute(ways.order_by(_milestone.c.position, _milestone.c.id)):
        found[row.plan_id].milestones[row.id] = row


def _meetings(session: Session, plans: Collection[UUID], found: dict[UUID, Known]) -> None:
    said = select(_meeting.c.plan_id, _meeting.c.id.label("meeting_id"), *_agreement.c["id", "step_id", "sealed"])
    closed = (_meeting.c.state == "closed", _agreement.c.sealed)  # at the table nothing is said to anybody else yet
    laid = and_(_agreement.c.meeting_id == _meeting.c.id, *closed)
    for row in session.execute(said.outerjoin(_agreement, laid).where(_of(_meeting, plans))):
        laid_there = found[row.plan_id].meetings.setdefault(row.meeting_id, [])
        if row.id:
            laid_there.append(row)


def _of(table: Any, plans: Collection[UUID]) -> ColumnElement[bool]:
    return table.c.plan_id.in_(plans)  # type: ignore[no-any-return]
