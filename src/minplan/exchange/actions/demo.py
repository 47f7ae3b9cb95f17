"""Verb: the demo's people and their plans, fresh today."""

import json
from importlib.resources import files
from uuid import UUID

from minplan import access, clock, db
from minplan.access import Person
from minplan.exchange.actions import demo_contacts, demo_rights, people
from minplan.exchange.actions.bring_in import write
from minplan.exchange.actions.neighbours import move_in
from minplan.exchange.shapes import Values
from minplan.exchange.shift import shifted

SHELF = files("minplan.exchange") / "demo"


def demo() -> list[UUID]:
    """Import the demo's documents and the rest where nobody is yet; returns the new plans, none the second time."""
    with db.writing() as session:
        leader = Person(kind="leader", name="Inger Dahl", email="inger@example.dk")
        if access.anybody(session.connection()) or not people.enter(session, leader):
            return []
        plans = [write(session, shifted(document, clock.today(), clock.COPENHAGEN)) for document in documents()]
        move_in(session)
        demo_contacts.tell(session)
        demo_rights.tell(session)
        return plans


def documents() -> list[Values]:
    """The demo's documents as they were written."""
    found = sorted(SHELF.iterdir(), key=lambda file: file.name)
    return [json.loads(file.read_text("utf-8")) for file in found if file.name.endswith(".json")]
