"""Verb: one message has its effect once, in one transaction with what is kept of it."""

import logging
from typing import Any

from sqlalchemy.exc import DataError, DBAPIError, IntegrityError
from sqlmodel import Session

from minplan import clock, db
from minplan.errors import Busy, Conflict, MinplanError, NotAllowed, NotFound
from minplan.sync.actions.inbox_applying import apply, plan_meant
from minplan.sync.actions.inbox_plans import NotYet
from minplan.sync.caller import Caller
from minplan.sync.letter import Letter, read
from minplan.sync.problem import Pointed, Problem
from minplan.sync.settled import Settled, refused, waiting
from minplan.sync.shapes.inbox import Message, Wanted
from minplan.sync.store import inbox as store

_log = logging.getLogger("minplan.inbox")
_NOT_YET = "not_yet_there"
_NAMES = {"contact": "caseworker"}  # of which type a field names something; else its own name


def take(caller: Caller, letter: Letter) -> bool:
    """Take a message in; whether it was new."""
    try:
        return _taken(caller, letter)
    except IntegrityError:  # the very same came in beside it
        return _taken(caller, letter)


def _taken(caller: Caller, letter: Letter) -> bool:
    with db.together() as session:
        store.hold_subjects(session, caller.person_id, [(letter.type, letter.subject)])
        return take_in(session, caller, letter)


def take_in(session: Session, caller: Caller, letter: Letter) -> bool:
    """The same in a transaction that holds the message's subject."""
    if store.is_kept(session, caller.person_id, letter.id):
        return False
    store.add(session, caller, letter, _become(session, caller, letter.message), clock.now())
    return True


def again(caller: Caller, row: Any) -> str:
    """Try a message that waits, or was refused, once more; how it stands now."""
    with db.together() as session:
        store.hold_subjects(session, caller.person_id, [(row.type, row.subject)])
        now = store.one(session, row.id)
        if now is None or now.state not in ("waiting", "refused") or now.body is None:
            return now.state if now else "done"
        settled = _become(session, caller, read(now.body))
        store.settle(session, row.id, settled, clock.now())
    return settled.state


def _become(session: Session, caller: Caller, message: Message | Problem) -> Settled:
    if isinstance(message, Problem):
        return refused(message.type, message.errors)
    if message.version <= store.newest(session, caller.person_id, message.type, message.subject):
        return Settled("older")
    return _settled(session, caller, message)


def _settled(session: Session, caller: Caller, message: Message) -> Settled:
    """What becomes of it; of what is kept with its words it is said of which plan they are, so that they go with it."""
    settled = _tried(session, caller, message)
    if settled.state != "refused":
        return settled
    return settled._replace(plan_id=plan_meant(session, caller, message))


def _tried(session: Session, caller: Caller, message: Message) -> Settled:
    """The same. What it has done is undone where it cannot be done whole."""
    try:
        with db.writing():
            return Settled("done", plan_id=apply(session, caller, message))
    except NotYet as error:
        return waiting(error.wanted)
    except Problem as problem:
        wanted = _wanted(message, problem)
        return waiting(wanted) if wanted else refused(problem.type, problem.errors)
    except Busy:
        raise  # others were writing: it may be sent again
    except MinplanError as error:
        return _refused(error)
    except Exception as error:
        if isinstance(error, DBAPIError) and not isinstance(error, DataError):
            raise  # the database's doing, not the message's: it may be sent again
        _log.exception("a message could not be taken in")
        return refused("fault")


def _refused(error: MinplanError) -> Settled:
    if isinstance(error, NotAllowed):
        return refused("not-allowed", [Pointed("", error.reason)] if error.reason else [])
    if isinstance(error, Conflict):
        return refused("changed", [Pointed(f"/data/{error.field}", "changed")])
    return refused("not-found" if isinstance(error, NotFound) else "conflict")


def _wanted(message: Message, problem: Problem) -> Wanted | None:
    """What has not come yet, where that is all that is wrong."""
    if not problem.errors or {each.code for each in problem.errors} != {_NOT_YET}:
        return None
    field = problem.errors[0].pointer.removeprefix("/data/")
    said, type = message.data.get(field), _NAMES.get(field, field)
    if isinstance(said, dict):
        return Wanted(type=type, system=str(said.get("system")), id=str(said.get("id")))
    return Wanted(type=type, system="", id=str(said))
