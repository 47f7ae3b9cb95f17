"""What the operations that write have in common: a resource by our id or the caller's own, and how it is answered."""

from typing import Any
from uuid import UUID

from minplan import sync
from minplan.errors import NotAllowed
from minplan.routes.api.operation import Answer

BASE = "/api/v1"


def own(caller: sync.Caller, system: str, ref: str) -> str:
    """The caller's own id for something; nobody writes in another's name. Raises NotAllowed."""
    if system != caller.code:
        raise NotAllowed("own_refs_only")
    return ref


def answered(found: sync.Brought, location: str) -> Answer:
    """What came of it; something new says where it is."""
    is_new = found.outcome in ("created", "suggested")
    etag = sync.etag_of(found.resource)
    return Answer(found.resource, sync.STATUS[found.outcome], etag, f"{BASE}{location}" if is_new else None)


def brought(
    caller: sync.Caller, type: str, subject: UUID | str, body: Any, expected: sync.Expected, plan: UUID
) -> Answer:
    """Bring something of a plan, and answer with it."""
    found = sync.bring(caller, type, subject, body, expected, plan)
    return answered(found, f"/plans/{plan}/{type}s/{found.id}")


def posted(caller: sync.Caller, type: str, body: Any, once: sync.Once | None, plan: UUID) -> Answer:
    """Bring something new without an id of the caller's own, once for each `Idempotency-Key`."""
    found = sync.do_once(
        caller, once, lambda: sync.bring(caller, type, None, body, plan=plan),
        lambda id: sync.one(caller, plan, type, id),
    )  # fmt: skip
    return answered(found, f"/plans/{plan}/{type}s/{found.id}")
