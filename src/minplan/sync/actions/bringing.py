"""Verb: something that a system sends comes into a plan, new or as a change, in one transaction.

The addresses, the inbox and the command line all come this way.
"""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from pydantic import BaseModel

from minplan import access, db
from minplan.sync import owners
from minplan.sync.actions import bringing_goals, bringing_meetings, bringing_milestones, bringing_steps
from minplan.sync.actions.bringing_caseworkers import bring_caseworker
from minplan.sync.actions.bringing_citizens import bring_citizen
from minplan.sync.actions.refs import keep, keep_all, known, named
from minplan.sync.actions.work import Work, begin
from minplan.sync.brought import Brought, Outcome
from minplan.sync.caller import Caller
from minplan.sync.expected import Expected
from minplan.sync.problem import Problem
from minplan.sync.shapes.people_sent import CaseworkerSent, CitizenSent
from minplan.sync.store import refs
from minplan.sync.valid import valid

Subject = UUID | str | None
NOTHING = Expected()
OF_A_PLAN: dict[str, Any] = {
    "goal": bringing_goals,
    "milestone": bringing_milestones,
    "step": bringing_steps,
    "meeting": bringing_meetings,
}
OF_NO_PLAN: dict[str, tuple[Any, Any]] = {
    "citizen": (CitizenSent, bring_citizen),
    "caseworker": (CaseworkerSent, bring_caseworker),
}


def bring(
    caller: Caller,
    type: str,
    subject: Subject,
    data: Mapping[str, Any] | BaseModel,
    expected: Expected = NOTHING,
    plan: UUID | None = None,
) -> Brought:
    """Bring a `step` and so on of a `plan`, by `subject`: the system's own id for it, or ours, or None for a new one;
    or a `citizen` or a `caseworker`, who are of no plan.

    By its own id it is created where it is not there yet. Raises Problem, and NotFound for what is not in the case.
    A field that names what nobody has sent yet is told by the code `not_yet_there`: it may come.
    """
    if type in OF_NO_PLAN:
        shape, person = OF_NO_PLAN[type]
        return person(caller, subject, data if isinstance(data, BaseModel) else valid(shape, data), expected)  # type: ignore[no-any-return]
    kind = OF_A_PLAN[type]
    sent = data if isinstance(data, BaseModel) else valid(kind.SENT, data)
    with db.together() as session:
        work = begin(session, caller, _plan(plan))
        id = _id_of(work, type, subject)
        if id and isinstance(subject, str) and kind.is_lost(work, id):
            raise Problem("conflict", "It was answered with no thanks.")
        sent = kind.settled(work, sent)
        brought = _changed(work, type, id, sent, expected) if id else _added(work, type, subject, sent, expected)
        access.note(session, work.found.view, "case")
    return brought


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


def _added(work: Work, type: str, subject: Subject, sent: BaseModel, expected: Expected) -> Brought:
    kind = OF_A_PLAN[type]
    expected.must_fit_nothing()
    owners.check(sent, None, kind.ASKED)
    id = kind.add(work, sent)
    if isinstance(subject, str):
        keep(work, type, subject, id)
    work.again()
    return _told(work, kind, id, "suggested" if kind.waits(work, id) else "created")


def _changed(work: Work, type: str, id: UUID, sent: BaseModel, expected: Expected) -> Brought:
    kind = OF_A_PLAN[type]
    current, before, waits = kind.read(work, id), work.found.view.plan.revision, kind.waits(work, id)
    owners.check(sent, current, kind.ASKED if waits else ())
    names = kind.changed(sent, current)
    if not names:
        return Brought(current, id, "unchanged")
    expected.must_fit(current)
    if waits and kind.ANEW:
        return _told(work, kind, _anew(work, type, id, sent, current), "suggested")
    kind.change(work, id, sent, current, names)
    now = work.again().view.plan.revision
    if kind.changed(sent, kind.read(work, id)) or (kind.waits(work, id) and now != before):
        return _told(work, kind, id, "proposed")
    return _told(work, kind, id, "unchanged" if now == before else "updated")


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


def _told(work: Work, kind: Any, id: UUID, outcome: Outcome) -> Brought:
    return Brought(kind.read(work, id), id, outcome)
