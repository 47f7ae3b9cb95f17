"""What a system could hear of several plans, from their journals, in a number of selects that they do not change."""

from collections.abc import Mapping
from uuid import UUID

from minplan.access import View
from minplan.sync.caller import Caller
from minplan.sync.could_hear import Contact, Could, could_hear
from minplan.sync.read.opening import served, serves
from minplan.sync.store import opened as store


def could_hear_of(caller: Caller, views: Mapping[UUID, View]) -> dict[UUID, list[Could]]:
    """Of each of these plans, by its revisions."""
    connection = next((view.connection for view in views.values()), None)
    if connection is None:
        return {}
    entries, first = store.entries(connection, views), store.first_contacts(connection, views)
    to_them = store.ever_shared(connection, views, served(caller)) if caller.departments else {}
    return {
        plan: could_hear(entries.get(plan, []), _contact(view, first), lambda name: serves(caller, name), to_them)
        for plan, view in views.items()
    }


def _contact(view: View, first: Mapping[UUID, UUID | None]) -> Contact:
    now = view.contact
    if now is None:
        return Contact(None, None, frozenset(), first.get(view.plan.id))
    return Contact(now.person_id, now.department, now.hidden, first.get(view.plan.id, now.person_id))
