"""The noun: who asks. A system as its key or its token shows it."""

from dataclasses import dataclass
from uuid import UUID

from minplan.sync.problem import Problem


@dataclass(frozen=True, slots=True)
class Caller:
    """A system that has shown who it is. `departments` are those that it serves; none is that of the contact person."""

    person_id: UUID
    municipality_id: str
    code: str
    scopes: frozenset[str]
    departments: frozenset[str] = frozenset()

    @property
    def kind(self) -> str:
        """As a log says it."""
        return "system"

    def must(self, scope: str) -> None:
        """Raise Problem where the scope is missing; the empty one everybody has."""
        if scope and scope not in self.scopes:
            raise Problem("missing-scope", f"{scope} is needed.")
