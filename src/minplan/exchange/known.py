"""Rule: whom a document means by a name. Its professionals have one there, and nothing else tells who they are."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from minplan.access import Member
from minplan.exchange.shapes import Values


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody who comes to meetings as what they are on the plan; by default anybody else."""

    person_id: UUID | None = None
    kind: str = "other"
    role: str = ""


ANYBODY = Known()


def in_document(document: Values, contact_id: UUID, team_ids: Iterable[UUID]) -> dict[str, Known]:
    """The professionals of a document by their names; of two with the same name the first."""
    people = [(document["contact"], Known(contact_id, "contact", document["contact"]["role"]))]
    people += [(each, Known(key, "team", each["role"])) for each, key in zip(document["team"], team_ids, strict=True)]
    return _first((each["name"], known) for each, known in people)


def on_plan(members: Iterable[Member]) -> dict[str, Known]:
    """The same, of a plan that becomes a document."""
    return _first((each.name, Known(each.person_id, each.relation, each.role)) for each in members)


def meant(known: Mapping[str, Known], said: str | Values) -> tuple[str, Known]:
    """The name, and who is meant, by what a document says of somebody at a meeting."""
    if isinstance(said, str):
        return said, known.get(said, ANYBODY)
    found = known.get(said["name"], ANYBODY)
    person_id = found.person_id if found.kind == said["kind"] else None
    return said["name"], Known(person_id, said["kind"], said.get("role", ""))


def _first(people: Iterable[tuple[str, Known]]) -> dict[str, Known]:
    found: dict[str, Known] = {}
    for name, known in people:
        found.setdefault(name, known)
    return found
