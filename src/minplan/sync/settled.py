"""Rule: how a message stands, and how that is written down: codes and pointers, never anybody's words."""

import re
from collections.abc import Iterable
from typing import NamedTuple
from uuid import UUID

from minplan.sync.problem import Pointed
from minplan.sync.shapes.common import Fault
from minplan.sync.shapes.inbox import Wanted

# What stands in a body under a name of the sender's own is pointed at as a whole.
_POINTER = re.compile(r"(/[a-z_0-9]{1,40}){0,8}")
_CODE = re.compile(r"[a-z_0-9]{1,60}")


class Settled(NamedTuple):
    """A message's state, and why."""

    state: str
    reason: str | None = None
    waits_for: str | None = None
    plan_id: UUID | None = None


def refused(type: str, errors: Iterable[Pointed] = ()) -> Settled:
    """It cannot be done."""
    return Settled("refused", " ".join([type, *(f"{_safe(each.pointer)}={_code(each.code)}" for each in errors)]))


def waiting(wanted: Wanted) -> Settled:
    """It names what has not come yet."""
    return Settled("waiting", waits_for=f"{wanted.type}/{wanted.system}/{wanted.id}")


def wanted(kept: str | None) -> Wanted | None:
    """What a message waits for."""
    if kept is None:
        return None
    type, system, id = kept.split("/", 2)
    return Wanted(type=type, system=system, id=id)


def why(reason: str | None) -> tuple[str | None, list[Fault]]:
    """The problem type of a reason, and where in the message it is."""
    type, *errors = (reason or "").split(" ")
    told = (each.partition("=") for each in errors)
    return type or None, [Fault(pointer=pointer, code=code) for pointer, _, code in told]


def _safe(pointer: str) -> str:
    while not _POINTER.fullmatch(pointer):
        pointer = pointer.rpartition("/")[0]
    return pointer


def _code(code: str) -> str:
    return code if _CODE.fullmatch(code) else "unknown"
