"""What a citizen reads of the municipality's case: what of their way is in it, and which systems read that."""

from collections.abc import Mapping
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import Connection

from minplan import journey
from minplan.access import View
from minplan.errors import NotAllowed
from minplan.sync.read.opening import reaches
from minplan.sync.standing import Seen, Standing, standing
from minplan.sync.store import authors, in_case, systems


class Reader(NamedTuple):
    """A system that is let in: the departments it serves, none for the contact person's; whether the citizen lets it
    read anything at all; and when it last did."""

    name: str
    departments: tuple[str, ...]
    reads: bool
    last: datetime | None


def own_case(view: View, way: journey.Way | None = None) -> Mapping[UUID, Standing]:
    """Everything of the citizen's own plan that can be a part of the case. Raises NotAllowed for anybody else."""
    if not view.viewer.is_citizen:
        raise NotAllowed
    connection, plan, way = view.connection, view.plan, way or journey.way(view)
    hidden = view.contact.hidden if view.contact else frozenset()
    theirs = _theirs(connection, way)
    horizon = (plan.id, plan.horizon_id) if plan.horizon_id else None
    return standing(Seen(way, in_case.shown(connection, plan.id), hidden, theirs), horizon)


def case_beside(view: View, way: journey.Way | None = None) -> Mapping[UUID, Standing]:
    """The same for a page that shows it beside something else: nothing where no system of the municipality is here."""
    here = view.viewer.is_citizen and view.plan.systems and systems.here(view.connection, view.plan.municipality_id)
    return own_case(view, way) if here else {}


def readers(view: View) -> list[Reader]:
    """The systems that are let in to the citizen's municipality, by name."""
    if not view.viewer.is_citizen:
        raise NotAllowed
    last = in_case.last_read(view.connection, view.plan.id)
    return [
        Reader(row.name, tuple(row.departments), bool(reaches(systems.caller(row), view)), last.get(row.person_id))
        for row in systems.here(view.connection, view.plan.municipality_id)
    ]


def _theirs(connection: Connection, way: journey.Way) -> frozenset[UUID]:
    """The goals that the municipality wrote."""
    texts = authors.of_municipality(connection, [goal.title_id for goal in way.goals])
    return frozenset(goal.id for goal in way.goals if goal.title_id in texts)
