"""What the verbs about people share: they are of no plan, and each has one id in a system."""

from uuid import UUID

from sqlalchemy.exc import IntegrityError
from sqlmodel import Session

from minplan import access
from minplan.errors import Invalid
from minplan.sync.actions.refs import NAMED, TAKEN, named
from minplan.sync.caller import Caller
from minplan.sync.problem import Problem
from minplan.sync.shapes.common import Ref
from minplan.sync.store import refs
from minplan.sync.store.holding import hold_system

Subject = UUID | str


def begin(session: Session, caller: Caller, type: str, subject: Subject) -> UUID | None:
    """Whom a system means; None for whom it has not named yet. What it sends of people comes one at a time."""
    hold_system(session, caller.person_id)
    if isinstance(subject, UUID):
        return subject
    return refs.subject(session, caller.municipality_id, caller.code, type, named(caller, subject))


def keep(session: Session, caller: Caller, type: str, ref: str, id: UUID, plan: UUID | None = None) -> None:
    """From now on the system's id stands for this person, of a citizen with the `plan` that it goes with. Raises
    Problem where either stands for another."""
    here = (caller.municipality_id, caller.code, type, named(caller, ref))
    known = refs.subject(session, *here)
    if known == id:
        return
    try:
        with session.begin_nested():
            refs.keep(session, *here, id, plan)
    except IntegrityError:
        raise Problem("exists", TAKEN if known else NAMED) from None


def caseworker(session: Session, caller: Caller, said: UUID | Ref | None) -> UUID | None:
    """The professional who is meant, by our id or theirs. Raises Invalid."""
    if not isinstance(said, Ref):
        return said
    found = refs.subject(session, caller.municipality_id, said.system, "caseworker", said.id)
    if found is None:
        raise Invalid({"contact": "not_yet_there"})
    return found


def known_by(session: Session, caller: Caller, email: str) -> access.Person | None:
    """Who is known here by an address already."""
    return access.staff_by_email(session, email, caller.municipality_id)
