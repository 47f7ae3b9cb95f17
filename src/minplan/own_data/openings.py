"""Rule and reading: who else has opened my plan, told as visits rather than as clicks."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import select

from minplan.access import SUPPORTERS, Opening, View
from minplan.errors import NotAllowed

LAST = 2**31 - 1  # before no opening
MOST = 200
TOGETHER = timedelta(hours=1)
ALWAYS = frozenset({*SUPPORTERS, "system"})  # whose name is shown wherever the openings are

_opening = Opening.__table__.c  # type: ignore[attr-defined]


@dataclass(frozen=True, slots=True)
class Opened:
    """One opening. `name` is None where the municipality does not show names; a supporter's is always shown, and a
    system's, which is nobody's."""

    id: int
    at: datetime
    person_id: UUID
    relation: str
    name: str | None
    role: str
    department: str | None
    what: str
    reason: str | None


@dataclass(frozen=True, slots=True)
class Visit:
    """What one person opened within an hour, newest first; every one of `openings` by the same person and reason."""

    openings: tuple[Opened, ...]

    @property
    def newest(self) -> Opened:
        """The last of them."""
        return self.openings[0]

    @property
    def oldest(self) -> Opened:
        """The first of them."""
        return self.openings[-1]

    @property
    def pages(self) -> list[str]:
        """What was opened, each once, in the order in which it was."""
        return list(dict.fromkeys(opening.what for opening in reversed(self.openings)))


def openings(view: View, names: bool, before: int = LAST, most: int | None = MOST) -> tuple[list[Opened], int | None]:
    """The newest `most` openings before one by its id, and the id before which there are older ones, or None.

    `names` is the municipality's choice. Raises NotAllowed for anybody but the citizen.
    """
    if not view.viewer.is_citizen:
        raise NotAllowed
    columns = [_opening[name] for name in Opened.__slots__]
    found = select(*columns).where(_opening.plan_id == view.plan.id, _opening.id < before)
    found = found.order_by(_opening.id.desc()).limit(most + 1 if most else None)
    rows = [_shown(row, names) for row in view.connection.execute(found)]
    more = most is not None and len(rows) > most
    return rows[:most], rows[most - 1].id if more and most else None


def visits(found: Iterable[Opened]) -> list[Visit]:
    """Openings, newest first, as visits: the same person's within an hour, for the same reason, are one."""
    groups: list[list[Opened]] = []
    current: dict[tuple[Any, ...], list[Opened]] = {}
    for opening in found:
        who = (opening.person_id, opening.relation, opening.role, opening.reason)
        group = current.get(who)
        if group is None or group[0].at - opening.at > TOGETHER:
            group = current[who] = []
            groups.append(group)
        group.append(opening)
    return [Visit(tuple(group)) for group in groups]


def _shown(row: Any, names: bool) -> Opened:
    values = dict(row._mapping)
    if not names and row.relation not in ALWAYS:
        values["name"] = None
    return Opened(**values)
