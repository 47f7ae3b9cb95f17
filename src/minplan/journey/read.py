"""Verbs that read: the whole way, one step of it, and what waits for an answer."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from minplan import clock, journal
from minplan.access import View, on_step
from minplan.errors import NotAllowed, NotFound
from minplan.journey.figures import Reader
from minplan.journey.kinds import BEHIND, STEP_VERBS
from minplan.journey.proposal import PENDING
from minplan.journey.store import rows
from minplan.journey.views import StepView, Way
from minplan.journey.way import Rows, build
from minplan.words import Words, words_of


@dataclass(frozen=True, slots=True)
class ProposalView:
    """A proposal that waits. `mine` says that the viewer is the one to answer; `own` that the viewer wrote it;
    `by_system` that `by` is the name of a system of the municipality."""

    id: UUID
    what: str
    step_id: UUID | None
    goal_id: UUID | None
    track: str | None
    text: Words | None
    why: Words | None
    when_on: date | None
    when_at: Any
    until: date | None
    by: str | None
    to: str
    promised: date | None
    passed: bool
    status: str
    answer: Words | None
    mine: bool
    own: bool
    by_system: bool

    @property
    def waits(self) -> bool:
        """Whether there is no answer yet, or none but "let us talk about it"."""
        return self.status in PENDING


@dataclass(frozen=True, slots=True)
class Everything:
    """The rows of a whole plan, with their words beside them; times are Danish wall time."""

    goals: list[Any]
    steps: list[Any]
    wins: list[Any]
    proposals: list[Any]


def everything(view: View) -> Everything:
    """Every row of the viewer's own plan, also what was declined. Raises NotAllowed for anybody but the citizen."""
    if not view.viewer.is_citizen:
        raise NotAllowed
    read = _local(_rows(view))
    waiting = rows.proposals(view.connection, view.plan.id)
    return Everything(list(read.goals), list(read.steps), list(read.wins), waiting)


def way(view: View, show: str = "all") -> Way:
    """The whole way as the viewer of `view` sees it."""
    return _drawn(view, _rows(view), show)


def ways(views: Collection[View]) -> dict[UUID, Way]:
    """The same of several plans that are open at once, in a number of selects that does not grow with them."""
    read = rows.ways(next(iter(views)).connection, [view.plan.id for view in views]) if views else {}
    return {view.plan.id: _drawn(view, Rows(*read[view.plan.id])) for view in views}


def agreed(views: Collection[View]) -> dict[UUID, frozenset[UUID]]:
    """The goals and milestones of plans that the municipality proposed and the citizen said yes to."""
    found = rows.agreed(next(iter(views)).connection, [view.plan.id for view in views]) if views else {}
    return {view.plan.id: frozenset(row.id for row in found.get(view.plan.id, ())) for view in views}


def find(drawn: Way, step_id: UUID) -> StepView | None:
    """One step of the way or beside it, or None."""
    return next((step for step in (*drawn.behind, *drawn.ahead, *drawn.suggestions) if step.id == step_id), None)


def verdicts(view: View, step: StepView) -> dict[str, str]:
    """What the viewer may do with a step: verb to verdict (`yes`, `propose`, `wish`), without what is refused."""
    holder = step.ball.holder if step.ball else _last_holder(view, step)
    found = {verb: on_step(view.viewer.relation, verb, step.kind, holder) for verb in STEP_VERBS}
    return {verb: verdict for verb, verdict in found.items() if verdict != "no"}


def _last_holder(view: View, step: StepView) -> str | None:
    if view.viewer.is_citizen or step.state not in BEHIND:
        return None
    before = journal.before_entering(view.connection, view.plan.id, step.id, step.state)
    return before.get("ball") or "citizen"


def proposals(view: View, drawn: Way) -> tuple[ProposalView, ...]:
    """What waits for an answer, about what this viewer sees."""
    return _seen(view, drawn, rows.proposals(view.connection, view.plan.id))


def proposal(view: View, drawn: Way, proposal_id: UUID) -> ProposalView:
    """One proposal about what this viewer sees, also when it has been answered. Raises NotFound."""
    found = _seen(view, drawn, rows.proposal(view.connection, view.plan.id, proposal_id))
    if not found:
        raise NotFound
    return found[0]


def _seen(view: View, drawn: Way, found: list[Any]) -> tuple[ProposalView, ...]:
    return tuple(
        _proposal(view, row)
        for row in found
        if (row.step_id is None or str(row.step_id) in drawn.titles) and row.track not in view.viewer.hidden
    )


def proposals_of(ways: Mapping[UUID, tuple[View, Way]]) -> dict[UUID, tuple[ProposalView, ...]]:
    """What waits for an answer in each of these plans that are open at once."""
    found = rows.proposals_of(next(iter(ways.values()))[0].connection, list(ways)) if ways else {}
    return {plan: _seen(view, drawn, found.get(plan, [])) for plan, (view, drawn) in ways.items()}


def on_the_wall(row: Any) -> Any:
    """A step's row (a named tuple) with its clock time as a Danish wall shows it; rules know no time zone."""
    return row._replace(when_at=clock.local(row.when_at)) if row.when_at else row


def _proposal(view: View, row: Any) -> ProposalView:
    answers = "citizen" if view.viewer.is_citizen else "municipality"
    return ProposalView(
        id=row.id,
        what=row.what,
        step_id=row.step_id,
        goal_id=row.goal_id,
        track=row.track,
        text=words_of(row, "said"),
        why=words_of(row, "why"),
        when_on=row.when_on,
        when_at=clock.local(row.when_at) if row.when_at else None,
        until=row.until,
        by=view.name_of(row.by_id),
        to=row.to,
        promised=row.promised,
        passed=row.status in PENDING and row.promised is not None and row.promised < clock.today(),
        status=row.status,
        answer=words_of(row, "answer"),
        mine=row.status in PENDING and row.to == answers and view.viewer.relation != "team",
        own=row.by_id == view.viewer.person_id,
        by_system=view.is_system(row.by_id),
    )


def _drawn(view: View, read: Rows, show: str = "all") -> Way:
    names = [member.name for member in view.members]
    return build(_local(read), Reader(view.viewer, view.plan, names, clock.today()), show)


def _rows(view: View) -> Rows:
    plan = view.plan.id
    return Rows(rows.steps(view.connection, plan), *rows.goals_and_wins(view.connection, plan))


def _local(read: Rows) -> Rows:
    return replace(read, steps=[on_the_wall(row) for row in read.steps])
