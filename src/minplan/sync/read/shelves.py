"""What a plan holds, by type: all of it, a page, one thing by our id or by theirs."""

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from minplan import access
from minplan.sync import paging
from minplan.sync.caller import Caller
from minplan.sync.problem import Problem
from minplan.sync.read.consents import consents
from minplan.sync.read.goals import goals, milestones, wins
from minplan.sync.read.meetings import agreements, meetings
from minplan.sync.read.opening import Opened, looked_into, opened
from minplan.sync.read.steps import steps
from minplan.sync.shapes.common import Shape
from minplan.sync.shapes.page import Page, Paging
from minplan.sync.store import refs

SHELVES: Mapping[str, Callable[[Caller, Opened], list[Any]]] = {
    "goal": goals,
    "milestone": milestones,
    "step": steps,
    "win": wins,
    "meeting": meetings,
    "agreement": agreements,
    "consent": consents,
}


def shelf(caller: Caller, plan_id: UUID, type: str, which: Paging) -> Page[Any]:
    """A page of what a plan has of one type; one with nothing on it is no look. Raises NotFound and Problem."""
    after = paging.after_of(which.after)
    with looked_into(caller, plan_id) as found:
        items, onward = paging.cut(SHELVES[type](caller, found), which.limit, after)
    access.note_case_of_system(caller.person_id, [plan_id] if items else [])
    return Page[Any](items=items, next=onward)


def one(caller: Caller, plan_id: UUID, type: str, id: UUID) -> Shape:
    """One thing of a plan. Raises NotFound and Problem."""
    with opened(caller, plan_id) as found:
        return one_in(caller, found, type, id)


def one_by_ref(caller: Caller, plan_id: UUID, type: str, system: str, ref: str) -> Shape:
    """The same by what a system calls it. Raises NotFound and Problem."""
    with opened(caller, plan_id) as found:
        id = refs.subject(found.view.connection, caller.municipality_id, system, type, ref)
        if id is None:
            raise Problem("not-found")
        return one_in(caller, found, type, id)


def one_in(caller: Caller, found: Opened, type: str, id: UUID) -> Any:
    """One thing of a plan that is open already. Raises Problem where it is not a part of the case."""
    here = next((each for each in SHELVES[type](caller, found) if each.id == id), None)
    if here is None:
        raise Problem("not-found")
    return here
