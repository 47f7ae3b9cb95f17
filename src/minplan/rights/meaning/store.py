"""Every query of what a step means."""

from typing import Any
from uuid import UUID

from sqlalchemy import Connection, bindparam, select

from minplan.db import Query
from minplan.journey.step import Step
from minplan.rights.decision import Decision
from minplan.rights.prospect import Prospect, Sense
from minplan.words import beside

SAID = ("gives", "promises_not", "takes", "afterwards", "money", "new")
_step = Step.__table__  # type: ignore[attr-defined]
_prospect = Prospect.__table__  # type: ignore[attr-defined]
_sense = Sense.__table__  # type: ignore[attr-defined]
_decision = Decision.__table__  # type: ignore[attr-defined]
_what, _what_columns = beside("what")
_SAID = {name: beside(name) for name in SAID}


def _meaning() -> Any:
    """A step with all that is said of it; empty columns where nothing is."""
    query = (
        select(
            *_prospect.c["money_asked", "no_decision"],
            _prospect.c.at.label("told_at"),
            _sense.c.answer,
            _sense.c.at.label("answered_at"),
            *_decision.c["called", "reached", "decided", "received"],
            _decision.c.at.label("decided_at"),
            *_what_columns,
            *(column for _, columns in _SAID.values() for column in columns),
        )
        .select_from(_step)
        .outerjoin(_prospect, _prospect.c.step_id == _step.c.id)
        .outerjoin(_sense, _sense.c.step_id == _step.c.id)
        .outerjoin(_decision, _decision.c.step_id == _step.c.id)
        .outerjoin(_what, _what.c.id == _decision.c.what_id)
    )
    for name, (alias, _) in _SAID.items():
        query = query.outerjoin(alias, alias.c.id == _prospect.c[f"{name}_id"])
    return query.where(_step.c.plan_id == bindparam("plan_id"), _step.c.id == bindparam("step_id"))


_MEANING = Query(_meaning())
_title, _title_columns = beside("title")
_learned, _learned_columns = beside("learned")
_TRIED = Query(
    select(*_step.c["id", "kind", "tracks", "state"], _sense.c.answer, *_title_columns, *_learned_columns)
    .join(_title, _title.c.id == _step.c.title_id)
    .outerjoin(_learned, _learned.c.id == _step.c.learned_id)
    .outerjoin(_sense, _sense.c.step_id == _step.c.id)
    .where(_step.c.plan_id == bindparam("plan_id"), _step.c.state.in_(("done", "detour", "declined")))
    .order_by(_step.c.position.desc(), _step.c.id)
)


def meaning(connection: Connection, plan: UUID, step: UUID) -> Any:
    """The one row about a step of this plan."""
    return _MEANING(connection, plan_id=plan, step_id=step)[0]


def tried(connection: Connection, plan: UUID) -> list[Any]:
    """What lies behind or was declined, the newest first, with the citizen's answer to whether it made sense."""
    return _TRIED(connection, plan_id=plan)
