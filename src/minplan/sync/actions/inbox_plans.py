"""Which plan a message means: by the system's name for it or for its citizen, or by our id."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from uuid import UUID

from sqlmodel import Session

from minplan.errors import NotFound
from minplan.sync.caller import Caller
from minplan.sync.read.opening import opened_within
from minplan.sync.shapes.inbox import Message, Wanted
from minplan.sync.store import lot as lots, plans, refs


class NotYet(Exception):
    """It names what has not come yet."""

    def __init__(self, wanted: Wanted) -> None:
        super().__init__(wanted.type)
        self.wanted = wanted


def plan_called(session: Session, caller: Caller, said: str) -> UUID:
    """The plan that is called so. Raises NotYet."""
    lot = lots.of(session)
    if lot and said in lot.plans:
        return lot.plans[said]
    by_name = known(session, caller, "plan", said)
    if by_name:
        return UUID(str(by_name.subject_id))
    whose = known(session, caller, "citizen", said)
    connection = session.connection()
    found = plans.of_citizen(connection, caller.municipality_id, whose.subject_id) if whose else None
    found = found or plans.here(connection, caller.municipality_id, said)
    if found is None:
        raise _no_plan(caller, said)
    return found


def known(session: Session, caller: Caller, type: str, name: str) -> Any:
    """What the system calls so: `subject_id` and `plan_id`, or None."""
    return refs.meaning(session, caller.municipality_id, caller.code, type, name)


def _no_plan(caller: Caller, said: str) -> NotYet:
    return NotYet(Wanted(type="plan", system=caller.code, id=said))


@contextmanager
def as_if_unknown(session: Session, caller: Caller, message: Message, plan: UUID) -> Iterator[None]:
    """A plan of which the system may not hear looks, by our id, like one that is not there."""
    try:
        yield
    except NotFound:
        if message.plan and message.plan.lower() == str(plan) and not _hears(session, caller, plan):
            raise _no_plan(caller, message.plan) from None
        raise


def _hears(session: Session, caller: Caller, plan: UUID) -> bool:
    try:
        opened_within(session, caller, plan)
    except NotFound:
        return False
    return True
