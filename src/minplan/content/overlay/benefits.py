"""Reading the code list of what somebody can live on: a code may stand twice, in times that do not meet."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import get_args

from minplan.content.overlay.fault import Fault
from minplan.content.overlay.fields import day, matching, one_of, text, texts, wrong
from minplan.content.overlay.rights import overlap
from minplan.content.overlay.tables import Table, parse, tables, top
from minplan.content.right import Benefit, Certainty

_CODE = r"[a-z][a-z0-9_]{1,59}"
_FIELDS = {
    "id": matching(_CODE, "small letters, digits and low lines"),
    "name": text(80),
    "parent": matching(_CODE, "the code of another one", optional=True),
    **{name: day(optional=True) for name in ("valid_from", "valid_to", "expected_change")},
    "keywords": texts(60, optional=True),
    "certainty": one_of(get_args(Certainty), optional=True),
}


@dataclass(frozen=True, slots=True)
class PlacedBenefit:
    """A benefit, and where it stands."""

    benefit: Benefit
    table: Table


def read_benefits(file: str, content: str) -> tuple[list[PlacedBenefit], list[Fault]]:
    """The sound ones of the file, and every fault."""
    data, faults = parse(file, content)
    faults = [*faults, *top(file, content, data, {"benefit": list})]
    found = []
    for table in tables(file, content, data, "benefit"):
        wrongs = [table.fault(what) for what in wrong(table, _FIELDS)]
        faults += wrongs
        found += [] if wrongs else [PlacedBenefit(_benefit(table), table)]
    return found, [*faults, *_lost(found), *_twice(found)]


def _benefit(table: Table) -> Benefit:
    return Benefit(**table.fields | {"keywords": tuple(table.fields.get("keywords", ()))})


def _lost(found: list[PlacedBenefit]) -> Iterator[Fault]:
    codes = {each.benefit.id for each in found}
    for each in found:
        if each.benefit.parent and each.benefit.parent not in codes:
            yield each.table.fault(f"unknown benefit {each.benefit.parent}")


def _twice(found: list[PlacedBenefit]) -> Iterator[Fault]:
    for one, other in combinations(found, 2):
        if one.benefit.id == other.benefit.id and overlap(one.benefit, other.benefit):
            yield other.table.fault(f"holds at the same time as the one on line {one.table.line}")
