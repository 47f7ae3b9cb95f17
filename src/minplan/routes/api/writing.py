"""What the operations that write have in common: a resource by our id or the caller's own, and how it is answered."""

from typing import Any
from uuid import UUID

from minplan import sync
from minplan.errors import NotAllowed
from minplan.routes.api.operation import Answer

STATUS = {"created": 201, "suggested": 202, "proposed": 202, "updated": 200, "unchanged": 200}


def own(caller: sync.Caller, system: str, ref: str) -> str:
    """The caller's own id for something; nobody writes in another's name. Raises NotAllowed."""
    if system != caller.code:
        raise NotAllowed("own_refs_only")
    return ref


def answered(found: sync.Brought, location: str) -> Answer:
    """What came of it; something new says where it is."""
    is_new = found.outcome in ("created", "suggested")
    etag = sync.etag_of(found.resource)
    return Answer(found.resource, STATUS[found.outcome], etag, location if is_new else None)


def brought(
    caller: sync.Caller, type: str, subject: UUID | str | None, body: Any, expected: sync.Expected, plan: UUID
) -> Answer:
    """Bring something of a plan, and answer with it."""
    found = sync.bring(caller, type, subject, body, expected, plan)
    return answered(found, f"/api/v1/plans/{plan}/{type}s/{found.id}")
