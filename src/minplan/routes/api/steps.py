"""Steps that are a part of the case."""

from uuid import UUID

from minplan import sync
from minplan.routes.api.operation import Answer, operation


@operation("GET", "/plans/{plan}/steps/{step}", "getStep", "plans:read", "One step.", answers={200: sync.shapes.Step})
def get_step(caller: sync.Caller, plan: UUID, step: UUID) -> Answer:
    found = sync.step(caller, plan, step)
    return Answer(found, etag=sync.etag_of(found))
