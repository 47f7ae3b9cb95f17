"""Verb that reads: to whom a citizen showed something of theirs, until when, and what those answered."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from minplan import clock
from minplan.feelings.own import Own
from minplan.feelings.store import mine
from minplan.feelings.store.shown import answers
from minplan.words import Words


@dataclass(frozen=True, slots=True)
class Receipt:
    """Somebody who was shown it by name; `read_at` when they said that they have read it, and what they wrote."""

    person_id: UUID
    name: str
    read_at: datetime | None
    words: Words | None


@dataclass(frozen=True, slots=True)
class ShownAt:
    """One showing: `stands` while others can see it, `meeting_at` None where it is for all who work with the plan."""

    id: UUID
    meeting_id: UUID | None
    meeting_at: datetime | None
    at: datetime
    ended_at: datetime | None
    stands: bool
    people: tuple[Receipt, ...]


def receipts(own: Own, keepsake: UUID) -> list[ShownAt]:
    """Every showing of one keepsake, the newest first, also those that are over. Raises Locked for a lost key."""
    rows = [row for row in mine.showings(own.connection, own.citizen) if row.keepsake_id == keepsake]
    standing = {row.id for row in mine.shown_now(own.connection, own.citizen)}
    told = answers(own.connection, [row.id for row in rows])
    names = mine.names(own.connection, {each.person_id for each in told})
    return [_shown_at(own, row, standing, (each for each in told if each.showing_id == row.id), names) for row in rows]


def _shown_at(own: Own, row: Any, standing: set[UUID], told: Iterable[Any], names: dict[UUID, str]) -> ShownAt:
    people = tuple(_receipt(own, each, names[each.person_id]) for each in told)
    stands = row.id in standing or (row.meeting_id is None and row.ended_at is None)
    return ShownAt(row.id, row.meeting_id, row.meeting_starts, clock.local(row.at), row.ended_at, stands, people)


def _receipt(own: Own, answer: Any, name: str) -> Receipt:
    said = own.box.open(answer.id, answer.words) if answer.words else None
    words = Words(said["text"], said.get("lang")) if said else None
    return Receipt(answer.person_id, name, answer.read_at and clock.local(answer.read_at), words)
