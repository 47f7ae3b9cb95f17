"""What a system hears of each plan, and how things are there now."""

from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from functools import cached_property
from typing import Any
from uuid import UUID

from minplan import access
from minplan.access import View, tracks_of
from minplan.sync.caller import Caller
from minplan.sync.could_hear import Could, after, before
from minplan.sync.read.consents import to_them
from minplan.sync.read.could_hear import could_hear_of
from minplan.sync.read.opening import Opened, Reach, reach_of, seen
from minplan.sync.read.plans import citizen_in, plan_in
from minplan.sync.read.shelves import SHELVES
from minplan.sync.told import MOVES

_OWN_ALONE = frozenset({"meeting", "win"})  # without a track, these are for the contact person's own department


class Scene:
    """Several plans that stand open; what is in them is read at the first look, of all at once."""

    def __init__(self, caller: Caller, views: Mapping[UUID, View]) -> None:
        self.caller = caller
        self._views = views
        self.reach = reach_of(caller, views)

    @cached_property
    def opened(self) -> dict[UUID, Opened]:
        """Those of which the system hears."""
        return seen(self.caller, self._views)

    @cached_property
    def could(self) -> dict[UUID, list[Could]]:
        """Of what it could hear at each time before."""
        return could_hear_of(self.caller, self._views)


def _is_about(row: Any, reach: Reach | Could) -> bool:
    """Whether an item is about what a system hears of, or could hear of."""
    if row.tracks is not None:
        return reach.tracks.issuperset(tracks_of(row.tracks))
    return bool(reach.tracks) and (reach.own or row.type not in _OWN_ALONE)


class Heard:
    """One of these plans as the system hears of it."""

    def __init__(self, scene: Scene, plan: UUID) -> None:
        self._scene = scene
        self._plan = plan
        self._shelves: dict[str, dict[UUID, Any]] = {}

    def hears(self, row: Any) -> bool:
        """Whether an item of the feed is for this system. What is gone is told to whoever could hear of it until then;
        that a yes has ended, to whom it was said, though they may hear of nothing else any more."""
        if row.type == "consent" or self._plan not in self._scene.reach:
            return row.type == "consent" and self.now(row) is not None
        if self.now(row) is None:
            return self._heard_then(row)
        reach = self._scene.reach[self._plan]
        if row.verb in MOVES and row.what == "deleted" and reach.own:
            # That a plan came to be of the system's own department it hears by all that is there; whoever hears of
            # every department, by the plan alone.
            return row.type == "plan" or bool(self._scene.caller.departments)
        return _is_about(row, reach)

    def _heard_then(self, row: Any) -> bool:
        """What the citizen kept from the contact person at that moment, or had said no yes to, was never told. That
        something went is for whoever had it until then; of what came and is gone since, whoever could see it come."""
        could = self._scene.could[self._plan]
        until = _is_about(row, before(could, row.revision))
        if row.what == "deleted":
            return until
        since = until or _is_about(row, after(could, row.revision))
        return since and _is_about(row, self._scene.reach[self._plan])

    def what(self, row: Any) -> str:
        """What an item of the feed is to this system, by how the subject is now. What went for others while it stands
        for this one has come, where the plan came to be of its department."""
        if self.now(row) is None:
            return "deleted"
        if row.what != "deleted":
            return str(row.what)
        return "created" if row.verb in MOVES and self._scene.caller.departments else "updated"

    def every(self, type: str) -> list[Any]:
        """All of a type that is a part of the case now."""
        return self._shelf(type)

    def now(self, row: Any) -> Any:
        """How the subject of an item is now; None where it is no part of the case."""
        if row.type not in self._shelves:
            self._shelves[row.type] = {each.id: each for each in self._shelf(row.type)}
        return self._shelves[row.type].get(row.subject_id)

    def _shelf(self, type: str) -> list[Any]:
        caller, opened = self._scene.caller, self._scene.opened.get(self._plan)
        if opened is None:
            return to_them(caller, self._plan) if type == "consent" else []
        if type == "plan":
            return [plan_in(caller, opened)]
        if type == "citizen":
            return [citizen_in(caller, opened)]
        return SHELVES[type](caller, opened) if type in SHELVES else []


@contextmanager
def heard(caller: Caller, plans: Collection[UUID]) -> Iterator[dict[UUID, Heard]]:
    """Each of these plans as a system hears of it, while the block runs. Whoever hands out of it notes that."""
    with access.views(caller.person_id, plans) as views:
        scene = Scene(caller, views)
        yield {plan: Heard(scene, plan) for plan in plans}
