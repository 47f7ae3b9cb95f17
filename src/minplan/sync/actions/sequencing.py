"""Verb: what was changed goes into the feed, once, in the order in which it was committed.

An entry waits from the moment at which its change is committed. Whoever sequences holds one lock until what they have
taken stands in the feed: what appears later has a higher number, and of a plan nothing overtakes what came before it.
"""

from typing import Any
from uuid import UUID

from sqlmodel import Session

from minplan import db
from minplan.sync.affected import affected
from minplan.sync.arriving import BRINGING, brought
from minplan.sync.known import Known
from minplan.sync.store import feed
from minplan.sync.store.known import known
from minplan.sync.told import CLOSES

BATCH = 500  # entries of one transaction: on SQLite citizens wait meanwhile
MOST = 20_000  # entries of one call
_WHOLE = ("plan", "citizen")  # gone is the whole of it


def sequence(most: int = MOST) -> int:
    """Put what waits into the feed, at most so many entries; how many there were. Any number of processes may."""
    if not feed.is_pending():
        return 0
    waiting = feed.pending(most)
    return sum(_take(waiting[at : at + BATCH]) for at in range(0, len(waiting), BATCH))


def _take(ids: list[int]) -> int:
    with db.writing() as session:
        feed.lock(session)
        entries = feed.take(session, ids)
        plans = _known(session, entries) if entries else {}
        feed.put(session, [item for entry in entries for item in _items(entry, plans[entry.plan_id])])
    return len(entries)


def _known(session: Session, entries: list[Any]) -> dict[UUID, Known]:
    """The plans as they are now, and which of it comes by these entries, or by others that wait still."""
    found = known(session, {entry.plan_id for entry in entries})
    # Asked last: whatever is seen of the plans already was brought by an entry that is seen too.
    for entry in (*entries, *feed.waiting(session, found, BRINGING)):
        found[entry.plan_id].came |= dict.fromkeys(brought(entry), entry.revision)
    _leave(session, entries, found)
    return found


def _leave(session: Session, entries: list[Any], found: dict[UUID, Known]) -> None:
    """Where somebody hears of less by one of these entries: what was there then, and has left since."""
    plans = {entry.plan_id for entry in entries if (entry.subject, entry.verb) in CLOSES}
    later = [*(each for each in entries if each.plan_id in plans), *(feed.waiting(session, plans) if plans else ())]
    for entry in (each for each in later if (each.subject, each.verb) not in CLOSES):
        plan = found[entry.plan_id]
        gone = [each for each in affected(entry, plan) if each.what == "deleted" and each.type not in _WHOLE]
        plan.went += [(entry.revision, each._replace(tracks=plan.tracks_of(each, entry.track))) for each in gone]


def _items(entry: Any, plan: Known) -> list[dict[str, Any]]:
    same = {name: getattr(entry, name) for name in ("municipality_id", "plan_id", "revision", "verb", "at")}
    return [
        same
        | {"type": each.type, "subject_id": each.subject, "what": each.what}
        | {"tracks": plan.tracks_of(each, entry.track), "by_id": entry.system_id if each.direct else None}
        for each in affected(entry, plan)
    ]
