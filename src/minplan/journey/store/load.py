"""Rows to change. What the changing person may not see is not found."""

from uuid import UUID

from sqlalchemy import func, select
from sqlmodel import Session

from minplan.access import Change
from minplan.errors import NotFound
from minplan.journey.goal import Goal, Milestone
from minplan.journey.proposal import Proposal
from minplan.journey.step import Step
from minplan.journey.win import Win
from minplan.words import Text


def step(change: Change, step_id: UUID) -> Step:
    """One step of this plan, as far as the person sees it; raises NotFound."""
    found = change.session.get(Step, step_id)
    if found is None or found.plan_id != change.plan.id or found.state == "declined":
        raise NotFound
    if not change.viewer.sees(found.kind, found.track_names):
        raise NotFound
    return found


def steps(change: Change) -> list[Step]:
    """Every step of this plan, in the order of the way."""
    found = select(Step).where(Step.plan_id == change.plan.id).order_by(Step.way, Step.id)  # type: ignore[arg-type]
    return list(change.session.execute(found).scalars())


def line(change: Change) -> list[Step]:
    """The steps that have a place on the way, in their order."""
    return [each for each in steps(change) if each.way is not None]


def goal(change: Change, goal_id: UUID) -> Goal:
    """One goal of this plan; raises NotFound."""
    found = change.session.get(Goal, goal_id)
    if found is None or found.plan_id != change.plan.id or found.track in change.viewer.hidden:
        raise NotFound
    return found


def milestone(change: Change, milestone_id: UUID) -> Milestone:
    """One milestone of this plan; raises NotFound."""
    found = change.session.get(Milestone, milestone_id)
    if found is None or found.plan_id != change.plan.id:
        raise NotFound
    goal(change, found.goal_id)
    return found


def milestones(change: Change) -> list[Milestone]:
    """Every milestone of this plan, in the order in which they were written."""
    found = select(Milestone).where(Milestone.plan_id == change.plan.id)  # type: ignore[arg-type]
    return list(change.session.execute(found.order_by(Milestone.position)).scalars())  # type: ignore[arg-type]


def win(change: Change, win_id: UUID) -> Win:
    """One win of this plan; raises NotFound."""
    found = change.session.get(Win, win_id)
    if found is None or found.plan_id != change.plan.id:
        raise NotFound
    if found.step_id:
        step(change, found.step_id)
    return found


def proposal(change: Change, proposal_id: UUID) -> Proposal:
    """One proposal of this plan, as far as the person sees what it is about; raises NotFound."""
    found = change.session.get(Proposal, proposal_id)
    if found is None or found.plan_id != change.plan.id or found.track in change.viewer.hidden:
        raise NotFound
    about = change.session.get(Step, found.step_id) if found.step_id else None
    if about and not change.viewer.sees(about.kind, about.track_names):
        raise NotFound
    return found


def open_proposal(session: Session, step_id: UUID, what: str, to: str) -> Proposal | None:
    """The proposal of one kind about one step that still waits for an answer, or None."""
    found = select(Proposal).where(
        Proposal.step_id == step_id,  # type: ignore[arg-type]
        Proposal.what == what,  # type: ignore[arg-type]
        Proposal.to == to,  # type: ignore[arg-type]
        Proposal.status.in_(("open", "talk")),  # type: ignore[attr-defined]
    )
    return session.execute(found).scalars().first()


def place_after(change: Change, table: type[Goal] | type[Milestone] | type[Step] | type[Win]) -> int:
    """A position behind every row of one table of this plan."""
    last = select(func.max(table.position)).where(table.plan_id == change.plan.id)  # type: ignore[arg-type]
    return (change.session.execute(last).scalar() or 0) + 1


def way_end(change: Change) -> int:
    """A place at the end of the way."""
    last = select(func.max(Step.way)).where(Step.plan_id == change.plan.id)  # type: ignore[arg-type]
    return (change.session.execute(last).scalar() or 0) + 1


def naming(session: Session, plan_id: UUID, name: str) -> list[Text]:
    """The ready sentences of a plan that say this name of somebody."""
    phrases = select(Text).where(Text.plan_id == plan_id, Text.phrase.is_not(None))  # type: ignore[arg-type, union-attr]
    return [text for text in session.execute(phrases).scalars() if (text.slots or {}).get("who") == name]
