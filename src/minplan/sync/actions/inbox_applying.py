"""What a message asks for, done by the verbs that the addresses use."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any
from uuid import UUID

from sqlalchemy.exc import IntegrityError
from sqlmodel import Session

from minplan.errors import NotAllowed
from minplan.sync.actions.bringing import NOTHING, OF_A_PLAN, send, take_back
from minplan.sync.actions.bringing_caseworkers import bring_caseworker
from minplan.sync.actions.bringing_citizens import bring_citizen
from minplan.sync.actions.bringing_plans import bring_plan
from minplan.sync.actions.inbox_plans import NotYet, as_if_unknown, known, plan_called
from minplan.sync.actions.refs import named
from minplan.sync.caller import Caller
from minplan.sync.pointing import within
from minplan.sync.problem import Pointed, Problem
from minplan.sync.shapes.inbox import Message
from minplan.sync.shapes.people_sent import CaseworkerSent, CitizenSent, PlanSent
from minplan.sync.store import refs
from minplan.sync.valid import valid

SCOPES = {
    **dict.fromkeys(("plan", "goal", "milestone", "step"), "plans:write"),
    "meeting": "meetings:write",
    "citizen": "citizens:write",
    "caseworker": "caseworkers:write",
}


def apply(session: Session, caller: Caller, message: Message) -> UUID | None:
    """Do what a message says; of which plan it was. Raises NotYet, Problem, and what the verbs raise."""
    caller.must(SCOPES[message.type])
    with _in_data():
        named(caller, message.subject)
    if message.type in OF_A_PLAN:
        return _of_a_plan(session, caller, message)
    if message.deleted:
        raise NotAllowed("not_deleted")
    with _in_data():
        return _ELSE[message.type](session, caller, message)


def plan_meant(session: Session, caller: Caller, message: Message) -> UUID | None:
    """The plan of a message that came to nothing, as far as that is known."""
    try:
        if message.type in OF_A_PLAN:
            return _plan_of(session, caller, message)
        if message.type == "plan":
            return plan_called(session, caller, message.plan or message.subject)
    except (NotYet, Problem):
        return None
    found = known(session, caller, message.type, message.subject)
    return found.plan_id if found else None


def _of_a_plan(session: Session, caller: Caller, message: Message) -> UUID:
    plan = _plan_of(session, caller, message)
    with _in_data(), as_if_unknown(session, caller, message, plan):
        if not message.deleted:
            send(session, caller, message.type, message.subject, message.data, plan)
        elif known(session, caller, message.type, message.subject):
            take_back(caller, message.type, message.subject, NOTHING, plan)
    return plan


def _plan_of(session: Session, caller: Caller, message: Message) -> UUID:
    if message.plan is not None:
        return plan_called(session, caller, message.plan)
    found = known(session, caller, message.type, message.subject)
    if found is None or found.plan_id is None:
        raise Problem("invalid", errors=(Pointed("/plan", "required"),))
    return UUID(str(found.plan_id))


def _citizen(_session: Session, caller: Caller, message: Message) -> UUID:
    found: Any = bring_citizen(caller, message.subject, valid(CitizenSent, message.data), NOTHING).resource
    return UUID(str(found.plan))


def _caseworker(_session: Session, caller: Caller, message: Message) -> None:
    bring_caseworker(caller, message.subject, valid(CaseworkerSent, message.data), NOTHING)


def _plan(session: Session, caller: Caller, message: Message) -> UUID:
    """A plan is named by whoever says which one it is; nobody makes one but with its citizen."""
    found = known(session, caller, "plan", message.subject)
    plan = UUID(str(found.subject_id)) if found else plan_called(session, caller, message.plan or message.subject)
    with as_if_unknown(session, caller, message, plan):
        bring_plan(caller, plan, valid(PlanSent, message.data), NOTHING)
    if message.plan and not found:
        _name(session, caller, message.subject, plan)
    return plan


def _name(session: Session, caller: Caller, name: str, plan: UUID) -> None:
    try:
        with session.begin_nested():
            refs.keep(session, caller.municipality_id, caller.code, "plan", name, plan, plan)
    except IntegrityError:
        raise Problem("exists") from None


_ELSE: dict[str, Callable[[Session, Caller, Message], UUID | None]] = {
    "citizen": _citizen, "caseworker": _caseworker, "plan": _plan,
}  # fmt: skip


def _in_data() -> AbstractContextManager[None]:
    """What is wrong with the data, pointed at from the message."""
    return within("/data", {"ref": "/subject"})
