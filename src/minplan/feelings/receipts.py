"""Verb that reads: to whom a citizen showed something of theirs, until when, and what those answered."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from minplan import clock
from minplan.feelings.agreeing import is_agreed, until_of
from minplan.feelings.own import Own
from minplan.feelings.store import mine
from minplan.feelings.store.shown import answers
from minplan.words import Words


@dataclass(frozen=True, slots=True)
class Receipt:
    """Somebody who was shown it by name; `read_at` when they said that they have read it, and what they wrote.

    Whoever `works` with the plan no more cannot see it any more either.
    """

    person_id: UUID
    name: str
    read_at: datetime | None
    words: Words | None
    works: bool


@dataclass(frozen=True, slots=True)
class ShownAt:
    """One showing of a picture: `stands` while others can see it, and `until` is the last day that was agreed for that,
    None where it is over. `meeting_at` is when the meeting begins now."""

    id: UUID
    meeting_id: UUID | None
    meeting_at: datetime | None
    at: datetime
    ended_at: datetime | None
    stands: bool
    people: tuple[Receipt, ...]
    until: date | None = None

    @property
    def seen_by(self) -> list[str]:
        """The names of those who can see it, while it stands."""
        return [each.name for each in self.people if each.works]


def receipts(own: Own, checkin: UUID) -> list[ShownAt]:
    """Every showing of one picture, the newest first, also those that are over. Raises NotFound, or Locked."""
    content = own.one("checkin", checkin).content
    rows = [row for row in mine.showings(own.connection, own.citizen) if row.keepsake_id == checkin]
    there = {row.id for row in mine.shown_now(own.connection, own.citizen)}
    standing = {each for each in there if is_agreed(content, each, own.today)}
    told = answers(own.connection, [row.id for row in rows])
    people = _people(own, told)
    return [
        ShownAt(
            row.id, row.meeting_id, row.meeting_starts and clock.local(row.meeting_starts), clock.local(row.at),
            row.ended_at, row.id in standing, tuple(people[each.id] for each in told if each.showing_id == row.id),
            until_of(content, row.id),
        )
        for row in rows
    ]  # fmt: skip


def _people(own: Own, told: Iterable[Any]) -> dict[UUID, Receipt]:
    names = mine.names(own.connection, {each.person_id for each in told})
    working = mine.working(own.connection, own.plan)
    return {each.id: _receipt(own, each, names[each.person_id], each.person_id in working) for each in told}


def _receipt(own: Own, answer: Any, name: str, works: bool) -> Receipt:
    said = own.box.open(answer.id, answer.words) if answer.words else None
    words = Words(said["text"], said.get("lang")) if said else None
    return Receipt(answer.person_id, name, answer.read_at and clock.local(answer.read_at), words, works)
