"""What a system hears of each plan, and how things are there now."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from typing import Any
from uuid import UUID

from minplan.sync.caller import Caller
from minplan.sync.read.consents import to_them
from minplan.sync.read.opening import Opened, opened_all
from minplan.sync.read.plans import citizen_in, plan_in
from minplan.sync.read.shelves import SHELVES

_OWN_ALONE = frozenset({"meeting", "win"})  # without a track, these are for the contact person's own department


class Heard:
    """A plan as one system hears of it; `opened` is None where it hears of no track."""

    def __init__(self, caller: Caller, plan: UUID, opened: Opened | None) -> None:
        self._caller = caller
        self._plan = plan
        self._opened = opened
        self._shelves: dict[str, dict[UUID, Any]] = {}

    def hears(self, row: Any) -> bool:
        """Whether an item of the feed is for this system. What has left a track is told to whom heard of it; that a
        yes has ended, to whom it was said, though they may hear of nothing else any more."""
        found = self._opened
        if row.type == "consent":
            return self.now(row) is not None
        if found is None:
            return False
        if row.track is None:
            return found.own or row.type not in _OWN_ALONE
        return row.track in found.tracks or (found.own and row.what == "deleted")

    def now(self, row: Any) -> Any:
        """How the subject of an item is now; None where it is no part of the case."""
        if row.type == "plan" and row.what == "deleted":
            return None
        if row.type not in self._shelves:
            self._shelves[row.type] = {each.id: each for each in self._shelf(row.type)}
        return self._shelves[row.type].get(row.subject_id)

    def _shelf(self, type: str) -> list[Any]:
        if self._opened is None:
            return to_them(self._caller, self._plan) if type == "consent" else []
        if type == "plan":
            return [plan_in(self._caller, self._opened)]
        if type == "citizen":
            return [citizen_in(self._caller, self._opened)]
        return SHELVES[type](self._caller, self._opened) if type in SHELVES else []


@contextmanager
def heard(caller: Caller, plans: Collection[UUID]) -> Iterator[dict[UUID, Heard]]:
    """Each of these plans as a system hears of it, while the block runs."""
    with opened_all(caller, plans) as found:
        yield {plan: Heard(caller, plan, found.get(plan)) for plan in plans}
