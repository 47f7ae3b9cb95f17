"""Verbs that read what is mine: a citizen's contact persons, a professional's handovers and what they tell."""

from typing import Any
from uuid import UUID

from minplan import clock, db
from minplan.access import View
from minplan.errors import NotAllowed, NotFound
from minplan.handover.rule import TO_WRITE, Change, periods
from minplan.handover.store import change, handovers, house
from minplan.handover.views import About, HandoverView, Hello, MyContacts, Reached, ToMe, ToWrite
from minplan.words import words_of


def mine(view: View) -> MyContacts:
    """The citizen's contact persons, now and before. Raises NotAllowed for anybody else."""
    if not view.viewer.is_citizen:
        raise NotAllowed
    rows = handovers.of_plan(view.connection, view.plan.id)
    told = [Change(_day(row), row.old, row.new, words_of(row, "reason")) for row in rows]
    begun = clock.local(view.plan.created_at).date()
    name = view.contact.name if view.contact else None
    hello = house.about(view.connection, view.contact.person_id).hello if view.contact else None
    return MyContacts(_hello(hello), periods(begun, told, name), _latest(rows))


def reach(view: View) -> Reached | None:
    """How the contact person is reached, as they tell themselves, else as the plan does; None without anybody."""
    found = view.contact
    if found is None:
        return None
    row = house.reach(view.connection, found.person_id)
    return Reached(row.phone or found.phone, row.hours, row.stand_in, row.stand_in_phone)


def to_me(view: View) -> ToMe | None:
    """What the citizen has sent to the viewer when they became the contact person; None where they did not."""
    row = handovers.to_person(view.connection, view.plan.id, view.viewer.person_id)
    return ToMe(row.old, _day(row), row.approved_at is not None, words_of(row, "own")) if row else None


def left(by: UUID) -> tuple[ToWrite, ...]:
    """The handovers for which this person may still write a page, the newest first."""
    with db.reading() as connection:
        rows = handovers.from_person(connection, by, clock.now() - TO_WRITE)
    return tuple(
        ToWrite(row.id, row.citizen, row.new, _day(row), words_of(row, "page"), words_of(row, "goodbye"))
        for row in rows
    )


def to_write(by: UUID, handover: UUID) -> ToWrite:
    """One of them. Raises NotFound."""
    found = next((each for each in left(by) if each.id == handover), None)
    if found is None:
        raise NotFound
    return found


def about_me(by: UUID) -> About:
    """What this professional tells of themselves. Raises NotAllowed for whoever cannot be a contact person."""
    with db.reading() as connection:
        row, others = house.about(connection, by), house.colleagues(connection, by)
    if row.kind not in change.KINDS:
        raise NotAllowed
    named = tuple((each.id, each.name, each.phone) for each in others)
    hello = _hello(row.hello) or ("", "", "")
    return About(row.name, row.phone or "", row.hours or "", hello, row.stand_in_id, named)


def _latest(rows: list[Any]) -> HandoverView | None:
    if not rows:
        return None
    row, before = rows[-1], [words_of(each, "own") for each in rows[:-1]]
    return HandoverView(
        row.id, row.old, row.new, _day(row), words_of(row, "reason"), row.page_id, words_of(row, "page"),
        words_of(row, "own"), words_of(row, "goodbye"), row.approved_at is not None,
        next((each for each in reversed(before) if each), None),
    )  # fmt: skip


def _hello(kept: str | None) -> Hello | None:
    if not kept:
        return None
    first, second, third, *_ = [*kept.split("\n"), "", "", ""]
    return first, second, third


def _day(row: Any) -> Any:
    return clock.local(row.at).date()
