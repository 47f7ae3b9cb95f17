"""What of a plan systems send: of each type by the caller's own id, by ours, and new without one."""

from typing import Any, NamedTuple
from uuid import UUID

from minplan import sync
from minplan.routes.api.operation import Answer, operation
from minplan.routes.api.writing import brought, own, posted
from minplan.sync.shapes import Goal, GoalSent, Meeting, MeetingSent, Milestone, MilestoneSent, Step, StepSent


class Written(NamedTuple):
    """A type, its address, what is sent, what is answered, the scope, and what comes of something new."""

    type: str
    path: str
    sent: Any
    shape: Any
    scope: str
    says: str
    taken_back: bool = True


SHELVES = (
    Written("goal", "goals", GoalSent, Goal, "plans:write", "The citizen is asked; it is theirs from their yes on."),
    Written("milestone", "milestones", MilestoneSent, Milestone, "plans:write", "The citizen is asked."),
    Written(
        "step", "steps", StepSent, Step, "plans:write",
        "What the law asks is there at once; about anything else the citizen is asked.",
    ),
    Written(
        "meeting", "meetings", MeetingSent, Meeting, "meetings:write",
        "The citizen says yes to the time. It is called off by the state `cancelled`.", taken_back=False,
    ),
)  # fmt: skip
REFUSALS = ("not-allowed", "not-found", "changed", "invalid")
REF_REFUSALS = (*REFUSALS, "exists", "conflict")


def _at(shelf: Written) -> tuple[str, str, str, str]:
    """The list, one by our id, one by the caller's own, and what a type is called in the ids of operations."""
    at = f"/plans/{{plan}}/{shelf.path}"
    return at, f"{at}/{{{shelf.type}}}", f"{at}/by-ref/{{system}}/{{ref}}", shelf.type.capitalize()


def _offer_new(shelf: Written) -> None:
    at, _, _, name = _at(shelf)

    @operation(
        "POST", at, f"post{name}", shelf.scope, f"A new {shelf.type}, without an id of the caller's own. {shelf.says}",
        answers={201: shelf.shape, 202: shelf.shape}, body=shelf.sent, once=True,
        refusals=(*REFUSALS, "still-running", "other-request"),
    )  # fmt: skip
    def new(caller: sync.Caller, plan: UUID, body: Any, once: sync.Once | None) -> Answer:
        return posted(caller, shelf.type, body, once, plan)


def _offer_changes(shelf: Written) -> None:
    _, one, by_ref, name = _at(shelf)
    both: Any = {"body": shelf.sent, "guarded": True}
    changed = {200: shelf.shape, 202: shelf.shape}

    @operation(
        "PATCH", one, f"patch{name}", shelf.scope, f"Bring a {shelf.type} up to date; what is left out stays.",
        answers=changed, refusals=(*REFUSALS, "conflict"), **both,
    )  # fmt: skip
    def patch(caller: sync.Caller, plan: UUID, body: Any, expected: sync.Expected, **which: UUID) -> Answer:
        return brought(caller, shelf.type, which[shelf.type], body, expected, plan)

    @operation(
        "PUT", by_ref, f"put{name}ByRef", shelf.scope,
        f"Add a {shelf.type} by the caller's own id, or bring it up to date; what is left out stays. {shelf.says}",
        answers=changed | {201: shelf.shape}, creates=True, refusals=REF_REFUSALS, **both,
    )  # fmt: skip
    def put(caller: sync.Caller, plan: UUID, system: str, ref: str, body: Any, expected: sync.Expected) -> Answer:
        return brought(caller, shelf.type, own(caller, system, ref), body, expected, plan)


def _offer_taking_back(shelf: Written) -> None:
    _, one, by_ref, name = _at(shelf)

    @operation(
        "DELETE", one, f"delete{name}", shelf.scope, "Take a suggestion of one's own back before it is answered.",
        answers={204: None}, guarded=True, refusals=REFUSALS,
    )  # fmt: skip
    def delete(caller: sync.Caller, plan: UUID, expected: sync.Expected, **which: UUID) -> Answer:
        sync.take_back(caller, shelf.type, which[shelf.type], expected, plan)
        return Answer(status=204)

    @operation(
        "DELETE", by_ref, f"delete{name}ByRef", shelf.scope, "The same by the caller's own id.",
        answers={204: None}, guarded=True, refusals=REF_REFUSALS,
    )  # fmt: skip
    def delete_by_ref(caller: sync.Caller, plan: UUID, system: str, ref: str, expected: sync.Expected) -> Answer:
        sync.take_back(caller, shelf.type, own(caller, system, ref), expected, plan)
        return Answer(status=204)


for each in SHELVES:
    _offer_new(each)
    _offer_changes(each)
    if each.taken_back:
        _offer_taking_back(each)
