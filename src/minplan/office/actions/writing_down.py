"""What the office does to somebody goes into the journal of each plan that it is about, in the same transaction."""

from uuid import UUID

from sqlmodel import Session

from minplan import clock, journal
from minplan.access import Plan
from minplan.journal import Record
from minplan.office.doorkeeper import Doorkeeper


def write_down(session: Session, by: Doorkeeper, plan_id: UUID, record: Record) -> None:
    """One entry of a plan, which stands still from then on; also where nobody with a name did it."""
    plan = session.get_one(Plan, plan_id, with_for_update=True)
    plan.revision += 1
    journal.write(session, plan_id, plan.revision, by.person_id, clock.now(), record)
    session.flush()
