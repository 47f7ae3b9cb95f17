"""How what a citizen keeps is shown, this moment, to whoever works with the plan; and how showing ends."""

from collections.abc import Collection, Iterable
from uuid import UUID

from minplan.feelings import own
from minplan.feelings.actions.showing import show, take_back
from minplan.feelings.agreeing import is_agreed
from minplan.feelings.own import Opened
from minplan.feelings.store import mine as store
from minplan.journey import Outcome


def standing(mine: own.Own, kept: Iterable[Opened]) -> dict[UUID, UUID]:
    """The showing of each of these that whoever works with the plan can read."""
    content = {each.id: each.content for each in kept}
    rows = (row for row in store.shown_now(mine.connection, mine.citizen) if row.keepsake_id in content)
    found = (row for row in rows if row.meeting_id is None)
    return {row.keepsake_id: row.id for row in found if is_agreed(content[row.keepsake_id], row.id, mine.today)}


def show_to_team(by: UUID, kind: str, keepsake: UUID, seen: str, agreed: str) -> Outcome:
    """Whoever works with the plan can read it from now on. Raises as `show` does."""
    with own.reading(by) as mine:
        plan = mine.plan
    return show(by, plan, kind, keepsake, seen, agreed)


def hide_from_team(by: UUID, kind: str, keepsake: UUID) -> Outcome:
    """Nobody else can read it any more. It needs no key. Raises NotFound."""
    with own.reading(by) as mine:
        mine.check(kind, keepsake)
    return hide(by, [keepsake])


def hide(by: UUID, keepsakes: Collection[UUID] | None = None) -> Outcome:
    """Take back all that is shown of these, or of everything, so that open screens learn of it. It needs no key."""
    with own.reading(by) as mine:
        plan, rows = mine.plan, store.shown_now(mine.connection, by)
    there = [row.id for row in rows if keepsakes is None or row.keepsake_id in keepsakes]
    for showing in there:
        take_back(by, plan, showing)
    return Outcome("done" if there else "unchanged")
