"""Who works in the municipality, and who asks."""

from uuid import UUID

from minplan.sync.shapes.common import Ref, Shape, owned


class Caseworker(Shape):
    """A professional. `active` is false from the day on which they come in no more."""

    id: UUID
    external_refs: list[Ref]
    name: str = owned("municipality")
    email: str | None = owned("municipality")
    phone: str | None = owned("municipality")
    role: str = owned("municipality")
    department: str | None = owned("municipality")
    active: bool


class Me(Shape):
    """The caller: what external references call it, what it may, and whose it is."""

    id: UUID
    system: str
    municipality: str
    scopes: list[str]
    departments: list[str]
