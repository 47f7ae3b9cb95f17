"""Citizens, caseworkers and plans that systems send, and the one place where an id number is asked about."""

from typing import Any
from uuid import UUID

from minplan import sync
from minplan.routes.api.operation import Answer, operation
from minplan.routes.api.writing import answered, own
from minplan.sync.shapes import Caseworker, CaseworkerSent, Citizen, CitizenSent, Lookup, Plan, PlanSent

BY_REF = "/by-ref/{system}/{ref}"
REFUSALS = ("not-allowed", "not-found", "changed", "invalid", "exists")
_BOTH: Any = {"guarded": True, "refusals": REFUSALS}
_CITIZEN: Any = {"body": CitizenSent, **_BOTH}
_CASEWORKER: Any = {"body": CaseworkerSent, **_BOTH}


@operation(
    "PUT", f"/citizens{BY_REF}", "putCitizenByRef", "citizens:write",
    "Add a citizen by the caller's own id, with a plan and a contact person, or bring them up to date.",
    answers={200: Citizen, 201: Citizen}, creates=True, **_CITIZEN,
)  # fmt: skip
def put_citizen(caller: sync.Caller, system: str, ref: str, body: Any, expected: sync.Expected) -> Answer:
    return _citizen(sync.bring_citizen(caller, own(caller, system, ref), body, expected))


@operation(
    "PATCH", "/citizens/{citizen}", "patchCitizen", "citizens:write", "Bring a citizen up to date.",
    answers={200: Citizen}, **_CITIZEN,
)  # fmt: skip
def patch_citizen(caller: sync.Caller, citizen: UUID, body: Any, expected: sync.Expected) -> Answer:
    return _citizen(sync.bring_citizen(caller, citizen, body, expected))


@operation(
    "POST", "/citizens/lookup", "lookUpCitizen", "citizens:read",
    "Find a citizen by id number; with `create` (and the scope citizens:write) add them where nobody has it.",
    answers={200: Citizen, 201: Citizen}, body=Lookup, once=True,
    refusals=(*REFUSALS, "still-running", "other-request"),
)  # fmt: skip
def look_up(caller: sync.Caller, body: Any, once: sync.Once | None) -> Answer:
    if body.create or body.ref:
        caller.must("citizens:write")
    return _citizen(sync.look_up(caller, body, once))


@operation(
    "PUT", f"/caseworkers{BY_REF}", "putCaseworkerByRef", "caseworkers:write",
    "Add a professional by the caller's own id, or bring them up to date; never whoever leads or administers.",
    answers={200: Caseworker, 201: Caseworker}, creates=True, **_CASEWORKER,
)  # fmt: skip
def put_caseworker(caller: sync.Caller, system: str, ref: str, body: Any, expected: sync.Expected) -> Answer:
    return _caseworker(sync.bring_caseworker(caller, own(caller, system, ref), body, expected))


@operation(
    "PATCH", "/caseworkers/{caseworker}", "patchCaseworker", "caseworkers:write", "Bring a professional up to date.",
    answers={200: Caseworker}, **_CASEWORKER,
)  # fmt: skip
def patch_caseworker(caller: sync.Caller, caseworker: UUID, body: Any, expected: sync.Expected) -> Answer:
    return _caseworker(sync.bring_caseworker(caller, caseworker, body, expected))


@operation(
    "PATCH", "/plans/{plan}", "patchPlan", "plans:write", "Another contact person; the citizen reads who, and why.",
    answers={200: Plan}, body=PlanSent, **_BOTH,
)  # fmt: skip
def patch_plan(caller: sync.Caller, plan: UUID, body: Any, expected: sync.Expected) -> Answer:
    return answered(sync.bring_plan(caller, plan, body, expected), f"/plans/{plan}")


def _citizen(found: sync.Brought) -> Answer:
    return answered(found, f"/citizens/{found.id}")


def _caseworker(found: sync.Brought) -> Answer:
    return answered(found, f"/caseworkers/{found.id}")
