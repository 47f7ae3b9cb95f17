"""The reading door for a system, to one plan or many: who looked is written down when something is handed out."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from uuid import UUID

from sqlmodel import Session

from minplan import clock, db
from minplan.access import store
from minplan.access.eyes import close_what_is_over
from minplan.access.view import View


@contextmanager
def views(system_id: UUID, plan_ids: Collection[UUID]) -> Iterator[dict[UUID, View]]:
    """Those of the plans that a system may open, in a number of selects that they do not change.

    What a yes showed until yesterday is hidden first. Of what stands open it may hear nothing yet: that the system
    looked is for `note_case_of_system`, of the plans of which something is handed out and before it is.
    """
    with db.reading() as connection:
        found = store.find_for_system(connection, system_id, plan_ids)
        opened = {plan: View(connection, *each) for plan, each in found.items()}
        over = [plan for plan, view in opened.items() if view.plan.has_a_yes_that_is_over(clock.today())]
        if not over:
            yield opened
            return
    for plan in over:
        close_what_is_over(plan)
    with views(system_id, plan_ids) as again:
        yield again


def all_within(session: Session, system_id: UUID, plan_ids: Collection[UUID]) -> dict[UUID, View]:
    """Those of the plans that a system may open, in the middle of a transaction that is about to change them."""
    connection = session.connection()
    found = store.find_for_system(connection, system_id, plan_ids)
    return {plan: View(connection, *each) for plan, each in found.items()}
