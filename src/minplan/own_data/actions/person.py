"""Verbs about the person: the name they are called by, their language, and that they have read the privacy notice."""

from datetime import date
from uuid import UUID

from pydantic import BaseModel

from minplan import access, db, journey
from minplan.access import Person, card
from minplan.journal import Record
from minplan.journey import Outcome

PRIVACY = date(2026, 11, 23)  # of which day the notice is; whoever has read an older one meets it again


class NewName(BaseModel):
    """What somebody is called from now on."""

    name: card.Name


def read_privacy(person: UUID) -> None:
    """This person has read the notice of today's version."""
    with db.writing() as session:
        session.get_one(Person, person).privacy_seen = PRIVACY.isoformat()


def rename(by: UUID, plan: UUID, seen: str, name: str) -> Outcome:
    """The citizen is called something else from now on; everybody on the plan reads it. Raises Conflict.

    The journal keeps neither name: whoever takes another one leaves the old one behind.
    """
    with access.change(by, plan) as change:
        change.may("rename")
        person = change.session.get_one(Person, by)
        if person.name == name:
            return Outcome("unchanged")
        change.compare("name", seen, person.name, name)
        journey.call_by(change.session, plan, person, name)
        change.record(Record("rename", "person", by))
        return Outcome("done", by)


def speak(person: UUID, language: str) -> None:
    """The language that this person reads; nobody else needs to know of the change."""
    with db.writing() as session:
        session.get_one(Person, person).language = language
