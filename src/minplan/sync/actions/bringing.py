"""Verb: something that a system sends comes into a plan, new or as a change, in one transaction.

The addresses, the inbox and the command line all come this way.
"""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from pydantic import BaseModel

from minplan import access, db
from minplan.sync import owners
from minplan.sync.actions import bringing_steps
from minplan.sync.actions.refs import keep, known, named
from minplan.sync.actions.work import Work, begin
from minplan.sync.brought import Brought, Outcome
from minplan.sync.caller import Caller
from minplan.sync.expected import Expected
from minplan.sync.problem import Problem
from minplan.sync.valid import valid

Subject = UUID | str | None
NOTHING = Expected()
OF_A_PLAN: dict[str, Any] = {"step": bringing_steps}


def bring(
    caller: Caller,
    type: str,
    subject: Subject,
    data: Mapping[str, Any] | BaseModel,
    expected: Expected = NOTHING,
    plan: UUID | None = None,
) -> Brought:
    """Bring a `step` and so on of a `plan`, by `subject`: the system's own id for it, or ours, or None for a new one.

    By its own id it is created where it is not there yet. Raises Problem, and NotFound for what is not in the case.
    """
    kind = OF_A_PLAN[type]
    sent = data if isinstance(data, BaseModel) else valid(kind.SENT, data)
    with db.together() as session:
        work = begin(session, caller, _plan(plan))
        id, sent = _id_of(work, type, subject), kind.settled(work, sent)
        if id and isinstance(subject, str) and kind.is_lost(work, id):
            raise Problem("conflict", "It was answered with no thanks.")
        brought = _added(work, kind, sent, expected) if id is None else _changed(work, kind, id, sent, expected)
        if id is None and isinstance(subject, str):
            keep(work, type, subject, brought.id)
            brought = brought._replace(resource=kind.read(work, brought.id))
        access.note(session, work.found.view, "case")
    return brought


def take_back(caller: Caller, type: str, subject: UUID | str, expected: Expected, plan: UUID) -> None:
    """Take back what this system has suggested. Raises NotAllowed for what is agreed, Problem and NotFound."""
    kind = OF_A_PLAN[type]
    with db.together() as session:
        work = begin(session, caller, plan)
        id = _id_of(work, type, subject)
        if id is None:
            raise Problem("not-found")
        expected.must_fit(kind.read(work, id))
        kind.take_back(work, id)


def _plan(plan: UUID | None) -> UUID:
    if plan is None:
        raise Problem("not-found")
    return plan


def _id_of(work: Work, type: str, subject: Subject) -> UUID | None:
    return known(work, type, named(work.caller, subject)) if isinstance(subject, str) else subject


def _added(work: Work, kind: Any, sent: BaseModel, expected: Expected) -> Brought:
    expected.must_fit_nothing()
    owners.check(sent, None)
    id = kind.add(work, sent)
    work.again()
    return _told(work, kind, id, "suggested" if kind.waits(work, id) else "created")


def _changed(work: Work, kind: Any, id: UUID, sent: BaseModel, expected: Expected) -> Brought:
    current, before = kind.read(work, id), work.found.view.plan.revision
    owners.check(sent, current)
    if not kind.changed(sent, current):
        return Brought(current, id, "unchanged")
    expected.must_fit(current)
    id = kind.change(work, id, sent, current)
    now = work.again().view.plan.revision
    if kind.waits(work, id) or kind.changed(sent, kind.read(work, id)):
        return _told(work, kind, id, "suggested" if kind.waits(work, id) else "proposed")
    return _told(work, kind, id, "unchanged" if now == before else "updated")


def _told(work: Work, kind: Any, id: UUID, outcome: Outcome) -> Brought:
    return Brought(kind.read(work, id), id, outcome)
