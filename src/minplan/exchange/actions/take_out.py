"""Verb: a plan as the document that it came from, or would have come from."""

from uuid import UUID

from minplan import access, clock, dialogue, journal, journey, meeting
from minplan.access import View
from minplan.errors import NotFound
from minplan.exchange import store
from minplan.exchange.compose import Whole, compose
from minplan.exchange.gaps import gaps
from minplan.exchange.refs import Refs
from minplan.exchange.shapes import Values


def take_out(plan_id: UUID) -> tuple[Values, list[str]]:
    """The document of a plan, and what it cannot carry. Raises NotFound."""
    citizen = access.citizen_of(plan_id)
    if citizen is None:
        raise NotFound
    with access.view(citizen, plan_id) as view:
        return _composed(view)


def _composed(view: View) -> tuple[Values, list[str]]:
    whole = Whole(view.plan, view.members, journey.everything(view), meeting.every(view))
    memory = store.memory(view.connection, view.plan.id)
    # Unchanged, it is as true as on the day of its document; changed, as on the day of the last change.
    last = journal.news(view.connection, view.plan.id, since=1, most=1)
    as_of = memory.as_of if not last else None
    document = compose(whole, Refs(memory.refs), as_of or (clock.local(last[0].at).date() if last else clock.today()))
    return document, gaps(whole, dialogue.how_many(view))
