"""Open a plan for a system: of the right municipality, and as far as the citizen's yes lets it hear."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import NamedTuple
from uuid import UUID

from sqlmodel import Session

from minplan import access, clock, content, journey
from minplan.access import TRACKS, View, Viewer
from minplan.errors import NotFound
from minplan.sync.caller import Caller
from minplan.sync.case import Part, part_of
from minplan.sync.store import in_case, plans

SYSTEM = frozenset({"system"})


class Opened(NamedTuple):
    """A plan as a system may read it."""

    view: View
    way: journey.Way
    part: Part
    shown: dict[UUID, UUID]
    tracks: frozenset[str]
    own: bool  # the contact person's own department asks

    def shows(self, subject: UUID, text: UUID | None) -> bool:
        """Whether the citizen has said yes to this, in the words that stand there now."""
        return text is not None and self.shown.get(subject) == text


@contextmanager
def opened(caller: Caller, plan_id: UUID) -> Iterator[Opened]:
    """Open a plan; the citizen reads that this system did. Raises NotFound where it may hear of no track."""
    with access.view(caller.person_id, plan_id, "case", SYSTEM) as view:
        yield _seen(caller, view)


@contextmanager
def opened_all(caller: Caller, plan_ids: Collection[UUID]) -> Iterator[dict[UUID, Opened]]:
    """Those of the plans of which it may hear, opened at once; each citizen reads of it, once an hour."""
    with access.views(caller.person_id, plan_ids, "case") as views:
        yield {plan: _seen(caller, view) for plan, view in views.items() if tracks_for(caller, view)}


def opened_within(session: Session, caller: Caller, plan_id: UUID) -> Opened:
    """The same in the middle of a change. Raises NotFound."""
    return _seen(caller, access.within(session, caller.person_id, plan_id, SYSTEM))


def tracks_for(caller: Caller, view: View) -> frozenset[str]:
    """The tracks of which a system may hear: all for the contact person's own department, else those of a yes."""
    if _is_own(caller, view):
        return frozenset(TRACKS) - view.viewer.hidden
    said = plans.shared(view.connection, [view.plan.id], served(caller), clock.today())
    return frozenset(said.get(view.plan.id, ())) - view.viewer.hidden


def reaches(caller: Caller, view: View) -> frozenset[str]:
    """The same, asked by the citizen."""
    hidden = view.contact.hidden if view.contact else frozenset()
    return tracks_for(caller, replace(view, viewer=Viewer(caller.person_id, "system", "", hidden)))


def served(caller: Caller) -> frozenset[str]:
    """The departments of a system, by the ids that consents know them by."""
    return frozenset(content.department_called(each) or each for each in caller.departments)


def _is_own(caller: Caller, view: View) -> bool:
    own = view.contact.department if view.contact else None
    return not caller.departments or (content.department_called(own) or own) in served(caller)


def _seen(caller: Caller, view: View) -> Opened:
    tracks = tracks_for(caller, view)
    if not tracks:
        raise NotFound
    way, shown = journey.way(view), in_case.shown(view.connection, view.plan.id)
    return Opened(view, way, part_of(way, shown, tracks, journey.agreed(view)), shown, tracks, _is_own(caller, view))
