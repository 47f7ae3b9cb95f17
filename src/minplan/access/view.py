"""The reading door: no plan is read except by somebody who has a place on it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Connection

from minplan import db
from minplan.access import store
from minplan.access.membership import Member, Viewer
from minplan.access.plan import PlanCover
from minplan.errors import NotFound


@dataclass(frozen=True, slots=True)
class View:
    """An opened plan: the connection to read more with, its cover, its professionals, and who is looking."""

    connection: Connection
    plan: PlanCover
    members: tuple[Member, ...]
    viewer: Viewer

    @property
    def contact(self) -> Member | None:
        """The one contact person."""
        return next((member for member in self.members if member.relation == "contact"), None)

    def name_of(self, person_id: UUID | None) -> str | None:
        """The name of somebody on this plan, or None."""
        if person_id == self.plan.citizen_id:
            return self.plan.citizen_name
        return next((member.name for member in self.members if member.person_id == person_id), None)


@contextmanager
def view(person_id: UUID, plan_id: UUID | None = None) -> Iterator[View]:
    """Open a plan for reading; without `plan_id` the person's own. Raises NotFound for a stranger."""
    with db.reading() as connection:
        found = store.find(connection, person_id, plan_id)
        if found is None:
            raise NotFound
        yield View(connection, *found)
