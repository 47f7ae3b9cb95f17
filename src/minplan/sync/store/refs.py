"""What other systems call things, both ways."""

from collections.abc import Collection
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, bindparam, delete, select
from sqlmodel import Session

from minplan import db
from minplan.sync.external_ref import ExternalRef
from minplan.sync.store import lot as lots
from minplan.sync.store.many import parts

_ref = ExternalRef.__table__  # type: ignore[attr-defined]
_OF = db.Query(
    select(_ref)
    .where(
        _ref.c.municipality_id == bindparam("municipality"),
        _ref.c.subject_id.in_(bindparam("subjects", expanding=True)),
    )
    .order_by(_ref.c.system)
)
_MEANING = db.Query(
    select(*_ref.c["subject_id", "plan_id"]).where(
        _ref.c.municipality_id == bindparam("municipality"), _ref.c.system == bindparam("system"),
        _ref.c.type == bindparam("type"), _ref.c.external_id == bindparam("external_id"),
    )
)  # fmt: skip


def of(source: Connection | Session, municipality: str, subjects: Collection[UUID]) -> dict[UUID, list[Any]]:
    """The references of each of these, in every system, by system; none for what has none."""
    found: dict[UUID, list[Any]] = {}
    for some in parts(subjects):
        for row in _OF(_connection(source), municipality=municipality, subjects=some):
            found.setdefault(row.subject_id, []).append(row)
    return found


def subject(
    source: Connection | Session, municipality: str, system: str, type: str, external_id: str
) -> UUID | None:
    """What a system calls so; None where nobody has said."""
    found = meaning(source, municipality, system, type, external_id)
    return found.subject_id if found else None


def keep(
    session: Session, municipality: str, system: str, type: str, external_id: str, subject_id: UUID, plan: UUID | None
) -> None:
    """From now on the system's id stands for this. The constraints refuse a second meaning."""
    lot = lots.of(session)
    if lot:
        lot.meanings.pop((municipality, system, type, external_id), None)
    row = ExternalRef(
        municipality_id=municipality, system=system, type=type, external_id=external_id, subject_id=subject_id,
        plan_id=plan,
    )  # fmt: skip
    session.add(row)
    session.flush()


def meaning(
    source: Connection | Session, municipality: str, system: str, type: str, external_id: str
) -> Any:
    """What a system calls so (`subject_id`), and on which plan (`plan_id`); None where nobody has said."""
    lot, this = lots.of(source), (municipality, system, type, external_id)
    if lot and this in lot.meanings:
        return lot.meanings[this]
    told = dict(zip(("municipality", "system", "type", "external_id"), this, strict=True))
    rows = _MEANING(_connection(source), **told)
    return rows[0] if rows else None


def forget(session: Session, municipality: str, type: str, subject_id: UUID) -> None:
    """Nobody's id stands for this any more: it can be used again."""
    lot = lots.of(session)
    if lot:
        lot.meanings.clear()
    this = (_ref.c.municipality_id == municipality, _ref.c.type == type, _ref.c.subject_id == subject_id)
    session.execute(delete(_ref).where(*this))


def _connection(source: Connection | Session) -> Connection:
    return source.connection() if isinstance(source, Session) else source
