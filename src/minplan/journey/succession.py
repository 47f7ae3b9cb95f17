"""Rule: which step is the next one when the one that was is no longer it."""

from collections.abc import Iterable
from typing import Protocol, TypeVar
from uuid import UUID


class OnTheWay(Protocol):
    """What the rule reads of a step."""

    @property
    def id(self) -> UUID: ...  # noqa: D102
    @property
    def state(self) -> str: ...  # noqa: D102
    @property
    def way(self) -> int | None: ...  # noqa: D102


S = TypeVar("S", bound=OnTheWay)

# Something to do comes before something to wait for, and waiting before rest.
_RANK = {"active": 0, "later": 0, "waiting": 1, "resting": 2}


def successor(steps: Iterable[S]) -> S | None:
    """The first open step of the way that can be done; else the first that waits; else the first that rests."""
    open_steps = [step for step in steps if step.state in _RANK]
    return min(open_steps, key=lambda step: (_RANK[step.state], step.way or 0), default=None)


def is_vacated(state: str) -> bool:
    """Whether a next step that went into `state` leaves the place to another."""
    return _RANK.get(state, 1) > 0
