"""What is known of a lot of messages while it is taken in: read at once at its beginning, and true until its end.

It hangs on the transaction, so that it goes with it. Each thing is forgotten as soon as somebody may have changed it.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, bindparam, func, or_, select
from sqlmodel import Session

from minplan.access import Plan
from minplan.db import Query
from minplan.journey.step import Step
from minplan.sync.caller import Caller
from minplan.sync.external_ref import ExternalRef
from minplan.sync.inbox_message import InboxMessage
from minplan.words import Text

_ref = ExternalRef.__table__  # type: ignore[attr-defined]
_plan = Plan.__table__  # type: ignore[attr-defined]
_message = InboxMessage.__table__  # type: ignore[attr-defined]
_step = Step.__table__  # type: ignore[attr-defined]
_text = Text.__table__  # type: ignore[attr-defined]
_LOT = "lot"
Name = tuple[str, str]  # a type, and what the system calls one of it
Meant = tuple[str, str, str, str]  # the same in a municipality, of a system

_KEPT = Query(
    select(_message.c.message_id).where(
        _message.c.system_id == bindparam("system"), _message.c.message_id.in_(bindparam("ids", expanding=True))
    )
)
_NEWEST = Query(
    select(*_message.c["type", "subject"], func.max(_message.c.version).label("version"))
    .where(
        _message.c.system_id == bindparam("system"), _message.c.type.in_(bindparam("types", expanding=True)),
        _message.c.subject.in_(bindparam("names", expanding=True)), _message.c.state == "done",
    )
    .group_by(*_message.c["type", "subject"])
)  # fmt: skip
_MEANINGS = Query(
    select(*_ref.c["type", "external_id", "subject_id", "plan_id"]).where(
        _ref.c.municipality_id == bindparam("municipality"), _ref.c.system == bindparam("system"),
        _ref.c.type.in_(bindparam("types", expanding=True)),
        _ref.c.external_id.in_(bindparam("names", expanding=True)),
    )
)  # fmt: skip
_PLANS = Query(
    select(*_plan.c["id", "citizen_id"]).where(
        _plan.c.municipality_id == bindparam("municipality"),
        or_(_plan.c.id.in_(bindparam("ids", expanding=True)),
            _plan.c.citizen_id.in_(bindparam("citizens", expanding=True))),
    )
)  # fmt: skip


@dataclass(slots=True)
class Lot:
    """`kept` are the ids of messages that are here, `newest` the version of each subject that was done; `meanings` is
    what the names in them stand for, `plans` which plan they mean by each, and `opened` those plans as they stand.
    `rows` are kept at the end; `held` are those that the verbs ask for one by one, and find in the session."""

    kept: set[str]
    newest: dict[Name, int]
    meanings: dict[Meant, Any]
    plans: dict[str, UUID] = field(default_factory=dict)
    opened: dict[UUID, Any] = field(default_factory=dict)
    rows: list[dict[str, Any]] = field(default_factory=list)
    held: list[Any] = field(default_factory=list)

    def forget(self) -> None:
        """Somebody, or a plan's name, may be another one from now on."""
        self.plans.clear()
        self.opened.clear()


def lay(session: Session, caller: Caller, ids: Collection[str], names: Collection[Name]) -> Lot:
    """Begin a lot with messages by these ids, in which these names stand."""
    connection, mine = session.connection(), {"system": caller.person_id}
    asked = {"types": sorted({type for type, _ in names}), "names": sorted({name for _, name in names})}
    kept = {row.message_id for row in _KEPT(connection, **mine, ids=list(ids))}
    newest = {(row.type, row.subject): row.version for row in _NEWEST(connection, **mine, **asked)}
    lot = Lot(kept, newest, _meanings(connection, caller, names, asked))
    session.info[_LOT] = lot
    return lot


def _meanings(connection: Connection, caller: Caller, names: Iterable[Name], asked: Any) -> dict[Meant, Any]:
    """None for what stands for nothing yet."""
    here = (caller.municipality_id, caller.code)
    found: dict[Meant, Any] = dict.fromkeys((*here, *name) for name in names)
    for row in _MEANINGS(connection, municipality=here[0], system=here[1], **asked):
        found[*here, row.type, row.external_id] = row
    return found


def of(source: Connection | Session) -> Lot | None:
    """The lot that this transaction takes in, if any."""
    return source.info.get(_LOT) if isinstance(source, Session) else None


def opened(session: Session, plan_id: UUID) -> Any:
    """A plan as it was found, for whoever works on it first; None where it is to be read."""
    lot = of(session)
    return lot.opened.pop(plan_id, None) if lot else None


def hold(session: Session, lot: Lot, plan_ids: Collection[UUID]) -> None:
    """Nobody else changes these plans until the transaction ends; they, and what of them is named, are at hand. Whoever
    holds several takes them in one order, so that no two wait for each other."""
    theirs = select(Plan).where(_plan.c.id.in_(plan_ids)).order_by(_plan.c.id)
    lot.held += session.execute(theirs.with_for_update(key_share=True)).scalars()
    named = [row.subject_id for (*_, type, _), row in lot.meanings.items() if row and type == "step"]
    steps = session.execute(select(Step).where(_step.c.id.in_(named))).scalars().all() if named else ()
    texts = select(Text).where(_text.c.id.in_([step.title_id for step in steps]))
    lot.held += (*steps, *(session.execute(texts).scalars() if steps else ()))


def plans(connection: Connection, municipality: str, ids: Iterable[UUID], citizens: Iterable[UUID]) -> list[Any]:
    """The plans of a municipality by their own ids or their citizens'."""
    return _PLANS(connection, municipality=municipality, ids=list(ids), citizens=list(citizens))
