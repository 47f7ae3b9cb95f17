"""Verb: one message has its effect once, in one transaction with what is kept of it."""

import logging
from collections.abc import Iterator
from typing import Any
from uuid import UUID

from sqlalchemy.exc import DataError, DBAPIError, IntegrityError
from sqlmodel import Session

from minplan import clock, db, words
from minplan.errors import Conflict, MinplanError, NotAllowed, NotFound
from minplan.sync.actions.inbox_applying import apply
from minplan.sync.actions.inbox_plans import NotYet
from minplan.sync.caller import Caller
from minplan.sync.problem import Pointed, Problem
from minplan.sync.settled import Settled, refused, waiting
from minplan.sync.shapes.common import Ref
from minplan.sync.shapes.inbox import Message, Wanted
from minplan.sync.store import inbox as store
from minplan.sync.valid import valid

_log = logging.getLogger("minplan.inbox")
_NOT_YET = "not_yet_there"
_NAMES = {"contact": "caseworker"}  # of which type a field names something; else its own name
_NUMBER = Problem("invalid", errors=(Pointed("", "id_number"),))


def take(caller: Caller, raw: Any) -> tuple[str | None, bool]:
    """Take a message in: the sender's id of it, or None where it has none that can be kept; and whether it was new."""
    id = _id_of(caller, raw)
    if id is None:
        return None, True
    try:
        return id, _taken(caller, id, raw)
    except IntegrityError:  # the very same came in beside it
        return id, _taken(caller, id, raw)


def again(caller: Caller, row: Any) -> str:
    """Try a message that waits, or was refused, once more; how it stands now."""
    with db.together() as session:
        store.hold_subject(session, caller.person_id, row.type, row.subject)
        now = store.one(session, row.id)
        if now is None or now.state not in ("waiting", "refused") or now.body is None:
            return now.state if now else "done"
        settled = _read(session, caller, now.body)
        store.settle(session, row.id, settled, clock.now())
    return settled.state


def _taken(caller: Caller, id: str, raw: Any) -> bool:
    with db.together() as session:
        told = {"message_id": id, "body": raw, **_envelope(raw)}
        store.hold_subject(session, caller.person_id, told["type"], told["subject"])
        if store.find(session, caller.person_id, id):
            return False
        if _holds_number(raw):
            settled, told = refused("invalid", _NUMBER.errors), told | {"body": None}
        else:
            settled = _read(session, caller, raw)
        store.add(session, caller, told, settled, clock.now())
    return True


def _read(session: Session, caller: Caller, raw: Any) -> Settled:
    try:
        message = valid(Message, raw)
    except Problem as problem:
        return refused(problem.type, problem.errors)
    if message.version <= store.newest(session, caller.person_id, message.type, message.subject):
        return Settled("older")
    return _settled(session, caller, message)


def _settled(session: Session, caller: Caller, message: Message) -> Settled:
    """What becomes of it. What it has done is undone where it cannot be done whole."""
    try:
        with db.writing():
            return Settled("done", plan_id=apply(session, caller, message))
    except NotYet as error:
        return waiting(error.wanted)
    except Problem as problem:
        wanted = _wanted(message, problem)
        return waiting(wanted) if wanted else refused(problem.type, problem.errors)
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


def _id_of(caller: Caller, raw: Any) -> str | None:
    """What the sender calls the message, unless it could be somebody's id number."""
    id = raw.get("id") if isinstance(raw, dict) else None
    return id if _is_name(caller, id) else None


def _envelope(raw: dict[str, Any]) -> dict[str, Any]:
    """As much of the outside as can be kept, also of a message that cannot be read."""
    try:
        message = Message.model_validate(raw | {"data": {}, "plan": None})
    except ValueError:
        return {"type": "", "subject": "", "version": 0}
    subject = "" if words.has_id_number(message.subject) else message.subject
    return {"type": message.type, "subject": subject, "version": message.version}


def _is_name(caller: Caller, id: object) -> bool:
    try:
        valid(Ref, {"system": caller.code, "id": id})
    except Problem:
        return False
    return not words.has_id_number(str(id))


def _holds_number(value: Any) -> bool:
    return any(words.has_id_number(text) and not _is_uuid(text) for text in _texts(value))


def _texts(value: Any) -> Iterator[str]:
    """Everything that stands in it: names, words and numbers."""
    if isinstance(value, dict):
        for name, each in value.items():
            yield name
            yield from _texts(each)
    elif isinstance(value, list):
        for each in value:
            yield from _texts(each)
    elif isinstance(value, (str, int)):
        yield str(value)


def _is_uuid(text: str) -> bool:
    try:
        return str(UUID(text)) == text.lower()
    except ValueError:
        return False
