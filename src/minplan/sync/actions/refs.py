"""What a system calls things, while it is at work on a plan."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from sqlalchemy.exc import IntegrityError

from minplan import words
from minplan.sync.actions.work import Work
from minplan.sync.caller import Caller
from minplan.sync.problem import Pointed, Problem
from minplan.sync.shapes.common import Ref
from minplan.sync.store import refs
from minplan.sync.valid import valid

TAKEN = "This id stands for something else."
NAMED = "It has another id of this system already."


def must_name(system: str, ref: str) -> None:
    """Raise Problem for what no system can call anything."""
    try:
        valid(Ref, {"system": system, "id": ref})
    except Problem as problem:
        faults = tuple(each._replace(pointer="ref") for each in problem.errors)
        raise Problem("bad-request", errors=faults) from None


def named(caller: Caller, ref: str) -> str:
    """The id as a system may use it; never what could be somebody's id number. Raises Problem."""
    must_name(caller.code, ref)
    if words.names_by_id_number(ref):
        raise Problem("bad-request", errors=(Pointed("ref", "id_number"),))
    return ref


def known(work: Work, type: str, ref: str) -> UUID | None:
    """What the system calls so on this plan; None where it has not said. Raises Problem where it is elsewhere."""
    here = (work.caller.municipality_id, work.caller.code, type, ref)
    found = refs.meaning(work.session, *here)
    if found is None:
        return None
    if found.plan_id != work.plan_id:
        raise Problem("exists", TAKEN)
    return UUID(str(found.subject_id))


def keep(work: Work, type: str, ref: str, id: UUID) -> None:
    """From now on the system's id stands for this. Raises Problem where it stands for something else."""
    try:
        with work.session.begin_nested():
            refs.keep(work.session, work.caller.municipality_id, work.caller.code, type, ref, id, work.plan_id)
    except IntegrityError:
        raise Problem("exists", TAKEN) from None


def keep_all(work: Work, type: str, theirs: Iterable[Any], id: UUID) -> None:
    """What these references stood for is this from now on."""
    for each in theirs:
        here = (each.municipality_id, each.system, type, each.external_id)
        refs.keep(work.session, *here, id, work.plan_id)
