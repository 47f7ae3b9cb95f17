"""Plans and their citizens."""

from uuid import UUID

from minplan import sync
from minplan.routes.api.operation import Answer, operation
from minplan.sync.shapes import Citizen, Page, Paging, Plan

_HEARD = "The plans of which the caller may hear: of its municipality, by department and the citizen's yes."
_BY_REF = "/by-ref/{system}/{ref}"


@operation("GET", "/plans", "listPlans", "plans:read", _HEARD, answers={200: Page[Plan]}, query=Paging)
def list_plans(caller: sync.Caller, query: Paging) -> Answer:
    return Answer(sync.plans(caller, query))


@operation("GET", "/plans/{plan}", "getPlan", "plans:read", "One plan.", answers={200: Plan})
def get_plan(caller: sync.Caller, plan: UUID) -> Answer:
    found = sync.plan(caller, plan)
    return Answer(found, etag=sync.etag_of(found))


_PLAN_BY_REF = "One plan, by what a system calls it."


@operation("GET", f"/plans{_BY_REF}", "getPlanByRef", "plans:read", _PLAN_BY_REF, answers={200: Plan})
def get_plan_by_ref(caller: sync.Caller, system: str, ref: str) -> Answer:
    return get_plan(caller, sync.called(caller, "plan", system, ref))


@operation("GET", "/citizens/{citizen}", "getCitizen", "citizens:read", "One citizen.", answers={200: Citizen})
def get_citizen(caller: sync.Caller, citizen: UUID) -> Answer:
    found = sync.citizen(caller, citizen)
    return Answer(found, etag=sync.etag_of(found))


_CITIZEN_BY_REF = "One citizen, by what a system calls them. Never by an id number."


@operation(
    "GET", f"/citizens{_BY_REF}", "getCitizenByRef", "citizens:read", _CITIZEN_BY_REF, answers={200: Citizen}
)
def get_citizen_by_ref(caller: sync.Caller, system: str, ref: str) -> Answer:
    return get_citizen(caller, sync.called(caller, "citizen", system, ref))
