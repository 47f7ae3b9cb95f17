"""A citizen's other id number, and another name: their journal says who did it, and they are told."""

from uuid import UUID

from sqlalchemy import select, update
from sqlmodel import Session

from minplan import access, clock, identity, journal, journey, meeting
from minplan.access import Person, Plan
from minplan.errors import Invalid
from minplan.journal import Record
from minplan.office.doorkeeper import Doorkeeper, may

_plan = Plan.__table__  # type: ignore[attr-defined]


def lock(session: Session, citizen_id: UUID) -> None:
    """The plan before the person, as whoever changes a plan takes them."""
    session.execute(select(_plan.c.id).where(_plan.c.citizen_id == citizen_id).with_for_update())


def known_anew(session: Session, by: Doorkeeper, person: Person, number_hash: str) -> bool:
    """Forget at all providers who had the old number; False where nobody can have come in by one.

    Whoever could change the number of somebody who comes in could come in as them: that is the operator's alone, who
    may also give the same number again, where the provider calls the citizen something else now. Raises Invalid.
    """
    linked = identity.is_linked(session, person.id)
    other = person.number_hash != number_hash
    if linked and other and not may(by.kind, "know_anew"):
        raise Invalid({"number": "comes_in"})
    if not (linked and may(by.kind, "know_anew")) and not (other and person.number_hash):
        return False
    identity.unlink(session, person.id)
    meeting.end_feed_in(session, person.id)
    _tell(session, by, person, "renumber", "citizen")
    return True


def call_by(session: Session, by: Doorkeeper, person: Person, name: str) -> None:
    """A citizen is called something else from now on: the same change as when they do it themselves."""
    for plan in session.execute(select(_plan.c.id).where(_plan.c.citizen_id == person.id)).scalars():
        journey.call_by(session, plan, person, name)
    _tell(session, by, person, "rename", "all")


def _tell(session: Session, by: Doorkeeper, person: Person, verb: str, audience: str) -> None:
    raised = update(_plan).where(_plan.c.citizen_id == person.id).values(revision=_plan.c.revision + 1)
    for plan in session.execute(raised.returning(_plan.c.id, _plan.c.revision)).all():
        after = {"by_name": by.name} if by.name else {}
        record = Record(verb, "person", person.id, after=after, audience=audience)
        journal.write(session, plan.id, plan.revision, by.person_id, clock.now(), record)
        access.tell(session, person.municipality_id, plan.id, [person.id], "news", clock.now())
