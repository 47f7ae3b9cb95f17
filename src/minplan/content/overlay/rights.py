"""Reading records of rights out of files: those that are sound, and what is wrong with the others."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from types import MappingProxyType
from typing import Any

from minplan.content.overlay.fault import Fault
from minplan.content.overlay.right_fields import wrong_with_right
from minplan.content.overlay.tables import Table, parse, tables, top
from minplan.content.right import Benefit, Deadline, Right

_TOP = {"owner": str, "right": list}


@dataclass(frozen=True, slots=True)
class Placed:
    """A record, and where it stands."""

    right: Right
    file: str
    line: int

    def fault(self, what: str) -> Fault:
        """That something is wrong with it."""
        return Fault(self.file, self.line, self.right.id, what)


def read_rights(files: Mapping[str, str], benefits: Collection[str]) -> tuple[list[Placed], list[Fault]]:
    """The records of these files by name, and every fault. `benefits` are the codes that there are."""
    found: list[Placed] = []
    faults: list[Fault] = []
    for file, text in files.items():
        placed, wrong = _file(file, text, benefits)
        found += placed
        faults += wrong
    return found, [*faults, *_twice(found)]


def overlap(one: Right | Benefit, other: Right | Benefit) -> bool:
    """Whether there is a day on which both hold."""
    begins = max(one.valid_from or date.min, other.valid_from or date.min)
    return begins <= min(one.valid_to or date.max, other.valid_to or date.max)


def _file(file: str, text: str, benefits: Collection[str]) -> tuple[list[Placed], list[Fault]]:
    data, faults = parse(file, text)
    if faults:
        return [], faults
    faults = top(file, text, data, _TOP)
    owner = data.get("owner", "")
    if not isinstance(owner, str) or not owner.strip():
        faults.append(Fault(file, 1, "", "owner is missing: who answers for this file"))
    found = []
    for table in tables(file, text, data, "right"):
        wrong = [table.fault(what) for what in wrong_with_right(table, benefits)]
        faults += wrong
        found += [] if wrong else [Placed(_right(str(owner), table), file, table.line)]
    return found, faults


def _twice(found: Iterable[Placed]) -> Iterator[Fault]:
    for one, other in combinations(found, 2):
        if one.right.id == other.right.id and overlap(one.right, other.right):
            yield other.fault(f"holds at the same time as the one in {one.file}, line {one.line}")


def _right(owner: str, table: Table) -> Right:
    fields: dict[str, Any] = dict(table.fields)
    if "deadline" in fields:
        deadline = dict(fields["deadline"])
        fields["deadline"] = Deadline(start=deadline.pop("from"), **deadline)
    fields |= {name: tuple(fields.get(name, ())) for name in ("benefits", "keywords", "sources")}
    fields |= {name: MappingProxyType(fields.get(name, {})) for name in ("moments", "own")}
    return Right(owner=owner, **fields)
