"""The feed as a system reads it: what it may hear of, how it is now, and where to go on."""

from collections.abc import Iterable
from typing import Any, NamedTuple
from uuid import UUID, uuid5

from minplan import access, config, db
from minplan.sync import cursor
from minplan.sync.actions.sequencing import sequence
from minplan.sync.caller import Caller
from minplan.sync.problem import Pointed, Problem
from minplan.sync.read.etag import etag_of
from minplan.sync.read.hearing import Heard, heard
from minplan.sync.shapes.change import Change, Changes, Following, Subject
from minplan.sync.store import feed, systems

AT_ONCE = 2_000  # entries that a reader puts into the feed before they read
LOOKS = 4  # stretches of the feed that are looked through before an answer
SCOPES = {
    **dict.fromkeys(("plan", "goal", "milestone", "step", "win"), "plans:read"),
    **dict.fromkeys(("meeting", "agreement"), "meetings:read"),
    "citizen": "citizens:read",
    "consent": "consents:read",
}


class Place(NamedTuple):
    """Where a reader stands, and the newest number of the house."""

    number: int
    newest: int


def changes(caller: Caller, asked: Following) -> Changes:
    """A part of the feed behind a cursor. Raises Problem for one that is unknown, or older than what is kept."""
    types = _types(caller, asked)
    sequence(AT_ONCE)
    at = _place(caller, asked.after)
    number, found, more = at.number, list[Change](), False
    for _ in range(LOOKS):
        number, found, more = _stretch(caller, asked, types, Place(number, at.newest))
        if found or not more:
            break
    return Changes(items=found, next=sealed(caller, number), more=more)


def sealed(caller: Caller, number: int) -> str:
    """The cursor behind a number."""
    return cursor.sealed(config.settings().number_key, caller.municipality_id, number)


def number_of(caller: Caller, after: str) -> int:
    """The number of a cursor. Raises Problem."""
    return cursor.unsealed(config.settings().number_key, caller.municipality_id, after)


def readable(caller: Caller, types: Iterable[str] = SCOPES) -> list[str]:
    """Those of the types that the caller's scopes open."""
    return [each for each in types if SCOPES[each] in caller.scopes]


def _types(caller: Caller, asked: Following) -> list[str]:
    """Those that are asked for and may be read. Raises Problem for one that there is not."""
    named = asked.types.split(",") if asked.types else list(SCOPES)
    if set(named) - set(SCOPES):
        raise Problem("bad-request", errors=(Pointed("types", "unknown"),))
    return readable(caller, named)


def _place(caller: Caller, after: str | None) -> Place:
    with db.reading() as connection:
        oldest, newest = feed.ends(connection)
    if after is None:
        return Place(newest, newest)
    if after == "0":
        return Place(max(oldest - 1, 0), newest)
    number = number_of(caller, after)
    if number > newest:
        raise cursor.UNKNOWN
    if number < oldest - 1:
        raise Problem("start-again")
    return Place(number, newest)


def _stretch(caller: Caller, asked: Following, types: list[str], at: Place) -> tuple[int, list[Change], bool]:
    """How far the next stretch goes, what of it this system hears, and whether there is more behind it."""
    upto = min(at.number + feed.STRETCH, at.newest)
    but = None if asked.own else caller.person_id
    with db.reading() as connection:
        rows = feed.stretch(connection, caller.municipality_id, (at.number, upto), types, asked.plan, but, asked.limit)
        names = systems.codes(connection, caller.municipality_id)
    reached = rows[-1].number if len(rows) == asked.limit else upto
    return reached, _written(caller, rows, names), reached < at.newest


def _written(caller: Caller, rows: list[Any], names: dict[UUID, str]) -> list[Change]:
    with heard(caller, {row.plan_id for row in rows}) as plans:
        found = [_change(caller, row, plans[row.plan_id], names) for row in rows if plans[row.plan_id].hears(row)]
    access.note_case_of_system(caller.person_id, {each.plan for each in found if not each.deleted})
    return found


def _change(caller: Caller, row: Any, plan: Heard, names: dict[UUID, str]) -> Change:
    data = plan.now(row)
    return Change(
        cursor=sealed(caller, row.number),
        id=uuid5(row.plan_id, str(row.number)),
        type=f"dk.minplan.{row.type}.{plan.what(row)}.v1",
        plan=row.plan_id,
        subject=Subject(type=row.type, id=row.subject_id),
        at=row.at,
        origin=names.get(row.by_id),
        deleted=data is None,
        etag=etag_of(data) if data else None,
        data=data,
    )
