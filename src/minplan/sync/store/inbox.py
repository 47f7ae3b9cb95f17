"""Messages that came: each once, and the newest version of each subject that was done."""

from collections.abc import Collection, Iterable
from datetime import datetime
from hashlib import blake2b
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import Connection, func, insert, select, text, update
from sqlmodel import Session

from minplan import db
from minplan.sync.caller import Caller
from minplan.sync.inbox_message import InboxMessage
from minplan.sync.letter import Letter
from minplan.sync.settled import Settled
from minplan.sync.store import lot as lots

_message = InboxMessage.__table__  # type: ignore[attr-defined]
_SHORT = _message.c["id", "type", "subject", "version", "state", "waits_for"]
AT_ONCE = 500
SETTLED = ("done", "older", "let_go")
# In the order of the list: rows that come from a function keep theirs.
_HOLD = text(
    "SELECT pg_advisory_xact_lock(one.high, one.low) "
    "FROM unnest(CAST(:highs AS int[]), CAST(:lows AS int[])) AS one(high, low)"
)


def one_writes_at_a_time() -> bool:
    """Whether whoever writes is alone in this database."""
    return db.engine().dialect.name == "sqlite"


def is_kept(session: Session, system: UUID, message_id: str) -> bool:
    """Whether a message is here by the sender's own id."""
    lot = lots.of(session)
    if lot:
        return message_id in lot.kept
    here = (_message.c.system_id == system, _message.c.message_id == message_id)
    return session.execute(select(_message.c.id).where(*here)).first() is not None


def hold_subjects(session: Session, system: UUID, subjects: Collection[tuple[str, str]]) -> None:
    """Of one subject (type and name) one version at a time until the end of the transaction. On SQLite whoever writes
    is alone; else whoever holds several takes them in one order, so that no two wait for each other."""
    if session.get_bind().dialect.name == "postgresql":
        keys = sorted({_key(system, *subject) for subject in subjects})
        session.execute(_HOLD, {"highs": [key >> 32 for key in keys], "lows": [_low(key) for key in keys]})


def newest(session: Session, system: UUID, type: str, subject: str) -> int:
    """The newest version of a subject that was done; -1 where there is none."""
    lot = lots.of(session)
    if lot:
        return lot.newest.get((type, subject), -1)
    this = (_message.c.system_id == system, _message.c.type == type, _message.c.subject == subject)
    found = select(func.max(_message.c.version)).where(*this, _message.c.state == "done")
    version = session.execute(found).scalar()
    return -1 if version is None else int(version)


def add(session: Session, caller: Caller, letter: Letter, settled: Settled, at: datetime) -> None:
    """Keep a message as it stands; of a lot, at its end. The constraint refuses a second one."""
    row = {"id": uuid4(), "municipality_id": caller.municipality_id, "system_id": caller.person_id, **letter.kept()}
    row = _without_body(row | {"received_at": at, **_standing(settled, at)}, settled)
    lot = lots.of(session)
    if lot is None:
        session.execute(insert(_message), [row])
        return
    lot.rows.append(row)
    lot.kept.add(letter.id)
    if settled.state == "done":
        lot.newest[letter.type, letter.subject] = letter.version


def keep(session: Session, rows: Collection[dict[str, Any]]) -> None:
    """Keep the messages of a lot, in one order, so that no two lots wait for each other."""
    if rows:
        session.execute(insert(_message), sorted(rows, key=lambda row: str(row["message_id"])))


def settle(session: Session, id: UUID, settled: Settled, at: datetime) -> None:
    """How a message stands from now on. What it said goes once it is done."""
    values = _without_body(_standing(settled, at), settled)
    session.execute(update(_message).where(_message.c.id == id).values(**values))


def one(session: Session, id: UUID) -> Any:
    """A message by our id, held until the end of the transaction; or None."""
    return session.execute(select(_message).where(_message.c.id == id).with_for_update()).one_or_none()


def short(connection: Connection, municipality: str, id: UUID) -> Any:
    """What a message is about, by our id; or None."""
    here = (_message.c.municipality_id == municipality, _message.c.id == id)
    return connection.execute(select(*_SHORT).where(*here)).one_or_none()


def waiting(connection: Connection, system: UUID) -> list[Any]:
    """Those of a system that wait."""
    here = (_message.c.system_id == system, _message.c.state == "waiting")
    return list(connection.execute(select(*_SHORT).where(*here)))


def refused_of(connection: Connection, system: UUID, subjects: Collection[tuple[str, str]]) -> list[Any]:
    """Those of these subjects (type and name) that were refused."""
    names, found = list({name for _, name in subjects}), list[Any]()
    for at in range(0, len(names), AT_ONCE):
        these = _message.c.subject.in_(names[at : at + AT_ONCE])
        here = (_message.c.system_id == system, _message.c.state == "refused", these)
        found += connection.execute(select(*_SHORT).where(*here))
    return [row for row in found if (row.type, row.subject) in subjects]


def states(connection: Connection, system: UUID, message_ids: Collection[str]) -> Iterable[Any]:
    """How these messages stand now."""
    here = (_message.c.system_id == system, _message.c.message_id.in_(message_ids))
    told = _message.c["message_id", "type", "subject", "version", "state", "reason", "waits_for"]
    return connection.execute(select(*told).where(*here))


def kept(connection: Connection, system: UUID, state: str | None, after: UUID | None, most: int) -> list[Any]:
    """Messages of a system by our id, without what they say."""
    columns = [column for column in _message.c if column.name != "body"]
    here = [_message.c.system_id == system]
    here += [_message.c.state == state] if state else []
    here += [_message.c.id > after] if after else []
    return list(connection.execute(select(*columns).where(*here).order_by(_message.c.id).limit(most)))


def _standing(settled: Settled, at: datetime) -> dict[str, Any]:
    over = None if settled.state == "waiting" else at
    return settled._asdict() | {"settled_at": over}


def _without_body(row: dict[str, Any], settled: Settled) -> dict[str, Any]:
    return row | {"body": None} if settled.state in SETTLED else row


def _key(system: UUID, type: str, subject: str) -> int:
    name = f"{system}/{type}/{subject}".encode()
    return int.from_bytes(blake2b(name, digest_size=8).digest(), "big", signed=True)


def _low(key: int) -> int:
    low = key & 0xFFFFFFFF
    return low - (1 << 32) if low >= 1 << 31 else low
