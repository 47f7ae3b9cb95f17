"""The reading door: no plan is read except by somebody who has a place on it, and the citizen is told who did."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, insert, select
from sqlmodel import Session

from minplan import clock, db
from minplan.access import store
from minplan.access.eyes import close_what_is_over
from minplan.access.membership import INSIDERS, OFFICE, Member, Viewer
from minplan.access.opening import LIVE, Opening
from minplan.access.plan import PlanCover
from minplan.errors import NotFound

AN_HOUR = timedelta(hours=1)
_opening = Opening.__table__.c  # type: ignore[attr-defined]


@dataclass(frozen=True, slots=True)
class View:
    """An opened plan: the connection to read more with, its cover, everybody beside the citizen, and who is looking."""

    connection: Connection
    plan: PlanCover
    everybody: tuple[Member, ...]
    viewer: Viewer

    @property
    def members(self) -> tuple[Member, ...]:
        """The professionals."""
        return tuple(member for member in self.everybody if not member.supports)

    @property
    def supporters(self) -> tuple[Member, ...]:
        """Those to whom the citizen has given something to see."""
        return tuple(member for member in self.everybody if member.supports)

    @property
    def contact(self) -> Member | None:
        """The one contact person."""
        return next((member for member in self.everybody if member.relation == "contact"), None)

    def name_of(self, person_id: UUID | None) -> str | None:
        """The name of somebody who is or was on this plan, or of a system, or None. A supporter has a name for the
        citizen alone."""
        if person_id == self.plan.citizen_id:
            return self.plan.citizen_name
        known = (*self.everybody, *self.plan.gone)
        told = (member for member in known if self.viewer.is_citizen or not member.supports)
        name = next((member.name for member in told if member.person_id == person_id), None)
        return self.plan.systems.get(person_id) if name is None and person_id else name

    def is_system(self, person_id: UUID | None) -> bool:
        """Whether this is a computer of the municipality, which no page may show as somebody."""
        return person_id in self.plan.systems


@contextmanager
def view(
    person_id: UUID,
    plan_id: UUID | None = None,
    what: str = "plan",
    relations: frozenset[str] = INSIDERS,
    reason: str | None = None,
) -> Iterator[View]:
    """Open a plan for reading; without `plan_id` the person's own. Raises NotFound for a stranger.

    Whoever works with the plan may open it; a page for others names their `relations`; whoever only decides who has a
    place on it may never. An opening by somebody else than the citizen is written down before anything is shown: `what`
    is the page, `reason` why, where one was asked for. What a yes showed until yesterday is hidden first.
    """
    with db.reading() as connection:
        found = store.find(connection, person_id, plan_id, relations - OFFICE)
        if found is None:
            raise NotFound
        opened = View(connection, *found)
        if not opened.plan.has_a_yes_that_is_over(clock.today()):
            if not opened.viewer.is_citizen:
                _write_down(opened, what, reason)
            yield opened
            return
    close_what_is_over(opened.plan.id)
    with view(person_id, plan_id, what, relations, reason) as again:
        yield again


def within(
    session: Session, person_id: UUID, plan_id: UUID, relations: frozenset[str] = INSIDERS
) -> View:
    """A plan as it is in the middle of a transaction, for whoever is about to change it. Raises NotFound."""
    connection = session.connection()
    found = store.find(connection, person_id, plan_id, relations - OFFICE)
    if found is None:
        raise NotFound
    return View(connection, *found)


def note(session: Session, opened: View, what: str) -> None:
    """Write down, in the transaction that shows it, that a plan is read in the middle of a change."""
    _note(session, opened.plan, opened.viewer, what, None)


def _write_down(opened: View, what: str, reason: str | None) -> None:
    """What is written already is seen by reading: a page that fetches itself all day long makes no writer wait."""
    if what in LIVE and _is_written(opened.connection, _row(opened.plan, what), opened.viewer.person_id):
        return
    with db.noting() as session:
        _note(session, opened.plan, opened.viewer, what, reason)


def _note(session: Session, plan: PlanCover, viewer: Viewer, what: str, reason: str | None) -> None:
    """Once for each time; of a page that fetches itself again and again, once an hour."""
    who = {name: getattr(viewer, name) for name in ("person_id", "relation", "name", "role", "department")}
    row = _row(plan, what)
    if what not in LIVE or not _is_written(session, row, viewer.person_id):
        session.execute(insert(Opening).values(**row, **who, reason=reason))


def _row(plan: PlanCover, what: str) -> dict[str, Any]:
    return {"municipality_id": plan.municipality_id, "plan_id": plan.id, "at": clock.now(), "what": what}


def _is_written(session: Session | Connection, row: dict[str, Any], person_id: UUID) -> bool:
    same = (_opening.plan_id == row["plan_id"], _opening.person_id == person_id, _opening.what == row["what"])
    found = select(_opening.id).where(*same, _opening.at > row["at"] - AN_HOUR).limit(1)
    return session.execute(found).first() is not None
