"""The records and the code list that come with the product, as they stand in the files beside this one."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from minplan.content.overlay.benefits import PlacedBenefit, read_benefits
from minplan.content.overlay.fault import Fault
from minplan.content.overlay.rights import Placed, read_rights

BENEFITS = "benefits.toml"


@dataclass(frozen=True, slots=True)
class Packaged:
    """Every record and every benefit in all their versions, each with its place, and what is wrong with the files."""

    rights: tuple[Placed, ...]
    benefits: tuple[PlacedBenefit, ...]
    faults: tuple[Fault, ...]

    @property
    def codes(self) -> frozenset[str]:
        """The codes of all benefits."""
        return frozenset(each.benefit.id for each in self.benefits)

    @property
    def ids(self) -> frozenset[str]:
        """The ids of all records."""
        return frozenset(each.right.id for each in self.rights)


@cache
def packaged() -> Packaged:
    """What the product brings."""
    here = files("minplan.content")
    benefits, wrong = read_benefits(BENEFITS, (here / BENEFITS).read_text("utf-8"))
    shelf = sorted((here / "rights").iterdir(), key=lambda file: file.name)
    codes = {each.benefit.id for each in benefits}
    rights, faults = read_rights({f"rights/{file.name}": file.read_text("utf-8") for file in shelf}, codes)
    return Packaged(tuple(rights), tuple(benefits), (*wrong, *faults))
