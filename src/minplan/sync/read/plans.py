"""Plans and their citizens, as a system reads them."""

from typing import Any
from uuid import UUID

from sqlalchemy import Connection, or_

from minplan import access, clock, db
from minplan.access import TRACKS, kept_tracks
from minplan.sync import paging
from minplan.sync.caller import Caller
from minplan.sync.problem import Problem
from minplan.sync.read.opening import Opened, opened, served
from minplan.sync.read.refs import known
from minplan.sync.shapes.common import said
from minplan.sync.shapes.page import Page, Paging
from minplan.sync.shapes.plan import Citizen, Plan
from minplan.sync.store import plans as store, refs
from minplan.words import words_of


def plans(caller: Caller, which: Paging) -> Page[Any]:
    """A page of the plans of which a system may hear; each citizen reads once a day that they stood in its list."""
    after = paging.after_of(which.after)
    with db.reading() as connection:
        theirs, names = served(caller), _own_names(connection, caller)
        hears = store.hears_as_own(names)
        if theirs:
            hears = or_(hears, store.hears_by_yes(theirs, clock.today()))
        rows = store.heard(connection, caller.municipality_id, hears, after, which.limit + 1)
        rows, onward = paging.cut(rows, which.limit)
        items = _written(connection, caller, rows, names)
    access.note_list_of_system(caller.person_id, [each.id for each in rows])
    return Page[Any](items=items, next=onward)


def plan(caller: Caller, plan_id: UUID) -> Plan:
    """One plan. Raises NotFound."""
    with opened(caller, plan_id) as found:
        return plan_in(caller, found)


def plan_in(_: Caller, found: Opened) -> Plan:
    """The same of a plan that is open already."""
    cover, contact = found.view.plan, found.view.contact
    return Plan(
        id=cover.id,
        citizen=cover.citizen_id,
        external_refs=found.refs.get(cover.id, []),
        contact=contact.person_id if contact else None,
        tracks=_in_order(found.tracks),
        horizon=said(cover.horizon) if found.shows(cover.id, cover.horizon_id) else None,
        created_at=cover.created_at,
    )


def citizen(caller: Caller, citizen_id: UUID) -> Citizen:
    """Whose plan it is, of a plan of which the system may hear. Raises NotFound and Problem."""
    with db.reading() as connection:
        plan_id = store.of_citizen(connection, caller.municipality_id, citizen_id)
    if plan_id is None:
        raise Problem("not-found")
    with opened(caller, plan_id) as found:
        return citizen_in(caller, found)


def citizen_in(_: Caller, found: Opened) -> Citizen:
    """The same of a plan that is open already."""
    cover = found.view.plan
    return Citizen(
        id=cover.citizen_id,
        plan=cover.id,
        external_refs=found.refs.get(cover.citizen_id, []),
        name=cover.citizen_name,
        language=cover.citizen_language,
    )


def called(caller: Caller, type: str, system: str, ref: str) -> UUID:
    """Our id of what a system calls so. Raises Problem."""
    with db.reading() as connection:
        found = refs.subject(connection, caller.municipality_id, system, type, ref)
    if found is None:
        raise Problem("not-found")
    return found


def _own_names(connection: Connection, caller: Caller) -> frozenset[str] | None:
    """What contact persons' departments are called that are the caller's own; None where any is."""
    theirs = served(caller)
    return store.own_names(connection, caller.municipality_id, theirs) if theirs else None


def _written(connection: Connection, caller: Caller, rows: list[Any], names: frozenset[str] | None) -> list[Plan]:
    ids = [each.id for each in rows]
    refs_of, horizons = known(connection, caller, ids), store.horizons(connection, ids)
    yes = store.shared(connection, ids, served(caller), clock.today())
    return [
        Plan(
            id=each.id,
            citizen=each.citizen_id,
            external_refs=refs_of(each.id),
            contact=each.person_id,
            tracks=_in_order(_all(each, names) or yes.get(each.id, set()), kept_tracks(each.hidden)),
            horizon=said(words_of(horizons[each.id], "horizon")) if each.id in horizons else None,
            created_at=each.created_at,
        )
        for each in rows
    ]


def _all(row: Any, names: frozenset[str] | None) -> frozenset[str]:
    return frozenset(TRACKS) if names is None or row.department in names else frozenset()


def _in_order(tracks: Any, without: frozenset[str] = frozenset()) -> list[Any]:
    return [each for each in TRACKS if each in tracks and each not in without]
