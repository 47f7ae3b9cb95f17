"""The query about who stood by a citizen and has no place on the plan any more."""

from typing import Any
from uuid import UUID

from sqlalchemy import Connection, select

from minplan.access import Membership
from minplan.sharing.invitation import Invitation

_place = Membership.__table__  # type: ignore[attr-defined]
_invitation = Invitation.__table__  # type: ignore[attr-defined]


def of_plan(connection: Connection, plan_id: UUID) -> list[Any]:
    """Each of them once, by what they were asked as last: relation and name, the newest first."""
    used = (_invitation.c.plan_id == plan_id, _invitation.c.used_by.is_not(None), _invitation.c.name != "")
    gone = ~select(_place.c.person_id).where(_place.c.plan_id == plan_id, _same_person()).exists()
    found = select(*_invitation.c["used_by", "relation", "name"]).where(*used, gone).order_by(_invitation.c.made_at)
    return list({row.used_by: row for row in connection.execute(found).all()}.values())[::-1]


def _same_person() -> Any:
    return _place.c.person_id == _invitation.c.used_by
