"""Verb: what the municipality's systems sent about one plan and its citizen goes, and what they call all of it.

A message that came to nothing may name the plan in its words alone, by what the system calls it.
"""

from typing import Any
from uuid import UUID

from sqlalchemy import delete, func, or_, select, tuple_
from sqlmodel import Session

from minplan import db
from minplan.access import Plan

_WHOLE = ("plan", "citizen")  # by whose name a message says which plan it means


def forget_sent(session: Session, plan: Plan) -> None:
    """No message about them is left, no name for them, and nothing of what was shown."""
    tables = db.metadata().tables
    message, ref, shown = (tables[name] for name in ("inbox_message", "external_ref", "in_case"))
    named = or_(ref.c.plan_id == plan.id, ref.c.subject_id.in_((plan.id, plan.citizen_id)))
    session.execute(delete(message).where(_is_about(message, plan.id, _names(session, named))))
    session.execute(delete(ref).where(named))
    session.execute(delete(shown).where(shown.c.plan_id == plan.id))


def _names(session: Session, named: Any) -> list[tuple[UUID, str, str]]:
    """What each system calls what: its id, the type and the name."""
    ref, system = (db.metadata().tables[name] for name in ("external_ref", "system"))
    same = (system.c.municipality_id == ref.c.municipality_id) & (system.c.code == ref.c.system)
    found = select(system.c.person_id, ref.c.type, ref.c.external_id).join(system, same).where(named)
    return [(row.person_id, row.type, row.external_id) for row in session.execute(found)]


def _is_about(message: Any, plan: UUID, names: list[tuple[UUID, str, str]]) -> Any:
    c, said = message.c, message.c.body["plan"].as_string()
    whole = [(system, name) for system, type, name in names if type in _WHOLE]
    return or_(
        c.plan_id == plan,
        tuple_(c.system_id, c.type, c.subject).in_(names),
        tuple_(c.system_id, said).in_(whole),
        func.lower(said) == str(plan),
    )
