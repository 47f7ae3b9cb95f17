"""People and plans as a system sends them."""

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from pydantic import AfterValidator, Field

from minplan.access import card
from minplan.sync.shapes.common import Ref, Said, Shape, owned
from minplan.sync.shapes.goal import Track
from minplan.sync.shapes.sent import Wording, read_only

LANGUAGE = r"^[a-z]{2,3}$"
Email = Annotated[card.Email, AfterValidator(card.is_there)]


def write_only() -> Any:
    """A field that is sent and stands in no resource."""
    return Field(default=None, json_schema_extra={"writeOnly": True})


class CitizenSent(Shape):
    """A citizen to add, with `name` and the `contact` person whom they can turn to from the first day; they get a plan.

    The language is theirs from then on. Another contact person is given on the plan.
    """

    name: card.Name | None = owned("municipality", default=None)
    language: str | None = owned("citizen", default=None, pattern=LANGUAGE)
    contact: UUID | Ref | None = write_only()
    id: UUID | None = read_only()
    plan: UUID | None = read_only()
    external_refs: list[Ref] | None = read_only()


class Lookup(Shape):
    """The id number of a citizen, which is kept nowhere as it is. `ref` is what the caller calls them from now on;
    with `create` they are added where nobody has that number."""

    number: str = Field(max_length=20)
    ref: str | None = Field(default=None, min_length=1, max_length=200, pattern=r"^[!-~]+$")
    create: CitizenSent | None = None


class CaseworkerSent(Shape):
    """A professional to add, with `name` and `email`, or to bring up to date. They sign in by the address, so it stays.

    An address that is known here already is the same person.
    """

    name: card.Name | None = owned("municipality", default=None)
    email: Email | None = owned("municipality", default=None)
    phone: card.Phone | None = owned("municipality", default=None)
    role: card.Line | None = owned("municipality", default=None)
    department: card.Line | None = owned("municipality", default=None)
    id: UUID | None = read_only()
    external_refs: list[Ref] | None = read_only()
    active: bool | None = read_only()


class PlanSent(Shape):
    """Another contact person of a plan, and `because`, which the citizen reads."""

    contact: UUID | Ref | None = owned("municipality", default=None)
    because: Wording | None = write_only()
    horizon: Said | None = owned("citizen", default=None)
    id: UUID | None = read_only()
    citizen: UUID | None = read_only()
    external_refs: list[Ref] | None = read_only()
    tracks: list[Track] | None = read_only()
    created_at: datetime | None = read_only()
