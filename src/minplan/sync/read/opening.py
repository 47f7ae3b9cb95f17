"""Open a plan for a system: of the right municipality, and as far as the citizen's yes lets it hear."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from itertools import chain
from typing import Any, NamedTuple
from uuid import UUID

from sqlmodel import Session

from minplan import access, clock, content, journey
from minplan.access import TRACKS, View, Viewer
from minplan.errors import NotFound
from minplan.sync.caller import Caller
from minplan.sync.case import Part, part_of
from minplan.sync.read.refs import known_of
from minplan.sync.shapes.common import Ref
from minplan.sync.store import authors, in_case, plans

SYSTEM = frozenset({"system"})


class Opened(NamedTuple):
    """A plan as a system may read it."""

    view: View
    way: journey.Way
    part: Part
    shown: Mapping[UUID, UUID]
    tracks: frozenset[str]
    own: bool  # the contact person's own department asks
    waiting: tuple[journey.ProposalView, ...]
    refs: Mapping[UUID, list[Ref]]  # what other systems call what is here
    theirs: frozenset[UUID]  # the texts that the municipality wrote, and the steps on which it named whose turn it is

    def shows(self, subject: UUID, text: UUID | None) -> bool:
        """Whether the citizen has said yes to this, in the words that stand there now."""
        return text is not None and self.shown.get(subject) == text


@contextmanager
def looked_into(caller: Caller, plan_id: UUID) -> Iterator[Opened]:
    """Open a plan, of which there may be nothing to hand out. Raises NotFound where it may hear of no track."""
    with access.views(caller.person_id, [plan_id]) as views:
        found = seen(caller, views)
        if plan_id not in found:
            raise NotFound
        yield found[plan_id]


@contextmanager
def opened(caller: Caller, plan_id: UUID) -> Iterator[Opened]:
    """The same for a block that finds something to hand out, or raises; the citizen reads that this system looked."""
    with looked_into(caller, plan_id) as found:
        yield found
    access.note_case_of_system(caller.person_id, [plan_id])


class Reach(NamedTuple):
    """Of which tracks of a plan a system may hear, and whether it is the contact person's own department's."""

    tracks: frozenset[str]
    own: bool


def reach_of(caller: Caller, views: Mapping[UUID, View]) -> dict[UUID, Reach]:
    """The reach of a system into each of these plans, which nobody has looked into yet."""
    tracks = _tracks(caller, views)
    return {plan: Reach(tracks[plan], _is_own(caller, view)) for plan, view in views.items()}


def opened_within(session: Session, caller: Caller, plan_id: UUID) -> Opened:
    """The same in the middle of a change. Raises NotFound."""
    return _one(caller, access.within(session, caller.person_id, plan_id, SYSTEM))


def all_opened_within(session: Session, caller: Caller, plan_ids: Collection[UUID]) -> dict[UUID, Opened]:
    """Those of several of which it may hear, in a number of selects that they do not change."""
    return seen(caller, access.all_within(session, caller.person_id, plan_ids))


def tracks_for(caller: Caller, view: View) -> frozenset[str]:
    """The tracks of which a system may hear: all for the contact person's own department, else those of a yes."""
    return _tracks(caller, {view.plan.id: view})[view.plan.id]


def reaches(caller: Caller, view: View) -> frozenset[str]:
    """The same, asked by the citizen."""
    hidden = view.contact.hidden if view.contact else frozenset()
    return tracks_for(caller, replace(view, viewer=Viewer(caller.person_id, "system", "", hidden)))


def served(caller: Caller) -> frozenset[str]:
    """The departments of a system, by the ids that consents know them by."""
    return frozenset(content.department_called(each) or each for each in caller.departments)


def serves(caller: Caller, department: str | None) -> bool:
    """Whether a department of this name is the system's own; to whom none is named every one is."""
    return not caller.departments or (content.department_called(department) or department) in served(caller)


def _is_own(caller: Caller, view: View) -> bool:
    return serves(caller, view.contact.department if view.contact else None)


def _tracks(caller: Caller, views: Mapping[UUID, View]) -> dict[UUID, frozenset[str]]:
    connection = next((view.connection for view in views.values()), None)
    if connection is None:
        return {}
    closed = plans.closed(connection, views, clock.today())
    others = [plan for plan, view in views.items() if not _is_own(caller, view)]
    said = plans.shared(connection, others, served(caller), clock.today()) if others else {}
    every = {plan: frozenset(said.get(plan, ())) if plan in others else frozenset(TRACKS) for plan in views}
    every |= dict.fromkeys(closed, frozenset())
    return {plan: every[plan] - view.viewer.hidden for plan, view in views.items()}


def _one(caller: Caller, view: View) -> Opened:
    found = seen(caller, {view.plan.id: view}).get(view.plan.id)
    if found is None:
        raise NotFound
    return found


def seen(caller: Caller, views: Mapping[UUID, View]) -> dict[UUID, Opened]:
    """Those of the plans of which it may hear, in a number of selects that does not grow with them."""
    tracks = _tracks(caller, views)
    heard = {plan: view for plan, view in views.items() if tracks[plan]}
    if not heard:
        return {}
    connection = next(iter(heard.values())).connection
    ways, agreed = journey.ways(heard.values()), journey.agreed(heard.values())
    shown = in_case.shown_of(connection, heard)
    waiting = journey.proposals_of({plan: (view, ways[plan]) for plan, view in heard.items()})
    parts = {plan: part_of(ways[plan], shown[plan], tracks[plan], agreed[plan]) for plan in heard}
    named = (_named(view, parts[plan], waiting[plan]) for plan, view in heard.items())
    refs = known_of(connection, caller, set(chain(*named)))
    theirs = authors.of_municipality(connection, set(chain(*map(_texts, parts.values()))))
    return {
        plan: Opened(
            view, ways[plan], parts[plan], shown[plan], tracks[plan], _is_own(caller, view), waiting[plan], refs, theirs
        )
        for plan, view in heard.items()
    }


def _named(view: View, part: Part, waiting: Iterable[journey.ProposalView]) -> set[UUID]:
    """What other systems may have a name for."""
    here: Iterable[Any] = (*part.goals, *part.milestones, *part.steps, *waiting)
    return {view.plan.id, view.plan.citizen_id, *(each.id for each in here)}


def _texts(part: Part) -> set[UUID]:
    """Whose writer decides whether they leave; and steps on which somebody is named."""
    goals = (text for goal in part.goals for text in (goal.title_id, goal.why_id))
    others = (*(each.title_id for each in part.milestones), *(each.why_id for each in part.steps))
    named = (each.id for each in part.steps if each.ball and each.ball.named)
    return {text for text in (*goals, *others, *named) if text}
