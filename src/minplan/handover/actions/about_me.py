"""Verb: what a professional tells the citizens of themselves."""

from uuid import UUID

from sqlalchemy import update

from minplan import db
from minplan.access import Membership, Person
from minplan.errors import Invalid, NotAllowed
from minplan.handover import store
from minplan.handover.commands import AboutMe

_place = Membership.__table__  # type: ignore[attr-defined]


def set_about_me(by: UUID, command: AboutMe) -> None:
    """Telephone, hours, stand-in and hello, from now on, on every plan. Raises Invalid for a stand-in who is no
    colleague, NotAllowed for whoever is nobody's contact person by their work."""
    with db.writing() as session:
        person = session.get_one(Person, by)
        if person.kind not in store.KINDS:
            raise NotAllowed
        colleagues = {each.id for each in store.colleagues(session.connection(), by)}
        if command.stand_in and command.stand_in not in colleagues:
            raise Invalid({"stand_in": "unknown"})
        person.phone, person.hours = command.phone or None, command.hours or None
        person.stand_in_id = command.stand_in
        person.hello = "\n".join(command.hello) if any(command.hello) else None
        mine = (_place.c.person_id == by, _place.c.relation.in_(["contact", "team"]))
        session.execute(update(_place).where(*mine).values(phone=person.phone))
