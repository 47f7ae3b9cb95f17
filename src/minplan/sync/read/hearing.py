"""What a system hears of each plan, and how things are there now."""

from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from functools import cached_property
from typing import Any
from uuid import UUID

from minplan import access
from minplan.access import View, tracks_of
from minplan.sync.caller import Caller
from minplan.sync.read.consents import to_them
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


class Heard:
    """One of these plans as the system hears of it."""

    def __init__(self, scene: Scene, plan: UUID) -> None:
        self._scene = scene
        self._plan = plan
        self._shelves: dict[str, dict[UUID, Any]] = {}

    def hears(self, row: Any) -> bool:
        """Whether an item of the feed is for this system. What has left a track is told to whom heard of it; that a
        yes has ended, to whom it was said, though they may hear of nothing else any more."""
        reach = self._scene.reach.get(self._plan)
        if row.type == "consent":
            return self.now(row) is not None
        if reach is None:
            return False
        if row.verb in MOVES and row.what == "deleted" and reach.own:
            return self._is_news(row)
        tracks = self._tracks(reach, row)
        if row.tracks is None:
            own = reach.own_until >= row.at if row.what == "deleted" else reach.own
            return bool(tracks) and (own or row.type not in _OWN_ALONE)
        return set(tracks_of(row.tracks)).issubset(tracks)

    def _is_news(self, row: Any) -> bool:
        """That a plan came to be of the system's own department it hears by all that is there; whoever hears of every
        department, by the plan alone."""
        everywhere = not self._scene.caller.departments
        return (row.type == "plan" or not everywhere) and self.now(row) is not None

    def what(self, row: Any) -> str:
        """What an item of the feed is to this system, by how the subject is now. What went for others while it stands
        for this one has come, where the plan came to be of its department."""
        if self.now(row) is None:
            return "deleted"
        if row.what != "deleted":
            return str(row.what)
        return "created" if row.verb in MOVES and self._scene.caller.departments else "updated"

    def _tracks(self, reach: Reach, row: Any) -> Collection[str]:
        """That something is gone is for whoever could hear of it when it went: what the citizen keeps from the contact
        person since, or has taken their yes back to, is gone for them too."""
        if row.what != "deleted":
            return reach.tracks
        return [track for track, until in reach.until.items() if until >= row.at]

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
