"""Verb: find a citizen by id number. The number is compared by its keyed hash and goes nowhere else."""

from uuid import UUID

from sqlalchemy import insert

from minplan import access, clock, db, identity
from minplan.access import Opening
from minplan.errors import Invalid
from minplan.office.doorkeeper import Doorkeeper
from minplan.office.store import openings as store
from minplan.office.views import Found


def look_up(by: Doorkeeper, number: str) -> Found | None:
    """The citizen of this municipality with an id number; None for everybody else, wherever they live.

    The citizen reads that they were looked up. Raises NotAllowed, and Invalid for what is no number.
    """
    by.must("look_up")
    if not number.strip():
        raise Invalid({"number": "required"})
    if identity.number_hash(by.municipality_id, number) is None:
        raise Invalid({"number": "bad_id_number"})
    citizen = identity.by_number(by.municipality_id, number)
    if citizen is None or citizen.kind != "citizen" or by.person_id is None:
        return None
    with db.reading() as connection:
        cover = store.cover(connection, by.municipality_id, citizen.id)
    if cover is None:
        return None
    viewer = access.viewer(by.person_id, cover.id)
    relation = viewer.relation if viewer else None
    _write_down(by, by.person_id, cover.id, relation)
    return Found(cover.id, citizen.name, cover.token, relation)


def _write_down(by: Doorkeeper, person_id: UUID, plan_id: UUID, relation: str | None) -> None:
    with db.writing() as session:
        who = session.get_one(access.Person, person_id)
        session.execute(
            insert(Opening).values(
                municipality_id=by.municipality_id, plan_id=plan_id, person_id=person_id, at=clock.now(),
                relation=relation or "staff", name=who.name, role=who.role, department=who.department, what="lookup",
            )
        )  # fmt: skip
