"""Verbs of whoever is asked to stand by a citizen: open the code, say yes, and stop again."""

from contextlib import suppress
from datetime import datetime
from functools import partial
from typing import Any
from uuid import UUID

from sqlalchemy.exc import IntegrityError
from sqlmodel import Session

from minplan import access, clock, config, db, identity
from minplan.access import Change, Membership, Person, PersonView, lasts
from minplan.errors import Invalid, NotAllowed, NotFound
from minplan.identity import Claimed
from minplan.journal import Record
from minplan.journey import Outcome
from minplan.sharing import code as codes
from minplan.sharing.store import supporters as store
from minplan.sharing.store.strangers import strangers

SUPPORTING = frozenset(access.SUPPORTERS)
TRIES, WITHIN = 10, 900  # codes that one person or net may try, in so many seconds


def open_code(typed: str, who: str) -> UUID:
    """The invitation that a code opens. `who` tries: a person, or the net of an address.

    Raises Invalid: `no_code`, `unknown_code`, `too_often`.
    """
    if not typed.strip():
        raise Invalid({"code": "no_code"})
    if not identity.within("invitation", who, TRIES, WITHIN):
        raise Invalid({"code": "too_often"})
    code = codes.plain(typed)
    with db.reading() as connection:
        hashed = codes.hashed(config.settings().secret, code) if code else ""
        found = store.opened_by(connection, hashed, clock.now())
    if found is None:
        raise Invalid({"code": "unknown_code"})
    return found


def newcomer(invitation: UUID, claimed: Claimed) -> PersonView | None:
    """Let somebody be known here whom a citizen of this municipality has asked; None where nobody has."""
    return identity.welcome(claimed, partial(_made, invitation, claimed))


def forget_strangers(before: datetime) -> int:
    """Who came in before that moment, never said yes and has left nothing is known no more; how many they were."""
    gone = 0
    with db.reading() as connection:
        found = strangers(connection, before)
    for person in found:
        with suppress(IntegrityError):  # somebody who says yes in this very moment stays
            identity.forget(person)
            gone += 1
    return gone


def accept(by: UUID, invitation: UUID) -> Outcome:
    """Say yes: the place is there from now on. The outcome's subject is the plan.

    Raises NotFound for an invitation that nobody can accept any more, or only in another municipality; Invalid
    (`own_plan`, `has_place`) for who is on the plan already; NotAllowed for who can stand by nobody.
    """
    found, person = _may_accept(by, invitation)
    if person.kind not in access.kinds_for(found.relation):
        raise NotAllowed
    with access.change(by, found.plan_id, relations=SUPPORTING, first=partial(_sit_down, by, found)) as change:
        change.may("accept_invitation")
        _tell(change, "accept_invitation", found)
    return Outcome("done", found.plan_id)


def refuse(by: UUID) -> bool:
    """Say no. True where somebody had come in for this alone: they are known here no more."""
    person = access.person(by)
    with db.reading() as connection:
        alone = person is not None and person.kind == "supporter" and not store.ever_stood_by(connection, by)
    if alone:
        identity.forget(by)
    return alone


def leave(by: UUID, plan: UUID) -> Outcome:
    """Stop standing by somebody; the citizen is told. Raises NotFound for who never did."""
    try:
        with access.change(by, plan, relations=SUPPORTING) as change:
            change.may("leave")
            place = store.place(change.session, plan, by)
            assert place is not None
            change.session.delete(place)
            whom, citizen = change.plan.municipality_id, [change.plan.citizen_id]
            access.tell(change.session, whom, plan, citizen, "supporter", change.at)
            _tell(change, "leave", place)
    except NotFound:
        with db.writing() as session:
            if not store.accepted_by(session, plan, by):
                raise
        return Outcome("unchanged", plan)
    return Outcome("done", plan)


def _made(invitation: UUID, claimed: Claimed, session: Session) -> Person | None:
    found = store.offer(session.connection(), invitation, clock.now())
    if found is None or found.municipality_id != claimed.municipality:
        return None
    return Person(municipality_id=claimed.municipality, kind="supporter", name=claimed.name)


def _may_accept(by: UUID, invitation: UUID) -> tuple[Any, PersonView]:
    person = access.person(by)
    with db.reading() as connection:
        found = store.offer(connection, invitation, clock.now())
    if person is None or found is None or found.municipality_id != person.municipality_id:
        raise NotFound
    if found.citizen_id == by:
        raise Invalid({"code": "own_plan"})
    return found, person


def _sit_down(by: UUID, found: Any, session: Session) -> None:
    """Give this person the place, before the plan looks who they are. A place that had ended begins anew."""
    older = store.place(session, found.plan_id, by)
    if older and older.relation not in SUPPORTING and lasts(older, clock.today()):
        raise Invalid({"code": "has_place"})
    store.set_aside(session, found.plan_id, by, clock.now())
    if not store.claim(session, found.id, by, clock.now()):
        raise NotFound
    given = {
        name: getattr(found, name) for name in ("municipality_id", "relation", "name", "shares", "hidden", "until")
    }
    session.merge(Membership(plan_id=found.plan_id, person_id=by, since=clock.today(), **given))


def _tell(change: Change, verb: str, place: Any) -> None:
    """As what, and not by which name: what stands in the journal stays."""
    said = {"relation": place.relation}
    change.record(Record(verb, "person", change.viewer.person_id, before=said, audience="citizen"))
