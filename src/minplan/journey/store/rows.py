"""Reading: plain rows with their texts beside them, a fixed number of selects whatever the plan's size."""

from collections.abc import Collection
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, bindparam, cast, literal, null, or_, select, union_all

from minplan.db import Query
from minplan.journey.goal import Goal, Milestone
from minplan.journey.proposal import PENDING, Proposal
from minplan.journey.step import Step
from minplan.journey.win import Win
from minplan.words import Text, beside

Row = Any  # a named tuple of the query's columns

_text = Text.__table__  # type: ignore[attr-defined]
_step = Step.__table__  # type: ignore[attr-defined]
_goal = Goal.__table__  # type: ignore[attr-defined]
_milestone = Milestone.__table__  # type: ignore[attr-defined]
_win = Win.__table__  # type: ignore[attr-defined]
_proposal = Proposal.__table__  # type: ignore[attr-defined]
_PLAN: Any = bindparam("plan_id")
_PLANS: Any = bindparam("plans", expanding=True)



def _blank(*columns: Any) -> list[Any]:
    """Nothing, of the same types: what one half of a union has and the other does not."""
    return [cast(null(), column.type).label(column.name) for column in columns]


_title, _title_columns = beside("title")
_why, _why_columns = beside("why")
_learned, _learned_columns = beside("learned")
_said, _said_columns = beside("said")
_landmark, _landmark_columns = beside("landmark")
_answer, _answer_columns = beside("answer")

_EVERY_STEP = (
    select(*_step.c, *_title_columns, *_why_columns, *_learned_columns)
    .join(_title, _title.c.id == _step.c.title_id)
    .outerjoin(_why, _why.c.id == _step.c.why_id)
    .outerjoin(_learned, _learned.c.id == _step.c.learned_id)
    .order_by(_step.c.way, _step.c.position, _step.c.id)
)
_STEPS = Query(_EVERY_STEP.where(_step.c.plan_id == _PLAN))
_STEPS_OF = Query(_EVERY_STEP.where(_step.c.plan_id.in_(_PLANS)))
_AGREED = Query(
    select(*_proposal.c["plan_id", "id"]).where(
        _proposal.c.plan_id.in_(_PLANS),
        _proposal.c.what.in_(("goal", "milestone")),
        _proposal.c.to == "citizen",
        _proposal.c.status.in_(("yes", "adjusted")),
    )
)
_GOALS = (
    select(
        literal("goal").label("what"),
        *_goal.c["plan_id", "id", "track", "title_id", "why_id", "position"],
        _milestone.c.id.label("milestone_id"),
        _milestone.c.title_id.label("landmark_id"),
        _milestone.c.position.label("landmark_position"),
        *_title_columns,
        *_why_columns,
        *_landmark_columns,
        *_blank(*_win.c["on", "by_name", "step_id", "praised", "audience"]),
    )
    .join(_title, _title.c.id == _goal.c.title_id)
    .outerjoin(_why, _why.c.id == _goal.c.why_id)
    .outerjoin(_milestone, _milestone.c.goal_id == _goal.c.id)
    .outerjoin(_landmark, _landmark.c.id == _milestone.c.title_id)
)
_WINS = (
    select(
        literal("win"),
        _win.c.plan_id,
        _win.c.id,
        *_blank(_goal.c.track),
        _win.c.text_id,
        *_blank(_goal.c.why_id),
        _win.c.position,
        *_blank(_milestone.c.id, _milestone.c.title_id, _milestone.c.position),
        *_title_columns,
        *_blank(*_why_columns, *_landmark_columns),
        *_win.c["on", "by_name", "step_id", "praised", "audience"],
    )
    .join(_title, _title.c.id == _win.c.text_id)
)
# Both are few and are always read together: one question instead of two.
_GOALS_AND_WINS = Query(union_all(_GOALS.where(_goal.c.plan_id == _PLAN), _WINS.where(_win.c.plan_id == _PLAN)))
_GOALS_AND_WINS_OF = Query(
    union_all(_GOALS.where(_goal.c.plan_id.in_(_PLANS)), _WINS.where(_win.c.plan_id.in_(_PLANS)))
)
_EVERY_PROPOSAL = (
    select(*_proposal.c, *_said_columns, *_why_columns, *_answer_columns)
    .outerjoin(_said, _said.c.id == _proposal.c.text_id)
    .outerjoin(_why, _why.c.id == _proposal.c.why_id)
    .outerjoin(_answer, _answer.c.id == _proposal.c.answer_id)
)
_WAITING = (
    # Spelt out, because a list of values is written into the statement anew at each execution.
    _EVERY_PROPOSAL.where(or_(*(_proposal.c.status == status for status in PENDING)))
    .order_by(_proposal.c.at, _proposal.c.id)
)
_PROPOSALS = Query(_WAITING.where(_proposal.c.plan_id == _PLAN))
_PROPOSALS_OF = Query(_WAITING.where(_proposal.c.plan_id.in_(_PLANS)))
_TEXTS = select(_text.c.id, *_text.c["body", "lang", "phrase", "slots"])


