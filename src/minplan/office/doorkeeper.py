"""Who is doing the municipality's own work: a person of one municipality, or whoever has its command line."""

from dataclasses import dataclass
from uuid import UUID

from minplan import access
from minplan.errors import NotAllowed


@dataclass(frozen=True, slots=True)
class Doorkeeper:
    """Somebody with a kind that the policy knows. Everything they reach lies in their municipality."""

    person_id: UUID | None
    name: str | None
    kind: str
    municipality_id: str

    def must(self, verb: str) -> None:
        """Raise NotAllowed where the policy does not say yes."""
        if not may(self.kind, verb):
            raise NotAllowed


    def must_reach(self, *kinds: str) -> None:
        """Raise NotAllowed where one of these kinds of people is not theirs to add and change."""
        if not all(access.reaches(self.kind, kind) for kind in kinds):
            raise NotAllowed


def may(kind: str, verb: str) -> bool:
    """Whether a person of this kind may do this in their own municipality."""
    return access.on_house(kind, verb) == access.YES


def of_person(person_id: UUID) -> Doorkeeper:
    """Somebody who has signed in. Raises NotAllowed for nobody."""
    found = access.person(person_id)
    if found is None:
        raise NotAllowed
    return Doorkeeper(found.id, found.name, found.kind, found.municipality_id)


def operator(municipality_id: str) -> Doorkeeper:
    """Whoever has the command line, at work for one municipality."""
    return Doorkeeper(None, None, "operator", municipality_id)
