"""Verbs that read: all contact persons of a municipality. Names and numbers, and nothing of a plan."""

from collections import Counter
from itertools import groupby
from typing import Any
from uuid import UUID

from minplan import access, clock, db
from minplan.errors import NotAllowed, NotFound
from minplan.handover.rule import YEAR, most_have_had
from minplan.handover.store import house as store
from minplan.handover.views import ContactLine, Contacts


def contacts(by: UUID) -> Contacts:
    """Every contact person by name, and who has none. Raises NotAllowed but for who may change that."""
    _must_be_their_work(by)
    with db.reading() as connection:
        rows = store.citizens(connection, by)
        changes = store.changes(connection, by, clock.now() - YEAR)
    away, ofs = Counter(row.from_id for row in changes), Counter(row.plan_id for row in changes)
    groups = groupby(rows, key=lambda row: row.contact_id)
    lines = [_line(contact, list(group), away[contact]) for contact, group in groups]
    lines.sort(key=lambda line: (line.name is not None, line.name or "", str(line.person_id)))
    return Contacts(tuple(lines), most_have_had(ofs[row.plan_id] + (row.contact_id is not None) for row in rows))


def of_contact(by: UUID, person: UUID | None) -> ContactLine:
    """One contact person, None for nobody's. Raises NotFound for whoever is nobody's contact person here."""
    found = next((line for line in contacts(by).lines if line.person_id == person), None)
    if found is None:
        raise NotFound
    return found


def colleagues(by: UUID) -> list[tuple[UUID, str]]:
    """Who else can become a contact person in this person's municipality, by name."""
    _must_be_their_work(by)
    with db.reading() as connection:
        return [(row.id, row.name) for row in store.colleagues(connection, by)]


def is_colleague(by: UUID, person: UUID) -> bool:
    """Whether this is somebody of the same municipality who is or was one to be a contact person."""
    reader, other = access.person(by), access.person(person)
    return bool(
        reader and other and other.municipality_id == reader.municipality_id and other.kind in store.KINDS
    )


def _must_be_their_work(by: UUID) -> None:
    reader = access.person(by)
    if reader is None or access.on_house(reader.kind, "change_contact") != access.YES:
        raise NotAllowed


def _line(contact: UUID | None, rows: list[Any], away: int) -> ContactLine:
    citizens = tuple((row.plan_id, row.citizen) for row in rows)
    return ContactLine(contact, rows[0].contact, rows[0].role or "", citizens, away)