def steps(connection: Connection, plan_id: UUID) -> list[Row]:
    """Every step of a plan in the order of the way, with title, why and learned."""
    return _STEPS(connection, plan_id=plan_id)


def goals_and_wins(connection: Connection, plan_id: UUID) -> tuple[list[Row], list[Row]]:
    """Every goal beside each of its milestones (one row each; a goal without any has one row), with why and landmark;
    and every win with what was said as its title, newest first."""
    return _apart(_GOALS_AND_WINS(connection, plan_id=plan_id))


def _apart(found: list[Row]) -> tuple[list[Row], list[Row]]:
    goals = sorted((row for row in found if row.what == "goal"), key=_place)
    wins = sorted((row for row in found if row.what == "win"), key=lambda row: (row.on, row.position), reverse=True)
    return goals, wins


def _place(row: Row) -> tuple[Any, ...]:
    return row.position, row.id, row.landmark_position, row.milestone_id


def proposals(connection: Connection, plan_id: UUID) -> list[Row]:
    """Every proposal that waits for an answer, oldest first."""
    return _PROPOSALS(connection, plan_id=plan_id)


def proposal(connection: Connection, plan_id: UUID, proposal_id: UUID) -> list[Row]:
    """One proposal of the plan, also an answered one; empty when there is none."""
    found = _EVERY_PROPOSAL.where(_proposal.c.plan_id == _PLAN, _proposal.c.id == proposal_id)
    return list(connection.execute(found, {"plan_id": plan_id}))


def texts(connection: Connection, ids: set[UUID]) -> list[Row]:
    """Texts by id: id, body, lang, phrase, slots."""
    return list(connection.execute(_TEXTS.where(_text.c.id.in_(ids)))) if ids else []


def agreed(connection: Connection, plan_ids: Collection[UUID]) -> dict[UUID, list[Row]]:
    """The ids of goals and milestones that the municipality proposed and the citizen said yes to, by plan."""
    return _by_plan(_AGREED(connection, plans=list(plan_ids)))


def ways(connection: Connection, plan_ids: Collection[UUID]) -> dict[UUID, tuple[list[Row], list[Row], list[Row]]]:
    """Steps, goals and wins of each of these plans, as `steps` and `goals_and_wins` say them of one."""
    steps_of, others = (
        _by_plan(query(connection, plans=list(plan_ids))) for query in (_STEPS_OF, _GOALS_AND_WINS_OF)
    )
    return {plan: (steps_of.get(plan, []), *_apart(others.get(plan, []))) for plan in plan_ids}


def proposals_of(connection: Connection, plan_ids: Collection[UUID]) -> dict[UUID, list[Row]]:
    """What waits for an answer, by plan, oldest first."""
    return _by_plan(_PROPOSALS_OF(connection, plans=list(plan_ids)))


def _by_plan(found: list[Row]) -> dict[UUID, list[Row]]:
    groups: dict[UUID, list[Row]] = {}
    for row in found:
        groups.setdefault(row.plan_id, []).append(row)
    return groups
