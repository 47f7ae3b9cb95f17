"""Rule: which openings a spot check looks at, and why. The same day gives the same answer to whoever asks."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from hashlib import sha256
from itertools import groupby
from typing import Any
from uuid import UUID

from minplan.access import SUPPORTERS
from minplan.office.views import Line

HOURS = range(7, 18)
MANY = 20  # different plans in one day, by one person
SAMPLE = 3  # of what is left, each day
NOT_OURS = frozenset({*SUPPORTERS, "system"})

Key = tuple[date, UUID, UUID]


def lines(rows: Iterable[Any]) -> list[Line]:
    """What is worth a look, newest first, from openings whose times are Danish wall time. A citizen's own supporters
    are the citizen's business, a system is not curious, and the list that everybody's day begins with was not chosen
    for anybody in it."""
    ours = sorted((row for row in rows if row.relation not in NOT_OURS and row.what != "list"), key=_key)
    groups = {key: list(group) for key, group in groupby(ours, key=_key)}
    busy = _busy(groups)
    whys = {key: _whys(group, (key[0], key[1]) in busy) for key, group in groups.items()}
    others = [key for key in groups if not whys[key]]
    # What somebody has looked at stays, also when the day goes on and draws others.
    for key in [*_sampled(others), *(key for key in others if any(row.checked_at for row in groups[key]))]:
        whys[key] = ["sample"]
    found = [_line(group, whys[key]) for key, group in groups.items() if whys[key]]
    return sorted(found, key=lambda line: line.last, reverse=True)


def _key(row: Any) -> Key:
    return row.at.date(), row.person_id, row.plan_id


def _busy(groups: Iterable[Key]) -> set[tuple[date, UUID]]:
    plans: dict[tuple[date, UUID], int] = defaultdict(int)
    for day, person, _plan in groups:
        plans[day, person] += 1
    return {key for key, count in plans.items() if count >= MANY}


def _whys(group: Sequence[Any], busy: bool) -> list[str]:
    what = {row.what for row in group}
    told = {
        "emergency": "emergency" in what,
        "lookup": "lookup" in what,
        "hours": any(_is_odd(row.at) for row in group),
        "many": busy,
    }
    return [why for why, holds in told.items() if holds]


def _is_odd(at: datetime) -> bool:
    return at.hour not in HOURS or at.weekday() >= 5


def _sampled(keys: Iterable[Key]) -> list[Key]:
    """A few of each day, drawn by a hash that nobody can steer and everybody can repeat."""
    found: list[Key] = []
    for _day, day_keys in groupby(sorted(keys, key=lambda key: key[0]), key=lambda key: key[0]):
        found += sorted(day_keys, key=lambda key: sha256(repr(key).encode()).digest())[:SAMPLE]
    return found


def _line(group: Sequence[Any], whys: list[str]) -> Line:
    last, unchecked = group[-1], [row for row in group if row.checked_at is None]
    return Line(
        id=last.id, person_id=last.person_id, name=last.name, role=last.role, department=last.department,
        relation=last.relation, citizen=last.citizen, first=group[0].at, last=last.at, times=len(group),
        whys=tuple(whys), reasons=tuple(dict.fromkeys(row.reason for row in group if row.reason)),
        checked_at=None if unchecked else last.checked_at, checked_by=None if unchecked else last.checker,
    )  # fmt: skip
