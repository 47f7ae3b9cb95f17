"""Every query of the exchange: what a plan remembers of its document."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import Connection, select

from minplan.exchange.document import Document, Ref

_document = Document.__table__  # type: ignore[attr-defined]
_ref = Ref.__table__  # type: ignore[attr-defined]


@dataclass(frozen=True, slots=True)
class Memory:
    """The day of the document, and its refs by the id of what they name. A plan made here has neither."""

    as_of: date | None
    refs: dict[UUID, str]


def memory(connection: Connection, plan_id: UUID) -> Memory:
    """What is remembered of a plan's document."""
    as_of = connection.execute(select(_document.c.as_of).where(_document.c.plan_id == plan_id)).scalar()
    found = connection.execute(select(_ref.c.subject_id, _ref.c.ref).where(_ref.c.plan_id == plan_id))
    return Memory(as_of, {row.subject_id: row.ref for row in found})
