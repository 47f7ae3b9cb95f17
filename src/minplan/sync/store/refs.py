"""What other systems call things, both ways."""

from collections.abc import Collection
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, delete, select
from sqlmodel import Session

from minplan.sync.external_ref import ExternalRef
from minplan.sync.store.many import parts

_ref = ExternalRef.__table__  # type: ignore[attr-defined]


def of(source: Connection | Session, municipality: str, subjects: Collection[UUID]) -> dict[UUID, list[Any]]:
    """The references of each of these, in every system, by system; none for what has none."""
    found: dict[UUID, list[Any]] = {}
    for some in parts(subjects):
        here = (_ref.c.municipality_id == municipality, _ref.c.subject_id.in_(some))
        for row in source.execute(select(_ref).where(*here).order_by(_ref.c.system)):
            found.setdefault(row.subject_id, []).append(row)
    return found


def subject(
    source: Connection | Session, municipality: str, system: str, type: str, external_id: str
) -> UUID | None:
    """What a system calls so; None where nobody has said."""
    this = (_ref.c.municipality_id == municipality, _ref.c.system == system, _ref.c.type == type)
    return source.execute(select(_ref.c.subject_id).where(*this, _ref.c.external_id == external_id)).scalar()


def keep(
    session: Session, municipality: str, system: str, type: str, external_id: str, subject_id: UUID, plan: UUID | None
) -> None:
    """From now on the system's id stands for this. The constraints refuse a second meaning."""
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
    this = (_ref.c.municipality_id == municipality, _ref.c.system == system, _ref.c.type == type)
    found = select(*_ref.c["subject_id", "plan_id"]).where(*this, _ref.c.external_id == external_id)
    return source.execute(found).one_or_none()


def forget(session: Session, municipality: str, type: str, subject_id: UUID) -> None:
    """Nobody's id stands for this any more: it can be used again."""
    this = (_ref.c.municipality_id == municipality, _ref.c.type == type, _ref.c.subject_id == subject_id)
    session.execute(delete(_ref).where(*this))
