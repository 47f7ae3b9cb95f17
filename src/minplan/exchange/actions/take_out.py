"""Verb: a plan as the document that it came from, or would have come from."""

from datetime import date
from uuid import UUID

from minplan import access, clock, dialogue, journal, journey, meeting, rights
from minplan.access import View
from minplan.errors import NotFound
from minplan.exchange import store
from minplan.exchange.actions.people import FIRST
from minplan.exchange.compose import Whole, compose
from minplan.exchange.gaps import gaps
from minplan.exchange.refs import Refs
from minplan.exchange.shapes import Values
from minplan.journal import News


def take_out(plan_id: UUID) -> tuple[Values, list[str]]:
    """The document of a plan, and what it cannot carry. Raises NotFound."""
    citizen = access.citizen_of(plan_id)
    if citizen is None:
        raise NotFound
    with access.view(citizen, plan_id) as view:
        return _composed(view)


def _composed(view: View) -> tuple[Values, list[str]]:
    memory = store.memory(view.connection, view.plan.id)
    whole = Whole(view.plan, view.members, journey.everything(view), meeting.every(view))
    told = journal.news(view.connection, view.plan.id, since=FIRST if memory.as_of else 0)
    # Who holds a document must not see in its day that the citizen did something of which only they may read.
    news = [entry for entry in told if entry.audience == "all"]
    document = compose(whole, Refs(memory.refs), _true_on(memory.as_of, news))
    calls = dialogue.how_many(view)
    return document, gaps(whole, len(news), calls, meeting.tally(view), rights.tally(view))


def _true_on(as_of: date | None, news: list[News]) -> date:
    # Unchanged, a plan is as true as on the day of its document; changed, as on the day of the last change.
    return clock.local(news[0].at).date() if news else as_of or clock.today()
