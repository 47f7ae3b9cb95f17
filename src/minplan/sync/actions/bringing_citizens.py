"""Verbs: a citizen comes from a system, and gets a plan; or is found by an id number, which goes nowhere else."""

from functools import partial
from uuid import UUID, uuid4

from sqlmodel import Session

from minplan import access, db, identity, office, words
from minplan.errors import NotFound
from minplan.sync import owners
from minplan.sync.actions import people
from minplan.sync.actions.answering import do_once
from minplan.sync.actions.meant import missing, must, must_stay
from minplan.sync.actions.work import Work, begin
from minplan.sync.brought import Brought
from minplan.sync.caller import Caller
from minplan.sync.expected import Expected
from minplan.sync.once import Once
from minplan.sync.pointing import within
from minplan.sync.problem import Pointed, Problem
from minplan.sync.read.plans import citizen, citizen_in
from minplan.sync.shapes.people_sent import CitizenSent, Lookup
from minplan.sync.shapes.plan import Citizen
from minplan.sync.store import plans
from minplan.sync.store.holding import hold_system

_ASKED = frozenset({"language"})
_DIGITS = 10  # of an id number


def bring_citizen(caller: Caller, subject: people.Subject, sent: CitizenSent, expected: Expected) -> Brought:
    """Add a citizen by the system's own id, or bring them up to date. Raises Problem, Invalid and NotFound."""
    with db.together() as session:
        id = people.begin(session, caller, "citizen", subject)
        if id is None and isinstance(subject, str):
            expected.must_fit_nothing()
            return _add(session, caller, subject, sent)
        assert id
        return _changed(session, caller, id, sent, expected)


def look_up(caller: Caller, asked: Lookup, once: Once | None = None) -> Brought:
    """The citizen with an id number, who reads that they were looked up, also where the answer is that there is nobody;
    added where nobody has it, when asked. Once for each `Idempotency-Key`.

    Raises Problem, Invalid by field, and NotFound also for whom the system may not hear of.
    """
    if asked.ref and _names_number(asked.ref, asked.number):
        raise Problem("bad-request", errors=(Pointed("/ref", "id_number"),))
    if asked.create:
        with within("/create", {}):
            must(missing(asked.create, "name", "contact"))
    look = partial(office.look_up, office.of_person(caller.person_id), asked.number)
    return do_once(caller, once, partial(_looked_up, caller, asked), partial(citizen, caller), ahead=look)


def _looked_up(caller: Caller, asked: Lookup) -> Brought:
    with db.together() as session:
        hold_system(session, caller.person_id)
        found = identity.by_number(caller.municipality_id, asked.number)
        plan = plans.of_citizen(session.connection(), caller.municipality_id, found.id) if found else None
        if plan is None:
            return _added(session, caller, asked, asked.number)
        try:
            work = begin(session, caller, plan)
        except NotFound:
            _added(session, caller, asked)  # raises what it would where nobody has the number; what it does is undone
            raise
        id = work.found.view.plan.citizen_id
        if asked.ref:
            with within("", {"ref": "/ref"}):
                people.keep(session, caller, "citizen", asked.ref, id, plan)
            work.again()
        return Brought(_told(work), id, "unchanged")


def _added(session: Session, caller: Caller, asked: Lookup, number: str = "") -> Brought:
    if asked.create is None:
        raise Problem("not-found")
    with within("/create", {"/number": "/number", "ref": "/ref"}):
        return _add(session, caller, asked.ref, asked.create, number)


def _names_number(ref: str, number: str) -> bool:
    """Whether a name says the number again, in whatever spelling. A number that is none is refused by itself."""
    said, asked = ("".join(filter(str.isdigit, each)) for each in (ref, number))
    return words.names_by_id_number(ref) or (len(asked) == _DIGITS and asked in said)


def _add(session: Session, caller: Caller, ref: str | None, sent: CitizenSent, number: str = "") -> Brought:
    owners.check(sent, None, _ASKED)
    must(missing(sent, "name", "contact"))
    id, contact = uuid4(), people.caseworker(session, caller, sent.contact)
    assert sent.name
    new = office.NewCitizen(name=sent.name, language=sent.language or "da", contact=contact)
    office.add(office.of_person(caller.person_id), id, new, number)
    if ref:
        plan = plans.of_citizen(session.connection(), caller.municipality_id, id)
        people.keep(session, caller, "citizen", ref, id, plan)
    try:
        return Brought(_told(_work(session, caller, id)), id, "created")
    except NotFound:
        raise Problem("invalid", errors=(Pointed("/contact", "other_department"),)) from None


def _changed(session: Session, caller: Caller, id: UUID, sent: CitizenSent, expected: Expected) -> Brought:
    work = _work(session, caller, id)
    current, contact = _told(work), work.found.view.contact
    expected.must_fit_unread(current)
    owners.check(sent, current)
    names = owners.changed(sent, current) - {"contact"}
    named = people.caseworker(session, caller, sent.contact)
    if named and (contact is None or named != contact.person_id):
        names |= {"contact"}
    if not names:
        return Brought(current, id, "unchanged")
    work.must_be_own()
    expected.must_fit(current)
    must_stay(names, "contact", *([] if sent.name else ["name"]))
    assert sent.name
    new = office.NewCitizen(name=sent.name, language=current.language)
    office.change(office.of_person(caller.person_id), id, new, {"name": current.name})
    work.again()
    return Brought(_told(work), id, "updated")


def _work(session: Session, caller: Caller, citizen: UUID) -> Work:
    plan = plans.of_citizen(session.connection(), caller.municipality_id, citizen)
    if plan is None:
        raise Problem("not-found")
    return begin(session, caller, plan)


def _told(work: Work) -> Citizen:
    access.note(work.session, work.found.view, "case")
    return citizen_in(work.caller, work.found)
