"""What a storm left: whatever is missing, came twice, differs or overtook something is counted."""

from collections import Counter
from typing import Any, NamedTuple
from uuid import UUID, uuid5

from sqlalchemy import select

from minplan import db, sync
from minplan.sync.feed_item import FeedItem
from minplan.sync.read.changes import number_of
from minplan.sync.store import deliveries
from storm.line import Line
from storm.receiver import Nudge, Receiver
from storm.sender import Sender
from storm.world import SENDER, World

_item = FeedItem.__table__  # type: ignore[attr-defined]


class Ends(NamedTuple):
    """Both ends after a storm. `line` asks as the follower does, `before` is the number of the feed at its begin."""

    world: World
    sender: Sender
    receiver: Receiver
    follower: sync.Caller
    line: Line
    before: int


def left(ends: Ends) -> dict[str, Any]:
    """`lost` and `twice` count effects, items and nudges; all but the last three are 0 if all is well."""
    with db.reading() as connection:
        rows = list(connection.execute(select(_item).where(_item.c.number > ends.before).order_by(_item.c.number)))
        states = deliveries.counts(connection)
    items, told = ends.receiver.mirror.items(), [str(uuid5(row.plan_id, str(row.number))) for row in rows]
    steps, seen = _steps(ends), Counter(each.id for each in items)
    effects = Counter(each.subject for each in items if each.type == "step" and each.origin == SENDER)
    off = {subject: many - effects[steps[subject]["id"]] for subject, many in ends.sender.sent.items()}
    return {
        "lost": sum(max(0, each) for each in off.values()) + sum(id not in seen for id in told)
        + len(rows) - states.get("delivered", 0),
        "twice": sum(max(0, -each) for each in off.values()) + sum(many - 1 for many in seen.values()),
        "unequal": _unequal(ends, steps),
        "out_of_order": int([each.id for each in items] != told) + _overtaken(ends, rows),
        "faults": ends.sender.faults,
        "nudges": len(ends.receiver.got), "outcomes": dict(ends.sender.outcomes), "happened": ends.receiver.happened,
    }  # fmt: skip


def _steps(ends: Ends) -> dict[str, Any]:
    """What minplan says of each subject by now."""
    plans = {f"s-{plot.plan}": plot.plan for plot in ends.world.plots}
    return {
        subject: ends.line.ask("GET", f"/plans/{plans[subject]}/steps/by-ref/{SENDER}/{subject}")[1]
        for subject in ends.sender.sent
    }


def _unequal(ends: Ends, steps: dict[str, Any]) -> int:
    """Where the sender, minplan and the follower do not say the same."""
    theirs = ends.receiver.mirror.things("step")
    stands = ends.sender.stands
    return sum(
        step["title"]["text"] != stands[subject] or theirs.get(step["id"]) != step for subject, step in steps.items()
    )


def _overtaken(ends: Ends, rows: list[Any]) -> int:
    """Nudges whose first try came before that of an older one of their plan."""
    plans = {row.number: row.plan_id for row in rows}
    latest: dict[UUID, int] = {}
    found, known = 0, set[str]()
    for nudge in ends.receiver.got:
        found += _is_late(ends, nudge, plans, latest) if nudge.id not in known else 0
        known.add(nudge.id)
    return found


def _is_late(ends: Ends, nudge: Nudge, plans: dict[int, UUID], latest: dict[UUID, int]) -> bool:
    number = number_of(ends.follower, nudge.cursor)
    before = latest.get(plans[number], 0)
    latest[plans[number]] = max(before, number)
    return number < before
