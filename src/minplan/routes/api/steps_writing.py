"""Steps that systems send: by the caller's own id, and by ours."""

from typing import Any
from uuid import UUID

from minplan import sync
from minplan.routes.api.operation import Answer, operation
from minplan.routes.api.writing import brought, own

SENT, STEP = sync.shapes.StepSent, sync.shapes.Step
OURS, THEIRS = "/plans/{plan}/steps/{step}", "/plans/{plan}/steps/by-ref/{system}/{ref}"
REFUSALS: Any = ("exists", "conflict")


@operation(
    "PUT", THEIRS, "putStepByRef", "plans:write",
    "Add a step, or bring it up to date. What the law asks is there at once; anything else waits for the citizen.",
    answers={200: STEP, 201: STEP, 202: STEP}, body=SENT, guarded=True, creates=True, refusals=REFUSALS,
)  # fmt: skip
def put_step_by_ref(
    caller: sync.Caller, plan: UUID, system: str, ref: str, body: Any, expected: sync.Expected
) -> Answer:
    return brought(caller, "step", own(caller, system, ref), body, expected, plan)


@operation(
    "PATCH", OURS, "patchStep", "plans:write", "Bring a step up to date; what is left out stays.",
    answers={200: STEP, 202: STEP}, body=SENT, guarded=True, refusals=REFUSALS,
)  # fmt: skip
def patch_step(caller: sync.Caller, plan: UUID, step: UUID, body: Any, expected: sync.Expected) -> Answer:
    return brought(caller, "step", step, body, expected, plan)


@operation(
    "DELETE", OURS, "deleteStep", "plans:write", "Take a suggestion of one's own back before it is answered.",
    answers={204: None}, guarded=True,
)  # fmt: skip
def delete_step(caller: sync.Caller, plan: UUID, step: UUID, expected: sync.Expected) -> Answer:
    sync.take_back(caller, "step", step, expected, plan)
    return Answer(status=204)


@operation(
    "DELETE", THEIRS, "deleteStepByRef", "plans:write", "The same by the caller's own id.",
    answers={204: None}, guarded=True, refusals=("exists",),
)  # fmt: skip
def delete_step_by_ref(caller: sync.Caller, plan: UUID, system: str, ref: str, expected: sync.Expected) -> Answer:
    sync.take_back(caller, "step", own(caller, system, ref), expected, plan)
    return Answer(status=204)
