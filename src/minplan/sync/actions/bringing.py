"""Verb: something that a system sends comes into a plan, new or as a change, in one transaction.

The addresses, the inbox and the command line all come this way.
"""

from collections.abc import Mapping
from typing import Any, NamedTuple
from uuid import UUID

from pydantic import BaseModel
from sqlmodel import Session

from minplan import access, db
from minplan.sync import owners
from minplan.sync.actions import bringing_goals, bringing_meetings, bringing_milestones, bringing_steps
from minplan.sync.actions.refs import keep, keep_all, known, named
from minplan.sync.actions.work import Work, begin
from minplan.sync.brought import Brought, Outcome
from minplan.sync.caller import Caller
from minplan.sync.expected import Expected
from minplan.sync.problem import Problem
from minplan.sync.store import refs
from minplan.sync.valid import valid

Subject = UUID | str | None
Sent = Mapping[str, Any] | BaseModel
NOTHING = Expected()
OF_A_PLAN: dict[str, Any] = {
    "goal": bringing_goals,
    "milestone": bringing_milestones,
    "step": bringing_steps,
    "meeting": bringing_meetings,
}


class _Done(NamedTuple):
    """What was sent and is done; `outcome` is None where only the plan says what came of it."""

    id: UUID
    outcome: Outcome | None
    sent: BaseModel


def bring(
    caller: Caller,
    type: str,
    subject: Subject,
    data: Sent,
    expected: Expected = NOTHING,
    plan: UUID | None = None,
) -> Brought:
    """Bring a `step` and so on of a `plan`, by `subject`: the system's own id for it, or ours, or None for a new one.

    By its own id it is created where it is not there yet. Raises Problem, and NotFound for what is not in the case.
    A field that names what nobody has sent yet is told by the code `not_yet_there`: it may come.
    """
    with db.together() as session:
        work = begin(session, caller, _plan(plan))
        before = work.found.view.plan.revision
        done = _do(work, type, subject, data, expected)
        return _told(work, OF_A_PLAN[type], done, before)


def send(session: Session, caller: Caller, type: str, subject: str, data: Sent, plan: UUID) -> UUID:
    """The same for whoever waits for no answer, and is told nothing of the plan but our id. What it raises undoes the
    part of the transaction that it is called in."""
    return _do(begin(session, caller, plan), type, subject, data, NOTHING).id


def take_back(caller: Caller, type: str, subject: UUID | str, expected: Expected, plan: UUID) -> None:
    """Take back what this system has suggested. Raises NotAllowed for what is agreed, Problem and NotFound."""
    kind = OF_A_PLAN[type]
    with db.together() as session:
        work = begin(session, caller, plan)
        id = _id_of(work, type, subject)
        if id is None or (isinstance(subject, str) and kind.is_lost(work, id)):
            raise Problem("not-found")
        expected.must_fit(kind.read(work, id))
        _take_back(work, type, id)


def _plan(plan: UUID | None) -> UUID:
    if plan is None:
        raise Problem("not-found")
    return plan


def _id_of(work: Work, type: str, subject: Subject) -> UUID | None:
    return known(work, type, named(work.caller, subject)) if isinstance(subject, str) else subject


def _do(work: Work, type: str, subject: Subject, data: Sent, expected: Expected) -> _Done:
    kind = OF_A_PLAN[type]
    sent = data if isinstance(data, BaseModel) else valid(kind.SENT, data)
    id = _id_of(work, type, subject)
    if id and isinstance(subject, str) and kind.is_lost(work, id):
        raise Problem("conflict", "It was answered with no thanks.")
    sent = kind.settled(work, sent)
    if id:
        return _changed(work, type, id, sent, expected)
    expected.must_fit_nothing()
    owners.check(sent, None, kind.ASKED)
    id = kind.add(work, sent)
    if isinstance(subject, str):
        keep(work, type, subject, id)
    return _Done(id, "created", sent)


def _changed(work: Work, type: str, id: UUID, sent: BaseModel, expected: Expected) -> _Done:
    kind = OF_A_PLAN[type]
    current, waits = kind.read(work, id), kind.waits(work, id)
    expected.must_fit_unread(current)
    owners.check(sent, current, kind.ASKED if waits else ())
    names = kind.changed(sent, current)
    if not names:
        return _Done(id, "unchanged", sent)
    expected.must_fit(current)
    if waits and kind.ANEW:
        return _Done(_anew(work, type, id, sent, current), "created", sent)
    kind.change(work, id, sent, current, names)
    return _Done(id, None, sent)


def _anew(work: Work, type: str, id: UUID, sent: BaseModel, current: BaseModel) -> UUID:
    """Another suggestion in the place of one that has no answer yet; everybody's ids for it go along."""
    kind = OF_A_PLAN[type]
    whole = kind.whole(current).model_copy(update={name: getattr(sent, name) for name in sent.model_fields_set})
    theirs = refs.of(work.session, work.caller.municipality_id, [id]).get(id, [])
    _take_back(work, type, id)
    new: UUID = kind.add(work, whole)
    keep_all(work, type, theirs, new)
    work.again()
    return new


def _take_back(work: Work, type: str, id: UUID) -> None:
    OF_A_PLAN[type].take_back(work, id)
    refs.forget(work.session, work.caller.municipality_id, type, id)
    work.again()


def _told(work: Work, kind: Any, done: _Done, before: int) -> Brought:
    """The resource as it is now; the citizen reads that the system did."""
    found = work.found if done.outcome == "unchanged" else work.again()
    access.note(work.session, found.view, "case")
    resource, waits = kind.read(work, done.id), kind.waits(work, done.id)
    moved = found.view.plan.revision != before
    outcome: Outcome
    if done.outcome == "created":
        outcome = "suggested" if waits else "created"
    elif done.outcome is None and (kind.changed(done.sent, resource) or (waits and moved)):
        outcome = "proposed"
    else:
        outcome = "updated" if moved else "unchanged"
    return Brought(resource, done.id, outcome)
