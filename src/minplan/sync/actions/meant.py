"""What somebody means who names something by our id or by theirs."""

from collections.abc import Collection
from typing import Any
from uuid import UUID

from minplan.sync.actions.work import Work
from minplan.sync.problem import Pointed, Problem
from minplan.sync.shapes.common import Ref


def by_our_id(work: Work, sent: Any, field: str) -> Any:
    """What is sent, with `field` (a milestone, a goal) by our id. Raises Problem where nobody has sent that yet."""
    named = getattr(sent, field)
    if not isinstance(named, Ref):
        return sent
    found = work.meant(field, named)
    if found is None:
        raise Problem("invalid", errors=(Pointed(f"/{field}", "not_yet_there"),))
    return sent.model_copy(update={field: found})


def place_faults(field: str, id: object, here: Collection[UUID], waiting: bool) -> list[Pointed]:
    """What is wrong with where something is to be: `waiting` is there once the citizen has said yes."""
    if id is None or id in here:
        return []
    return [Pointed(f"/{field}", "not_yet_there" if waiting else "not_there")]


def must(faults: list[Pointed]) -> None:
    """Raise Problem where there are any."""
    if faults:
        raise Problem("invalid", errors=tuple(faults))


def missing(sent: Any, *names: str) -> list[Pointed]:
    """What is needed and is not sent."""
    return [Pointed(f"/{name}", "required") for name in names if getattr(sent, name) is None]


def must_stay(names: Collection[str], *for_good: str) -> None:
    """Raise Problem for what nobody changes once it is there."""
    must([Pointed(f"/{name}", "fixed") for name in for_good if name in names])
