"""The systems whose messages are kept, as who sends them."""

from uuid import UUID

from sqlalchemy import ColumnElement, Connection, exists, select

from minplan import clock
from minplan.access import Person, is_here
from minplan.sync.caller import Caller
from minplan.sync.inbox_message import InboxMessage
from minplan.sync.store.systems import caller
from minplan.sync.system import System

_system = System.__table__  # type: ignore[attr-defined]
_person = Person.__table__  # type: ignore[attr-defined]
_message = InboxMessage.__table__  # type: ignore[attr-defined]
_WHO = _system.c["person_id", "municipality_id", "code", "scopes", "departments"]


def with_something_waiting(connection: Connection) -> list[Caller]:
    """Those that are here and of which a message waits."""
    waits = exists().where(_message.c.system_id == _system.c.person_id, _message.c.state == "waiting")
    return _found(connection, waits)


def called(connection: Connection, municipality: str, code: str) -> Caller | None:
    """The one of this code, while it is here; or None."""
    return next(iter(_found(connection, _system.c.municipality_id == municipality, _system.c.code == code)), None)


def of_message(connection: Connection, municipality: str, id: UUID) -> Caller | None:
    """Whose message this is, by our id of it, while it is here; or None."""
    sent = exists().where(_message.c.system_id == _system.c.person_id, _message.c.id == id)
    return next(iter(_found(connection, _system.c.municipality_id == municipality, sent)), None)


def _found(connection: Connection, *only: ColumnElement[bool]) -> list[Caller]:
    found = select(*_WHO).join(_person, _person.c.id == _system.c.person_id)
    rows = connection.execute(found.where(*only, is_here(_person, clock.today())).order_by(_system.c.person_id))
    return [caller(row) for row in rows]
