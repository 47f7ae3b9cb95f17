"""What a plan's citizen is called: the one change of a name, whoever puts it right."""

from uuid import UUID

from sqlmodel import Session

from minplan.access import Person
from minplan.journey.store import load


def call_by(session: Session, plan_id: UUID, citizen: Person, name: str) -> None:
    """The citizen is called something else from now on. The caller's change tells the journal, which keeps no name.

    Ready sentences that name them go along, so that they go on saying "you" to them. Own words stay as they are.
    """
    before, citizen.name = citizen.name, name
    for text in load.naming(session, plan_id, before):
        text.slots = (text.slots or {}) | {"who": name}
